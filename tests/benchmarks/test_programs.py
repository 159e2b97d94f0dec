"""The protocol, kept by Signpost's program and by SQLite's, each run as a process of its own."""

import json
import sys
from pathlib import Path

import pytest

from benchmarks.comparison import ALONE, SITUATED, Plan, compare
from benchmarks.contenders import PEERS, SIGNPOST, Contender, Kind
from benchmarks.running import Put, Runner, ToolFailed
from knowledge.evaluation import read_benchmark

REPOSITORY = Path(__file__).parents[2]
SQLITE = next(peer for peer in PEERS if peer.name == "sqlite-fts5")
PYTHON = Path(sys.executable)
BROKEN = Contender("broken", "A broken tool", "no_such_program", Kind.WORDS, torch=False)


@pytest.fixture
def runner(tmp_path: Path, encoder_folder: Path) -> Runner:
    return Runner(REPOSITORY, tmp_path / "logs", {"SIGNPOST_ENCODER": str(encoder_folder)})


@pytest.mark.parametrize("tool", [SIGNPOST, SQLITE], ids=lambda tool: tool.name)
def test_a_program_builds_an_index_and_answers_from_it(
    tool: Contender, runner: Runner, folder: Path, tmp_path: Path
) -> None:
    """Every question is answered in turn by ids of the corpus, the right one first, with times and memory."""
    store = tmp_path / "store"
    store.mkdir()
    built = runner.build(tool, PYTHON, folder / "corpus.jsonl", store)
    assert built.passages == 3
    assert built.seconds > 0
    puts = [Put("a", "How long does dough rest?", ""), Put("b", "What must be carried?", "I have a boat.")]
    session = runner.answer(tool, PYTHON, store, puts)
    assert [answer.ranking[0] for answer in session.answers] == ["bread", "boats"]
    assert all(set(answer.ranking) <= {"kites", "bread", "boats"} for answer in session.answers)
    assert session.cold_seconds * 1000 > session.answers[0].ms > 0
    assert session.peak_mb > 1
    assert session.resident_mb > 1


def test_a_question_without_words_is_answered_by_nothing(runner: Runner, folder: Path, tmp_path: Path) -> None:
    """Punctuation alone finds nothing and breaks nothing."""
    runner.build(SQLITE, PYTHON, folder / "corpus.jsonl", tmp_path)
    session = runner.answer(SQLITE, PYTHON, tmp_path, [Put("a", '?! "', "")])
    assert session.answers[0].ranking == ()


def test_a_program_that_fails_says_why(runner: Runner, folder: Path, tmp_path: Path) -> None:
    """The last line of what it said is the reason."""
    with pytest.raises(ToolFailed, match="no_such_program"):
        runner.build(BROKEN, PYTHON, folder / "corpus.jsonl", tmp_path)


def test_the_comparison_goes_on_without_a_tool_that_fails(runner: Runner, folder: Path, tmp_path: Path) -> None:
    """Signpost and SQLite are compared in both settings over all questions; the broken tool is named."""
    plan = Plan(folder, read_benchmark(folder), rounds=2, builds=1)
    tools = dict.fromkeys((SIGNPOST, SQLITE, BROKEN), PYTHON)
    told: list[str] = []
    compared = compare(plan, tools, runner, tmp_path / "stores", told.append)
    assert [tool.name for tool in compared.tools] == ["signpost", "sqlite-fts5"]
    assert "no_such_program" in compared.left_out["broken"]
    assert set(compared.quality) == {ALONE, SITUATED}
    assert compared.quality[SITUATED]["signpost"].columns["hit@1"] == 1.0
    assert compared.speeds["signpost"].slower[ALONE] == 1.0
    assert json.loads(json.dumps(compared.as_data()))["speed"]["sqlite-fts5"]["rate"] > 0
    assert any("SQLite FTS5: 3 passages indexed" in line for line in told)


def test_signpost_must_work(folder: Path, tmp_path: Path) -> None:
    """Where Signpost's own program fails there is nothing to compare with."""
    runner = Runner(REPOSITORY, tmp_path / "logs", {"SIGNPOST_ENCODER": str(tmp_path / "nowhere")})
    plan = Plan(folder, read_benchmark(folder), rounds=1, builds=1)
    with pytest.raises(ToolFailed, match="no encoder"):
        compare(plan, {SIGNPOST: PYTHON}, runner, tmp_path / "stores", lambda _: None)
