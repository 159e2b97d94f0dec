"""A counter over an understanding that remembers what it was asked, for tests that need no Rasa."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.conversations.reflection import EXPORTS
from bot.front import wiring
from bot.front.counter import Counter
from bot.front.last_known import LastKnown
from bot.front.messages import Message
from bot.front.rasa import Silence, Why
from bot.front.senders import Senders
from bot.journal import Journal, Threads, in_memory
from bot.replies import Call, CheckItem, CheckList, Outcome, Quote, Reply

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
DOOR = Call("Front Door", ("Here",), ("01632 960111",), ("+441632960111",), (), "9 to 5", False, None, None, None)
NIGHT = Call("Night Team", ("Here",), ("01632 960222",), ("+441632960222",), (), "", True, None, None, None)
THERE = Call("Hub", ("There",), ("01632 960333",), ("+441632960333",), (), "", False, None, None, None)
KNOWN = LastKnown(
    generation="g1",
    read=date(2026, 11, 20),
    areas=("Here", "There"),
    doors=(("", (DOOR, THERE)), ("Here", (DOOR, NIGHT)), ("There", (THERE,))),
    hosts=("manual.example",),
    demonstration=True,
)
QUOTES = (
    Quote(
        1,
        "What did you see?",
        "Learning",
        "Questions",
        ("Section 3",),
        "https://manual.example/q",
        None,
        None,
        "p1",
        learning=True,
    ),
    Quote(2, "What happens next?", "Manual", "Supervision", ("Ending",), "https://manual.example/s", None, None, "p2"),
)
CHECKLIST = CheckList(
    "Reflection: neglect",
    "reflection",
    (CheckItem("What did you see?", 1, "Experience"), CheckItem("What happens next?", 2, "Action")),
    "Think it through.",
)


@dataclass
class Remembers:
    """An understanding that answers at once, remembers what it was asked, and can be told to fail."""

    asked: list[tuple[str, str, dict[str, Any]]] = field(default_factory=list)
    answers: Callable[[str], Reply | Silence] = lambda text: Reply(Outcome.ANSWERED, f"answer to: {text}")
    wait: float = 0.0
    fails: bool = False

    async def reply(self, conversation: str, text: str, metadata: Mapping[str, str | bool]) -> Reply | Silence:
        self.asked.append((conversation, text, dict(metadata)))
        await asyncio.sleep(self.wait)
        if self.fails:
            raise ConnectionError("canary")
        if metadata.get("intent") == "reflect":
            return Reply(Outcome.ANSWERED, "the questions", checklist=CHECKLIST, quotes=QUOTES, choices=EXPORTS)
        return self.answers(text)


@pytest.fixture
def understanding() -> Remembers:
    return Remembers()


@pytest.fixture
def journal() -> Journal:
    return in_memory()


@pytest.fixture
def counter(understanding: Remembers, journal: Journal) -> Counter:
    return counter_over(understanding, journal)


def counter_over(understanding: Any, journal: Journal, known: LastKnown = KNOWN, **changed: Any) -> Counter:
    """A counter wired as the command wires it, but for Rasa, the files and the clock."""
    wired: dict[str, Any] = {
        "senders": Senders(b"k" * 32),
        "last_known": lambda: known,
        "clock": lambda: NOW,
        "threads": Threads(Path("no-tracker-in-these-tests.sqlite")),
        "answer_within": 0.2,
    }
    return wiring.counter_over(understanding, journal, **{**wired, **changed})


def message(text: str, conversation: str = "1", area: str = "") -> Message:
    """A message as a channel hands it in."""
    return Message("test", conversation, text, area)


SILENCES = tuple(Silence(why) for why in Why)
