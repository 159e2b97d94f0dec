"""The outbox to Telegram: in order within a chat, chats side by side, each call tried a bounded number of times."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Protocol

import telegram

from bot import phrases
from bot.front.telegram.api import told_to_wait
from bot.front.telegram.calls import DROP_REFLECTION, ApiCall, again, call_in, clock_of, plain, send
from bot.front.telegram.rendering import Sheet
from bot.front.writing import Writing
from bot.journal.outbox import DONE, FAILED, Outgoing
from knowledge.calendar import LONDON

MOST_TRIES = 12  # with the pauses below about four minutes: a deadline's worth of patience, then somebody must look
MOST_TRIES_ASIDE = 3  # for edits and deletions, which nobody waits for
_FIRST_PAUSE, _LONGEST_PAUSE = 0.5, 30.0  # seconds
REMIND_AGAIN_AFTER = 900.0  # seconds after a reminder was given up
_LONGEST_WAIT = 600.0  # seconds that Telegram may tell us to wait
_ASIDE = frozenset(("editMessageText", "editMessageReplyMarkup", "deleteMessage"))
_ALREADY = (
    "message is not modified",
    "message to delete not found",
    "message can't be deleted",
    "message to edit not found",
)
logger = logging.getLogger(__name__)


class Calls(Protocol):
    """Where calls go."""

    def call(self, method: str, arguments: Any, patience: float = ...) -> Awaitable[Any]:
        """Make a call."""
        ...


@dataclass(frozen=True, slots=True)
class Tempo:
    """Pauses between attempts, in seconds: the first, doubled each time up to the longest."""

    first: float = _FIRST_PAUSE
    longest: float = _LONGEST_PAUSE

    def pause(self, tries: int) -> float:
        """After the attempt of this number, from 1."""
        return float(min(self.longest, self.first * 2 ** min(tries - 1, 16)))


class Sending:
    """Sends what waits. `drop_reflection` is told the conversation whose exported file has arrived."""

    def __init__(
        self,
        api: Calls,
        writing: Writing,
        now: Callable[[], float],
        drop_reflection: Callable[[str], None],
        tempo: Tempo = Tempo(),  # frozen
    ) -> None:
        self._api, self._writing, self._now, self._tempo = api, writing, now, tempo
        self._drop_reflection = drop_reflection
        self._busy: dict[str, asyncio.Task[None]] = {}
        self._news: dict[str, asyncio.Event] = {}

    async def resume(self) -> None:
        """Take up what a former run left. A call that was begun may have arrived, so it is marked."""
        for conversation in await self._writing.do(self._writing.journal.outbox.conversations):
            head = await self._writing.do(self._writing.journal.outbox.head, conversation)
            if head and head.tries:
                marked = again(call_in(head.payload), phrases.SENT_AGAIN)
                await self._writing.do(self._writing.journal.outbox.later, head.id, 0.0, marked.written())
            self.wake(conversation)

    def wake(self, conversation: str) -> None:
        """There is something new for this conversation."""
        self._news.setdefault(conversation, asyncio.Event()).set()
        if conversation not in self._busy:
            self._busy[conversation] = asyncio.create_task(self._send_all(conversation))

    async def idle(self) -> None:
        """Return once nothing is being sent."""
        while self._busy:
            await asyncio.wait(list(self._busy.values()))

    async def stop(self) -> None:
        """Stop at once. What was not sent waits in the outbox."""
        for task in self._busy.values():
            task.cancel()
        await asyncio.gather(*self._busy.values(), return_exceptions=True)

    async def _send_all(self, conversation: str) -> None:
        outbox = self._writing.journal.outbox
        try:
            while True:
                news = self._news.setdefault(conversation, asyncio.Event())
                news.clear()
                head = await self._writing.do(outbox.head, conversation)
                if head is None and not news.is_set():
                    return
                if head is not None:
                    await self._send_when_due(head, news)
        finally:
            del self._busy[conversation]
            del self._news[conversation]

    async def _send_when_due(self, head: Outgoing, news: asyncio.Event) -> None:
        """Make the call once it is due; return earlier where something new came, which may be more urgent."""
        wait = head.due - self._now()
        if 0 < wait <= _LONGEST_WAIT:  # nothing is ever put off for longer: then the clock has jumped back
            try:
                async with asyncio.timeout(wait):
                    await news.wait()
                return
            except TimeoutError:
                pass
        await self._try(head)

    async def _try(self, head: Outgoing) -> None:
        outbox = self._writing.journal.outbox
        try:
            call = call_in(head.payload)
        except (ValueError, KeyError, TypeError):
            await self._writing.do(outbox.end, head.id, FAILED)
            return
        await self._writing.do(outbox.begin, head.id)
        tried = replace(head, tries=head.tries + 1)
        try:
            await self._api.call(call.method, call.arguments)
        except Exception as error:  # anything at all: a sender that dies would leave its chat without answers
            # Whether the token is good is the poll's to find out: a server may only lack this method.
            await self._failed(tried, call, error)
            return
        await self._writing.do(outbox.end, head.id, DONE)
        if call.then == DROP_REFLECTION:
            await self._writing.do(self._drop_reflection, head.conversation)

    async def _failed(self, head: Outgoing, call: ApiCall, error: Exception) -> None:
        outbox = self._writing.journal.outbox
        logger.info("a %s did not succeed (attempt %d): %s", call.method, head.tries, type(error).__name__)
        if isinstance(error, telegram.error.Forbidden):
            await self._writing.do(outbox.stop, head.conversation)
            await self._writing.do(self._writing.journal.conversations.set_blocked, head.conversation, True)
        elif isinstance(error, telegram.error.BadRequest):
            await self._refused(head, call, str(error))
        elif head.tries >= (MOST_TRIES_ASIDE if call.method in _ASIDE else MOST_TRIES):
            await self._give_up(head, call, error)
        else:
            await self._writing.do(outbox.later, head.id, self._now() + self._pause(head, error))

    async def _refused(self, head: Outgoing, call: ApiCall, why: str) -> None:
        """Telegram will not take it as it is: without its entities, perhaps."""
        bare = plain(call)
        if any(known in why.casefold() for known in _ALREADY):
            await self._writing.do(self._writing.journal.outbox.end, head.id, DONE)
        elif bare:
            await self._writing.do(self._writing.journal.outbox.later, head.id, 0.0, bare.written())
        else:
            await self._give_up(head, call, None)

    async def _give_up(self, head: Outgoing, call: ApiCall, error: Exception | None) -> None:
        # Kinds of errors only: a description may quote what was sent.
        logger.error("a %s was given up after %d attempts: %s", call.method, head.tries, type(error).__name__)
        await self._writing.do(self._writing.journal.outbox.end, head.id, FAILED)
        if clock := clock_of(call):
            later = datetime.fromtimestamp(self._now() + REMIND_AGAIN_AFTER, LONDON)
            await self._writing.do(self._writing.journal.clocks.remind_again, head.conversation, (clock,), later)
        if call.then == DROP_REFLECTION:
            sorry = send(head.chat, Sheet(phrases.FILE_NOT_SENT, ()))
            told = Outgoing(head.conversation, head.chat, sorry.written(), self._now())
            await self._writing.do(self._writing.journal.outbox.add, [told])
            self._news[head.conversation].set()

    def _pause(self, head: Outgoing, error: Exception) -> float:
        wait = told_to_wait(error)
        if wait:
            return min(wait, _LONGEST_WAIT)
        return self._tempo.pause(head.tries)
