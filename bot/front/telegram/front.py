"""The Telegram front at work: polls, keeps, hands on, and takes up after a crash what a former run left."""

import asyncio
import json
import logging
import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

import telegram

from bot import phrases
from bot.front.counter import Counter
from bot.front.flood import Flood, Verdict
from bot.front.last_known import LastKnown
from bot.front.telegram.answering import Answering, Part, message_of
from bot.front.telegram.api import Api, TokenRefused, told_to_wait
from bot.front.telegram.reading import Heard, Kind, heard, heard_in
from bot.front.telegram.reminding import Reminding
from bot.front.telegram.sending import Sending, Tempo
from bot.front.telegram.units import length
from bot.front.writing import Writing
from bot.journal import Journal, JournalFailure
from bot.journal.inbox import Incoming
from bot.journal.outbox import Outgoing
from bot.settings import FrontSettings
from knowledge.calendar import LONDON

POLL_WAIT = 25  # seconds that Telegram holds a poll open
NOTHING_NEW = 0.3  # seconds before the next poll of a server that does not hold polls open
LONG = 3000  # units: an app cuts what is over 4096 into parts, and the first part is never much shorter
JOINED_WITHIN = 2.0  # seconds between the parts of one message
FORGET_OFFSET = 6 * 86_400.0  # Telegram may begin to number anew after a week without updates
_TIDY_EVERY = 60.0
_GROUP_EVERY = 3600.0  # a group is told at most once an hour
_PAUSES = (1.0, 2.0, 5.0, 10.0, 30.0)
logger = logging.getLogger(__name__)


