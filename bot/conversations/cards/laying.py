"""Lays an answer out as one message: brief, cut between its parts, or whole."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot import phrases
from bot.conversations.cards.audit import audit_line
from bot.conversations.cards.blocks import (
    checklist_block,
    learning_block,
    levels_block,
    limits_block,
    more_quotes_block,
    quotes_block,
    short_forms_block,
    steps_block,
)
from bot.conversations.cards.calls import calls_block
from bot.conversations.cards.deadlines import when_block
from bot.conversations.cards.numbering import Numbering, brief_sources, sources
from bot.conversations.cards.views import CARD, LEAST_ROOM, fitting
from bot.replies import CheckItem, Deadline, Quote, Reply
from knowledge.answers import Answered, Kind
from knowledge.answers.outcomes import Part
from knowledge.manual import Citation

_MARKS = 12  # characters around a quotation: its number, bullet and quotation marks
_WHEN_LINE = 70  # characters of a time limit that points at its step
_FEWEST_ITEMS = 6
_LEVEL_WORDS = 2  # quotations of each level on a brief card
_SOURCES = 400  # characters that the sources and the line for the record take, about
_MOST_LOOSE = 4  # time limits on a brief card that belong to none of its parts
_MOST_FORMS = 2  # short forms explained on a brief card
_MOST_LEARNING = 1  # quotations of a review's learning on a brief card
_NUMBER = re.compile(r"\[(\d+)\]")
_ALL = 10_000


@dataclass(frozen=True, slots=True)
class Laid:
    """A message, the line for the record in it, and `cut` where it leaves out steps, limits or items."""

    message: str
    audit: str
    cut: bool


def lay(answer: Answered, reply: Reply, numbers: Numbering, *, brief: bool) -> Laid:
    """The message of an answer. A brief one is cut to about CARD characters, but never inside a part: a step is shown with
    its exceptions and its time limit, or not at all."""
    foot = _foot(answer, reply, numbers, brief=brief)
    taken = _SOURCES + sum(map(_length, foot))
    room = max(LEAST_ROOM, CARD - taken) if brief else _ALL
    parts = fitting(answer.parts, room, _size)
    items = reply.checklist.items if reply.checklist else ()
    listed = len(fitting(items, room, _item_size, fewest=_FEWEST_ITEMS))
    words = _LEVEL_WORDS if brief else _ALL
    timed = _deadlines_shown(answer, reply, parts, brief=brief)
    shown, left = _limits(answer, reply, parts, timed, numbers, brief=brief)
    if left and not shown:  # the block's heading never stands over a count alone
        shown, left = left[:1], left[1:]
    steps = [step for part in parts if (step := part.step)]
    silent = [phrases.WHEN, phrases.NO_CLOCK] if answer.stage and not reply.deadlines else []
    body = [
        [phrases.DANGER_LINE],
        steps_block(answer, parts, numbers, brief=brief),
        quotes_block(answer, parts, numbers),
        levels_block(reply.levels, reply.quotes, most=words),
        checklist_block(reply.checklist, listed),
        when_block(timed, steps, brief=brief) or silent,
        more_quotes_block(answer, parts),
        limits_block(shown, len(left), numbers, whole_label(answer)),
        *foot,
    ]
    named = {int(number) for number in _NUMBER.findall(_joined(body))}
    quoted = [quote for quote in reply.quotes if quote.number in named or not brief]
    cut = bool(left) or (len(parts), listed, len(timed)) != (len(answer.parts), len(items), len(reply.deadlines))
    cut = cut or any(len(level.quotes) > words for level in reply.levels)
    audit = audit_line(_consulted(answer, quoted, numbers), answer.at)
    told = [phrases.SOURCES, *(brief_sources(quoted) if brief else sources(quoted))]
    return Laid(_joined([*body, told, [phrases.AUDIT, audit] if audit else []]), audit, cut)


def _consulted(answer: Answered, quoted: Sequence[Quote], numbers: Numbering) -> list[Quote]:
    """The quotations shown that an answer rests on: not those of numbers to call, short forms or a review's learning,
    unless there are no others."""
    rests = {numbers.of(one) for one in (*answer.citations, *answer.exceptions)}
    return [quote for quote in quoted if quote.number in rests] or list(quoted)


def whole_label(answer: Answered) -> str:
    """What the choice is called that shows all of an answer."""
    return phrases.FULL_STEPS if answer.steps else phrases.FULL_LIST if answer.items else phrases.FULL_ANSWER


def _foot(answer: Answered, reply: Reply, numbers: Numbering, *, brief: bool) -> list[list[str]]:
    """Whom to call, what a review adds, what short forms mean: they stand below whatever was asked."""
    return [
        calls_block(reply.contacts, brief=brief and answer.kind is not Kind.CONTACT),  # who asks for it gets all of it
        learning_block(answer.learning[:_MOST_LEARNING] if brief else answer.learning, numbers),
        short_forms_block(reply.short_forms[:_MOST_FORMS] if brief else reply.short_forms),
    ]


def _joined(blocks: Iterable[Sequence[str]]) -> str:
    return "\n\n".join("\n".join(block) for block in blocks if block)


def _length(block: Sequence[str]) -> int:
    return sum(len(line) + 1 for line in block)


def _size(part: Part) -> int:
    """What a part adds to a card. What stands in another section limits the whole answer, so it is there in any case."""
    own = (one for one in part.exceptions if one.passage == part.quote.passage)
    limits = sum(len(one.quote) + _MARKS for one in own)
    return len(part.quote.quote) + _MARKS + limits + _WHEN_LINE * len(part.clocks)


def _item_size(item: CheckItem) -> int:
    return len(item.text) + _MARKS


def _limits(  # noqa: PLR0913  # what is shown elsewhere decides what is shown here
    answer: Answered, reply: Reply, parts: Sequence[Part], timed: Sequence[Deadline], numbers: Numbering, *, brief: bool
) -> tuple[list[Citation], list[Citation]]:
    """The exceptions to show and those only pointed at, the gravest first; without those that stand on the card already."""
    whole = not brief or not answer.parts
    wanted = {one for part in parts for one in part.exceptions}
    seen = [*(part.quote.quote for part in parts), *(one.text for one in timed)]
    order = {number: place for place, number in enumerate(reply.exceptions)}
    every = sorted(answer.exceptions, key=lambda one: order[numbers.of(one)])
    rest = [one for one in dict.fromkeys(every) if not any(one.quote in text for text in seen)]
    shown = [one for one in rest if whole or one in wanted]
    return shown, [one for one in rest if one not in shown]


def _deadlines_shown(answer: Answered, reply: Reply, parts: Sequence[Part], *, brief: bool) -> list[Deadline]:
    """The time limits of the parts shown, and those that belong to no part: on a brief card the first of these."""
    held = {clock for part in answer.parts for clock in part.clocks}
    seen = {clock for part in parts for clock in part.clocks}
    pairs = list(zip(answer.clocks, reply.deadlines, strict=True))
    loose = [deadline for clock, deadline in pairs if clock not in held]
    kept = loose[:_MOST_LOOSE] if brief else loose
    return [deadline for clock, deadline in pairs if clock in seen or deadline in kept]
