"""Reminders on Telegram: sent unasked at the deadline, with buttons that last, never lost and never twice unmarked."""

# ruff: noqa: ASYNC110  # what these tests wait for is another process or server, which sets no event here

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot import phrases
from bot.front.messages import Message
from bot.front.telegram import reminding, sending
from bot.journal import in_memory, open_journal
from tests.bot.clocks import DUE, MONDAY, a_clock
from tests.bot.front.conftest import counter_over
from tests.bot.front.telegram.bot_api import BotApi, error
from tests.bot.front.telegram.conftest import Bench
from tests.bot.front.test_escalation_clocks import Offers

PROJECT = Path(__file__).resolve().parents[4]
CHAT = 7


class Hand:
    """The time that the front and its counter are told."""

    def __init__(self) -> None:
        self.moment = MONDAY

    def __call__(self) -> float:
        return self.moment.timestamp()


@pytest.fixture
def hand(monkeypatch: pytest.MonkeyPatch) -> Hand:
    monkeypatch.setattr(reminding, "EVERY", 0.02)
    return Hand()


@pytest.fixture
async def timed(server: BotApi, kept: Path, hand: Hand) -> AsyncIterator[Bench]:
    journal = open_journal(kept)
    yield Bench(server, Offers(), journal, now=hand)
    journal.close()


def reminders(server: BotApi) -> list[dict[str, Any]]:
    return [one for one in server.messages() if "REMINDER" in one["text"]]


def owner_of(chat: int) -> str:
    return counter_over(Offers(), in_memory()).sender(Message("telegram", str(chat), ""))


async def test_a_reminder_comes_unasked_and_is_answered(timed: Bench, hand: Hand) -> None:
    """Started by a message, reminded of at the deadline, once; its buttons still work after other replies."""
    async with timed.running(clock=lambda: hand.moment):
        timed.server.say("start the clock", chat=CHAT)
        await timed.until(lambda: any("CLOCK STARTED" in text for text in timed.server.sent()))
        await timed.quiet()
        assert not reminders(timed.server)
        hand.moment = DUE
        await timed.until(lambda: reminders(timed.server))
        timed.server.say("who do I call", chat=CHAT)
        await timed.until(lambda: any("answer to" in text for text in timed.server.sent()))
        await timed.quiet()
        (sent,) = reminders(timed.server)
        assert sent["chat_id"] == CHAT and "REMINDER" not in timed.server.sent()[-1]
        rows = sent["reply_markup"]["inline_keyboard"]
        assert [row[0]["text"] for row in rows[:3]] == ["Resolved", "Not resolved: next stage", "Remind me tomorrow"]
        timed.server.press(rows[1][0]["callback_data"], chat=CHAT)
        await timed.until(lambda: any("NEXT: Stage Three" in text for text in timed.server.sent()))
        assert not timed.journal.clocks.of(owner_of(CHAT))


async def test_after_hours_it_waits_for_the_morning(timed: Bench, hand: Hand) -> None:
    """A front that was off at the deadline and comes up at night reminds when somebody is at work."""
    owner = owner_of(CHAT)
    timed.journal.clocks.start(owner, a_clock(), MONDAY, "telegram", str(CHAT))
    hand.moment = DUE + timedelta(hours=5)
    async with timed.running(clock=lambda: hand.moment):
        await timed.quiet(0.2)
        assert not reminders(timed.server)
        hand.moment = DUE + timedelta(hours=16)
        await timed.until(lambda: reminders(timed.server))


async def test_a_clock_in_doubt_sends_nothing(timed: Bench, hand: Hand) -> None:
    """Withheld while the time cannot be believed, sent when it can."""
    timed.journal.clocks.start(owner_of(CHAT), a_clock(), MONDAY, "telegram", str(CHAT))
    hand.moment, sure = DUE, []
    async with timed.running(clock=lambda: hand.moment, trusted=lambda: bool(sure)):
        await timed.quiet(0.2)
        assert not reminders(timed.server)
        sure.append(True)
        await timed.until(lambda: reminders(timed.server))


def put_off(timed: Bench, hand: Hand) -> bool:
    (view,) = timed.journal.clocks.of(owner_of(CHAT))
    return view.remind is not None and view.remind > hand.moment


async def test_a_reminder_that_telegram_would_not_take_comes_later(
    timed: Bench, hand: Hand, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Given up after its tries, it is reminded of again a quarter of an hour later, marked."""
    monkeypatch.setattr(sending, "MOST_TRIES", 2)
    hand.moment = DUE - timedelta(hours=3)
    early = a_clock(due=hand.moment, remind=hand.moment)
    timed.journal.clocks.start(owner_of(CHAT), early, MONDAY, "telegram", str(CHAT))
    faults = [error(502, "x"), error(502, "x")]
    timed.server.fault = lambda method, _: faults.pop() if faults and method == "sendMessage" else None
    async with timed.running(clock=lambda: hand.moment):
        await timed.until(lambda: put_off(timed, hand))
        hand.moment += timedelta(minutes=16)
        await timed.until(lambda: reminders(timed.server))
        assert phrases.REMINDER_AGAIN[:20] in reminders(timed.server)[0]["text"]


async def test_kills_lose_and_double_no_reminder(server: BotApi, kept: Path) -> None:
    """Killed again and again while reminders go out: each clock's comes, and a second time only marked."""
    clocks = 24
    journal = open_journal(kept)
    counter = counter_over(Offers(), journal)
    for chat in range(1, clocks + 1):
        owner = counter.sender(Message("telegram", str(chat), ""))
        journal.clocks.start(owner, a_clock(), MONDAY, "telegram", str(chat))
    journal.close()
    for round_ in range(3):
        process = await asyncio.create_subprocess_exec(
            sys.executable, str(Path(__file__).with_name("killed_front.py")), str(kept), server.url, DUE.isoformat(),
            cwd=PROJECT, env={**os.environ, "PYTHONPATH": str(PROJECT)}, stderr=asyncio.subprocess.DEVNULL,
        )  # fmt: skip
        wanted = clocks if round_ == 2 else min(clocks, 8 * (round_ + 1))
        async with asyncio.timeout(40):
            while len({one["chat_id"] for one in reminders(server)}) < wanted:
                await asyncio.sleep(0.002)
        process.kill()
        await process.wait()
    for chat in range(1, clocks + 1):
        told = [one["text"] for one in reminders(server) if one["chat_id"] == chat]
        assert told, chat
        assert all(text.startswith(phrases.SENT_AGAIN) for text in told[1:]), told
