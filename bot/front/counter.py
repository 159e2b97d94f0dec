"""The counter: every message is handed in here, whatever its channel, and every reply is handed out.

The order is the promise. Danger is looked for first, in what was typed and in what is left of it after cleaning; the
card needs nothing but this process. Then the front's own commands, then the privacy guard, then Rasa, and where no
answer comes in time, the card that says so.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

from bot import phrases
from bot.conversations.cards import unavailable
from bot.conversations.danger import Writer, danger_reply, tells_of_danger, who_writes
from bot.front.cleaning import LONGEST, cleaned, is_another_script, without_slash
from bot.front.commands import Command, command_in
from bot.front.greeting import (
    areas_reply,
    empty_reply,
    english_only_reply,
    help_reply,
    unknown_area_reply,
    welcome_reply,
)
from bot.front.last_known import LastKnown
from bot.front.privacy_guard import Screen, pass_through
from bot.front.rasa import Silence
from bot.front.reflecting import Document, Reflecting
from bot.front.senders import Senders
from bot.front.turns import Turns
from bot.journal.conversations import Conversations
from bot.journal.reflections import Reflection, Reflections
from bot.replies import Outcome, Reply

ANSWER_WITHIN = 1.9  # seconds; with the rest of the way a safe reply is out within two
Clock = Callable[[], datetime]
AtOnce = Callable[[Reply], Awaitable[None]]


class Understanding(Protocol):
    """Rasa, as the counter needs it."""

    async def reply(self, conversation: str, text: str, metadata: dict[str, str | bool]) -> Reply | Silence:
        """What Signpost says to a message. Never raises for want of an answer."""
        ...


@dataclass(frozen=True, slots=True)
class Message:
    """A message as it came. `conversation` is the channel's own name for it.

    `area`, where it is given, is the area of this message and the next ones; else the one kept for the conversation holds.
    """

    channel: str
    conversation: str
    text: str
    area: str = ""
    explain: bool = False


@dataclass(frozen=True, slots=True)
class Served:
    """What goes back: a Reply, with a file where one was asked for, and the kinds of personal data that were left out.

    `ticking` says that the reply is a reflection's whole sheet, which can be ticked.
    """

    reply: Reply
    document: Document | None = None
    left_out: tuple[str, ...] = ()
    ticking: bool = False


class Counter:
    """Serves messages: in order within a conversation, side by side across them."""

    def __init__(  # noqa: PLR0913  # each is a thing that the command wires in
        self,
        understanding: Understanding,
        *,
        senders: Senders,
        reflections: Reflections,
        conversations: Conversations,
        last_known: Callable[[], LastKnown],
        clock: Clock,
        screen: Screen = pass_through,
        answer_within: float = ANSWER_WITHIN,
    ) -> None:
        self._understanding = understanding
        self._senders = senders
        self._reflecting = Reflecting(reflections, clock)
        self._conversations = conversations
        self._last_known = last_known
        self._clock = clock
        self._screen = screen
        self._answer_within = answer_within
        self._turns = Turns()
        self._relayed: dict[str, str] = {}  # the area last relayed for a conversation, since a thread keeps its own

    def sender(self, message: Message) -> str:
        """The keyed hash by which Rasa and the journal know the conversation."""
        return self._senders.of(message.channel, message.conversation)

    def card_for(self, message: Message) -> Reply | None:
        """The danger card, where the message tells of danger. Needs nothing that could be down."""
        if not _tells_of_danger(message.text):
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
            return replace(served, reply=_answer_alone(card, served.reply))
        return replace(served, reply=_below(card, served.reply, who_writes(message.text)))

    def welcome(self) -> Reply:
        """What a conversation opens with."""
        return welcome_reply(self._last_known())

    def exported(self, message: Message) -> None:
        """The file of a reflection is where it should be: delete the reflection."""
        self._reflecting.drop(self.sender(message))

    def reflection(self, message: Message) -> Reflection | None:
        """The conversation's reflection under way, None where there is none."""
        return self._reflecting.standing(self.sender(message))

    def sheet(self, message: Message) -> Reply | None:
        """The whole sheet of the reflection as it stands, None where there is none."""
        return self._reflecting.sheet(self.sender(message))

    async def _safely(self, message: Message, sender: str) -> Served:
        try:
            return await self._answer(message, sender)
        except Exception:  # whatever it was, the person must not be left without an answer
            return Served(self._fallback(self._last_known().area(message.area)))

    async def _answer(self, message: Message, sender: str) -> Served:
        text = cleaned(message.text)
        known = self._last_known()
        if message.area and known.areas and not known.area(message.area):
            return Served(unknown_area_reply(message.area, known))
        area = self._area_of(message, sender, known)
        if not text.strip("/ "):
            return Served(empty_reply(area))
        if is_another_script(text):
            return Served(english_only_reply(area, known.calls(area)))
        screened = self._screen(text)
        asked = _Asked(sender, screened.text, area, message.explain)
        await self._carry_area(asked, message.area)
        command = command_in(screened.text) or (Command("area", screened.text) if known.area(screened.text) else None)
        served = await (self._command(command, asked) if command else self._relay(asked, without_slash(screened.text)))
        served = _told_of_length(served, len(text))
        return _told_of_privacy(served, screened.found) if screened.found else served

    async def _command(self, command: Command, asked: "_Asked") -> Served:
        match command.name:
            case "start":
                served = Served(self.welcome())
            case "help":
                served = Served(help_reply(asked.area))
            case "area":
                served = await self._set_area(command.rest, asked)
            case "restart":
                served = await self._relay(asked, phrases.RESTART_WORDS, intent="begin_again")
            case "stage":
                served = await self._relay(asked, phrases.STAGE_WORDS, intent="find_stage")
            case "reflect":
                served = await self._reflect(command.rest, asked)
            case _:
                served = Served(*self._reflecting.act(asked.sender, command, asked.area))
        return served

    async def _reflect(self, topic: str, asked: "_Asked") -> Served:
        under_way = self._reflecting.under_way(asked.sender)
        if under_way:
            return Served(under_way, ticking=True)
        words = phrases.REFLECT_WORDS.format(topic=topic) if topic else "reflect"
        return await self._relay(asked, words, intent="reflect")

    async def _set_area(self, name: str, asked: "_Asked") -> Served:
        known = self._last_known()
        if not name:
            return Served(areas_reply(known, asked.area))
        if known.areas and not known.area(name):
            return Served(unknown_area_reply(name, known))
        area = known.area(name) or name
        self._conversations.set_area(asked.sender, area)
        served = await self._relay(replace(asked, area=area), area, intent="give_area")
        self._relayed[asked.sender] = area
        if served.reply.outcome is Outcome.UNAVAILABLE:
            return Served(Reply(Outcome.ANSWERED, phrases.AREA_SET.format(area=area), area=area))
        return served

    async def _carry_area(self, asked: "_Asked", given: str) -> None:
        """Tell the thread of another area than before: what it remembers would otherwise win."""
        before = self._relayed.get(asked.sender, "")
        if given and before and before != asked.area:
            await self._understood(asked, asked.area, "give_area")
        if asked.area:
            self._relayed[asked.sender] = asked.area

    async def _relay(self, asked: "_Asked", text: str, intent: str = "") -> Served:
        reply = await self._understood(asked, text[:LONGEST], intent)
        if reply is None:
            return Served(self._fallback(asked.area))
        if reply.checklist and reply.checklist.kind == "reflection":
            return Served(self._reflecting.begin(asked.sender, reply), ticking=True)
        return Served(reply)

    async def _understood(self, asked: "_Asked", text: str, intent: str = "") -> Reply | None:
        """Rasa's answer within the budget, None where none came or it was empty or broken."""
        told: dict[str, str | bool] = {"area": asked.area, "now": self._clock().isoformat(), "explain": asked.explain}
        if intent:
            told["intent"] = intent  # the front's own command: nothing is left to guess
        try:
            async with asyncio.timeout(self._answer_within):
                reply = await self._understanding.reply(asked.sender, text, told)
        except Exception:  # late, broken or worse: the fallback card answers for all of them
            return None
        return reply if isinstance(reply, Reply) and reply.message.strip() else None

    def _fallback(self, area: str) -> Reply:
        known = self._last_known()
        calls = known.calls(area)
        day = f"{known.read.day} {known.read:%B %Y}" if known.read else ""
        return unavailable(area=area, calls=calls, why=phrases.NUMBERS_AS_OF.format(day=day) if calls and day else "")

    def _area_of(self, message: Message, sender: str, known: LastKnown) -> str:
        """The area that the message gives, kept for the next ones; else the one kept."""
        kept = self._area(sender)
        given = known.area(message.area) or message.area
        if given and given != kept:
            self._conversations.set_area(sender, given)
        return given or kept

    def _area(self, sender: str) -> str:
        try:
            return self._conversations.area(sender)
        except Exception:  # a journal that cannot be read must not stand between a person and the card
            return ""


