"""One queue for each chat: its messages one after the other, the parts of a long one as one, chats side by side."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Sequence

from bot.front.telegram.answering import Part
from bot.front.telegram.reading import Heard, Kind
from bot.front.telegram.units import length

LONG = 3000  # units: an app cuts what is over 4096 into parts, and the first part is never much shorter
JOINED_WITHIN = 2.0  # seconds between the parts of one message


class Queues:
    """Hands each chat's messages to `serve`, which must not raise. Holds nothing of a chat that is idle."""

    def __init__(self, serve: Callable[[Sequence[Part]], Awaitable[None]], now: Callable[[], float]) -> None:
        self._serve, self._now = serve, now
        self._waiting: dict[str, deque[Part]] = {}
        self._arrived: dict[str, asyncio.Event] = {}
        self._chats: set[asyncio.Task[None]] = set()

    def put(self, part: Part) -> None:
        """Queue an update behind those of its chat."""
        conversation = part.incoming.conversation
        queue = self._waiting.get(conversation)
        if queue is not None:
            queue.append(part)
            self._arrived[conversation].set()
            return
        self._waiting[conversation] = deque([part])
        self._arrived[conversation] = asyncio.Event()
        task = asyncio.create_task(self._serve_all(conversation))
        self._chats.add(task)
        task.add_done_callback(self._chats.discard)

    async def empty(self) -> None:
        """Return once nothing waits."""
        while self._chats:
            await asyncio.wait(list(self._chats))

    async def stop(self) -> None:
        """Stop at once. What was not served is in the journal."""
        for task in self._chats:
            task.cancel()
        await asyncio.gather(*self._chats, return_exceptions=True)

    async def _serve_all(self, conversation: str) -> None:
        queue = self._waiting[conversation]
        try:
            while queue:
                await self._serve(await self._next(conversation, queue))
        finally:
            del self._waiting[conversation]
            del self._arrived[conversation]

    async def _next(self, conversation: str, queue: deque[Part]) -> list[Part]:
        """The next message: where it looks like the first part of a long one, with the parts that follow soon."""
        parts = [queue.popleft()]
        while _is_cut_off(parts[-1].heard):
            until = parts[-1].incoming.received + JOINED_WITHIN
            if not await self._something_by(conversation, queue, until) or not _continues(queue[0].heard):
                break
            parts.append(queue.popleft())
        return parts

    async def _something_by(self, conversation: str, queue: deque[Part], until: float) -> bool:
        arrived = self._arrived[conversation]
        while not queue:
            arrived.clear()
            try:
                async with asyncio.timeout(min(JOINED_WITHIN, max(0.0, until - self._now()))):  # the clock may jump
                    await arrived.wait()
            except TimeoutError:
                return False
        return queue[0].incoming.received <= until


def _is_cut_off(said: Heard) -> bool:
    """Whether a message is so long that it may be the first part of a longer one."""
    return said.kind is Kind.TEXT and not said.edited and length(said.text) >= LONG


def _continues(said: Heard) -> bool:
    return said.kind is Kind.TEXT and not said.edited and not said.text.startswith("/")
