"""The evaluation on the built-in questions holds its floors. The manuals are indexed once and kept between runs."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from signpost.command import signpost
from signpost.question_sets import BUILT_IN

HOME = Path(__file__).parents[2] / "var"


@pytest.fixture(scope="module")
def run(encoder_folder: Path) -> Result:
    """`signpost evaluate --json`, once."""
    return CliRunner().invoke(
        signpost,
        ["evaluate", "--json", "--no-pages"],
        env={"SIGNPOST_HOME": str(HOME), "SIGNPOST_ENCODER": str(encoder_folder)},
    )


def test_floors_hold(run: Result) -> None:
    """No figure is below its floor, and the exit status says so."""
    assert json.loads(run.stdout)["below_floor"] == []
    assert run.exit_code == 0


def test_every_quotation_is_exact(run: Result) -> None:
    """Of every answer to every golden question, every quotation stands in its stored passage."""
    for name, summary in json.loads(run.stdout)["questions"].items():
        assert summary["quotes"] > 100, name
        assert summary["verbatim"] == 1.0, name


def test_enough_questions_and_near_misses(run: Result) -> None:
    """At least 240 questions on the demonstration and 60 on another manual, a quarter of each without an answer."""
    sets = json.loads(run.stdout)["questions"]
    own = [sets["calibrate"], sets["report"]]
    assert sum(one["questions"] for one in own) >= 240
    assert sets["other_manual"]["questions"] >= 60
    for one in (*own, sets["other_manual"]):
        assert 1 - one["answerable"] / one["questions"] >= 0.25


def test_weights_are_of_the_questions_kept_for_calibrating() -> None:
    """The shipped weights say which questions they were fitted on, and those are the ones that are here."""
    import hashlib

    from knowledge.answers.support.weights import PATH

    made = json.loads(PATH.read_text(encoding="utf-8"))["provenance"]
    assert made["questions"] == "calibrate.jsonl"
    assert made["sha256"] == hashlib.sha256((BUILT_IN / "calibrate.jsonl").read_bytes()).hexdigest()


def test_a_folder_without_questions(tmp_path: Path, encoder_folder: Path) -> None:
    """It is said plainly, and nothing is measured."""
    found = CliRunner().invoke(
        signpost,
        ["evaluate", "--questions", str(tmp_path)],
        env={"SIGNPOST_HOME": str(tmp_path), "SIGNPOST_ENCODER": str(encoder_folder)},
    )
    assert "There are no questions" in str(found.exception)
