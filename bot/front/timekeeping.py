"""Notices when the machine's clock was set to another time, so that nothing is counted or deleted by a wrong one."""

import logging
import time
from collections.abc import Callable

JUMP = 600.0  # seconds by which a clock that is merely being corrected never moves at once
SETTLED = 3600.0  # seconds without another jump after which the clock is believed again
logger = logging.getLogger(__name__)


def _steady() -> float:
    """Seconds on a clock that nobody can set, and that goes on while the machine sleeps where it has such a one."""
    return time.clock_gettime(time.CLOCK_BOOTTIME) if hasattr(time, "CLOCK_BOOTTIME") else time.monotonic()


class Timekeeper:
    """Compares the wall clock with one that nobody can set. It notices only what happens between two looks."""

    def __init__(self, wall: Callable[[], float] = time.time, steady: Callable[[], float] = _steady) -> None:
        self._wall, self._steady = wall, steady
        self._last = (wall(), steady())
        self._doubted_until = 0.0

    def is_sure(self) -> bool:
        """Look; whether the wall clock can be believed now."""
        wall, steady = self._wall(), self._steady()
        moved = (wall - self._last[0]) - (steady - self._last[1])
        self._last = (wall, steady)
        if abs(moved) > JUMP:
            logger.error(
                "the clock jumped by %.0f seconds: for an hour no deadline is counted and nothing purged", moved
            )
            self._doubted_until = steady + SETTLED
        return steady >= self._doubted_until
