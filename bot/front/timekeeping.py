"""Notices when the machine's clock was set to another time, so that nothing is counted or deleted by a wrong one."""

import logging
import time
from collections.abc import Callable

from bot.journal import Beats

JUMP = 600.0  # seconds by which a clock that is merely being corrected never moves at once
SETTLED = 3600.0  # seconds without another jump after which the clock is believed again
LONG_OFF = 31 * 86_400.0  # seconds: a machine that was off for longer may have come back with a wrong clock
_NOTE_EVERY = 60.0
logger = logging.getLogger(__name__)


def _steady() -> float:
    """Seconds on a clock that nobody can set, and that goes on while the machine sleeps where it has such a one."""
    return time.clock_gettime(time.CLOCK_BOOTTIME) if hasattr(time, "CLOCK_BOOTTIME") else time.monotonic()


class Timekeeper:
    """Compares the wall clock with one that nobody can set. It notices only what happens between two looks.

    With `beats` it also remembers the last moment over a restart, so that a machine that comes up earlier than it went
    down is doubted. A clock that comes back to where it was is believed at once.
    """

    def __init__(
        self,
        wall: Callable[[], float] = time.time,
        steady: Callable[[], float] = _steady,
        beats: Beats | None = None,
    ) -> None:
        self._wall, self._steady, self._beats = wall, steady, beats
        self._offset = wall() - steady()
        self._doubted: float | None = None  # the offset that is not believed yet
        self._since = steady()
        self._noted = self._since - _NOTE_EVERY
        last = beats.last() if beats else None
        if last is not None and not -JUMP <= wall() - last <= LONG_OFF:
            self._doubt(self._offset, wall() - last)

    def is_sure(self) -> bool:
        """Look; whether the wall clock can be believed now."""
        steady = self._steady()
        offset = self._wall() - steady
        if self._doubted is None:
            if abs(offset - self._offset) > JUMP:
                self._doubt(offset, offset - self._offset)
        elif abs(offset - self._doubted) > JUMP:
            self._jumped_again(offset)
        elif steady - self._since >= SETTLED:
            logger.warning("the clock has gone on evenly for an hour, so it is believed again")
            self._doubted = None
        if self._doubted is not None:
            return False
        self._offset = offset
        self._note(steady)
        return True

    def _jumped_again(self, offset: float) -> None:
        if abs(offset - self._offset) <= JUMP and self._offset != self._doubted:
            logger.warning("the clock has come back to where it was")
            self._doubted = None
        else:
            self._doubt(offset, offset - self._offset)

    def _doubt(self, offset: float, jump: float) -> None:
        logger.error("the clock jumped by %.0f seconds: for an hour no deadline is counted and nothing purged", jump)
        self._doubted, self._since = offset, self._steady()

    def _note(self, steady: float) -> None:
        if self._beats and steady - self._noted >= _NOTE_EVERY:
            self._beats.note(self._wall())
            self._noted = steady


def always() -> bool:
    """For a clock that is an argument: it is believed."""
    return True
