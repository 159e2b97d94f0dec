"""Commands that open a conversation anew: /start, /help, /restart, /stage."""

from collections.abc import Callable
from typing import ClassVar

from bot import phrases
from bot.front.commands import Command
from bot.front.errands.errand import Errand
from bot.front.greeting import help_reply, welcome_reply
from bot.front.last_known import LastKnown
from bot.front.messages import Asked, Served
from bot.front.relaying import Relaying

_FOR_RASA = {"restart": (phrases.RESTART_WORDS, "begin_again"), "stage": (phrases.STAGE_WORDS, "find_stage")}


class Opening(Errand):
    """The first two need no Rasa; for the others it is told what is meant."""

    names: ClassVar = frozenset(("start", "help", *_FOR_RASA))

    def __init__(self, relaying: Relaying, last_known: Callable[[], LastKnown]) -> None:
        self._relaying, self._last_known = relaying, last_known

    async def run(self, command: Command, asked: Asked) -> Served:
        """Greet, help, or tell Rasa."""
        if command.name == "start":
            return Served(welcome_reply(self._last_known(), asked.area))
        if command.name == "help":
            return Served(help_reply(asked.area))
        words, intent = _FOR_RASA[command.name]
        return Served(await self._relaying.relay(asked, words, intent))