@dataclass(frozen=True, slots=True)
class _Asked:
    sender: str
    text: str
    area: str
    explain: bool


def _tells_of_danger(text: str) -> bool:
    return tells_of_danger(text) or tells_of_danger(cleaned(text))


def _below(card: Reply, answer: Reply, writer: Writer | None) -> Reply:
    """Card and answer in one. Children's services come first among the numbers, whatever the question was about."""
    others = tuple(
        call for call in answer.contacts if not any(_same(call.telephones, one.telephones) for one in card.contacts)
    )
    below = _without_card(answer)
    if not below:
        return replace(card, area=answer.area or card.area)
    outcome = Outcome.ANSWERED if answer.danger else answer.outcome
    plain = replace(answer, outcome=outcome, danger=False, message=below, contacts=(*card.contacts, *others))
    return replace(danger_reply(plain, writer=writer), area=answer.area or card.area)


def _answer_alone(card: Reply, answer: Reply) -> Reply:
    """The answer below a card that is out already; its message is "" where it holds nothing more than the card."""
    below = "" if answer.outcome in (Outcome.NOT_FOUND, Outcome.UNAVAILABLE) else _without_card(answer)
    message = f"{phrases.DANGER_QUESTION}\n{below}" if below else ""
    return replace(answer, outcome=Outcome.DANGER, danger=True, message=message, area=answer.area or card.area)


def _without_card(answer: Reply) -> str:
    """What an answer says, without a danger card or line of its own."""
    message = answer.message
    if message.startswith(phrases.DANGER_CARD):
        _, _, message = message.partition(f"{phrases.DANGER_QUESTION}\n")
    return message.removeprefix(phrases.DANGER_LINE).strip()


def _same(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return bool(one) and {"".join(number.split()) for number in one} == {"".join(number.split()) for number in other}


def _told_of_length(served: Served, length: int) -> Served:
    if length <= LONGEST:
        return served
    note = phrases.TOO_LONG.format(kept=LONGEST)
    return replace(served, reply=replace(served.reply, message=f"{note}\n\n{served.reply.message}"))


def _told_of_privacy(served: Served, found: tuple[str, ...]) -> Served:
    note = phrases.PERSONAL_DATA.format(found=", ".join(found))
    return replace(served, reply=replace(served.reply, message=f"{note}\n\n{served.reply.message}"), left_out=found)
