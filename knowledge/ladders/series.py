"""Neighbours that stand alike on the page and so could be the steps of a ladder without labels: headings of one level,
bold lines, run-in labels, list items, numbered paragraphs."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from knowledge.ladders.heads import Form, Head, split_name
from knowledge.ladders.labels import Label
from knowledge.ladders.lines import Kind, Line
from knowledge.ladders.roles import rank
from knowledge.ladders.sentences import sentences
from knowledge.ladders.turns import goes_further, tells_to_raise

_LONGEST_HEAD = 16  # words: a longer one is a sentence set in bold
_EDGES = " :.–—-"
_COUNTED = re.compile(r"\(?(?:(?P<stem>(?:\d{1,2}\.)*)\d{1,2}|[a-z])[.)]?")


@dataclass(frozen=True)  # without slots, so that what is worked out is kept
class Unit:
    """One of several neighbours: where its line stands, its heading or label ("" for bare text), the sentences below or
    after that."""

    at: int
    line: Line
    name: str
    told: tuple[str, ...]

    @cached_property
    def acting(self) -> tuple[str, ...]:
        """The name and the sentences, where they tell somebody to raise the matter with somebody."""
        return tuple(words for words in (self.name, *self.told) if tells_to_raise(words))

    @cached_property
    def named_height(self) -> int:
        """How high the role in its heading stands, 0 where it names none."""
        return rank(self.name) if len(self.name.split()) <= _LONGEST_HEAD else 0

    @cached_property
    def height(self) -> int:
        """How high the matter is raised here, 0 where no role is named."""
        told = (*self.acting, *self.told[:1])
        return self.named_height or next((rank(sentence) for sentence in told if rank(sentence)), 0)

    @cached_property
    def is_further(self) -> bool:
        """Whether it begins by saying that what went before did not settle the matter, or that it comes next."""
        heads = (self.name,) if self.name and len(self.name.split()) <= _LONGEST_HEAD else ()
        return any(goes_further(words) for words in (*heads, *self.told[:1]))

    def head(self) -> Head:
        """The stage that begins here, should it be one."""
        if self.line.kind in (Kind.HEADING, Kind.BOLD):
            form = Form.HEADING if self.line.kind is Kind.HEADING else Form.PSEUDO_HEADING
            return Head(self.at, self.line, Label("", "", None, name=self.name), form)
        if self.line.label:
            body = self.line.text[len(self.line.label) :].lstrip(_EDGES)
            return Head(self.at, self.line, Label("", "", None, name=self.name), Form.RUN_IN, body)
        name, body = split_name(self.line.text)
        return Head(
            self.at,
            self.line,
            Label("", "", None, name=name if body else ""),
            Form.RUN_IN,
            body or self.line.text,
        )


def headed(lines: Sequence[Line], region: Sequence[int]) -> Iterator[list[Unit]]:
    """Headings, bold paragraphs and run-in labels that stand beside each other, each with what stands below it."""
    groups: dict[tuple[Kind, int, int, tuple[str, ...]], list[int]] = {}
    for at in region:
        line = lines[at]
        if line.kind in (Kind.HEADING, Kind.BOLD) and not line.linked:
            outer = line.path[:-1] if line.kind is Kind.HEADING else line.path
            groups.setdefault((line.kind, line.level, 0, outer), []).append(at)
        elif line.kind in (Kind.TEXT, Kind.ITEM) and line.label:
            groups.setdefault((Kind.TEXT, line.level, line.depth, line.path), []).append(at)
    ends = region[-1] + 1 if region else 0
    for places in groups.values():
        bounds = [*places[1:], ends]
        yield [_headed_unit(at, end, lines) for at, end in zip(places, bounds, strict=True)]


def _headed_unit(at: int, bound: int, lines: Sequence[Line]) -> Unit:
    line = lines[at]
    if line.kind in (Kind.HEADING, Kind.BOLD):
        end = next((to for to in range(at + 1, bound) if _stands_over(lines[to], line)), bound)
        return Unit(at, line, line.text.strip(_EDGES), _said(lines[at + 1 : end]))
    end = next((to for to in range(at + 1, bound) if lines[to].section != line.section), bound)
    rest = line.text[len(line.label) :].lstrip(_EDGES)
    return Unit(at, line, line.label.strip(_EDGES), (*sentences(rest), *_said(lines[at + 1 : end])))


def _stands_over(line: Line, head: Line) -> bool:
    return line.kind is Kind.HEADING and (head.kind is Kind.BOLD or line.level <= head.level)


def listed(lines: Sequence[Line], region: Sequence[int]) -> Iterator[list[Unit]]:
    """Neighbouring list items of one depth, or paragraphs numbered alike (1, 2, 3; 14.1, 14.2), each with what is set
    below it."""
    run: list[int] = []
    last = None
    for at in region:
        line = lines[at]
        standing = _standing(line)
        if standing is not None and (not run or standing == last):
            run.append(at)
        elif run and line.depth <= lines[run[0]].depth:
            yield [_listed_unit(place, lines) for place in run]
            run = [at] if standing is not None else []
        last = _standing(lines[run[0]]) if run else None
    if run:
        yield [_listed_unit(place, lines) for place in run]


def _standing(line: Line) -> tuple[int, int, str] | None:
    """What neighbours of one list have in common, None for a line of no list."""
    if line.kind is Kind.ITEM:
        return (line.section, line.depth, "")
    counted = _COUNTED.fullmatch(line.number) if line.kind is Kind.TEXT else None
    return (line.section, line.depth, counted["stem"] or "#") if counted else None


def _listed_unit(at: int, lines: Sequence[Line]) -> Unit:
    line = lines[at]
    end = next((to for to in range(at + 1, len(lines)) if lines[to].depth <= line.depth), len(lines))
    name, body = split_name(line.text)
    if line.label:
        name, body = line.label.strip(_EDGES), line.text[len(line.label) :].lstrip(_EDGES)
    elif not body:
        name, body = "", line.text
    return Unit(at, line, name, (*sentences(body), *_said(lines[at + 1 : end])))


def _said(lines: Sequence[Line]) -> tuple[str, ...]:
    texts = (line.text for line in lines if line.kind in (Kind.TEXT, Kind.ITEM, Kind.BOLD))
    return tuple(sentence for text in texts for sentence in sentences(text))
