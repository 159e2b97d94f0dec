"""The journal from the event loop: one thread writes, so that a slow disk holds up nobody's answer."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import ParamSpec, TypeVar

from bot.journal import Journal

P = ParamSpec("P")
R = TypeVar("R")


class Writing:
    """Calls the journal in a thread of its own, one call after the other."""

    def __init__(self, journal: Journal) -> None:
        self.journal = journal
        self._thread = ThreadPoolExecutor(1, "journal")

    async def do(self, act: Callable[P, R], *arguments: P.args, **named: P.kwargs) -> R:
        """What `act` returns, once its transaction is on disk."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._thread, lambda: act(*arguments, **named))

    def close(self) -> None:
        """Wait for what is being written."""
        self._thread.shutdown()
