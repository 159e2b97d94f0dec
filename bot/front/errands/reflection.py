"""A reflection under way: ticking, short notes, the three endings, and the export that ends it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import ClassVar

from bot import phrases
from bot.conversations.cards import sources
from bot.conversations.reflection import EXPORTS, lines
from bot.exports import Record, markdown, word
from bot.front.commands import Command
from bot.front.errands.errand import Errand
from bot.front.messages import Asked, Document, Served
from bot.front.relaying import Relaying
from bot.journal.reflections import Reflection, Reflections
from bot.replies import Choice, Outcome, Reply

LONGEST_NOTE = 300  # characters: a prompt's note, too little for a story
_NUMBER = re.compile(r"^(\d{1,3})\b[\s.:,)-]*(.*)$", re.DOTALL)
_ENDINGS = ("decide", "who", "when")
_MARKDOWN = "text/markdown"
_PDF = "application/pdf"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


class Reflecting(Errand):
    """The reflections of all conversations, by the sender's hash. Anybody who may ask may reflect."""

    names: ClassVar = frozenset(("reflect", "tick", "untick", *_ENDINGS, "export", "drop"))
    alone: ClassVar = True

    def __init__(self, relaying: Relaying, reflections: Reflections) -> None:
        self._relaying, self._reflections = relaying, reflections

    async def run(self, command: Command, asked: Asked) -> Served:
        """Begin a reflection, or act on the one that is under way."""
        if command.name != "reflect":
            return Served(*self._act(command, asked))
        standing = self.under_way(asked.sender)
        if standing:
            return Served(standing, ticking=True)
        words = phrases.REFLECT_WORDS.format(topic=command.rest) if command.rest else "reflect"
        reply = await self._relaying.relay(asked, words, "reflect")
        return self.take_up(asked, reply) or Served(reply)

    def take_up(self, asked: Asked, reply: Reply) -> Served | None:
        """An answer that is a sheet of questions begins a reflection."""
        if not reply.checklist or reply.checklist.kind != "reflection":
            return None
        return Served(self._begin(asked, reply), ticking=True)

    def kept(self, asked: Asked) -> Sequence[str]:
        """The reflection under way."""
        kept = self._reflections.get(asked.sender)
        return (phrases.KEPT_REFLECTION.format(title=kept.checklist.title),) if kept else ()

    def _begin(self, asked: Asked, reply: Reply) -> Reply:
        """Take up the checklist of a reply. One that somebody has begun to fill in is never overwritten."""
        standing = self.under_way(asked.sender)
        if standing:
            return standing
        assert reply.checklist is not None
        begun = Reflection(reply.checklist, reply.quotes, asked.now, reply.area)
        self._reflections.keep(asked.sender, begun, asked.now)
        return replace(reply, message=_sheet(begun), choices=tuple(dict.fromkeys((*reply.choices, *EXPORTS))))

    def under_way(self, sender: str) -> Reply | None:
        """The reflection that has been begun, None where there is none or nothing was done in it yet."""
        kept = self._reflections.get(sender)
        if kept is None or kept.untouched:
            return None
        told = phrases.REFLECT_UNDER_WAY.format(
            title=kept.checklist.title, ticked=len(kept.ticked), last=len(kept.checklist.items)
        )
        return _reply(kept, f"{told}\n\n{_sheet(kept)}", Outcome.ASK_BACK, (*EXPORTS, Choice("Drop it", "/drop")))

    def sheet(self, sender: str) -> Reply | None:
        """The whole reflection as it stands, None where there is none."""
        kept = self._reflections.get(sender)
        return _reply(kept, _sheet(kept)) if kept else None

    def drop(self, sender: str) -> None:
        """Delete the reflection with its notes."""
        self._reflections.drop(sender)

    def standing(self, sender: str) -> Reflection | None:
        """What is kept of the reflection, None where there is none."""
        return self._reflections.get(sender)

    def _act(self, command: Command, asked: Asked) -> tuple[Reply, Document | None]:
        """Carry out a command on the reflection under way."""
        sender, area = asked.sender, asked.area
        kept = self._reflections.get(sender)
        if kept is None:
            choice = (Choice("Start a reflection", "/reflect"),)
            return Reply(Outcome.ASK_BACK, phrases.REFLECT_NOT_OPEN, area=area, choices=choice), None
        if command.name == "export":
            return self._export(kept, command.rest, asked.now)
        if command.name == "drop":
            self._reflections.drop(sender)
            return Reply(Outcome.ANSWERED, phrases.REFLECT_DROPPED, area=area), None
        changed = _ended(kept, command) if command.name in _ENDINGS else _ticked(kept, command)
        if isinstance(changed, str):
            return _reply(kept, changed, Outcome.ASK_BACK), None
        self._reflections.keep(sender, changed, asked.now)
        return _reply(changed, _progress(changed, command)), None

    def _export(self, kept: Reflection, form: str, made: datetime) -> tuple[Reply, Document | None]:
        record = Record(kept.checklist, kept.quotes, made, kept.ticked, kept.notes, kept.endings)
        name = phrases.REFLECT_FILE.format(day=f"{made:%Y-%m-%d-%H%M}")
        match form.strip(" .").casefold():
            case "md" | "markdown":
                document = Document(f"{name}.md", _MARKDOWN, markdown(record).encode())
            case "docx" | "word":
                document = Document(f"{name}.docx", _WORD, word(record))
            case "pdf":
                from bot.exports.pdf import pdf  # noqa: PLC0415  # fpdf2 is slow to load, and few export

                document = Document(f"{name}.pdf", _PDF, pdf(record))
            case _:
                return _reply(kept, phrases.REFLECT_EXPORT_KINDS, Outcome.ASK_BACK), None
        return Reply(Outcome.ANSWERED, phrases.REFLECT_EXPORT_DONE, area=kept.area), document


