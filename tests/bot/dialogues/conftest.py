"""The whole path, once for all dialogues: real Rasa, real actions over the demonstration, and a counter as it is wired."""

import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from bot.front.counter import Counter
from bot.front.last_known import last_known
from bot.front.privacy_guard import guard
from bot.front.rasa import Understanding
from bot.journal import in_memory
from bot.processes import Places, Running, start
from knowledge.calendar import LONDON
from knowledge.library import Library
from tests.bot.demonstration import ENCODER, HOME
from tests.bot.front.conftest import counter_over

MONDAY = datetime(2026, 11, 23, 10, 0, tzinfo=LONDON)
_PATIENCE = 20.0  # seconds; build machines are busy, and how fast an answer must come is another test's affair


@pytest.fixture(scope="session")
def speaking(
    places: Places, model: Path, library: Library, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Running]:
    """Rasa and the real actions over the demonstration."""
    actions = (sys.executable, "-m", "bot.actions", "--home", str(HOME), "--encoder", str(ENCODER))
    tracker = tmp_path_factory.mktemp("dialogues") / "tracker.sqlite"
    with start(places, model, actions=actions, tracker=tracker) as servers:
        yield servers


def counter_at(understanding: Understanding, library: Library) -> Counter:
    """A counter as the command wires it, with a journal in memory and the clock at MONDAY."""
    known = last_known(library.current(), MONDAY)
    return counter_over(
        understanding,
        in_memory(),
        known,
        clock=lambda: MONDAY,
        screen=guard(lambda: known),
        answer_within=_PATIENCE,
    )


@pytest.fixture
def patience() -> float:
    """Seconds that Rasa may take."""
    return _PATIENCE
