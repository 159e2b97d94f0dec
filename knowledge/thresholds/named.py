"""Levels in an area's own words: sibling headings that no list of need words knows ("Band Amber", "Settled", "Flood").

The page itself makes them levels: one end of the run tells of children who do well, the other of children who are
harmed, and the headings share a counting word, are named in the opening, are as many as it counts, or are built alike.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from knowledge.manual import Bullets, block_texts
from knowledge.outline import Node
from knowledge.thresholds.bodies import Under, node_body
from knowledge.thresholds.labels import Title, numbered, plain, title_of
from knowledge.thresholds.need import is_about_need, is_section, told_need
from knowledge.thresholds.sightings import Group, Sighting
from knowledge.thresholds.wording import COLOURS, DISPUTE, OTHER_SCALE

_FEWEST, _MOST = 3, 7
_OPENING = 1200  # characters
_NAME_WORDS = 4  # a longer heading with no counting word is a section's
_NUMBERS = ("three", "four", "five", "six", "seven")
_COUNTED = re.compile(
    r"\b(three|four|five|six|seven|[3-7]) (?!(?:days?|weeks?|months?|years?|hours?|times|people|children|agencies|partners|services|councils|boroughs|areas|ways|things|pages|chapters|parts|sections)\b)[a-z]+s\b",
    re.IGNORECASE,
)
_TOKEN = rf"(?:{COLOURS}|[0-6]|[A-F]|i{{1,3}}|iv|vi?|one|two|three|four|five|six)"
_NAMED = r"(?:\s*[-–—:.,|(]+\s*(?P<name>.+?)\)?)?"
_WORD_FIRST = re.compile(rf"(?P<word>[a-z]{{3,20}})\s+(?P<token>{_TOKEN}){_NAMED}", re.IGNORECASE)
_WORD_LAST = re.compile(rf"(?P<token>{COLOURS})\s+(?P<word>[a-z]{{3,20}}){_NAMED}", re.IGNORECASE)
_LISTED = r"\W+(?:\w+\W+){0,3}?"  # between two names that a sentence lists

Titled = tuple[Node, Title]


def named_groups(root: Node) -> list[Group]:
    """Each run of sibling headings that its page makes levels, least need first; none under another scale's heading."""
    groups = []
    for node, contexts in root.with_contexts():
        if any(DISPUTE.search(text) or OTHER_SCALE.search(text) for text in contexts):
            continue
        run, opening = next(_runs(node, " ".join(contexts)), ((), ""))
        if run:
            sightings = (Sighting(title, one.place(one.heading), node_body(one, Under(one))) for one, title in run)
            groups.append(Group(tuple(sightings), contexts, opening))
    return groups


def _runs(node: Node, headings: str) -> Iterator[tuple[tuple[Titled, ...], str]]:
    """Runs of a node's children that may be levels, those with a counting word first, each with the words before it."""
    children = node.children
    if len(children) < _FEWEST:
        return
    said = _text(node)[:_OPENING]
    ends = [told_need(child) for child in children]
    counted = [_counting(child) for child in children]
    for start, end in _spans(counted):
        titled = [(one, found[1]) for one, found in zip(children[start:end], counted[start:end], strict=True) if found]
        opening = _opening(said, children, start)
        if is_about_need(f"{headings}. {opening}") and (ordered := _ordered(titled, ends[start:end])):
            yield ordered, opening
    for start in range(len(children)):
        for end in range(min(start + _MOST, len(children)), start + _FEWEST - 1, -1):
            titled = [(one, Title("", one.heading)) for one in children[start:end]]
            ordered = _ordered(titled, ends[start:end])
            opening = _opening(said, children, start) if ordered else ""
            if ordered and _is_run(children[start:end], headings, opening):
                yield ordered, opening


def _spans(counted: Sequence[tuple[str, Title] | None]) -> Iterator[tuple[int, int]]:
    """Where headings with one counting word stand side by side."""
    for word, held in groupby(range(len(counted)), key=lambda at: found[0] if (found := counted[at]) else ""):
        places = list(held)
        if word and len(places) >= _FEWEST:
            yield places[0], places[-1] + 1


def _counting(node: Node) -> tuple[str, Title] | None:
    """The word that a heading counts with, and its title. Numbered levels, tiers and stages are judged elsewhere."""
    heading = " ".join(node.heading.split())
    found = _WORD_FIRST.fullmatch(heading) or _WORD_LAST.fullmatch(heading)
    if found is None or ((known := title_of(heading)) and known.numbers):
        return None
    word, token, name = found["word"], found["token"], (found["name"] or "").strip()
    label = heading[: max(found.end("word"), found.end("token"))]
    title = Title(label, name) if re.fullmatch(COLOURS, token, re.IGNORECASE) else numbered(word, token, name)
    return (word.lower(), title) if title else None


def _ordered(run: Sequence[Titled], ends: Sequence[int | None]) -> tuple[Titled, ...]:
    """The run from the least need to the most; empty where its ends do not tell which is which, or two titles agree."""
    first, last = ends[0], ends[-1]
    if first is None or last is None or first == last:
        return ()
    if not _FEWEST <= len(run) <= _MOST or len({title.key for _, title in run}) < len(run):
        return ()
    return tuple(run) if first < last else tuple(run)[::-1]


def _is_run(nodes: Sequence[Node], headings: str, opening: str) -> bool:
    """Whether the opening names these headings or counts as many, or they are short names of parts built alike."""
    if any(len(one.heading.split()) > _NAME_WORDS or is_section(one.heading) for one in nodes):
        return False
    named = _LISTED.join(rf"\b{re.escape(one.heading.strip())}\b" for one in nodes)
    if re.search(named, opening, re.IGNORECASE) or len(nodes) in _counts(f"{headings}. {opening}"):
        return True
    return is_about_need(headings) and len({_kind(one) for one in nodes}) == 1 and bool(_kind(nodes[0]))


def _counts(text: str) -> set[int]:
    words = (match[1].lower() for match in _COUNTED.finditer(text))
    return {int(word) if word.isdigit() else _NUMBERS.index(word) + _FEWEST for word in words}


def _kind(node: Node) -> tuple[str, ...]:
    """What a part is built of: its sub-headings, or that it holds a list."""
    inner = tuple(plain(child.heading) for child in node.children)
    return inner or (("list",) if any(isinstance(block, Bullets) for block in node.blocks) else ())


def _opening(said: str, children: Sequence[Node], start: int) -> str:
    """What is said under the parent's heading before a run: its own words, and those of the two children before."""
    return " ".join([said, *(_text(child)[:_OPENING] for child in children[max(0, start - 2) : start])])


def _text(node: Node) -> str:
    return " ".join(text for block in node.blocks for text in block_texts(block))
