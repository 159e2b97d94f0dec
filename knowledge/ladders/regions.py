"""Stretches of a chapter in which a ladder without labels may be told."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from knowledge.ladders.lines import Kind, Line
from knowledge.ladders.sentences import sentences
from knowledge.ladders.topics import Topic, escalation_words, heading_topic, is_for_families, other_words
from knowledge.ladders.turns import is_transition
from knowledge.manual import Chapter

_OWN_ROUTE = re.compile(
    r"\bdissent\w*|\bconferences?\b|\breviewing\s+officers?\b|\biros?\b|\binternal(?:ly)?\b|\bwithin\s+(?:an?|one|the\s+same|your\s+own|children|the)\b|\bsingle[\s-]agency|\bcase\s+(?:resolution|escalation)",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"\b(?:related|further\s+(?:information|reading|guidance)|amendments?|scope|contents|definitions?|glossary|references|legislation|contacts?|review\s+of)\b",
    re.IGNORECASE,
)


_AGAIN = 2  # sentences that pass the matter on
_MANY = 3  # words of disagreement, in a chapter whose headings do not speak of it


def regions(chapter: Chapter, lines: Sequence[Line]) -> Iterator[list[int]]:
    """Line positions to look through: the whole chapter without the sections that are about something else, where its
    title is about escalation; otherwise each outermost section about it on its own."""
    if _is_escalation(heading_topic(chapter.title), lines):
        if kept := [at for at, line in enumerate(lines) if not _elsewhere(line.path)]:
            yield kept
        return
    for nearest, group in groupby(range(len(lines)), key=lambda at: _nearest(lines[at].path)):
        if nearest is not None:
            yield list(group)


def unheaded_regions(chapter: Chapter, lines: Sequence[Line]) -> Iterator[list[int]]:
    """Where no heading speaks of escalation: each section that passes a matter on again and again, and the whole chapter
    where its words speak of disagreement or it passes one on. What is found there needs better proof."""
    if any(_nearest(line.path) for line in lines):
        return
    for _, group in groupby(range(len(lines)), key=lambda at: lines[at].section):
        places = list(group)
        if not _elsewhere(lines[places[0]].path) and _passes_on(places, lines):
            yield places
    if heading_topic(chapter.title) is not Topic.UNSAID:
        return
    kept = [at for at, line in enumerate(lines) if not _elsewhere(line.path)]
    words = " ".join(line.text for line in lines)
    said = escalation_words(words) >= _MANY and escalation_words(words) > 2 * other_words(words)
    if said or _passes_on(kept, lines):
        yield kept


def extra_regions(lines: Sequence[Line], taken: frozenset[int]) -> Iterator[list[int]]:
    """Sections that have a route of their own beside a labelled ladder: dissent at a conference, an internal one."""
    for section, group in groupby(range(len(lines)), key=lambda at: lines[at].section):
        places = list(group)
        heading = lines[places[0]]
        if section is not None and heading.kind is Kind.HEADING and not taken.intersection(places):
            about = heading_topic(heading.text)
            if _OWN_ROUTE.search(heading.text) and about in (Topic.ESCALATION, Topic.BOTH):
                yield places


def _passes_on(places: Sequence[int], lines: Sequence[Line]) -> bool:
    """Whether a matter is passed on again and again, and by professionals."""
    texts = [lines[at].text for at in places if lines[at].kind in (Kind.TEXT, Kind.ITEM)]
    if other_words(" ".join(texts)) or is_for_families(texts):
        return False
    return sum(is_transition(sentence) for text in texts for sentence in sentences(text)) >= _AGAIN


def _is_escalation(topic: Topic, lines: Sequence[Line]) -> bool:
    if topic is Topic.ESCALATION:
        return True
    words = " ".join(line.text for line in lines)
    return topic is Topic.BOTH and escalation_words(words) > other_words(words)


def _elsewhere(path: tuple[str, ...]) -> bool:
    return any(heading_topic(heading) is Topic.OTHER or _ASIDE.search(heading) for heading in path)


def _nearest(path: tuple[str, ...]) -> tuple[str, ...] | None:
    """The heading path down to the innermost heading about escalation, None where no heading is."""
    for depth in range(len(path), 0, -1):
        topic = heading_topic(path[depth - 1])
        if topic in (Topic.ESCALATION, Topic.BOTH):
            return path[:depth]
        if topic is Topic.OTHER:
            return None
    return None