def _ticked(kept: Reflection, command: Command) -> Reflection | str:
    """The reflection with a question ticked, unticked or noted; a sentence where the command cannot be followed."""
    number, note = _number_and_note(command.rest)
    last = len(kept.checklist.items)
    if number is None:
        return phrases.REFLECT_WHICH
    if not 1 <= number <= last:
        return phrases.REFLECT_NO_ITEM.format(number=number, last=last)
    if len(note) > LONGEST_NOTE:
        return phrases.REFLECT_NOTE_LONG.format(most=LONGEST_NOTE)
    if command.name == "untick":
        return replace(kept, ticked=kept.ticked - {number})
    notes = {**kept.notes, number: note} if note else kept.notes
    return replace(kept, ticked=kept.ticked | {number}, notes=notes)


def _sheet(kept: Reflection) -> str:
    """All questions with their ticks, where they come from, and what can be done."""
    shown = [*lines(kept.checklist, kept.ticked), "", phrases.SOURCES, *sources(kept.quotes), "", phrases.REFLECT_HOW]
    return "\n".join(shown)


def _number_and_note(rest: str) -> tuple[int | None, str]:
    found = _NUMBER.match(rest)
    return (int(found.group(1)), " ".join(found.group(2).split())) if found else (None, "")


def _ended(kept: Reflection, command: Command) -> Reflection | str:
    place = _ENDINGS.index(command.name)
    said = " ".join(command.rest.split())
    if not said:
        return phrases.REFLECT_SAY.format(example=phrases.REFLECT_EXAMPLES[place])
    if len(said) > LONGEST_NOTE:
        return phrases.REFLECT_NOTE_LONG.format(most=LONGEST_NOTE)
    first, second, third = kept.endings
    endings = [(said, second, third), (first, said, third), (first, second, said)][place]
    return replace(kept, endings=endings)


def _progress(kept: Reflection, command: Command) -> str:
    said = phrases.REFLECT_PROGRESS.format(ticked=len(kept.ticked), last=len(kept.checklist.items))
    if command.name in _ENDINGS:
        place = _ENDINGS.index(command.name)
        return f"{phrases.REFLECT_NOTED}\n{phrases.REFLECT_END[place]} {kept.endings[place]}\n{said}"
    number, _ = _number_and_note(command.rest)
    assert number is not None, "it was read when the question was ticked"
    item = kept.checklist.items[number - 1]
    note = f"\n    {kept.notes[number]}" if number in kept.notes else ""
    return f"[{'x' if number in kept.ticked else ' '}] {number}. “{item.text}”{note}\n{said}"


def _reply(
    kept: Reflection, message: str, outcome: Outcome = Outcome.ANSWERED, choices: tuple[Choice, ...] = EXPORTS
) -> Reply:
    return Reply(outcome, message, area=kept.area, quotes=kept.quotes, checklist=kept.checklist, choices=choices)
