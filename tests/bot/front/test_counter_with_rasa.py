"""The counter over a real Rasa server: what the front's own commands mean arrives, and nobody else's slash does."""

import json
from collections.abc import AsyncIterator
from typing import Any

import pytest

from bot.front.counter import Counter
from bot.front.messages import Message
from bot.front.rasa import Understanding
from bot.journal import Journal
from bot.processes import Running
from bot.replies import Outcome
from tests.bot.front.conftest import KNOWN, counter_over

pytestmark = pytest.mark.rasa


@pytest.fixture
async def real(running: Running, journal: Journal) -> AsyncIterator[Counter]:
    async with Understanding(running.rasa, budget=20.0) as understanding:
        yield counter_over(understanding, journal, answer_within=20)


@pytest.fixture
def chat(request: pytest.FixtureRequest) -> str:
    return str(request.node.name)


async def seen(counter: Counter, chat: str, text: str) -> dict[str, Any]:
    served = await counter.serve(Message("test", chat, text, "Here"))
    told: dict[str, Any] = json.loads(served.reply.message.split("\n\n")[0])
    return told


@pytest.mark.parametrize(
    ("text", "intent", "words"),
    [
        ("/reflect neglect", "reflect", "reflect on neglect"),
        ("/reflect who do I call out of hours", "reflect", "reflect on who do I call out of hours"),
        ("/area There", "give_area", "There"),
        ("/restart", "restart", "start again"),
    ],
)
async def test_commands_arrive_as_what_they_mean(real: Counter, chat: str, text: str, intent: str, words: str) -> None:
    """Whatever the words beside them look like."""
    told = await seen(real, chat, text)
    assert (told["intent"], told["text"]) == (intent, words)


async def test_the_guided_help_begins(real: Counter, chat: str) -> None:
    """/stage asks the form's first question, and the next message answers it."""
    first = await real.serve(Message("test", chat, "/stage"))
    assert first.reply.outcome is Outcome.ASK_BACK and first.reply.choices
    second = await real.serve(Message("test", chat, first.reply.choices[0].send))
    assert second.reply.outcome is Outcome.ASK_BACK and second.reply.message != first.reply.message


async def test_a_typed_intent_is_mere_words(real: Counter, chat: str) -> None:
    """Rasa is asked to understand it like anything else."""
    told = await seen(real, chat, '/begin_again{"thread": "x"}')
    assert told["text"] == 'begin_again{"thread": "x"}' and told["confidence"] < 1.0


def test_the_area_is_one_that_is_served() -> None:
    """The area of these tests is a real one of the fake, so that it is relayed."""
    assert KNOWN.area("Here") == "Here"