class TelegramFront:
    """One bot. `run` goes on until it is cancelled, or the token is refused."""

    def __init__(  # noqa: PLR0913  # wired once, by the command
        self,
        api: Api,
        counter: Counter,
        journal: Journal,
        known: Callable[[], LastKnown],
        settings: FrontSettings,
        *,
        now: Callable[[], float] = time.time,
        tempo: Tempo = Tempo(),  # noqa: B008  # frozen
        poll_wait: int = POLL_WAIT,
    ) -> None:
        self._api, self._counter, self._now, self._poll_wait = api, counter, now, poll_wait
        self._writing = Writing(journal)
        self._sending = Sending(api, self._writing, now, journal.reflections.drop, tempo)
        self._reminding = Reminding(counter.reminders, self._writing, self._sending, known, now)
        self._answering = Answering(counter, self._writing, known, now, self._urgent)
        self._flood = Flood(settings.flood_per_minute)
        self._queues: dict[str, deque[Part]] = {}
        self._arrived: dict[str, asyncio.Event] = {}
        self._chats: set[asyncio.Task[None]] = set()
        self._asides: set[asyncio.Task[None]] = set()
        self._groups: dict[str, float] = {}
        self._repeated = 0  # updates that came more than once since the last count
        self._carded: set[int] = set()  # updates whose danger card went out past the journal

    async def run(self) -> None:
        """Take up what waits, then poll for ever. Raises TokenRefused."""
        try:
            await self._resume()
            async with asyncio.TaskGroup() as group:
                group.create_task(self._poll())
                group.create_task(self._tidy())
                group.create_task(self._reminding.run())
        except BaseExceptionGroup as group:
            if group.subgroup(TokenRefused):
                raise TokenRefused from None
            raise
        finally:
            await self._stop()

    async def settled(self) -> None:
        """Return once nothing is being answered or sent."""
        while self._chats or self._asides:
            await asyncio.wait([*self._chats, *self._asides])
        await self._sending.idle()

    # --- taking in

    async def _poll(self) -> None:
        offset: int | None = None
        failures, last = 0, time.monotonic()
        while True:
            if time.monotonic() - last > FORGET_OFFSET:
                offset = None
            asked = time.monotonic()
            try:
                updates = await self._api.updates(offset, self._poll_wait)
            except telegram.error.TelegramError as error:
                failures += 1
                await self._poll_failed(error, failures)
                continue
            failures = 0
            if updates:
                if not await self._taken(updates):
                    await asyncio.sleep(_PAUSES[0])
                    continue  # the offset stays, so Telegram keeps them
                numbers = [one["update_id"] for one in updates if isinstance(one.get("update_id"), int)]
                offset = max(numbers, default=(offset or 1) - 1) + 1
                last = time.monotonic()
            elif time.monotonic() - asked < NOTHING_NEW:
                await asyncio.sleep(NOTHING_NEW)

    async def _poll_failed(self, error: telegram.error.TelegramError, failures: int) -> None:
        if isinstance(error, telegram.error.Conflict):
            logger.error("another program polls with this bot's token: stop one of them")
        elif failures in (1, 10) or failures % 100 == 0:
            logger.warning("Telegram could not be asked for messages (%s), attempt %d", type(error).__name__, failures)
        await asyncio.sleep(max(told_to_wait(error), _PAUSES[min(failures, len(_PAUSES)) - 1]))

    async def _taken(self, updates: Sequence[dict[str, Any]]) -> bool:
        """Take updates in; where the journal cannot be written, send the danger cards straight on and say no."""
        try:
            await self._take(updates)
        except JournalFailure as error:
            logger.error("the journal could not be written: %s", type(error).__name__)
            await self._cards_without_journal(updates)
            return False
        return True

    async def _cards_without_journal(self, updates: Sequence[dict[str, Any]]) -> None:
        for said in filter(None, map(heard, updates)):
            if said.update_id not in self._carded and (card := self._answering.card_text(said)):
                self._carded.add(said.update_id)
                await self._say_directly(said.chat, card)

    async def _say_directly(self, chat: int, words: str) -> None:
        """Send words past the journal, once: better than silence."""
        try:
            await self._api.call("sendMessage", {"chat_id": chat, "text": words})
        except (telegram.error.TelegramError, TokenRefused) as error:
            logger.error("a message could not be sent without the journal: %s", type(error).__name__)

    async def _take(self, updates: Sequence[dict[str, Any]]) -> None:
        """Keep updates with their danger cards, in one commit; then hand them on."""
        kept: list[tuple[Incoming, Heard]] = []
        cards: list[Outgoing] = []
        for update in updates:
            said = heard(update)
            if said is None:
                continue
            incoming = self._incoming(said, update)
            card = self._answering.card(incoming, said)
            kept.append((replace(incoming, carded=card is not None), said))
            cards += [card] if card else []
        fresh = await self._writing.do(self._writing.journal.inbox.take, [one for one, _ in kept], cards)
        numbers = {one.update_id for one in fresh}
        self._repeated += len(kept) - len(fresh)
        for card in cards:
            self._sending.wake(card.conversation)
        for incoming, said in kept:
            if incoming.update_id in numbers:
                numbers.discard(incoming.update_id)
                self._hand_on(Part(incoming, said))

    def _incoming(self, said: Heard, update: dict[str, Any]) -> Incoming:
        kept = json.dumps(update, ensure_ascii=True)
        conversation = self._counter.sender(message_of(said.chat, ""))
        return Incoming(said.update_id, conversation, self._now(), kept, said.message, said.edited)

    async def _resume(self) -> None:
        await self._sending.resume()
        for incoming in await self._writing.do(self._writing.journal.inbox.waiting):
            said = heard_in(incoming.payload)
            if said is None:
                await self._writing.do(self._writing.journal.inbox.finish, [incoming.update_id])
            else:
                self._hand_on(Part(incoming, said))

    # --- one queue for each chat

    def _hand_on(self, part: Part) -> None:
        conversation = part.incoming.conversation
        if part.heard.query:
            self._aside(self._release_button(part.heard.query))
        queue = self._queues.get(conversation)
        if queue is not None:
            queue.append(part)
            self._arrived[conversation].set()
            return
        self._queues[conversation] = deque([part])
        self._arrived[conversation] = asyncio.Event()
        task = asyncio.create_task(self._serve_chat(conversation))
        self._chats.add(task)
        task.add_done_callback(self._chats.discard)

    async def _serve_chat(self, conversation: str) -> None:
        queue = self._queues[conversation]
        try:
            while queue:
                parts = await self._next(conversation, queue)
                await self._serve_or_say(parts)
        finally:
            del self._queues[conversation]
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

    async def _serve_or_say(self, parts: Sequence[Part]) -> None:
        """Serve; where that fails twice, say that nothing could be looked up. The update then waits for the next start."""
        for attempt in (1, 2):
            try:
                await self._serve(parts)
                return
            except Exception as error:  # whatever it is, its text may hold the message's
                logger.error("an update could not be served (attempt %d): %s", attempt, type(error).__name__)
                await asyncio.sleep(0.2)
        await self._say_directly(parts[0].heard.chat, phrases.UNAVAILABLE)

    async def _serve(self, parts: Sequence[Part]) -> None:
        inbox = self._writing.journal.inbox
        numbers = [part.incoming.update_id for part in parts]
        first = parts[0]
        await self._writing.do(inbox.begin, numbers)
        if first.heard.kind is Kind.GONE:
            await self._writing.do(self._writing.journal.outbox.stop, first.incoming.conversation)
            await self._writing.do(self._writing.journal.conversations.set_blocked, first.incoming.conversation, True)
            replies: list[Outgoing] = []
        else:
            replies = await self._replies(parts)
        await self._writing.do(inbox.finish, numbers, replies)
        self._sending.wake(first.incoming.conversation)

    async def _replies(self, parts: Sequence[Part]) -> list[Outgoing]:
        first = parts[0]
        conversation, said = first.incoming.conversation, first.heard
        if await self._writing.do(self._writing.journal.conversations.blocked, conversation):
            await self._writing.do(self._writing.journal.conversations.set_blocked, conversation, False)
            await self._remind_once_more(conversation)
        if said.kind is Kind.GROUP:
            return await self._answering.answer(parts) if self._may_tell_group(conversation) else []
        if said.kind in (Kind.TEXT, Kind.NOT_TEXT):
            match self._flood.count(conversation, said.sent or first.incoming.received):
                case Verdict.NOTICE:
                    return await self._answering.notice(first, phrases.FLOOD)
                case Verdict.SILENCE:
                    return []
                case Verdict.ANSWER:
                    pass
        return await self._answering.answer(parts)

    async def _remind_once_more(self, conversation: str) -> None:
        """What came due while the person had blocked us was erased unsent."""
        clocks, now = self._writing.journal.clocks, datetime.fromtimestamp(self._now(), LONDON)
        numbers = [view.number for view in await self._writing.do(clocks.of, conversation)]
        await self._writing.do(clocks.remind_again, conversation, numbers, now)

    def _may_tell_group(self, conversation: str) -> bool:
        told = self._groups.get(conversation, 0.0)
        if abs(self._now() - told) < _GROUP_EVERY:
            return False
        self._groups[conversation] = self._now()
        return True

    # --- aside

    async def _urgent(self, card: Outgoing) -> None:
        await self._writing.do(self._writing.journal.outbox.add, [card])
        self._sending.wake(card.conversation)

    async def _release_button(self, query: str) -> None:
        """Tell Telegram that the tap was heard, so that the button stops turning; nobody is worse off where that fails."""
        try:
            await self._api.call("answerCallbackQuery", {"callback_query_id": query})
        except (telegram.error.TelegramError, TokenRefused) as error:
            logger.debug("a tap could not be acknowledged: %s", type(error).__name__)

    def _aside(self, work: Any) -> None:
        task = asyncio.create_task(work)
        self._asides.add(task)
        task.add_done_callback(self._asides.discard)

    async def _tidy(self) -> None:
        while True:
            await asyncio.sleep(_TIDY_EVERY)
            journal, now = self._writing.journal, self._now()
            await self._writing.do(journal.tidy)
            if self._repeated:
                logger.warning("%d updates came more than once and were answered once", self._repeated)
                self._repeated = 0
            self._flood.forget(now - 120)

    async def _stop(self) -> None:
        for task in (*self._chats, *self._asides):
            task.cancel()
        await asyncio.gather(*self._chats, *self._asides, return_exceptions=True)
        await self._sending.stop()
        self._writing.close()


def _is_cut_off(said: Heard) -> bool:
    """Whether a message is so long that it may be the first part of a longer one."""
    return said.kind is Kind.TEXT and not said.edited and length(said.text) >= LONG


def _continues(said: Heard) -> bool:
    return said.kind is Kind.TEXT and not said.edited and not said.text.startswith("/")
