"""Clocks in the journal: none lost and none told twice, whatever is killed; an old button never means a newer clock."""

import asyncio
import os
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.journal import Journal, open_journal
from bot.journal.outbox import Outgoing
from tests.bot.clocks import DUE, MONDAY, a_clock

PROJECT = Path(__file__).resolve().parents[3]
WRITER = """
import sys
from pathlib import Path
from bot.journal import open_journal
from tests.bot.clocks import MONDAY, a_clock
journal = open_journal(Path(sys.argv[1]))
while True:
    print(journal.clocks.start("a", a_clock(), MONDAY, "test", "7").number, flush=True)
"""


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    opened = open_journal(tmp_path / "journal.sqlite")
    yield opened
    opened.close()


def test_what_is_started_is_there_after_a_restart(journal: Journal, tmp_path: Path) -> None:
    """Each conversation has its own, whole, with its own numbers."""
    first = journal.clocks.start("a", a_clock(), MONDAY)
    assert (first.number, first.reference) == (1, "ref 1")
    assert journal.clocks.start("b", a_clock(), MONDAY).number == 1
    assert journal.clocks.start("a", a_clock(reference="AB 12"), MONDAY).reference == "AB 12"
    journal.close()
    again = open_journal(tmp_path / "journal.sqlite")
    assert [view.number for view in again.clocks.of("a")] == [1, 2] and again.clocks.of("a")[0] == first
    again.close()


def test_a_number_never_comes_back(journal: Journal) -> None:
    """What an old button or a person's note says still means no other clock; of the ended one nothing else is left."""
    journal.clocks.start("a", a_clock(), MONDAY, "telegram", "4711")
    journal.clocks.end("a", 1, MONDAY)
    assert journal.clocks.of("a") == () and journal.clocks.start("a", a_clock(), MONDAY).number == 2
    journal.clocks.change("a", a_clock(number=1), MONDAY)
    assert [view.number for view in journal.clocks.of("a")] == [2], "an ended clock is not changed"


def test_a_reminder_is_told_once(journal: Journal) -> None:
    """The note and the call are one commit; a second attempt with the same finding puts nothing into the outbox."""
    journal.clocks.start("a", a_clock(), MONDAY, "telegram", "7")
    assert journal.clocks.due(DUE - timedelta(seconds=1)) == ()
    (kept,) = journal.clocks.due(DUE)
    call = [Outgoing("a", 7, "{}", DUE.timestamp())]
    assert journal.clocks.tell(kept, call) and not journal.clocks.tell(kept, call)
    assert journal.clocks.due(DUE + timedelta(days=9)) == () and journal.outbox.conversations() == ["a"]
    journal.clocks.remind_again("a", [1], DUE + timedelta(hours=1))
    (kept,) = journal.clocks.due(DUE + timedelta(hours=1))
    assert kept.told == 1, "so that it is marked as given before"


@pytest.mark.parametrize("act", ["end", "put off"])
def test_a_clock_that_was_answered_meanwhile_is_not_told(journal: Journal, act: str) -> None:
    """Stopped or put off between the look and the commit: no reminder goes out."""
    view = journal.clocks.start("a", a_clock(), MONDAY, "telegram", "7")
    (kept,) = journal.clocks.due(DUE)
    if act == "end":
        journal.clocks.end("a", 1, DUE)
    else:
        journal.clocks.change("a", a_clock(number=view.number, remind=DUE + timedelta(days=1)), DUE)
    assert not journal.clocks.tell(kept, [Outgoing("a", 7, "{}", 0.0)]) and journal.outbox.head("a") is None


def test_forgetting_leaves_no_clock(journal: Journal) -> None:
    """/forget deletes a conversation's clocks with everything else of it."""
    journal.clocks.start("a", a_clock(), MONDAY)
    journal.clocks.start("b", a_clock(), MONDAY)
    journal.forget("a")
    assert journal.clocks.of("a") == () and len(journal.clocks.of("b")) == 1


async def test_a_killed_front_loses_no_clock(tmp_path: Path) -> None:
    """Kill -9 in the middle of starting clocks: every one that was told to be started is there, under its number."""
    place, told = tmp_path / "journal.sqlite", 0
    for _ in range(3):
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-c", WRITER, str(place), stdout=asyncio.subprocess.PIPE,
            cwd=PROJECT, env={**os.environ, "PYTHONPATH": str(PROJECT)},
        )  # fmt: skip
        assert process.stdout
        async with asyncio.timeout(30):
            for _ in range(20):
                told = int(await process.stdout.readline())
        process.kill()
        await process.wait()
    journal = open_journal(place)
    numbers = [view.number for view in journal.clocks.of("a")]
    assert numbers == list(range(1, len(numbers) + 1)) and len(numbers) >= told >= 60
    journal.close()
