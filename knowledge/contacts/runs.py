"""Part a line that holds several records run together, as plain text and PDF give them, into one line for each."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from knowledge.contacts.labels import Line
from knowledge.contacts.opening_words import hour_spans
from knowledge.contacts.service_words import names_service
from knowledge.contacts.spotted import Sighting
from knowledge.contacts.titles import label_name

_NEXT_LABEL = re.compile(
    r"^(?P<before>(?:\s*\([^()]*\))?)\s+(?P<name>[A-Z0-9][^:;.|–—]{2,70}?)\s*(?::|\s[-–—]|\s*\.{2,}|…)\s*$"
)
_LEAST = 2  # labels between numbers that make a line a list: one may be a sentence's own


def unrolled(line: Line, sightings: Sequence[Sighting]) -> list[Line]:
    """The records of a line, each beginning with its own label; the line itself where it is one record or prose."""
    cuts = [cut for one, other in pairwise(sightings) if (cut := _cut(line.text, one, other))]
    if len(cuts) < _LEAST:
        return [line]
    edges = [0, *cuts, len(line.text)]
    return [_part(line, line.text[start:end].strip(), first=start == 0) for start, end in pairwise(edges)]


def _cut(text: str, one: Sighting, other: Sighting) -> int:
    """Where between two numbers the label of the second begins; 0 where there is none, or only a field or a time."""
    found = _NEXT_LABEL.match(text[one.end : other.start])
    if found is None or hour_spans(label_name(found["name"])) or not names_service(label_name(found["name"])):
        return 0
    return one.end + found.start("name")


def _part(line: Line, text: str, *, first: bool) -> Line:
    links = tuple(link for link in line.links if link.text in text)
    return replace(line, text=text, links=links, label=line.label if first else "")
