"""Rasa, the actions or the index stopped or frozen under load: a safe reply at once, and answers again soon.

Real Rasa, real actions, a real index, watched as `signpost telegram` watches them. The index lives in the action server,
so it is frozen with that; stopped, it is an action server that comes up and finds no generation.
"""

# ruff: noqa: ASYNC110  # what these tests wait for is another process, which sets no event here

import asyncio
import os
import shutil
import signal
import time
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bot import phrases
from bot.front.counter import Counter
from bot.front.last_known import FILE, LastKnownFile
from bot.front.messages import Message
from bot.front.rasa import Understanding
from bot.front.standing_by import refresh_quietly
from bot.journal import in_memory
from bot.processes import Places, Running, start, watched
from bot.replies import Outcome, Reply
from tests.bot import demonstration
from tests.bot.front.conftest import NOW, counter_over

pytestmark = pytest.mark.rasa

CHATS, PAUSE = 4, 0.3  # people at once, and seconds between an answer and the next question
ALL = os.environ.get("SIGNPOST_TEST_FAILURES") == "all"  # the full figure: `make proofs`
SAFE_WITHIN = 2.0 if ALL else 3.0  # seconds for 99 of 100 replies; with few replies that is the slowest of them
RECOVERED_WITHIN = 30.0  # seconds from the failure until answers come again
IN_A_ROW = 5  # answers that make a recovery
PATIENCE = 90.0  # seconds until a test gives up on a recovery: a busy machine must not hang it
QUESTIONS = ("who do I call?", "MASH turned down my referral, what next?", "what are the warning signs of neglect")
RASA, ACTIONS = 0, 1  # places among Running.servers
FAILURES = [(ACTIONS, signal.SIGKILL)]
if ALL:
    FAILURES += [(ACTIONS, signal.SIGSTOP), (RASA, signal.SIGKILL), (RASA, signal.SIGSTOP)]


@dataclass
class Load:
    """People who go on asking. `replies` holds when each was asked, the seconds it took, and what came."""

    counter: Counter
    replies: list[tuple[float, float, Reply]] = field(default_factory=list)

    async def person(self, number: int) -> None:
        while True:
            for question in QUESTIONS:
                asked = time.monotonic()
                served = await self.counter.serve(Message("load", str(number), question, "Ambleford"))
                self.replies.append((asked, time.monotonic() - asked, served.reply))
                await asyncio.sleep(PAUSE)

    def recovered(self, since: float) -> float | None:
        """Seconds after a moment at which the first of IN_A_ROW answers was asked for, None where there is none yet."""
        row: list[float] = []
        for asked, _, reply in self.replies:
            if asked < since:
                continue
            row = [*row, asked] if reply.outcome is not Outcome.UNAVAILABLE else []
            if len(row) == IN_A_ROW:
                return row[0] - since
        return None

    def failed(self) -> bool:
        return any(reply.outcome is Outcome.UNAVAILABLE for _, _, reply in self.replies)

    def slowest(self, since: float) -> float:
        """Seconds within which 99 of 100 replies came that were asked for since a moment."""
        took = sorted(took for asked, took, _ in self.replies if asked >= since)
        return took[min(len(took) - 1, int(0.99 * len(took)))]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the demonstration published in it, that a test may damage."""
    demonstration.published()
    copy = tmp_path_factory.mktemp("failures") / "home"
    shutil.copytree(demonstration.HOME, copy)
    refresh_quietly(copy, (), lambda: NOW)
    return copy


@pytest.fixture(scope="module")
def served(home: Path, places: Places, model: Path) -> Iterator[Running]:
    """Rasa and the actions over it, started again when they fail."""
    with (
        start(Places(home, places.encoder), model, tracker=home / "tracker.sqlite") as running,
        watched(running.servers),
    ):
        yield running


@pytest.fixture
async def load(home: Path, served: Running) -> AsyncIterator[Load]:
    """People asking, who have had their first answers."""
    async with Understanding(served.rasa, 1.9) as understanding:
        over = counter_over(understanding, in_memory(), last_known=LastKnownFile(home / FILE), answer_within=1.9)
        asking = Load(over)
        people = [asyncio.create_task(asking.person(number)) for number in range(CHATS)]
        await until(lambda: asking.recovered(0.0) is not None)
        asking.replies.clear()
        yield asking
        for person in people:
            person.cancel()
        await asyncio.gather(*people, return_exceptions=True)


async def until(seen: Callable[[], bool]) -> None:
    async with asyncio.timeout(PATIENCE):
        while not seen():
            await asyncio.sleep(0.1)


def measured(load: Load, began: float, mended: float, record_property: Callable[[str, str], None], what: str) -> None:
    """What must be true of every failure: it began at one moment, and from another on all was there that is needed."""
    recovered, slowest = load.recovered(mended), load.slowest(began)
    unavailable = [reply for _, _, reply in load.replies if reply.outcome is Outcome.UNAVAILABLE]
    record_property(
        "figures",
        f"{what}: {len(load.replies)} replies, {len(unavailable)} safe cards, p99 {slowest:.2f} s, answers again after {recovered or -1:.1f} s",
    )
    assert unavailable, "nothing failed"
    for reply in unavailable:
        assert "999" in reply.message and phrases.UNAVAILABLE.split("\n", maxsplit=1)[0] in reply.message
        assert "01632 960210" in reply.message, "the front door of the area"
    assert recovered is not None and recovered <= RECOVERED_WITHIN
    assert slowest <= SAFE_WITHIN


@pytest.mark.parametrize(("which", "how"), FAILURES)
async def test_a_server_fails(
    load: Load, served: Running, which: int, how: signal.Signals, record_property: Callable[[str, str], None]
) -> None:
    """Killed or frozen in the middle of questions: safe cards at once, and answers within half a minute."""
    server = served.servers[which]
    assert server.pid is not None
    began = time.monotonic()
    os.killpg(server.pid, how)
    await until(load.failed)
    await until(lambda: load.recovered(began) is not None)
    measured(load, began, began, record_property, f"{server.name} {how.name}")


async def test_the_index_is_gone(
    load: Load, served: Running, home: Path, record_property: Callable[[str, str], None]
) -> None:
    """An action server that comes up and finds no generation says so; once there is one again, it answers from it."""
    there, away = home / "generations", home / "generations.away"
    there.rename(away)
    os.killpg(served.servers[ACTIONS].pid or 0, signal.SIGKILL)
    began = time.monotonic()
    await until(load.failed)
    await asyncio.sleep(3)
    away.rename(there)
    back = time.monotonic()
    await until(lambda: load.recovered(back) is not None)
    measured(load, began, back, record_property, "The index is gone, then there again")
