"""Abbreviations that a manual explains itself: "Multi-Agency Safeguarding Hub (MASH)".

The letters of the short form are matched against the words beside it, from the last to the first, the first
letter at the start of a word (Schwartz and Hearst, A simple algorithm for identifying abbreviation
definitions, 2003). What does not match is left alone: nothing is guessed.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from knowledge.manual import Passage

_SHORT = r"[A-Z][A-Za-z]*[A-Z&/-]*[A-Z][A-Za-z]*"
_IN_BRACKETS = re.compile(rf"\(\s*(?:the\s+)?[\"'\u2018\u201c]?({_SHORT})[\"'\u2019\u201d]?\s*\)")
_EXPLAINED = re.compile(rf"(?<!\w)({_SHORT})\s*\(\s*([A-Za-z][^()]{{4,90}})\)")
_ENTRY = re.compile(
    rf"^\W*({_SHORT})\s*(?:[:\u2013\u2014|=\t\n-]|means|stands for)\s*([A-Za-z][^\n:;.()]{{4,90}})",
    re.MULTILINE,
)
_CLAUSE = re.compile(r"[\n.;:()]")
LONGEST = 10  # letters of a short form


@dataclass(frozen=True, slots=True)
class Definition:
    """A short form, the words it stands for as printed, and the passage whose text holds `quote` exactly."""

    short: str
    long: str
    passage: str
    quote: str


def read_definitions(passages: Iterable[Passage]) -> tuple[Definition, ...]:
    """Every definition printed in the passages, in their order; each short and long form once per passage."""
    return tuple(definition for passage in passages for definition in dict.fromkeys(_definitions(passage)))


def _definitions(passage: Passage) -> Iterator[Definition]:
    text = passage.text
    for match in _IN_BRACKETS.finditer(text):
        before = _CLAUSE.split(text[max(0, match.start() - 120) : match.start()])[-1].rstrip()
        yield from _matched(passage, match[1], before, text, match.end())
    for pattern in (_EXPLAINED, _ENTRY):
        for match in pattern.finditer(text):
            long = _from_the_start(match[1], match[2].strip())
            if long:
                end = text.index(long, match.start()) + len(long)
                yield Definition(_singular(match[1]), long, passage.id, text[match.start(1) : end])


def _matched(passage: Passage, short: str, before: str, text: str, end: int) -> Iterator[Definition]:
    long = long_form(_singular(short), before)
    if long:
        start = text.rindex(long, 0, end)
        yield Definition(_singular(short), long, passage.id, text[start:end])


def long_form(short: str, before: str) -> str:
    """The end of `before` that `short` abbreviates, "" where its letters do not match the words."""
    letters = [letter for letter in short.casefold() if letter.isalnum()]
    if not 2 <= len(letters) <= LONGEST:
        return ""
    place = len(before)
    for number, letter in reversed(list(enumerate(letters))):
        place -= 1
        while place >= 0 and not (
            before[place].casefold() == letter and (number or place == 0 or not before[place - 1].isalnum())
        ):
            place -= 1
        if place < 0:
            return ""
    found = before[place:].strip()
    # Short forms stand for more words than one letter each may take; an accidental match runs on and on.
    enough = 2 <= len(found.split()) + found.count("-") <= 2 * len(letters) + 2
    return found if enough and found.casefold() != short.casefold() else ""


def _from_the_start(short: str, after: str) -> str:
    """The beginning of `after` that `short` abbreviates: the shortest run of words whose letters match it
    whole.
    """
    words = list(re.finditer(r"\S+", after))
    for last in range(1, min(len(words), 2 * len(short) + 2)):
        start = after[: words[last].end()].rstrip(" ,")
        if long_form(_singular(short), start) == start and _initials_used(_singular(short), start):
            return start
    return ""


def _initials_used(short: str, long: str) -> bool:
    """Whether the last long word is one that the last letter may stand for."""
    last = re.split(r"[\s-]+", long)[-1]
    return last[:1].casefold() == short[-1].casefold()


def _singular(short: str) -> str:
    return short[:-1] if len(short) > 2 and short.endswith("s") and short[-2].isupper() else short
