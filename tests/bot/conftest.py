"""One Rasa server for the whole session, with the real actions over a conversation that says back what it was given."""

import itertools
import sys
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from bot.front.rasa import Understanding
from bot.processes import Places, Running, start, train
from knowledge.answers import Shelf
from knowledge.library import Library
from tests.bot.demonstration import published

PROJECT = Path(__file__).resolve().parents[2]
STAND_IN = (sys.executable, str(PROJECT / "tests" / "bot" / "processes" / "stand_in.py"))


@pytest.fixture(scope="session")
def library() -> Library:
    """The published demonstration."""
    return published()


@pytest.fixture(scope="session")
def shelf(library: Library) -> Shelf:
    """The open generation."""
    return library.current()


@pytest.fixture(scope="session")
def places() -> Places:
    """The set-up's own places, so that a model trained once serves every run until its inputs change."""
    found = Places(PROJECT / "var", PROJECT / "var" / "encoder")
    if not found.rasa_python.is_file() or not (found.encoder / "manifest.json").is_file():
        pytest.fail(
            'The Rasa environment or the encoder is missing. Run `make test`, or leave these out: -m "not rasa".'
        )
    return found


@pytest.fixture(scope="session")
def model(places: Places) -> Path:
    """The model for the dialogue as it stands."""
    return train(places)


@pytest.fixture(scope="session")
def running(places: Places, model: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """Rasa and the stand-in action server, with a tracker of their own."""
    tracker = tmp_path_factory.mktemp("tracker") / "tracker.sqlite"
    with start(places, model, actions=STAND_IN, tracker=tracker) as servers:
        yield servers


@pytest.fixture
async def understanding(running: Running) -> AsyncIterator[Understanding]:
    """A client of that server, patient since the machine may be busy."""
    async with Understanding(running.rasa, budget=20.0) as client:
        yield client


_COUNT = itertools.count()


@pytest.fixture
def chat() -> str:
    """A conversation that nobody has used."""
    return f"chat-{next(_COUNT)}"
