"""One message at a time in each conversation, many conversations at once."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


class Turns:
    """Hands out turns in the order in which they were asked for. Holds nothing of a conversation that is idle."""

    def __init__(self) -> None:
        self._locks: dict[str, tuple[asyncio.Lock, int]] = {}

    @asynccontextmanager
    async def of(self, conversation: str) -> AsyncIterator[None]:
        """Wait for this conversation's turn, and hold it."""
        lock, waiting = self._locks.get(conversation, (asyncio.Lock(), 0))
        self._locks[conversation] = (lock, waiting + 1)
        try:
            async with lock:
                yield
        finally:
            lock, waiting = self._locks[conversation]
            if waiting == 1:
                del self._locks[conversation]
            else:
                self._locks[conversation] = (lock, waiting - 1)

    @property
    def busy(self) -> int:
        """How many conversations have a message being answered or waiting."""
        return len(self._locks)
