"""The conversation behind the pages: a question is in the journal before it is answered, its answer until the visit ends.

What was asked is shown on the page from this process's memory alone, and only where nothing personal was found in it.
"""

import asyncio
import json
import logging
import time
from collections.abc import Callable
from dataclasses import dataclass

from bot.front.cleaning import LONGEST, cleaned
from bot.front.counter import Counter
from bot.front.messages import Message, Served
from bot.front.writing import Writing
from bot.journal.exchanges import Exchange
from bot.journal.visits import Visit
from bot.replies import Reply, from_wire, to_wire

CHANNEL = "web"
WAIT = 2.5  # seconds that a page waits for an answer: the counter's own budget is shorter
logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Shown:
    """One exchange as a page shows it. `asked` is "" where it is not kept; `reply` is None while it is looked up.

    `card` is the danger card of a question that is still being looked up.
    """

    number: int
    asked: str
    reply: Reply | None
    card: Reply | None = None
    private: bool = False


class Talking:
    """Takes questions, answers each once, and shows what was said."""

    def __init__(self, counter: Counter, writing: Writing, now: Callable[[], float] = time.time) -> None:
        self._counter, self._writing, self._now = counter, writing, now
        self._asked: dict[int, tuple[str, str]] = {}  # by exchange: whose it is, and what was asked
        self._answering: dict[int, asyncio.Task[None]] = {}

    async def ask(self, visit: Visit, key: str, text: str) -> int | None:
        """Take a question and begin to answer it. Its number, None where the form was sent before.

        Raises JournalFailure where it could not be kept: then it is not answered either.
        """
        question = json.dumps({"name": visit.name, "text": text})
        number = await self._writing.do(
            self._writing.journal.exchanges.take, visit.conversation, key, question, self._now()
        )
        if number is not None:
            self._asked[number] = (visit.conversation, cleaned(text)[:LONGEST])
            self._begin(number, message(visit.name, text))
        return number

    async def resume(self) -> None:
        """Answer what a former run took and did not answer."""
        for exchange in await self._writing.do(self._writing.journal.exchanges.waiting):
            told = json.loads(exchange.question)
            self._begin(exchange.id, message(str(told["name"]), str(told["text"])))

    async def answered(self, number: int, within: float = WAIT) -> bool:
        """Whether a question is answered, waiting for it so long."""
        task = self._answering.get(number)
        if task:
            await asyncio.wait([task], timeout=within)
        return number not in self._answering

    async def shown(self, conversation: str, most: int) -> list[Shown]:
        """What was said last on a browser's visit, at most so many, oldest first."""
        kept = await self._writing.do(self._writing.journal.exchanges.newest, conversation, most)
        return [self._shown(one) for one in kept]

    def forget(self, conversation: str) -> None:
        """Let go of what a browser asked."""
        for number in [number for number, (whose, _) in self._asked.items() if whose == conversation]:
            del self._asked[number]

    async def stop(self) -> None:
        """Give what is being answered a moment; what is not answered then is answered at the next start."""
        if self._answering:
            await asyncio.wait(self._answering.values(), timeout=WAIT)
        for task in self._answering.values():
            task.cancel()

    def _begin(self, number: int, asked: Message) -> None:
        task = asyncio.create_task(self._answer(number, asked))
        self._answering[number] = task
        task.add_done_callback(lambda _: self._answering.pop(number, None))

    async def _answer(self, number: int, asked: Message) -> None:
        served = await self._counter.serve(asked)
        if served.left_out:
            self._asked.pop(number, None)
        try:
            await self._writing.do(self._writing.journal.exchanges.finish, number, _written(served))
        except Exception as error:  # whatever it is, its text may hold the message's
            logger.error("an answer could not be kept: %s", type(error).__name__)

    def _shown(self, exchange: Exchange) -> Shown:
        _, asked = self._asked.get(exchange.id, ("", ""))
        if not exchange.answer:
            told = json.loads(exchange.question)
            card = self._counter.card_for(message(str(told["name"]), str(told["text"])))
            return Shown(exchange.id, asked, None, card)
        told = json.loads(exchange.answer)
        return Shown(exchange.id, asked, from_wire(told["reply"]), private=bool(told["left_out"]))


def message(name: str, text: str) -> Message:
    """What a browser asked, as the counter takes it."""
    return Message(CHANNEL, name, text)


def _written(served: Served) -> str:
    return json.dumps({"reply": to_wire(served.reply), "left_out": list(served.left_out)})
