"""The demonstration, indexed once for all tests of the conversations."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.conversations import Thread, Turn
from knowledge.answers import Shelf
from knowledge.calendar import LONDON
from knowledge.encoder import Form
from knowledge.encoder.folder import whole
from knowledge.encoder.onnx_form import OnnxEncoder
from knowledge.encoder.weights import packaged, read_weights
from knowledge.library import Library
from scraper.reindex import publish, reindex
from signpost.demonstration import sources

_PROJECT = Path(__file__).parents[3]
_HOME = _PROJECT / "var" / "test-demonstration"  # keeps its vectors between runs
FRIDAY = datetime(2026, 11, 20, 15, 0, tzinfo=LONDON)


@pytest.fixture(scope="session")
def library() -> Library:
    """The published demonstration."""
    folder = _PROJECT / "var" / "encoder"
    if not whole(folder, read_weights(packaged()).digest):
        from knowledge.encoder.export import export

        export(folder)
    manuals = _PROJECT / "training_data" / "manual"
    made = reindex(_HOME, sources(manuals), OnnxEncoder(folder, Form.FP32), lambda: datetime.now(UTC), lambda _: None)
    publish(_HOME, made.generation, override="a test", second_person="a test")
    return Library(_HOME, OnnxEncoder(folder, Form.INT8))


@pytest.fixture(scope="session")
def shelf(library: Library) -> Shelf:
    """The open generation."""
    return library.current()


def turn(text: str, intent: str = "nlu_fallback", *, area: str = "Ambleford", thread: Thread | None = None) -> Turn:
    """A turn on a Friday afternoon."""
    return Turn(text, intent, 0.9, FRIDAY, area=area, thread=thread or Thread())
