"""The warning signs of the thread read back: each with its quotation from a list of the manual's, and what was said beside it."""

from collections.abc import Sequence
from dataclasses import replace

from bot import phrases
from bot.conversations.cards import Numbering, calls_block, sources
from bot.conversations.enquiry import manual_names
from bot.conversations.guided.ending import area_of, asking, doors, nothing_printed, others
from bot.conversations.telling import pieces, told_in
from bot.conversations.turns import Thread, Turn
from bot.replies import Beside, CheckItem, CheckList, Choice, Outcome, Reply
from knowledge.answers import Shelf
from knowledge.answers.beside import Beside as Near
from knowledge.answers.beside import signs_beside
from knowledge.checklists import ChecklistKind

PENDING = "signs"
_SEND = phrases.TOLD_TITLE_SIGNS


def read_back(turn: Turn, shelf: Shelf) -> tuple[Reply, Thread]:
    """The items of warning-sign lists that come near what was told; what comes near none is said back as well."""
    new = told_in(turn.text) if turn.thread.pending == PENDING else ()
    said = pieces((*turn.thread.told, *new))
    if not any(
        one.kind is ChecklistKind.SIGNS and shelf.serves(one.areas, one.manual, area_of(turn))
        for one in shelf.checklists
    ):
        return nothing_printed(turn, shelf, phrases.NO_SIGNS, _SEND), replace(turn.thread, pending="")
    if not said:
        return asking(turn, phrases.TELL_FIRST, phrases.TELL_THEN_SIGNS), replace(turn.thread, pending=PENDING)
    reply = _shown(turn, shelf, said, signs_beside(said, shelf, area_of(turn)))
    return reply, replace(turn.thread, pending="", offered=tuple(choice.send for choice in reply.choices))


def _shown(turn: Turn, shelf: Shelf, said: Sequence[str], found: Sequence[Near]) -> Reply:
    numbers = Numbering(manual_names(shelf))
    items = tuple(CheckItem(one.item.text, numbers.of(one.item.citation), one.checklist.title) for one in found)
    beside = tuple(
        Beside(thing, tuple(numbers.of(one.item.citation) for one in found if one.said == thing)) for thing in said
    )
    people = doors(turn, shelf, numbers)
    quotes = numbers.quotes()
    blocks = [
        [phrases.DANGER_LINE],
        _lines(found, numbers),
        [phrases.SIGNS_NOT_NEAR.format(said="; ".join(f"“{one.said}”" for one in beside if not one.quotes))]
        if any(not one.quotes for one in beside)
        else [],
        [*([phrases.CHECKLIST_NOTE] if found else []), phrases.DISCUSS],
        calls_block(people),
        [phrases.SOURCES, *sources(quotes)] if quotes else [],
    ]
    return Reply(
        Outcome.ANSWERED if found else Outcome.NOT_FOUND,
        "\n\n".join("\n".join(block) for block in blocks if block),
        area=area_of(turn),
        quotes=quotes,
        contacts=people,
        checklist=CheckList(phrases.SIGNS_SO_FAR, ChecklistKind.SIGNS.value, items) if items else None,
        beside=beside,
        choices=(Choice("Start afresh", "start again"), *others(_SEND)),
    )


def _lines(found: Sequence[Near], numbers: Numbering) -> list[str]:
    """The items under the list they stand in, each once, with all that was said near it."""
    if not found:
        return []
    lines = [phrases.SIGNS_SO_FAR]
    for heading in dict.fromkeys(_heading(one) for one in found):
        lines.append(heading)
        own = [one for one in found if _heading(one) == heading]
        for citation in dict.fromkeys(one.item.citation for one in own):
            near = ", ".join(phrases.SIGNS_NEAR.format(said=one.said) for one in own if one.item.citation == citation)
            lines.append(f"- “{citation.quote}” [{numbers.of(citation)}] {near}")
    return lines


def _heading(one: Near) -> str:
    names = dict.fromkeys((one.checklist.chapter, one.checklist.title))
    return " > ".join(name for name in names if name)
