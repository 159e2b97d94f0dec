"""What the programs printed becomes figures, aims and tables."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.comparison import part, turned
from benchmarks.contenders import PEERS, SIGNPOST, UnknownPeer, chosen
from benchmarks.running import Answer, Built, Session
from benchmarks.scoring import (
    Aim,
    Difference,
    Quality,
    aims,
    different,
    paired_difference,
    percentile,
    qualities,
    speed,
)
from benchmarks.tables import aims_table, cost_table, quality_table, speed_table, table
from knowledge.evaluation import GradedQuestion

TXTAI = next(peer for peer in PEERS if peer.name == "txtai")
QUESTIONS = (
    GradedQuestion("one", "what?", "", {"a": 1}),
    GradedQuestion("two", "who?", "", {"b": 1}),
)
FOUND = {
    "signpost": {"one": ("a", "b"), "two": ("b", "a")},
    "txtai": {"one": ("a", "b"), "two": ("a", "b")},
}


def session(*ms: float, cold: float = 1.0) -> Session:
    answers = tuple(Answer(str(number), ("a",), one) for number, one in enumerate(ms))
    return Session(cold, answers, resident_mb=100.0, peak_mb=120.0, busy=1.0)


def speeds_of(ours: float, theirs: float) -> dict[str, object]:
    own, other = [{"question": session(90, ours, ours)}], [{"question": session(900, theirs, theirs)}]
    built = [Built(100, 2.0, 50.0)]
    return {"signpost": speed(built, own, own), "txtai": speed(built, other, own)}


def test_quality_counts_each_question_and_says_how_far_behind() -> None:
    """A tool that puts one of two right documents second is behind in hits and in nDCG."""
    found = qualities(QUESTIONS, FOUND, "signpost")
    assert found["signpost"].columns["hit@1"] == 1.0
    assert found["signpost"].beside == {}
    assert found["txtai"].columns["hit@1"] == 0.5
    assert found["txtai"].columns["MRR@10"] == 0.75
    beside = found["txtai"].beside["hit@1"]
    assert beside.mean == -0.5
    assert beside.low <= beside.mean <= beside.high <= 0


def test_the_first_question_of_a_process_is_the_cold_starts() -> None:
    """p50 and p95 leave it out; the ratio is round by round."""
    speeds = speeds_of(ours=5, theirs=20)
    assert speeds["signpost"].p50 == {"question": 5}  # type: ignore[attr-defined]
    assert speeds["txtai"].slower == {"question": 4}  # type: ignore[attr-defined]
    assert speeds["txtai"].rate == 50  # type: ignore[attr-defined]


@pytest.mark.parametrize(("theirs", "met"), [(20, True), (12, False)])
def test_an_aim_is_met_or_missed_by_the_figures(theirs: float, met: bool) -> None:
    """Three times as fast as a hybrid tool, or not."""
    quality = {"question": qualities(QUESTIONS, FOUND, "signpost")}
    found = aims((SIGNPOST, TXTAI), quality, speeds_of(5, theirs), passages=2)  # type: ignore[arg-type]
    assert {aim.aim: aim.met for aim in found}["3 times as fast as txtai, hybrid"] is met
    assert all(aim.met for aim in found if aim.aim.startswith("first on"))


def test_an_aim_that_is_missed_says_so() -> None:
    """A peer that wins a column is named with its figure."""
    quality = {"question": qualities(QUESTIONS, {"signpost": FOUND["txtai"], "txtai": FOUND["signpost"]}, "signpost")}
    found = aims((SIGNPOST, TXTAI), quality, speeds_of(5, 20), passages=2)  # type: ignore[arg-type]
    first = found[0]
    assert (first.aim, first.met) == ("first on hit@1, question", False)
    assert first.figures == "0.500; best other 1.000, txtai, hybrid (not told apart by these questions)"


def test_tables_line_up_and_star_the_best() -> None:
    """Every line of a table is as wide as its rule allows; the best figure of a column has a star."""
    columns = dict.fromkeys(("hit@1", "hit@5", "recall@10", "MRR@10", "nDCG@10"), 0.5)
    ours = Quality({**columns, "hit@1": 0.75}, {})
    theirs = Quality(columns, {column: Difference(-0.1, -0.2, 0.0) for column in ("hit@1", "nDCG@10")})
    shown = quality_table("question", (SIGNPOST, TXTAI), {"signpost": ours, "txtai": theirs})
    lines = shown.splitlines()
    assert lines[2].startswith("Signpost")
    assert "0.750*" in lines[2]
    assert "0.500 " in lines[3]
    assert lines[3].endswith("-0.100 (-0.200 to +0.000)")
    speeds = speeds_of(5, 20)
    assert speed_table("question", (SIGNPOST, TXTAI), speeds).endswith("20.0    20.0  4.0")  # type: ignore[arg-type]
    assert cost_table((SIGNPOST, TXTAI), speeds).endswith("1.00  100          50     1.00")  # type: ignore[arg-type]
    assert "MISSED" in aims_table([Aim("fast", False, "slow")])


@given(st.lists(st.tuples(st.text("ab1.,*", max_size=6), st.text("ab1.,*", max_size=6)), min_size=1, max_size=5))
def test_no_cell_is_lost(rows: list[tuple[str, str]]) -> None:
    """Whatever the cells hold, each stands in its line."""
    lines = table(["one", "two"], rows).split("\n")
    assert len(lines) == len(rows) + 2
    for row, line in zip(rows, lines[2:], strict=True):
        assert all(cell.strip() in line for cell in row)


@given(st.lists(st.floats(0, 1e6), min_size=1), st.integers(1, 100))
def test_a_percentile_is_a_value_that_was_measured(values: list[float], percent: int) -> None:
    """At least so many in a hundred values are at or below it."""
    found = percentile(values, percent)
    assert found in values
    assert sum(value <= found for value in values) * 100 >= percent * len(values)


@given(st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), min_size=1, max_size=20))
def test_a_difference_lies_between_its_limits(pairs: list[tuple[float, float]]) -> None:
    """The bootstrap's limits are in order, and the same answers give the same interval."""
    ones, others = zip(*pairs, strict=True)
    found = paired_difference(ones, others, [str(number // 2) for number in range(len(ones))])
    assert found.low <= found.high
    assert paired_difference(ones, others, [str(number // 2) for number in range(len(ones))]) == found


def test_questions_of_the_same_words_count_once_and_are_drawn_together() -> None:
    """One answer that counts many times widens the limits; counted once, it is one question."""
    same = [GradedQuestion(str(number), "again?", "", {"a": 1}) for number in range(8)]
    others = [GradedQuestion(f"other {number}", f"{number}?", "", {"a": 1}) for number in range(8)]
    assert different([*same, *others]) == (same[0], *others)
    better, level = [1.0] * 8 + [0.0] * 8, [0.0] * 16
    together = paired_difference(better, level, ["again?"] * 8 + [str(number) for number in range(8)])
    apart = paired_difference(better, level, [str(number) for number in range(16)])
    assert together.mean == apart.mean == 0.5
    assert together.low < apart.low


@given(st.integers(0, 40), st.integers(1, 9))
def test_rounds_share_the_questions_out(count: int, rounds: int) -> None:
    """Every question is put once, whatever the number of rounds."""
    questions = [GradedQuestion(str(number), "?", "", {}) for number in range(count)]
    shared = [one.id for number in range(rounds) for one in part(questions, number, rounds)]
    assert sorted(shared) == sorted(one.id for one in questions)


def test_each_round_begins_with_another_tool() -> None:
    """The order turns by one, so that nobody is always first."""
    assert [turned((SIGNPOST, TXTAI), number)[0] for number in range(3)] == [SIGNPOST, TXTAI, SIGNPOST]


def test_peers_are_chosen_by_name() -> None:
    """Signpost is always there; an unknown name is answered with those that are known."""
    assert [tool.name for tool in chosen(["txtai"])] == ["signpost", "txtai"]
    assert len(chosen([""])) == 8
    with pytest.raises(UnknownPeer, match=r'"nobody" is not a peer.*bm25s, sqlite-fts5'):
        chosen(["nobody"])
