"""The purge within a running front: every hour, and once a night the files are written anew."""

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime

from bot.front.timekeeping import Timekeeper
from bot.journal import Housekeeping, JournalFailure

FIRST = 600.0  # seconds after the start, when what waited from a former run has long been answered
EVERY = 3600.0
NIGHT = range(2, 5)  # hours in which fewest people ask: a file that is written anew holds up whoever reads it
logger = logging.getLogger(__name__)


async def keep_clean(
    housekeeping: Housekeeping,
    clock: Callable[[], datetime],
    timekeeper: Timekeeper,
    first: float = FIRST,
    every: float = EVERY,
) -> None:
    """Purge until cancelled. A clock that jumped would delete too much, so then nothing is deleted."""
    await asyncio.sleep(first)
    while True:
        if timekeeper.is_sure():
            await asyncio.to_thread(_purge, housekeeping, clock())
        await asyncio.sleep(every)


def _purge(housekeeping: Housekeeping, now: datetime) -> None:
    try:
        housekeeping.purge(now.timestamp())
        if now.hour in NIGHT:
            housekeeping.compact()
    except JournalFailure as error:
        logger.error("what is too old could not be deleted: %s", type(error).__name__)
