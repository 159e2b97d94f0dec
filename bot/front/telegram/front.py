"""The Telegram front at work: polls, keeps, hands on, and takes up after a crash what a former run left."""

import asyncio
import json
import logging
import time
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
from bot.front.telegram.api import Api, TokenRefused
from bot.front.telegram.polling import WAIT, Polling
from bot.front.telegram.queues import Queues
from bot.front.telegram.reading import Heard, Kind, heard, heard_in
from bot.front.telegram.reminding import Reminding
from bot.front.telegram.sending import Sending, Tempo
from bot.front.writing import Writing
from bot.journal import Journal, JournalFailure
from bot.journal.inbox import Incoming
from bot.journal.outbox import Outgoing
from bot.settings import FrontSettings
from knowledge.calendar import LONDON

_TIDY_EVERY = 60.0
_GROUP_EVERY = 3600.0  # a group is told at most once an hour
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
        poll_wait: int = WAIT,
    ) -> None:
        self._api, self._counter, self._now = api, counter, now
        self._polling = Polling(api, self._taken, poll_wait)
        self._writing = Writing(journal)
        self._sending = Sending(api, self._writing, now, journal.reflections.drop, tempo)
        self._reminding = Reminding(counter.reminders, self._writing, self._sending, known, now)
        self._answering = Answering(counter, self._writing, known, now, self._urgent)
        self._flood = Flood(settings.flood_per_minute)
        self._queues = Queues(self._serve_or_say, now)
        self._asides: set[asyncio.Task[None]] = set()
        self._groups: dict[str, float] = {}
        self._repeated = 0  # updates that came more than once since the last count
        self._carded: set[int] = set()  # updates whose danger card went out past the journal

    async def run(self) -> None:
        """Take up what waits, then poll for ever. Raises TokenRefused."""
        try:
            await self._resume()
            async with asyncio.TaskGroup() as group:
                group.create_task(self._polling.run())
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
        await self._queues.empty()
        while self._asides:
            await asyncio.wait(list(self._asides))
        await self._sending.idle()

    # --- taking in

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

    def _hand_on(self, part: Part) -> None:
        if part.heard.query:
            self._aside(self._release_button(part.heard.query))
        self._queues.put(part)

    # --- answering

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
        for task in self._asides:
            task.cancel()
        await asyncio.gather(*self._asides, return_exceptions=True)
        await self._queues.stop()
        await self._sending.stop()
        self._writing.close()
