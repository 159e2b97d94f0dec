"""What a chat said to the calls that answer it: labels, buttons, ticks, files. One chat's messages come here in order."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace

from bot import phrases
from bot.front.counter import Counter
from bot.front.greeting import help_reply
from bot.front.last_known import LastKnown
from bot.front.messages import Message, Served
from bot.front.telegram import calls
from bot.front.telegram.calls import ApiCall
from bot.front.telegram.reading import Heard, Kind
from bot.front.telegram.rendering import keyboard, labels, sheets, tick_label
from bot.front.writing import Writing
from bot.journal.buttons import CHOICE, KEPT, TICK, Button
from bot.journal.inbox import Incoming
from bot.journal.outbox import Outgoing
from bot.journal.reflections import Reflection
from bot.replies import Outcome, Reply

CHANNEL = "telegram"
STALE = 24 * 3600.0  # seconds after which a message is answered with a label that says so


@dataclass(frozen=True, slots=True)
class Part:
    """An update with what it says."""

    incoming: Incoming
    heard: Heard


class Answering:
    """Turns what a chat said into calls. `urgent` sends a danger card ahead of everything else of its chat."""

    def __init__(
        self,
        counter: Counter,
        writing: Writing,
        known: Callable[[], LastKnown],
        now: Callable[[], float],
        urgent: Callable[[Outgoing], Awaitable[None]],
    ) -> None:
        self._counter, self._writing, self._known, self._now, self._urgent = counter, writing, known, now, urgent

    async def answer(self, parts: Sequence[Part]) -> list[Outgoing]:
        """The calls that answer one message, in one or several parts."""
        first = parts[0]
        heard, conversation = first.heard, first.incoming.conversation
        match heard.kind:
            case Kind.TEXT:
                found = await self._text(parts)
            case Kind.BUTTON:
                found = await self._button(first)
            case Kind.NOT_TEXT:
                found = await self._fixed(conversation, heard.chat, phrases.TEXT_ONLY)
            case Kind.GROUP:
                found = await self._fixed(conversation, heard.chat, phrases.PRIVATE_ONLY)
            case _:
                found = []
        return [Outgoing(conversation, heard.chat, call.written(), self._now()) for call in found]

    def card(self, incoming: Incoming, heard: Heard) -> Outgoing | None:
        """The danger card for an update that tells of danger, whatever else it is."""
        card = self._counter.card_for(message_of(heard.chat, heard.text)) if heard.text else None
        return self._card_call(incoming.conversation, heard.chat, card, incoming.update_id) if card else None

    def card_text(self, heard: Heard) -> str:
        """The danger card's words for an update that tells of danger, "" for any other."""
        card = self._counter.card_for(message_of(heard.chat, heard.text)) if heard.text else None
        return card.message if card else ""

    async def notice(self, part: Part, words: str) -> list[Outgoing]:
        """A fixed sentence."""
        found = await self._fixed(part.incoming.conversation, part.heard.chat, words)
        return [Outgoing(part.incoming.conversation, part.heard.chat, call.written(), self._now()) for call in found]

    async def _text(self, parts: Sequence[Part]) -> list[ApiCall]:
        first = parts[0]
        heard, conversation = first.heard, first.incoming.conversation
        if heard.edited and await self._edited_before(first):
            return []
        carded = any(part.incoming.carded for part in parts)

        async def at_once(card: Reply) -> None:
            if not carded:
                await self._urgent(self._card_call(conversation, heard.chat, card, heard.update_id))

        message = message_of(heard.chat, "".join(part.heard.text for part in parts))
        served = await self._counter.serve(message, at_once)
        label = self._label(heard)
        found = await self._calls(
            conversation, heard.chat, _labelled(served, label) if label and served.reply.message else served
        )
        if served.left_out:
            found += [calls.delete(heard.chat, part.heard.message) for part in parts if part.heard.message is not None]
        return found

    async def _edited_before(self, part: Part) -> bool:
        incoming = part.incoming
        if incoming.message is None:
            return False
        inbox = self._writing.journal.inbox
        return (
            await self._writing.do(inbox.edits_answered, incoming.conversation, incoming.message, incoming.update_id)
            > 0
        )

    def _label(self, heard: Heard) -> str:
        if heard.sent is not None and self._now() - heard.sent > STALE:
            return phrases.SENT_LATE
        return phrases.EDITED if heard.edited else ""

    async def _button(self, part: Part) -> list[ApiCall]:
        heard, conversation = part.heard, part.incoming.conversation
        button = await self._writing.do(self._writing.journal.buttons.pressed, conversation, heard.key)
        if button is None:
            openings = help_reply("").choices
            return await self._calls(
                conversation, heard.chat, Served(Reply(Outcome.ASK_BACK, phrases.BUTTON_EXPIRED, choices=openings))
            )
        if button.kind == TICK:
            return await self._tick(part, int(button.value))
        served = await self._counter.serve(message_of(heard.chat, button.value))
        return await self._calls(conversation, heard.chat, served)

    async def _tick(self, part: Part, number: int) -> list[ApiCall]:
        """Turn a tick over, and edit the message that shows it."""
        heard, conversation = part.heard, part.incoming.conversation
        message = message_of(heard.chat, "")
        standing = self._counter.reflecting.standing(conversation)
        command = "untick" if standing and number in standing.ticked else "tick"
        served = await self._counter.serve(replace(message, text=f"/{command} {number}"))
        standing = self._counter.reflecting.standing(conversation)
        if standing is None or heard.message is None:
            return await self._calls(conversation, heard.chat, served)
        shown = self._counter.reflecting.sheet(conversation) or served.reply
        texts = sheets(shown.message, self._known().hosts)
        ticks = await self._ticks(conversation, standing)
        kept = await self._kept(conversation, shown)
        buttons = keyboard(kept, shown, self._known().hosts, ticks)
        return [calls.edit(heard.chat, heard.message, texts[0] if len(texts) == 1 else None, buttons)]

    async def _fixed(self, conversation: str, chat: int, words: str) -> list[ApiCall]:
        return await self._calls(conversation, chat, Served(Reply(Outcome.ANSWERED, words)))

    async def _calls(self, conversation: str, chat: int, served: Served) -> list[ApiCall]:
        """A Served as calls. Buttons stand below the last message; older choices are void from now on."""
        if served.document:
            return [calls.hand_over(chat, served.document, served.reply.message)]
        await self._writing.do(self._writing.journal.buttons.void, conversation, CHOICE)
        reply, hosts = served.reply, self._known().hosts
        ticks: list[tuple[str, str]] = []
        standing = self._counter.reflecting.standing(conversation) if served.ticking else None
        if standing:
            await self._begin_ticks(conversation, standing, reply)
            ticks = await self._ticks(conversation, standing)
            buttons = await self._kept(conversation, reply)
        else:
            buttons = await self._choices(conversation, reply)
        if not reply.message:  # the danger card, which is out, said it all
            return []
        texts = sheets(reply.message, hosts)
        below = keyboard(buttons, reply, hosts, ticks)
        return [calls.send(chat, sheet, below if sheet is texts[-1] else None) for sheet in texts]

    async def _choices(self, conversation: str, reply: Reply) -> list[tuple[str, str]]:
        wanted = [Button(CHOICE, choice.send) for choice in reply.choices]
        keys = await self._writing.do(self._writing.journal.buttons.make, conversation, wanted, self._now())
        return list(zip(labels(reply.choices), keys, strict=True))

    async def _begin_ticks(self, conversation: str, standing: Reflection, reply: Reply) -> None:
        """New buttons for a reflection that is shown: those of one shown before are void."""
        buttons = self._writing.journal.buttons
        for kind in (TICK, KEPT):
            await self._writing.do(buttons.void, conversation, kind)
        numbers = [Button(TICK, str(number)) for number in range(1, len(standing.checklist.items) + 1)]
        kept = [Button(KEPT, choice.send) for choice in reply.choices]
        await self._writing.do(buttons.make, conversation, [*numbers, *kept], self._now())

    async def _ticks(self, conversation: str, standing: Reflection) -> list[tuple[str, str]]:
        found = await self._writing.do(self._writing.journal.buttons.of, conversation, TICK)
        by_number = sorted((int(value), key) for key, value in found.items())
        return [(tick_label(number, ticked=number in standing.ticked), key) for number, key in by_number]

    async def _kept(self, conversation: str, reply: Reply) -> list[tuple[str, str]]:
        found = await self._writing.do(self._writing.journal.buttons.of, conversation, KEPT)
        keys = {value: key for key, value in found.items()}
        named = zip(labels(reply.choices), reply.choices, strict=True)
        return [(label, keys[choice.send]) for label, choice in named if choice.send in keys]

    def _card_call(self, conversation: str, chat: int, card: Reply, update_id: int) -> Outgoing:
        sheet = sheets(card.message, self._known().hosts)[0]
        call = calls.send(chat, sheet)
        return Outgoing(conversation, chat, call.written(), self._now(), urgent=True, update_id=update_id)


def message_of(chat: int, text: str) -> Message:
    """A chat's message as the counter takes it."""
    return Message(CHANNEL, str(chat), text, address=str(chat))


def _labelled(served: Served, label: str) -> Served:
    return replace(served, reply=replace(served.reply, message=f"{label}\n\n{served.reply.message}"))
