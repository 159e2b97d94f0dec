"""Keeps the front's last-known file in step with what is published, in the background."""

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from bot.front.last_known import refresh
from knowledge.contacts import ContactPoint
from knowledge.errors import ProceduresError

EVERY = 30.0  # seconds between two looks at the pointer
logger = logging.getLogger(__name__)


def refresh_quietly(home: Path, register: tuple[ContactPoint, ...], clock: Callable[[], datetime]) -> None:
    """Refresh the file; where nothing can be read it stays as it is, and that is logged."""
    try:
        refresh(home, register, clock())
    except (ProceduresError, OSError) as error:
        logger.warning("the front doors' numbers could not be read anew: %s", type(error).__name__)


async def keep_fresh(home: Path, register: tuple[ContactPoint, ...], clock: Callable[[], datetime]) -> None:
    """Refresh now and whenever another generation goes live, until cancelled."""
    while True:
        await asyncio.to_thread(refresh_quietly, home, register, clock)
        await asyncio.sleep(EVERY)
