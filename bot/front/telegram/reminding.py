"""Reminders into the outbox: looked for every few seconds, each put there in the commit that notes it."""

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime

from bot.front.last_known import LastKnown
from bot.front.reminders import Due, Reminders
from bot.front.telegram import calls
from bot.front.telegram.rendering import keyboard, labels, sheets
from bot.front.telegram.sending import Sending
from bot.front.writing import Writing
from bot.journal import JournalFailure
from bot.journal.buttons import CLOCK, Button
from bot.journal.outbox import Outgoing
from knowledge.calendar import LONDON

EVERY = 15.0  # seconds between two looks
logger = logging.getLogger(__name__)


class Reminding:
    """Sends the reminders that are due, for as long as it runs."""

    def __init__(
        self,
        reminders: Reminders,
        writing: Writing,
        sending: Sending,
        known: Callable[[], LastKnown],
        now: Callable[[], float],
    ) -> None:
        self._reminders, self._writing, self._sending = reminders, writing, sending
        self._known, self._now = known, now

    async def run(self) -> None:
        """Look again and again; a journal that fails is tried again at the next look."""
        while True:
            try:
                await self.look()
            except JournalFailure as error:
                logger.error("reminders could not be read: %s", type(error).__name__)
            await asyncio.sleep(EVERY)

    async def look(self) -> None:
        """Send what is due now."""
        now = datetime.fromtimestamp(self._now(), LONDON)
        for due in await self._writing.do(self._reminders.to_send, now):
            if await self._writing.do(self._writing.journal.clocks.tell, due.kept, await self._calls(due)):
                self._sending.wake(due.kept.conversation)

    async def _calls(self, due: Due) -> list[Outgoing]:
        kept, reply, hosts = due.kept, due.reply, self._known().hosts
        wanted = [Button(CLOCK, choice.send) for choice in reply.choices]
        buttons = self._writing.journal.buttons
        keys = await self._writing.do(buttons.make, kept.conversation, wanted, self._now())
        below = keyboard(list(zip(labels(reply.choices), keys, strict=True)), reply, hosts)
        texts = sheets(reply.message, hosts)
        chat = int(kept.address)
        return [
            Outgoing(
                kept.conversation,
                chat,
                calls.remind(chat, sheet, below if sheet is texts[-1] else None, kept.view.number).written(),
                self._now(),
            )
            for sheet in texts
        ]
