"""Stages without a label told by headings, bold words or list items that climb from practitioner to partnership."""

import re
from collections.abc import Iterator, Sequence

from knowledge.ladders.durations import durations
from knowledge.ladders.heads import Form, Head, split_name
from knowledge.ladders.labels import Label
from knowledge.ladders.lines import Kind, Line
from knowledge.ladders.roles import rank, roles
from knowledge.ladders.topics import escalation_words
from knowledge.ladders.turns import MODAL, RAISES, UNRESOLVED

_FEWEST = 2

_STILL = re.compile(
    r"(?:n[’']t|\b(?:still|not|cannot|unresolved|unhappy|dissatisfied|fails?))\b.*\b(?:agree\w*|resol\w+|settl\w+|work\w*|happy|satisf\w+|respon\w+|heard|answer\w*|help\w*)\b|"
    r"\b(?:remains?|still|unresolved|unsuccessful)\b",
    re.IGNORECASE,
)


def asking_headings(lines: Sequence[Line], region: Sequence[int]) -> Iterator[list[Head]]:
    """ "What should I do first?", "What if we still don't agree?", "If managers cannot resolve it": each is a step."""
    for (kind, _, _), places in _siblings(lines, region).items():
        words = [lines[at].label if kind is Kind.TEXT else lines[at].text for at in places]
        moves = [position for position, word in enumerate(words) if _STILL.search(word) and len(word.split()) <= 16]
        if len(moves) >= _FEWEST and moves[-1] - moves[0] == len(moves) - 1:
            first = max(0, moves[0] - 1)
            yield [
                _plain_head(places[position], lines[places[position]], words[position])
                for position in range(first, moves[-1] + 1)
            ]


def climbing_headings(lines: Sequence[Line], region: Sequence[int]) -> Iterator[list[Head]]:
    """Neighbouring headings, bold words or run-in labels whose roles climb, where what stands below them tells steps."""
    for (kind, _, _), places in _siblings(lines, region).items():
        words = [lines[at].label if kind is Kind.TEXT else lines[at].text for at in places]
        span = _climb([_head_rank(word) for word in words])
        if span and _tells_steps(lines, region, places, words, span):
            start = span.start - int(_begins_below(lines, places, words, span))
            steps = range(start, span.stop)
            yield [_plain_head(places[position], lines[places[position]], words[position]) for position in steps]


_ROLE_LIST = re.compile(
    r"\b(?:roles?|responsibilit\w+|membership|training|contacts?|definitions?|who['’]?s\s+who|duties|glossary)\b",
    re.IGNORECASE,
)


def _tells_steps(
    lines: Sequence[Line], region: Sequence[int], places: Sequence[int], words: Sequence[str], span: range
) -> bool:
    """Whether sections named after climbing roles tell what is done in turn, rather than who is responsible for what."""
    if any(_ROLE_LIST.search(heading) for heading in lines[places[span.start]].path[:-1]):
        return False
    telling = 0
    for position in span:
        end = places[position + 1] if position + 1 < len(places) else region[-1] + 1
        told = " ".join(lines[at].text for at in range(places[position], end))
        pair = re.search(r"\b(\w+)\s+to\s+(?:\w+\s+)?\1\b", words[position], re.IGNORECASE)
        telling += bool(pair or escalation_words(told) or durations(told))
    return telling * 2 >= len(span)


_OPENING = re.compile(
    r"\b(?:introduction|purpose|scope|aims?|principles?|background|definitions?|about|overview|context|why|values|what\s+is|legislation|policy\s+statement|expectations|general)\b",
    re.IGNORECASE,
)


def _begins_below(lines: Sequence[Line], places: Sequence[int], words: Sequence[str], span: range) -> bool:
    """Whether the section before the first that names a manager tells practitioners to settle it among themselves."""
    before = span.start - 1
    if before < 0 or _head_rank(words[span.start]) < _FEWEST or _OPENING.search(words[before]):
        return False
    told = [lines[at].text for at in range(places[before] + 1, places[span.start])]
    return any(RAISES.search(text) and MODAL.search(text) and rank(text) == 1 for text in told)


