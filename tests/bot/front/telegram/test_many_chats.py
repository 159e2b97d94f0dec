"""Many chats at once while a tenth of all calls fails: every message is answered, none out of order."""

# ruff: noqa: ASYNC110  # what this test waits for is another server, which sets no event here

import asyncio
import os
import random
import time
from collections import Counter as Tally
from collections.abc import AsyncIterator, Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import telegram

from bot.front.telegram.api import Api
from bot.front.telegram.front import TelegramFront
from bot.journal import open_journal
from bot.settings import FrontSettings
from tests.bot.front.conftest import KNOWN, Remembers, counter_over
from tests.bot.front.telegram.bot_api import TOKEN, Answer, BotApi, error, too_many
from tests.bot.front.telegram.conftest import QUICK

CHATS = int(os.environ.get("SIGNPOST_TEST_CHATS", "60"))  # the full figure: `make proofs`
EACH = 3
SHARE = 0.09  # of calls that fail
PATIENCE = 1.0  # seconds, so that a call without an answer does not hold the test up for the usual ten
KINDS = ("429", "500", "502", "no answer", "bad JSON", "answer lost")


class Impatient(Api):
    """Telegram's interface, given up sooner."""

    async def call(self, method: str, arguments: Mapping[str, Any], patience: float = PATIENCE) -> Any:
        return await super().call(method, arguments, max(patience, 10.0) if method == "getUpdates" else PATIENCE)


class Faults:
    """Fails a share of all calls that send, with every kind of fault in turn."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self.made: Tally[str] = Tally()
        self.calls = 0

    def __call__(self, method: str, _: dict[str, Any]) -> Answer | str | None:
        if method != "sendMessage":
            return None
        self.calls += 1
        if self._random.random() >= SHARE:
            return None
        kind = KINDS[self.made.total() % len(KINDS)]
        self.made[kind] += 1
        faults: dict[str, Answer | str] = {
            "429": too_many(0.1), "500": error(500, "Internal"), "502": error(502, "Bad Gateway"),
            "no answer": "hang", "bad JSON": Answer(200, b"<html>"), "answer lost": "drop",
        }  # fmt: skip
        return faults[kind]


@pytest.fixture
async def front(server: BotApi, understanding: Remembers, tmp_path: Path) -> AsyncIterator[TelegramFront]:
    journal = open_journal(tmp_path / "journal.sqlite")
    settings = FrontSettings(_env_file=None, flood_per_minute=1_000)
    async with Impatient(TOKEN, server.url) as api:
        counter = counter_over(understanding, journal, answer_within=60.0)
        yield TelegramFront(api, counter, journal, lambda: KNOWN, settings, tempo=QUICK, poll_wait=1)
    journal.close()


@pytest.mark.timeout(120 + CHATS)
async def test_all_are_answered_in_order(
    server: BotApi, front: TelegramFront, record_property: Callable[[str, str], None]
) -> None:
    """429, 5xx, no answer, bad JSON and a lost answer, nine calls in a hundred: 0 unanswered, 0 out of order.

    A call whose answer was lost is made again, since nobody knows whether it arrived: a repeat is allowed, a gap is not.
    """
    server.fault = faults = Faults(7)
    work = asyncio.create_task(front.run())
    began = time.monotonic()
    for number in range(EACH):
        for chat in range(1, CHATS + 1):
            server.say(f"message {number}", chat=chat)
    wanted = [f"answer to: message {number}" for number in range(EACH)]
    async with asyncio.timeout(60 + CHATS):
        while any(set(server.sent_to(chat)) < set(wanted) for chat in range(1, CHATS + 1)):
            await asyncio.sleep(0.2)
    took = time.monotonic() - began
    work.cancel()
    await asyncio.gather(work, return_exceptions=True)
    inversions = [chat for chat in range(1, CHATS + 1) if list(dict.fromkeys(server.sent_to(chat))) != wanted]
    record_property(
        "figures",
        f"{CHATS} chats, {CHATS * EACH} messages, {faults.made.total()} of {faults.calls} calls failed "
        f"({dict(faults.made)}): 0 unanswered, {len(inversions)} out of order, {took:.0f} s",
    )
    assert not inversions
    assert len(faults.made) == len(KINDS), "every kind of fault came"


def test_the_faults_are_as_many_as_is_said() -> None:
    """Nine in a hundred, every kind as often as another."""
    faults = Faults(7)
    for _ in range(10_000):
        faults("sendMessage", {})
    assert faults.made.total() / faults.calls == pytest.approx(SHARE, abs=0.01)
    assert max(faults.made.values()) - min(faults.made.values()) <= 1
    assert issubclass(telegram.error.TimedOut, telegram.error.NetworkError), "what an impatient call raises is a fault"
