"""Headings that count with a word of their own: "Band Amber", "Green shell", "Tile 4"."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from knowledge.outline import Node
from knowledge.thresholds.labels import Title, numbered, title_of
from knowledge.thresholds.wording import COLOURS

_FEWEST = 3
_TOKEN = rf"(?:{COLOURS}|[0-6]|[A-F]|i{{1,3}}|iv|vi?|one|two|three|four|five|six)"
_NAMED = r"(?:\s*[-–—:.,|(]+\s*(?P<name>.+?)\)?)?"
_WORD_FIRST = re.compile(rf"(?P<word>[a-z]{{3,20}})\s+(?P<token>{_TOKEN}){_NAMED}", re.IGNORECASE)
_WORD_LAST = re.compile(rf"(?P<token>{COLOURS})\s+(?P<word>[a-z]{{3,20}}){_NAMED}", re.IGNORECASE)
# What is coloured and counted beside need: how a plan goes, how a record is kept; and what counts any document's parts.
OTHER_MATTER = re.compile(
    r"\b(?:plans?|cases?|quality|check(?:s|ed|ing)?|progress|performance|ratings?|scores?|status|actions?|records?|files?|forms?|meetings?|visits?"
    r"|visiting|alerts?|cards?|lists?|(?:each|every|different|all|by) ages?|age groups?)\b",
    re.IGNORECASE,
)
_PART = re.compile(
    r"(?:part|section|chapter|appendix|example|question|week|day|year|room|team|class|child|family)", re.IGNORECASE
)


def spans(counted: Sequence[tuple[str, Title] | None]) -> Iterator[tuple[int, int]]:
    """Where headings with one counting word stand side by side."""
    for word, held in groupby(range(len(counted)), key=lambda at: found[0] if (found := counted[at]) else ""):
        places = list(held)
        if word and len(places) >= _FEWEST:
            yield places[0], places[-1] + 1


def counting(node: Node) -> tuple[str, Title] | None:
    """The word that a heading counts with, and its title. Numbered levels, tiers and stages are judged elsewhere."""
    heading = " ".join(node.heading.split())
    found = _WORD_FIRST.fullmatch(heading) or _WORD_LAST.fullmatch(heading)
    if found is None or any(words.fullmatch(found["word"]) for words in (OTHER_MATTER, _PART)):
        return None
    if (known := title_of(heading)) and known.numbers:
        return None
    word, token, name = found["word"], found["token"], (found["name"] or "").strip()
    label = heading[: max(found.end("word"), found.end("token"))]
    title = Title(label, name) if re.fullmatch(COLOURS, token, re.IGNORECASE) else numbered(word, token, name)
    return (word.lower(), title) if title else None
