"""Visits: begun with the first question, ended by the person, by quiet, or by their greatest length, and erased with that."""

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from bot.front.counter import Counter
from bot.front.web import browsers
from bot.front.web.talking import Talking, message
from bot.front.writing import Writing
from bot.journal import JournalFailure, Threads
from bot.journal.visits import Visit

logger = logging.getLogger(__name__)


class Form(StrEnum):
    """What a form's token is worth."""

    GOOD = "good"
    FORGED = "forged"
    OLD = "old"


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds: without a word from the browser, and in all."""

    idle: float
    longest: float


class Visiting:
    """The visits of all browsers."""

    def __init__(  # noqa: PLR0913  # each is a thing that the house hands in
        self,
        counter: Counter,
        talking: Talking,
        writing: Writing,
        threads: Threads,
        *,
        limits: Limits,
        now: Callable[[], float] = time.time,
    ) -> None:
        self._counter, self._talking, self._writing, self._threads = counter, talking, writing, threads
        self._limits, self._now = limits, now

    def account(self, secret: str) -> str:
        """The keyed hash by which the journal knows a browser."""
        return self._counter.sender(message(browsers.conversation(secret), ""))

    async def current(self, secret: str) -> Visit | None:
        """The browser's visit, None where it has none or the one it had is over, which is then erased."""
        visit = await self._writing.do(self._writing.journal.visits.get, self.account(secret))
        if visit is None:
            return None
        if self._is_over(visit):
            await self.end(visit)
            return None
        return visit

    async def judge(self, secret: str, token: str) -> Form:
        """What a form of this browser is worth. One handed out on a visit that has ended is old."""
        made, now = browsers.issued(secret, token), self._now()
        if made is None or made > now + 1:
            return Form.FORGED
        visit = await self.current(secret)
        if visit is None:
            return Form.GOOD if made >= now - self._limits.idle else Form.OLD
        return Form.GOOD if made >= visit.since - 1 else Form.OLD

    async def open(self, secret: str) -> Visit:
        """The browser's visit, begun now where it has none. Notes that it was heard of."""
        now = self._now()
        visit = await self.current(secret)
        if visit is None:
            name = browsers.conversation(secret)
            visit = Visit(self.account(secret), name, now - self._limits.idle, now, now)
            await self._writing.do(self._writing.journal.visits.begin, visit)
        else:
            await self._writing.do(self._writing.journal.visits.see, visit.conversation, now)
        return visit

    async def end(self, visit: Visit) -> None:
        """Erase a visit: what was said on it, its thread, and a reflection that was not exported."""
        self._talking.forget(visit.conversation)
        self._counter.exported(message(visit.name, ""))
        try:
            await self._writing.do(self._threads.forget, visit.conversation)
        except JournalFailure as error:  # the visit must end all the same, and threads are purged by their age
            logger.error("a thread could not be erased: %s", type(error).__name__)
        await self._writing.do(self._writing.journal.visits.end, visit.conversation)

    async def end_old(self) -> int:
        """End every visit that is over. Returns how many."""
        now = self._now()
        over = await self._writing.do(
            self._writing.journal.visits.over, now - self._limits.idle, now - self._limits.longest
        )
        for visit in over:
            await self.end(visit)
        return len(over)

    def _is_over(self, visit: Visit) -> bool:
        now = self._now()
        return visit.seen < now - self._limits.idle or visit.started < now - self._limits.longest
