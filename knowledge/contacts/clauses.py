"""Cut a line with numbers into what belongs to each number: the words in front of it and the words behind it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from knowledge.contacts.opening_words import hour_spans, tells_out_of_hours
from knowledge.contacts.spotted import Sighting

_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’)]?\s+(?=[A-Z(“\"‘•])|\n+|(?<=nnnnn)\s+(?=(?:If|When)\s[a-z])")
"""What ends a sentence; in plain text a number may end one as well ("... 01632 960123 If the line is busy, ...")."""
_ABBREVIATED = re.compile(
    r"\b(?:(?-i:[A-Z])|tel|no|nos|ext|e\.g|i\.e|eg|ie|st|dr|mr|mrs|ms|approx|dept|inc|hrs|a\.m|p\.m|mon|tues?|wed|thurs?|fri|sat|sun)\.$",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\b(?:call|ring|phone|telephone|contact|e-?mail|text|dial|speak\s+to|talk\s+to|write\s+to|reach|notify|inform|ask\s+for|send\s+[\w\s]{0,30}to)\b",
    re.IGNORECASE,
)
_STRONG = re.compile(r"[;|•·]|,?\s(?:or|otherwise|alternatively)\b|\s[–—]\s", re.IGNORECASE)
_WEAK = re.compile(r",\s|\sand\b|\s-\s", re.IGNORECASE)
_TURNS = re.compile(
    r"(?:\b(?:or|and|otherwise|alternatively|but)\b|[;:.|–—])[\s,]*\(?(?:(?!\d)[\w’']+\s+){0,2}$", re.IGNORECASE
)
_LEADS_TO_NUMBER = re.compile(
    r"\s*(?::|-|–|—)?\s*(?:(?:please\s+)?(?:on|call|ring|tel|phone|telephone|contact|dial|number|is|the|line)\b\.?[\s:]*){0,4}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Clause:
    """One sighting with its own words in front and behind; `bracketed` where it stands in brackets of its own."""

    sighting: Sighting
    front: str
    behind: str
    bracketed: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence's offsets in its line and the clauses of its sightings."""

    start: int
    end: int
    clauses: tuple[Clause, ...]


def sentences_of(text: str, sightings: Sequence[Sighting]) -> list[Sentence]:
    """The sentences of a line, in order, each with the clauses of the sightings in it."""
    shape = _shape(text, sightings)
    ends = [match for match in _SENTENCE_END.finditer(shape) if not _ABBREVIATED.search(shape[: match.start()])]
    starts = [0, *(match.end() for match in ends)]
    stops = [*(match.start() for match in ends), len(text)]
    return [
        Sentence(
            start,
            stop,
            _clauses(text, start, stop, [s for s in sightings if start <= s.start < stop and s.end > s.start]),
        )
        for start, stop in zip(starts, stops, strict=True)
    ]


def _shape(text: str, sightings: Sequence[Sighting]) -> str:
    """The text with the signs inside numbers, addresses and opening hours made harmless, offsets kept."""
    for sighting in sightings:
        text = text[: sighting.start] + "n" * (sighting.end - sighting.start) + text[sighting.end :]
    for start, end in hour_spans(text):
        harmless = text[start] + re.sub(r"[^\w\s]|(?<=\s)[A-Z]", "_", text[start + 1 : end])
        text = text[:start] + harmless + text[end:]
    return text


def _clauses(text: str, start: int, stop: int, sightings: list[Sighting]) -> tuple[Clause, ...]:
    if not sightings:
        return ()
    fronts = [text[start : sightings[0].start]]
    behinds: list[str] = []
    for before, after in pairwise(sightings):
        gap = text[before.end : after.start]
        cut = _cut(gap)
        behinds.append(gap[:cut])
        fronts.append(gap[cut:])
    behinds.append(text[sightings[-1].end : stop])
    fronts = [front + _words_of_link(text, sighting) for front, sighting in zip(fronts, sightings, strict=True)]
    return tuple(
        Clause(sighting, front, behind, "(" in front and front.rfind("(") > front.rfind(")"))
        for sighting, front, behind in zip(sightings, fronts, behinds, strict=True)
    )


def _words_of_link(text: str, sighting: Sighting) -> str:
    """The words that carry a number only in their link ("Call the Duty Team"): they tell whose it is; else ""."""
    words = text[sighting.start : sighting.end]
    printed = sighting.telephone.printed if sighting.telephone else sighting.email
    return "" if printed in words else words


def _cut(gap: str) -> int:
    """Where, between two numbers, the words about the first end and those about the second begin."""
    opened = gap.rfind("(")
    if opened > gap.rfind(")"):
        before = gap[:opened]
        return _cut(before) if _STRONG.search(before) or _VERB.search(before) else opened
    closed = re.match(r"[\s,]*\([^()]*\)|[^()]*\)", gap)
    floor = closed.end() if closed else 0
    tail = _hours_of_first(gap, floor)
    if tail > floor:
        return tail
    heads = [start for start, _ in hour_spans(gap) if start >= floor]
    verbs = [match.start() for match in _VERB.finditer(gap, floor)]
    if verbs:
        return min([verbs[-1], *heads[:1]])
    if heads:
        return heads[0]
    strong = [match.start() for match in _STRONG.finditer(gap, floor)]
    if strong:
        return strong[-1]
    weak = _WEAK.search(gap, floor)
    return weak.start() if weak else floor


def _hours_of_first(gap: str, floor: int) -> int:
    """The end of the opening hours that belong to the number before the gap; `floor` where none do."""
    end = floor
    for start, stop in hour_spans(gap):
        if start < floor:
            continue
        turned = _TURNS.search(gap[end:start]) is not None
        leads = gap[stop:].strip() != "" and _LEADS_TO_NUMBER.fullmatch(gap[stop:]) is not None
        outside = tells_out_of_hours(gap[start:stop]) and _LEADS_TO_NUMBER.fullmatch(gap[stop:]) is not None
        if turned or outside or (leads and gap[stop:].strip().startswith((":", "–", "-"))):
            break
        end = stop
    return end
