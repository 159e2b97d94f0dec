"""What names another area, and not the asker's, is never part of an answer."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from knowledge.answers import Answered, NotFound, Question, answer
from knowledge.answers.shelf import Shelf
from knowledge.encoder import Form
from knowledge.encoder.onnx_form import OnnxEncoder
from knowledge.index.contents import Contents
from knowledge.index.files import build, open_generation
from knowledge.manual import Manual, Passage
from knowledge.retrieval import Retriever

_NOW = datetime(2026, 5, 12, 9, 0, tzinfo=UTC)


@pytest.fixture
def shelf(tmp_path: Path, encoder_folder: Path, passage: Callable[..., Passage]) -> Shelf:
    """A manual of two areas that prints both areas' final bodies in one section."""
    text = (
        "The Northmoor Scrutineer must decide a final disagreement within 5 working days.\n"
        "The Southmoor Panel must decide a final disagreement within 10 working days.\n"
        "Both bodies must write to the practitioner."
    )
    manual = Manual("m", "Manual", ("Northmoor", "Southmoor"))
    contents = Contents(
        (manual,), (), (passage(text, manual="m", chapter="Final disagreements", path=("Final decision",)),)
    )
    name = build(tmp_path, contents, OnnxEncoder(encoder_folder, Form.FP32), created=_NOW)
    opened = open_generation(tmp_path, name, OnnxEncoder(encoder_folder, Form.INT8))
    return Shelf(name, opened.contents, Retriever(opened))


@pytest.mark.parametrize(("area", "other", "days"), [("Northmoor", "Southmoor", 5.0), ("Southmoor", "Northmoor", 10.0)])
def test_the_other_area_s_sentence_and_clock_are_left_out(shelf: Shelf, area: str, other: str, days: float) -> None:
    """Each area gets its own body and its own time limit, and what is said of both."""
    found = answer(Question("who must decide a final disagreement and within how many days", _NOW, area=area), shelf)
    if isinstance(found, NotFound):
        pytest.fail(f"nothing was answered: {found.why}")
    assert isinstance(found, Answered)
    shown = [quote.quote for quote in found.citations] + [step.text for step in found.steps]
    assert not [words for words in shown if other in words and area not in words]
    assert {clock.clock.value for clock in found.clocks} <= {days}
