"""A chronology starter: the manual's own words on what a chronology holds, and dated lines to fill in elsewhere."""

import re
from dataclasses import replace
from datetime import date

from bot import phrases
from bot.conversations.cards import Numbering, calls_block, sources
from bot.conversations.enquiry import manual_names
from bot.conversations.guided.ending import area_of, doors, others
from bot.conversations.turns import Thread, Turn
from bot.replies import Outcome, Reply
from knowledge.answers import Shelf
from knowledge.answers.sentences import sentences
from knowledge.manual import Citation, Passage

_SEND = "start a chronology"
_WORD = r"(?:chronolog(?:y|ies)|timelines?|time line|significant events? (?:list|log))"
_STARTER = re.compile(
    rf"\b(?:start(?:ing|er)?|begin|build|make|create|draft|set up|put together|do|write|template|skeleton|outline|help(?: me)?(?: with)?|need|give me)\b"
    rf"(?:\W+\w+){{0,4}}\W+{_WORD}|{_WORD}\W+(?:starter|template|skeleton|outline|lines|format)\b",
    re.I,
)
_ASKS_HOW = re.compile(r"^\W*(?:who|how|when|why|what|where|should|do i|does|must|is|are)\b", re.I)
_OF_CHRONOLOGIES = re.compile(r"\bchronolog|\btimeline", re.I)
_HOLDS = re.compile(
    r"\b(?:what (?:to|goes|should|must)|put in|includ\w+|contain\w*|record(?:ed|ing)?|entr(?:y|ies)|each event|significant events?|content|how to write|format|columns?)\b",
    re.I,
)
_QUERY = "what a chronology must contain: each entry's date, source, what happened and what was done; which significant events to include"
_MOST_PASSAGES, _MOST_OF_EACH = 3, 9
_BLANKS = 4  # empty lines above today's


def wants_starter(text: str) -> bool:
    """Whether a message asks to be started off, not asks about chronologies."""
    return bool(_STARTER.search(text)) and not _ASKS_HOW.match(text)


def starter(turn: Turn, shelf: Shelf) -> tuple[Reply, Thread]:
    """The manual's words and the lines. Where the manual says nothing, that is said, and the lines come all the same."""
    numbers = Numbering(manual_names(shelf))
    words = [f"- “{one.quote}” [{numbers.of(one)}]" for one in _says(turn, shelf)]
    people = doors(turn, shelf, numbers)
    quotes = numbers.quotes()
    blocks = [
        [phrases.DANGER_LINE],
        [phrases.CHRONOLOGY_SAYS, *words] if words else [phrases.CHRONOLOGY_NONE],
        [phrases.CHRONOLOGY_LINES, *_skeleton(turn.now.date()), phrases.CHRONOLOGY_KEEP],
        [phrases.DISCUSS],
        calls_block(people),
        [phrases.SOURCES, *sources(quotes)] if quotes else [],
    ]
    reply = Reply(
        Outcome.ANSWERED if words else Outcome.NOT_FOUND,
        "\n\n".join("\n".join(block) for block in blocks if block),
        area=area_of(turn),
        quotes=quotes,
        contacts=people,
        choices=others(_SEND),
    )
    return reply, replace(turn.thread, subject=turn.text, offered=tuple(choice.send for choice in reply.choices))


def _skeleton(today: date) -> list[str]:
    days = [*[phrases.CHRONOLOGY_BLANK] * _BLANKS, f"{today:%d/%m/%Y}"]
    return [phrases.CHRONOLOGY_LINE.format(day=day) for day in days]


def _says(turn: Turn, shelf: Shelf) -> list[Citation]:
    """Sentences and list items of sections on what a chronology holds; a review's learning requires nothing, so it is left out."""
    hits = shelf.search(_QUERY, area=area_of(turn), limit=12).kept
    about = [hit.passage for hit in hits if _OF_CHRONOLOGIES.search(" ".join((hit.passage.chapter, *hit.passage.path)))]
    holding = [one for one in about if _HOLDS.search(one.path[-1] if one.path else one.chapter)]
    telling = holding or [one for one in about if _HOLDS.search(one.text)]
    return [citation for passage in telling[:_MOST_PASSAGES] for citation in _words(passage, shelf)]


def _words(passage: Passage, shelf: Shelf) -> list[Citation]:
    """Its sentences and list items, without rows of tables and without captions: lines that end in nothing among some that do."""
    lines = [line.strip() for line in passage.text.split("\n") if line.strip() and " | " not in line]
    ended = [line for line in lines if line[-1] in ".!?:;"]
    runs = [one for line in (ended if 2 * len(ended) > len(lines) else lines) for one in sentences(line)]
    cited = (shelf.cite(passage.manual, passage.slug, one, passage.path) for one in runs[:_MOST_OF_EACH])
    return [citation for citation in cited if citation]
