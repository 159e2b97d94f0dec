"""The counter: every message is handed in here, whatever its channel, and every reply is handed out.

The order is the promise. Danger is looked for first, in what was typed and in what is left of it after cleaning; the
card needs nothing but this process, and nobody is asked who they are for it. Then comes who may ask, then the front's own
commands, then the privacy guard, then Rasa, and where no answer comes in time, the card that says so.
"""

from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime

from bot import phrases
from bot.conversations.clocks import ahead_of
from bot.conversations.danger import danger_reply, who_writes
from bot.front import danger_first
from bot.front.cleaning import LONGEST, cleaned, is_another_script, without_slash
from bot.front.errands import Errands
from bot.front.errands.reflection import Reflecting
from bot.front.gate import Gate
from bot.front.greeting import empty_reply, english_only_reply, unknown_area_reply, welcome_reply
from bot.front.languages import is_another_language
from bot.front.last_known import LastKnown
from bot.front.messages import Asked, Message, Served
from bot.front.privacy_guard import Screen, pass_through
from bot.front.relaying import Relaying
from bot.front.reminders import Reminders
from bot.front.senders import Senders
from bot.front.turns import Turns
from bot.journal import JournalFailure
from bot.journal.conversations import Conversations
from bot.replies import Reply

_OWNERS = "owner"  # where an owner is named beside the channels's own names
AtOnce = Callable[[Reply], Awaitable[None]]


class Counter:
    """Serves messages: in order within a conversation, side by side across them. `wiring.counter_over` makes one."""

    def __init__(  # noqa: PLR0913  # each is a thing that the wiring hands in
        self,
        relaying: Relaying,
        errands: Errands,
        reflecting: Reflecting,
        gate: Gate,
        reminders: Reminders,
        *,
        clock: Callable[[], datetime],
        senders: Senders,
        conversations: Conversations,
        last_known: Callable[[], LastKnown],
        screen: Screen = pass_through,
    ) -> None:
        self._relaying, self._errands, self._reflecting, self._gate = relaying, errands, reflecting, gate
        self._reminders, self._clock = reminders, clock
        self._senders, self._conversations = senders, conversations
        self._last_known, self._screen = last_known, screen
        self._turns = Turns()

    def sender(self, message: Message) -> str:
        """The keyed hash by which Rasa and the journal know the conversation and the account it belongs to."""
        return self._senders.of(message.channel, message.conversation)

    def card_for(self, message: Message) -> Reply | None:
        """The danger card, where the message tells of danger. Needs nothing that could be down."""
        if not danger_first.is_danger(message.text):
            return None
        area = self._last_known().area(message.area) or self._area(self.sender(message))
        return danger_reply(None, self._last_known().calls(area), area, who_writes(message.text))

    async def serve(self, message: Message, at_once: AtOnce | None = None) -> Served:
        """One message, one Served. Never raises.

        A message that tells of danger gets the card with the answer below it. A channel that can send twice gives
        `at_once`, which is handed the card before anything is looked up; then the answer alone comes back, with an empty
        message where it has nothing to add.
        """
        card = self.card_for(message)
        if card and at_once:
            await at_once(card)
        sender = self.sender(message)
        async with self._turns.of(sender):
            served = await self._safely(message, sender)
        if not card:
            return served
        if at_once:
            return replace(served, reply=danger_first.answer_alone(card, served.reply))
        return replace(served, reply=danger_first.below(card, served.reply, who_writes(message.text)))

    def welcome(self) -> Reply:
        """What a conversation opens with."""
        return welcome_reply(self._last_known())

    def exported(self, message: Message) -> None:
        """The file of a reflection is where it should be: delete the reflection."""
        self._reflecting.drop(self.sender(message))

    @property
    def reminders(self) -> Reminders:
        """The reminders of clocks, for channels that send unasked."""
        return self._reminders

    @property
    def reflecting(self) -> Reflecting:
        """The reflections under way, by sender, for channels that show one to be ticked."""
        return self._reflecting

    async def _safely(self, message: Message, sender: str) -> Served:
        try:
            return await self._answer(message, sender)
        except Exception:  # whatever it was, the person must not be left without an answer
            return Served(self._relaying.fallback(self._last_known().area(message.area)))

    async def _answer(self, message: Message, sender: str) -> Served:
        text = cleaned(message.text)
        person = self._gate.opens(message.channel, sender, text)
        if isinstance(person, Reply):
            return Served(person)
        with suppress(Exception):  # a journal that cannot be written costs no answer
            self._conversations.see(sender, self._clock().timestamp())
        known = self._last_known()
        if message.area and known.areas and not known.area(message.area):
            return Served(unknown_area_reply(message.area, known))
        area = self._area_of(message, sender)
        if not text.strip("/ "):
            return Served(empty_reply(area))
        if is_another_script(text) or is_another_language(text):
            return Served(english_only_reply(area, known.calls(area)))
        screened = self._screen(text)
        asked = Asked(
            sender=sender,
            text=screened.text,
            now=message.now or self._clock(),
            area=area,
            explain=message.explain,
            person=person,
            owner=self._senders.of(_OWNERS, message.owner) if message.owner else sender,
            channel=message.channel,
            address=message.address,
            left_out=screened.found,
        )
        if message.area:
            await self._relaying.carry_area(asked)
        reminders = self._due_before(asked, message.text)
        served = _told_of_length(await self._carried_out(asked), len(text))
        served = replace(served, reply=ahead_of(served.reply, reminders))
        return _told_of_privacy(served, screened.found) if screened.found else served

    def _due_before(self, asked: Asked, typed: str) -> list[Reply]:
        """The reminders to show before the answer: none beside a danger card, and none costs anybody an answer."""
        if danger_first.is_danger(typed) or self._errands.stands_alone(self._errands.command_in(asked.text)):
            return []
        try:
            return self._reminders.to_show(asked)
        except JournalFailure:
            return []

    async def _carried_out(self, asked: Asked) -> Served:
        command = self._errands.command_in(asked.text)
        if command:
            return await self._errands.run(command, asked)
        return self._errands.take_up(asked, await self._relaying.relay(asked, without_slash(asked.text)))

    def _area_of(self, message: Message, sender: str) -> str:
        """The area that the message gives, kept for the next ones; else the one known."""
        kept = self._area(sender)
        given = self._last_known().area(message.area) or message.area
        if given and given != kept:
            self._conversations.set_area(sender, given)
        return given or kept

    def _area(self, sender: str) -> str:
        """The area kept for the conversation; else that of the person's account."""
        try:
            return self._conversations.area(sender) or self._gate.area(sender)
        except Exception:  # a journal that cannot be read must not stand between a person and the card
            return ""


def _told_of_length(served: Served, length: int) -> Served:
    if length <= LONGEST:
        return served
    note = phrases.TOO_LONG.format(kept=LONGEST)
    return replace(served, reply=replace(served.reply, message=f"{note}\n\n{served.reply.message}"))


def _told_of_privacy(served: Served, found: tuple[str, ...]) -> Served:
    note = phrases.PERSONAL_DATA.format(found=", ".join(found))
    return replace(served, reply=replace(served.reply, message=f"{note}\n\n{served.reply.message}"), left_out=found)
