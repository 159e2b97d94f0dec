"""The area a conversation is about: /area, or its mere name."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import ClassVar

from bot import phrases
from bot.front.commands import Command
from bot.front.errands.errand import Errand
from bot.front.greeting import areas_reply, unknown_area_reply
from bot.front.last_known import LastKnown
from bot.front.messages import Asked, Served
from bot.front.relaying import Relaying
from bot.journal.conversations import Conversations
from bot.replies import Outcome, Reply


class Area(Errand):
    """Shows the areas, and keeps the one that was chosen."""

    names: ClassVar = frozenset(("area",))

    def __init__(self, relaying: Relaying, conversations: Conversations, last_known: Callable[[], LastKnown]) -> None:
        self._relaying, self._conversations, self._last_known = relaying, conversations, last_known

    def meant(self, text: str) -> Command | None:
        """An area's name alone chooses it."""
        return Command("area", text) if self._last_known().area(text) else None

    async def run(self, command: Command, asked: Asked) -> Served:
        """Show the areas, or set one and tell Rasa; setting it works without Rasa too."""
        known, name = self._last_known(), command.rest
        if not name:
            return Served(areas_reply(known, asked.area))
        if known.areas and not known.area(name):
            return Served(unknown_area_reply(name, known))
        area = known.area(name) or name
        self._conversations.set_area(asked.sender, area)
        reply = await self._relaying.relay(replace(asked, area=area), area, "give_area")
        if reply.outcome is Outcome.UNAVAILABLE:
            return Served(Reply(Outcome.ANSWERED, phrases.AREA_SET.format(area=area), area=area))
        return Served(reply)

    def kept(self, asked: Asked) -> Sequence[str]:
        """The area."""
        area = self._conversations.area(asked.sender)
        return (phrases.KEPT_AREA.format(area=area),) if area else ()
