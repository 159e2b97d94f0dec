"""Golden questions: read whole or refused with the line, summed up rightly, held to floors."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from knowledge.answers import Kind
from knowledge.evaluation import (
    EvaluationUnreadable,
    Expected,
    GoldenQuestion,
    Tried,
    breaches,
    read_floors,
    read_golden,
    summarise,
)
from knowledge.evaluation.calibration import Sample, fit

ROW = {"id": "a", "text": "how long", "kind": "clock", "answerable": True, "expect": {"outcome": ["answered"]}}


def _file(folder: Path, *rows: object) -> Path:
    path = folder / "questions.jsonl"
    path.write_text("\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows), encoding="utf-8")
    return path


def test_questions_are_read(tmp_path: Path) -> None:
    """A row gives its question; what is left out is empty."""
    (question,) = read_golden(_file(tmp_path, ROW))
    assert question == GoldenQuestion("a", "how long", "", (), Kind.CLOCK, True, Expected(("answered",)))


@pytest.mark.parametrize("bad", ["{", "[]", json.dumps(ROW | {"kind": "nothing"}), json.dumps({"id": "a"})])
def test_a_bad_row_is_named(tmp_path: Path, bad: str) -> None:
    """A file with a bad row is refused, and the line is named."""
    with pytest.raises(EvaluationUnreadable, match="line 2"):
        read_golden(_file(tmp_path, ROW, bad))


def test_two_of_one_id_and_no_file(tmp_path: Path) -> None:
    """Ids are used once; a missing file is said to be missing."""
    with pytest.raises(EvaluationUnreadable, match="same id"):
        read_golden(_file(tmp_path, ROW, ROW))
    with pytest.raises(EvaluationUnreadable, match="cannot be read"):
        read_golden(tmp_path / "none.jsonl")


def _tried(answerable: bool, outcome: str, **more: Any) -> Tried:
    question = GoldenQuestion(
        "q", "text", "", (), Kind.GENERAL, answerable, Expected(("answered" if answerable else "not_found",))
    )
    given: dict[str, Any] = {
        "support": 0.9 if outcome == "answered" else 0.2,
        "quoted": True,
        "right": outcome in question.expected.outcomes,
        "told_kind": Kind.GENERAL,
        "ranking": ("x", "p"),
        "grades": {"p": 1} if answerable else {},
        "quotes": 2,
        "not_verbatim": (),
        "left_out": (),
        "exception_due": False,
        "exception_shown": False,
    }
    return Tried(question, outcome, **(given | more))


def test_summary_counts() -> None:
    """Two of three answerable answered, one of two unanswerable answered falsely, one quotation of ten not exact."""
    tried = [
        _tried(True, "answered"),
        _tried(True, "answered", exception_due=True, exception_shown=True),
        _tried(True, "not_found"),
        _tried(False, "answered", not_verbatim=("made up",), left_out=("Never.",)),
        _tried(False, "not_found"),
    ]
    summary = summarise(tried)
    assert (summary.questions, summary.answerable, summary.annotated) == (5, 3, 1)
    assert summary.answered == pytest.approx(2 / 3)
    assert summary.right == pytest.approx(2 / 3)
    assert summary.false == pytest.approx(1 / 2)
    assert summary.verbatim == pytest.approx(0.9)
    assert summary.limits == pytest.approx(2 / 3)
    assert summary.exceptions == 1
    assert summary.retrieval.mrr == pytest.approx(1 / 2)
    at = {point.floor: (point.answered, point.false) for point in summary.curve}
    assert at[0.15] == (1.0, 1.0)
    assert at[0.5] == (pytest.approx(2 / 3), 0.5)
    assert at[0.95] == (0.0, 0.0)
    assert (summary.within.answered, summary.within.false) == (
        0.0,
        0.0,
    )  # both answered ones have the false one's support


def test_the_point_within_the_false_answers_allowed() -> None:
    """It is the lowest floor that answers at most one in twenty of the unanswerable."""
    tried = [_tried(True, "answered", support=0.8), _tried(True, "answered", support=0.6)]
    tried += [_tried(False, "not_found", support=0.1 + at / 100) for at in range(19)] + [
        _tried(False, "answered", support=0.7)
    ]
    within = summarise(tried).within
    assert within.answered == 1.0 and within.false == pytest.approx(0.05)
    assert within.floor == pytest.approx(0.2801)


def test_floors(tmp_path: Path) -> None:
    """A figure below its floor is a breach; so is a floor on a figure that is not measured; other sets are left alone."""
    path = tmp_path / "floors.toml"
    path.write_text("[one]\nmrr = 0.5\nlost = 0.1\n[two]\nmrr = 0.9\n", encoding="utf-8")
    found = breaches(read_floors(path), {"one": {"mrr": 0.4}})
    assert [(one.figure, one.measured) for one in found] == [("mrr", 0.4), ("lost", 0.0)]
    assert "one: mrr is 0.400, below its floor of 0.500" in str(found[0])
    assert breaches(read_floors(path), {"one": {"mrr": 0.5, "lost": 0.1}}) == ()
    path.write_text("one = 3", encoding="utf-8")
    with pytest.raises(EvaluationUnreadable):
        read_floors(path)


def test_fit_finds_what_separates() -> None:
    """A feature that separates gets its sign, one that points the wrong way is dropped, and 0.5 is the floor."""
    chance = np.random.default_rng(1)
    right = np.array([1.0, 0.0] * 60)
    rows = np.column_stack([right + chance.normal(0, 0.2, 120), right + chance.normal(0, 0.5, 120)])
    sample = Sample(rows, right, np.ones(120), np.arange(120), right > 0)
    found = fit(sample, ("dense", "hinge"))
    assert found.weights["dense"] > 0
    assert "hinge" not in found.weights  # it speaks against an answer, and here it would have spoken for one
    scores = found.bias + rows[:, 0] * found.weights["dense"]
    assert (scores[right > 0] >= 0).mean() > 0.9
    assert (scores[right == 0] >= 0).mean() <= 0.06
