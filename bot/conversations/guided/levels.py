"""Compare with the levels: what was said beside each level's quoted words. No level is chosen, and nothing is counted."""

import re
from dataclasses import replace
from string import ascii_uppercase

from bot import phrases
from bot.conversations.cards import Numbering, calls_block, card, sources
from bot.conversations.enquiry import manual_names
from bot.conversations.guided.ending import area_of, asking, doors, nothing_printed, others
from bot.conversations.telling import pieces, told_in
from bot.conversations.turns import Thread, Turn
from bot.replies import Beside, Choice, LevelView, Outcome, Quote, Reply
from knowledge.answers import Answered, AskBack, Kind, Question, Shelf
from knowledge.answers.beside import ALONGSIDE, nearness
from knowledge.answers.levels import compare_levels

PENDING = "levels"
_SEND = phrases.TOLD_TITLE_LEVELS
_COMPARE = re.compile(
    r"\b(?:compare|set|put|hold|match|line|check|measure)\b.{0,40}\b(?:with|to|against|beside|alongside|next to|up)\b.{0,20}\b(?:levels?|tiers?|thresholds?|descriptors?|bands?)\b",
    re.I,
)
_MOST_PIECES = 8  # letters beside the levels; more could not be read on a telephone


def wants_comparison(text: str) -> bool:
    """Whether a message asks for the comparison in so many words."""
    return bool(_COMPARE.search(text))


def compare(turn: Turn, shelf: Shelf) -> tuple[Reply, Thread]:
    """What was told, piece by piece with letters, and each level's words with the letters of what they come near."""
    new = (part for part in told_in(turn.text) if not wants_comparison(part))
    said = pieces((*turn.thread.told, *new))[-_MOST_PIECES:]
    found = compare_levels(Question("", turn.now, Kind.LEVEL, area_of(turn), said), shelf)
    if found is None:
        return nothing_printed(turn, shelf, phrases.NO_LEVELS, _SEND), replace(turn.thread, pending="")
    if isinstance(found, AskBack):
        reply = card(found, area=area_of(turn), manual_names=manual_names(shelf))
        return reply, replace(turn.thread, topic=Kind.LEVEL.value, subject=_SEND, pending="area")
    if not said:
        reply = asking(turn, phrases.TELL_FIRST, phrases.TELL_THEN_LEVELS)
        return reply, replace(turn.thread, pending=PENDING)
    assert isinstance(found, Answered), "levels are found, asked for their area, or not there"
    reply = _shown(turn, shelf, found, said)
    kept = replace(turn.thread, topic=Kind.LEVEL.value, subject=turn.text, pending="", ladder="", stage="")
    return reply, replace(kept, offered=tuple(choice.send for choice in reply.choices))


def _shown(turn: Turn, shelf: Shelf, found: Answered, said: tuple[str, ...]) -> Reply:
    numbers = Numbering(manual_names(shelf))
    levels = tuple(
        LevelView(one.level.label, one.level.name, one.level.order, tuple(map(numbers.of, one.citations)))
        for one in found.levels
    )
    shown = numbers.quotes()
    beside = _beside(said, shown, shelf)
    people = doors(turn, shelf, numbers)
    quotes = numbers.quotes()
    blocks = [
        [phrases.DANGER_LINE],
        [phrases.YOU_SAID, *(f"{letter}: “{one.said}”" for letter, one in zip(ascii_uppercase, beside, strict=False))],
        _level_lines(levels, shown, beside),
        [phrases.DISCUSS],
        calls_block(people),
        [phrases.SOURCES, *sources(quotes)],
    ]
    return Reply(
        Outcome.ANSWERED,
        "\n\n".join("\n".join(block) for block in blocks if block),
        area=area_of(turn),
        quotes=quotes,
        contacts=people,
        levels=levels,
        beside=beside,
        choices=(Choice("Start afresh", "start again"), *others(_SEND)),
    )


def _beside(said: tuple[str, ...], quotes: tuple[Quote, ...], shelf: Shelf) -> tuple[Beside, ...]:
    rows = nearness(said, [quote.text for quote in quotes], shelf)
    return tuple(
        Beside(thing, tuple(quote.number for quote, score in zip(quotes, row, strict=True) if score >= ALONGSIDE))
        for thing, row in zip(said, rows, strict=True)
    )


def _level_lines(levels: tuple[LevelView, ...], quotes: tuple[Quote, ...], beside: tuple[Beside, ...]) -> list[str]:
    words = {quote.number: quote.text for quote in quotes}
    lines = [phrases.BESIDE_LEAD]
    if not any(one.quotes for one in beside):
        lines.append(phrases.BESIDE_NONE)
    for level in levels:
        lines.append(": ".join(part for part in (level.label, level.name) if part))
        for number in level.quotes:
            letters = [letter for letter, one in zip(ascii_uppercase, beside, strict=False) if number in one.quotes]
            lines.append(f"  “{words[number]}” [{number}]" + (f" <- {', '.join(letters)}" if letters else ""))
    return lines
