"""A clock that jumped is noticed, doubted for an hour, and then believed again; nothing is purged by it."""

import asyncio
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot import phrases
from bot.front.nightly import keep_clean
from bot.front.timekeeping import JUMP, LONG_OFF, SETTLED, Timekeeper
from bot.journal import Housekeeping, JournalFailure, Purged, Retention, Threads, in_memory
from bot.replies import Deadline, Outcome, Reply
from tests.bot.front.conftest import NOW, Remembers, counter_over, message


@dataclass
class Clocks:
    """A wall clock and a steady one."""

    wall: float = 1_000_000.0
    steady: float = 50.0

    def pass_by(self, seconds: float, jump: float = 0.0) -> None:
        self.steady += seconds
        self.wall += seconds + jump


@pytest.mark.parametrize("jump", [JUMP + 1, -JUMP - 1, 86_400 * 365, -86_400 * 365])
def test_a_jump_is_noticed_and_got_over(jump: float, caplog: pytest.LogCaptureFixture) -> None:
    """Forward or back: doubted at once, logged once, believed after an hour without another."""
    clocks = Clocks()
    keeper = Timekeeper(lambda: clocks.wall, lambda: clocks.steady)
    clocks.pass_by(5, jump)
    assert not keeper.is_sure()
    clocks.pass_by(SETTLED - 1)
    assert not keeper.is_sure()
    clocks.pass_by(1)
    assert keeper.is_sure()
    assert len([one for one in caplog.records if "jumped" in one.message]) == 1


def test_a_clock_that_is_being_corrected_is_believed() -> None:
    """Small corrections and long waits are no jumps."""
    clocks = Clocks()
    keeper = Timekeeper(lambda: clocks.wall, lambda: clocks.steady)
    for _ in range(100):
        clocks.pass_by(86_400, 2)
        assert keeper.is_sure()


def test_a_clock_that_comes_back_is_believed_at_once() -> None:
    """A wrong time for a moment costs no hour; another jump begins the hour anew."""
    clocks = Clocks()
    keeper = Timekeeper(lambda: clocks.wall, lambda: clocks.steady)
    clocks.pass_by(5, 9000)
    assert not keeper.is_sure()
    clocks.pass_by(5, -9000)
    assert keeper.is_sure()
    clocks.pass_by(5, 9000)
    assert not keeper.is_sure()
    clocks.pass_by(SETTLED - 1, 9000)
    assert not keeper.is_sure()
    clocks.pass_by(SETTLED - 1)
    assert not keeper.is_sure()


@pytest.mark.parametrize(("away", "sure"), [(-3600.0, False), (LONG_OFF + 1, False), (4 * 86_400.0, True)])
def test_a_restart_with_another_time_is_doubted(away: float, *, sure: bool) -> None:
    """A machine that comes up earlier than it went down, or months later, must go on evenly first; a long weekend is none."""
    beats, clocks = in_memory().beats, Clocks(wall=1_800_000_000.0)
    assert Timekeeper(lambda: clocks.wall, lambda: clocks.steady, beats).is_sure()
    clocks.wall, clocks.steady = clocks.wall + away, 0.0
    keeper = Timekeeper(lambda: clocks.wall, lambda: clocks.steady, beats)
    assert keeper.is_sure() is sure
    clocks.pass_by(SETTLED)
    assert keeper.is_sure()


async def test_deadlines_are_withheld_while_it_is_doubted() -> None:
    """A question asked just after a jump gets its limit without a date; an hour later with one."""
    due = datetime(2026, 11, 24, 17, tzinfo=UTC)
    limit = Deadline("within 1 working day", 1.0, "working days", "", "", due, (), 1)
    words = phrases.DUE_IF_NOW.format(due="17:00, Tuesday 24 November 2026")
    understanding = Remembers(answers=lambda _: Reply(Outcome.ANSWERED, f"- limit: {words}", deadlines=(limit,)))
    clocks = Clocks()
    keeper = Timekeeper(lambda: clocks.wall, lambda: clocks.steady)
    counter = counter_over(understanding, in_memory(), trusted=keeper.is_sure)
    clocks.pass_by(1, -86_400)
    reply = (await counter.serve(message("how long have they got"))).reply
    assert "24 November" not in reply.message and phrases.DUE_NOT_COUNTED in reply.message
    clocks.pass_by(SETTLED)
    assert words in (await counter.serve(message("how long have they got"))).reply.message


@dataclass
class Purges(Housekeeping):
    """Housekeeping that only remembers."""

    moments: list[float] = field(default_factory=list)
    compacted: int = 0
    fails: bool = False

    def purge(self, now: float) -> Purged:
        self.moments.append(now)
        if self.fails:
            raise JournalFailure("canary")
        return Purged()

    def compact(self) -> None:
        self.compacted += 1


async def _run(purges: Purges, keeper: Timekeeper, hour: int) -> None:
    work = asyncio.create_task(keep_clean(purges, lambda: NOW.replace(hour=hour), keeper, first=0, every=0.005))
    await asyncio.sleep(0.1)
    work.cancel()
    with pytest.raises(asyncio.CancelledError):
        await work


async def test_the_front_purges_by_itself() -> None:
    """Again and again, and writes the files anew at night only."""
    by_day, by_night = Purges(), Purges()
    await _run(by_day, Timekeeper(), 10)
    await _run(by_night, Timekeeper(), 3)
    assert len(by_day.moments) > 1 and by_day.compacted == 0 and by_night.compacted > 1


async def test_nothing_is_purged_by_a_doubtful_clock() -> None:
    """A clock that says next year would delete everything."""
    clocks, purges = Clocks(), Purges()
    keeper = Timekeeper(lambda: clocks.wall, lambda: clocks.steady)
    clocks.pass_by(1, 86_400 * 365)
    await _run(purges, keeper, 10)
    assert not purges.moments


async def test_a_purge_that_fails_is_tried_again(caplog: pytest.LogCaptureFixture) -> None:
    """A locked database costs one purge, and nothing of it is logged but its kind."""
    purges = Purges(fails=True)
    await _run(purges, Timekeeper(), 10)
    assert len(purges.moments) > 1 and "JournalFailure" not in caplog.text and "canary" not in caplog.text
    assert "could not be deleted" in caplog.text


def test_real_housekeeping_runs_on_an_empty_journal(tmp_path: Path) -> None:
    """Nothing to do is done without an error."""
    journal = in_memory()
    keeping = Housekeeping(journal, Threads(tmp_path / "none.sqlite"), tmp_path / "run", Retention())
    assert keeping.purge(NOW.timestamp()) == Purged()
    keeping.compact()
