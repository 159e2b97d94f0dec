"""The way from the counter to Rasa and back: an answer within the budget, or the card that says there is none."""

import asyncio
from collections.abc import Callable
from typing import Protocol

from bot import phrases
from bot.conversations.cards import unavailable, undated
from bot.front.cleaning import LONGEST
from bot.front.last_known import LastKnown
from bot.front.messages import Asked
from bot.front.rasa import Silence
from bot.front.timekeeping import always
from bot.replies import Outcome, Reply

ANSWER_WITHIN = 1.9  # seconds; with the rest of the way a safe reply is out within two


class Understanding(Protocol):
    """Rasa, as the counter needs it."""

    async def reply(self, conversation: str, text: str, metadata: dict[str, str | bool]) -> Reply | Silence:
        """What Signpost says to a message. Never raises for want of an answer."""
        ...


class Relaying:
    """Hands messages to Rasa with what the front knows of them."""

    def __init__(
        self,
        understanding: Understanding,
        last_known: Callable[[], LastKnown],
        answer_within: float = ANSWER_WITHIN,
        trusted: Callable[[], bool] = always,
    ) -> None:
        self._understanding, self._last_known, self._answer_within = understanding, last_known, answer_within
        self._trusted = trusted
        self._relayed: dict[str, str] = {}  # the area last relayed for a conversation, since a thread keeps its own

    async def relay(self, asked: Asked, text: str, intent: str = "", at: tuple[str, int] | None = None) -> Reply:
        """Rasa's answer; the fallback card where none came in time, or it was empty or broken.

        While the machine's clock is in doubt, no date is counted by it.

        `intent` says what a command of the front's own means, so that nothing is left to guess. `at` puts the thread back
        at a stage: the ladder's key and the stage's order.
        """
        if asked.area:
            self._relayed[asked.sender] = asked.area
        reply = await self._understood(asked, text[:LONGEST], intent, at)
        if reply is None:
            return self.fallback(asked.area)
        if reply.outcome is Outcome.UNAVAILABLE and not reply.contacts:  # said where no index and no number is at hand
            return self.fallback(asked.area, reply.message.removeprefix(phrases.UNAVAILABLE).strip())
        return reply if self._trusted() else undated(reply)

    async def carry_area(self, asked: Asked) -> None:
        """Tell the thread of another area than before: what it remembers would otherwise win."""
        before = self._relayed.get(asked.sender, "")
        if before and before != asked.area:
            await self._understood(asked, asked.area, "give_area")

    def fallback(self, area: str, why: str = "") -> Reply:
        """The card for when nothing could be looked up, with the reason where one is known. Needs nothing but this process
        and its last-known file."""
        known = self._last_known()
        calls = known.calls(area)
        day = f"{known.read.day} {known.read:%B %Y}" if known.read else ""
        read = phrases.NUMBERS_AS_OF.format(day=day) if calls and day else ""
        return unavailable(area=area, calls=calls, why="\n".join(part for part in (read, why) if part))

    def forget(self, sender: str) -> None:
        """Let go of a conversation's last area."""
        self._relayed.pop(sender, None)

    async def _understood(
        self, asked: Asked, text: str, intent: str, at: tuple[str, int] | None = None
    ) -> Reply | None:
        told: dict[str, str | bool] = {"area": asked.area, "now": asked.now.isoformat(), "explain": asked.explain}
        if asked.person:
            told["role"] = asked.person.role.value
        if intent:
            told["intent"] = intent
        if at:
            told["ladder"], told["stage"] = at[0], str(at[1])
        try:
            async with asyncio.timeout(self._answer_within):
                reply = await self._understanding.reply(asked.sender, text, told)
        except Exception:  # late, broken or worse: the fallback card answers for all of them
            return None
        return reply if isinstance(reply, Reply) and reply.message.strip() else None