def _siblings(lines: Sequence[Line], region: Sequence[int]) -> dict[tuple[Kind, int, tuple[str, ...]], list[int]]:
    """Headings, bold paragraphs and run-in labels that stand beside each other."""
    groups: dict[tuple[Kind, int, tuple[str, ...]], list[int]] = {}
    for at in region:
        line = lines[at]
        if line.kind in (Kind.HEADING, Kind.BOLD) and not line.linked:
            outer = line.path[:-1] if line.kind is Kind.HEADING else line.path
            groups.setdefault((line.kind, line.level, outer), []).append(at)
        elif line.kind in (Kind.TEXT, Kind.ITEM) and line.label:
            groups.setdefault((Kind.TEXT, line.level, line.path), []).append(at)
    return groups


def _head_rank(words: str) -> int:
    return rank(words) if len(words.split()) <= 14 else 0


def _climb(ranks: Sequence[int]) -> range | None:
    """The longest run of neighbours that each name a role, never step down, and reach at least two heights."""
    best: range | None = None
    start = 0
    for end in range(1, len(ranks) + 1):
        if end < len(ranks) and ranks[end] and ranks[end - 1] and ranks[end] >= ranks[end - 1]:
            continue
        if (
            ranks[start]
            and end - start >= _FEWEST
            and len(set(ranks[start:end])) >= _FEWEST
            and (best is None or end - start > len(best))
        ):
            best = range(start, end)
        start = end
    return best


def _plain_head(at: int, line: Line, words: str) -> Head:
    form = {Kind.HEADING: Form.HEADING, Kind.BOLD: Form.PSEUDO_HEADING}.get(line.kind, Form.RUN_IN)
    body = line.text[len(words) :].lstrip(" :.–—-") if form is Form.RUN_IN else ""
    return Head(at, line, Label("", "", None, name=words.strip(" :.–—-")), form, body)


def climbing_items(lines: Sequence[Line], region: Sequence[int]) -> Iterator[list[Head]]:
    """Neighbouring list items, or paragraphs numbered 1, 2, 3, that each raise the matter further."""
    for run in _item_runs(lines, region):
        texts = [lines[at].text for at in run]
        moves = [
            bool(UNRESOLVED.match(text))
            or bool(re.search(r"\b(?:escalat|un-?resolved|still\s|remain)\w*", text, re.IGNORECASE))
            for text in texts
        ]
        acts = [bool(RAISES.search(text) and MODAL.search(text) and (rank(text) or roles(text))) for text in texts]
        steps = [at for at, acting in enumerate(acts) if acting]
        if len(steps) < _FEWEST or sum(moves) * 2 < len(steps) - 1 or sum(moves) < 1:
            continue
        first, last = steps[0], steps[-1]
        if (
            not (lines[run[0]].ordered or sum(moves[first + 1 : last + 1]) * 2 >= last - first)
            or len({rank(texts[at]) for at in steps}) < _FEWEST
        ):
            continue
        yield [_item_head(run[position], lines[run[position]]) for position in range(first, last + 1)]


def _item_head(at: int, line: Line) -> Head:
    name, body = split_name(line.text)
    return Head(at, line, Label("", "", None, name=name if body else ""), Form.RUN_IN, body or line.text)


def _item_runs(lines: Sequence[Line], region: Sequence[int]) -> Iterator[list[int]]:
    """Neighbouring list items of one depth, or paragraphs numbered 1, 2, 3."""
    run: list[int] = []
    for at in region:
        line = lines[at]
        listed = line.kind is Kind.ITEM or (line.kind is Kind.TEXT and re.fullmatch(r"\(?\d{1,2}[.)]?", line.number))
        if listed and (not run or (line.depth == lines[run[0]].depth and line.section == lines[run[0]].section)):
            run.append(at)
        elif run and line.depth <= lines[run[0]].depth:
            yield run
            run = [at] if listed else []
    if run:
        yield run
