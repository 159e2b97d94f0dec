"""The way to Rasa: one message out, one Reply back, within a budget; or Silence, never an exception.

Rasa's REST channel answers HTTP 200 with `[]` when an action failed, so an empty answer counts as a failure. Messages
of one conversation go out one after the other, because Rasa makes messages of one sender that arrive together wait.
"""

import asyncio
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import reduce
from types import TracebackType
from typing import Self
from weakref import WeakValueDictionary

import httpx

from bot.replies import Reply, from_wire

BUDGET = 2.0  # seconds from a message to its reply (docs: hazard 3, silence when something is down)
Metadata = Mapping[str, str | bool]


class Why(StrEnum):
    """Why there is no reply."""

    UNREACHABLE = "Rasa did not take the message"
    LATE = "no reply came in time"
    FAILED = "Rasa answered with an error"
    EMPTY = "Rasa answered with nothing"
    BROKEN = "the answer was not a reply"


@dataclass(frozen=True, slots=True)
class Silence:
    """No reply: the front shows its safe card. `why` is for logs and holds nothing that anybody typed."""

    why: Why


class Understanding:
    """A client of one Rasa server. Use it in one event loop, and close it, or use it in `async with`."""

    def __init__(self, address: str, budget: float = BUDGET, client: httpx.AsyncClient | None = None) -> None:
        """`address` is the server's base address; `budget` in seconds for each message, waiting its turn left out."""
        self._webhook = f"{address.rstrip('/')}/webhooks/rest/webhook"
        self._budget = budget
        self._client = client or httpx.AsyncClient(trust_env=False)
        self._turns: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    async def reply(self, conversation: str, text: str, metadata: Metadata) -> Reply | Silence:
        """What Signpost says to `text`.

        `conversation` is the keyed hash that Rasa knows the chat by. `metadata` may hold `area`, `role`, `channel`,
        `now` (ISO, with a zone), `explain`, and `intent`, which names what the
        front's own command means so that nothing is guessed. Several replies to one message become one.
        """
        turn = self._turns.setdefault(conversation, asyncio.Lock())
        async with turn:
            return await self._ask(
                {"sender": conversation, "message": without_command(text), "metadata": dict(metadata)}
            )

    async def close(self) -> None:
        """Close its connections."""
        await self._client.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def _ask(self, message: Mapping[str, object]) -> Reply | Silence:
        try:
            async with asyncio.timeout(self._budget):
                answer = await self._client.post(self._webhook, json=message, timeout=None)
        except TimeoutError:
            return Silence(Why.LATE)
        except httpx.HTTPError:
            return Silence(Why.UNREACHABLE)
        if answer.status_code != httpx.codes.OK:
            return Silence(Why.FAILED)
        return read(answer.content)


def without_command(text: str) -> str:
    """`text` that Rasa cannot take for one of its commands: `/intent{"slot": "x"}` loses its slash and is mere words."""
    return text.lstrip().lstrip("/").lstrip() if text.lstrip().startswith("/") else text


def read(body: bytes) -> Reply | Silence:
    """The reply in the channel's JSON, a list of messages each with its Reply under "custom"."""
    try:
        messages = json.loads(body)
        if messages == []:
            return Silence(Why.EMPTY)
        return together([from_wire(message["custom"]) for message in messages])
    except (
        ValueError,
        TypeError,
        KeyError,
        RecursionError,
    ):  # no JSON, not a list of objects, no reply inside, no Reply
        return Silence(Why.BROKEN)


def together(replies: Sequence[Reply]) -> Reply:
    """One reply from several: their messages one below the other, the last one's choices, the first one's all else.

    There are several where a question in the middle of the guided help is answered and the form then asks again.
    """
    return reduce(_below, replies)


def _below(first: Reply, then: Reply) -> Reply:
    return replace(
        first,
        message=f"{first.message}\n\n{then.message}",
        choices=then.choices or first.choices,
        danger=first.danger or then.danger,
    )
