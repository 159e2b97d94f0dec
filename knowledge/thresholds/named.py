"""Levels in an area's own words: sibling headings that no list of need words knows ("Band Amber", "Settled", "Flood").

The page itself makes them levels: one end of the run tells of children who do well, the other of children who are
harmed, and the headings share a counting word, are named in the opening, are as many as it counts, or are built alike.
"""

import re
from collections.abc import Iterator, Sequence

from knowledge.manual import Bullets, block_texts
from knowledge.outline import Node
from knowledge.thresholds.bodies import Under, node_body
from knowledge.thresholds.counting import OTHER_MATTER, counting, spans
from knowledge.thresholds.labels import Title, plain, title_of
from knowledge.thresholds.need import is_about_need, is_section, told_need
from knowledge.thresholds.sightings import Group, Sighting
from knowledge.thresholds.wording import DISPUTE, OTHER_SCALE, is_domain

_FEWEST, _MOST = 3, 7
_OPENING = 1200  # characters
_NAME_WORDS = 4  # a longer heading with no counting word is a section's
_NUMBERS = ("three", "four", "five", "six", "seven")
_COUNTED = re.compile(
    r"\b(three|four|five|six|seven|[3-7]) (?!(?:days?|weeks?|months?|years?|hours?|times|kinds|types|forms|categories|people|children|agencies|partners|services|councils|boroughs|areas|ways|things|pages|chapters|parts|sections)\b)[a-z]+s\b",
    re.IGNORECASE,
)
_LISTED = r"\W+(?:\w+\W+){0,3}?"  # between two names that a sentence lists

Titled = tuple[Node, Title]


def named_groups(root: Node) -> list[Group]:
    """Each run of sibling headings that its page makes levels, least need first; none under another scale's heading."""
    groups = []
    for node, contexts in root.with_contexts():
        run, opening = next(runs(node.children, contexts, _text(node)), ((), ""))
        if run:
            sightings = (Sighting(title, one.place(one.heading), node_body(one, Under(one))) for one, title in run)
            groups.append(Group(tuple(sightings), contexts, opening))
    return groups


def runs(parts: Sequence[Node], contexts: Sequence[str], said: str) -> Iterator[tuple[tuple[Titled, ...], str]]:
    """Runs of a heading's parts that may be levels, those with a counting word first, each with the words before it.

    `contexts` are the headings above the parts, innermost first; `said` is what stands between those and the parts.
    """
    if len(parts) < _FEWEST or any(_of_another_scale(text) for text in contexts):
        return
    headings = " ".join(contexts)
    ends = [told_need(one) for one in parts]
    counted = [counting(one) for one in parts]
    for start, end in spans(counted):
        titled = [(one, found[1]) for one, found in zip(parts[start:end], counted[start:end], strict=True) if found]
        opening = _opening(said, parts, start)
        about = f"{headings}. {opening}"
        if (is_about_need(about) or len(titled) in _counts(about)) and (ordered := _ordered(titled, ends[start:end])):
            yield ordered, opening
    for start in range(len(parts)):
        for end in range(min(start + _MOST, len(parts)), start + _FEWEST - 1, -1):
            titled = [(one, Title("", one.heading)) for one in parts[start:end]]
            ordered = _ordered(titled, ends[start:end])
            opening = _opening(said, parts, start) if ordered else ""
            if ordered and _is_run(parts[start:end], headings, opening):
                yield ordered, opening


def _of_another_scale(heading: str) -> bool:
    return bool(DISPUTE.search(heading) or OTHER_SCALE.search(heading)) or (
        bool(OTHER_MATTER.search(heading)) and not is_about_need(heading)
    )


def _ordered(run: Sequence[Titled], ends: Sequence[int | None]) -> tuple[Titled, ...]:
    """The run from the least need to the most; empty where its ends do not tell which is which, or two titles agree."""
    first, last = ends[0], ends[-1]
    if first is None or last is None or first == last:
        return ()
    known = [end for end in ends if end is not None]
    if known != sorted(known, reverse=first > last):
        return ()
    if not _FEWEST <= len(run) <= _MOST or len({title.key for _, title in run}) < len(run):
        return ()
    return tuple(run) if first < last else tuple(run)[::-1]


def _is_run(nodes: Sequence[Node], headings: str, opening: str) -> bool:
    """Whether the opening names these headings or counts as many, or they are short names of parts built alike."""
    if any(len(one.heading.split()) > _NAME_WORDS or is_section(one.heading) for one in nodes):
        return False
    if 2 * sum(is_domain(one.heading) for one in nodes) > len(nodes):
        return False
    if any((known := title_of(one.heading)) and known.numbers for one in nodes):
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


def _opening(said: str, parts: Sequence[Node], start: int) -> str:
    """What is said under the parent's heading before a run: its own words, and those of the two parts before."""
    return " ".join([said[:_OPENING], *(_text(one)[:_OPENING] for one in parts[max(0, start - 2) : start])])


def _text(node: Node) -> str:
    return " ".join(text for block in node.blocks for text in block_texts(block))
