"""A flow of printed things as the sections of a chapter: layout undone, lists gathered, headings found,
nested.

This is the one place where structure is decided, for every format.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise

from knowledge.manual import Section
from scraper.parse.blocks import blocks_of
from scraper.parse.faked import gather_lists
from scraper.parse.headings import find_headings, is_box_title
from scraper.parse.layout import dissolve
from scraper.parse.numbers import number_at
from scraper.parse.printed import Close, Flow, Heading, Line, Printed, Rank
from scraper.parse.words import count, fold

_LONGEST_HEADING = 40  # words; a "heading" longer than this is a paragraph set in a heading's style


@dataclass(slots=True)
class _Open:
    """A section still being filled."""

    heading: Heading | None
    rank: Rank
    flow: list[Printed] = field(default_factory=list)
    sections: list["_Open"] = field(default_factory=list)


def outline(flow: Flow, title: str = "") -> tuple[Section, ...]:
    """The sections that `flow` holds. A first heading that only repeats `title` is left out."""
    settled = find_headings(gather_lists(dissolve(_without_long_headings(flow))))
    settled = tuple(_without_title(settled, title))
    root = _nested(settled)
    bare = _numbers_bare(settled)
    return tuple(_sections(root, 1, bare))


def _without_long_headings(flow: Iterable[Printed]) -> Flow:
    return tuple(
        item.line if isinstance(item, Heading) and count(item.line.text) > _LONGEST_HEADING else item for item in flow
    )


def _without_title(flow: Flow, title: str) -> Iterator[Printed]:
    """`flow` without the first heading where it repeats the title."""
    looking = bool(title)
    for item in flow:
        if looking and isinstance(item, Heading) and item.line.text:
            looking = False
            if _same(item.line.text, title):
                continue
        yield item


def _same(heading: str, title: str) -> bool:
    return _bare_words(heading) == _bare_words(title)


def _bare_words(text: str) -> str:
    start = number_at(text, bare=True)
    return (text[start.length :] if start else text).casefold().rstrip(".: ")


def _nested(flow: Flow) -> _Open:
    root = _Open(None, ())
    stack = [root]
    for item in flow:
        match item:
            case Heading() if item.line.text:
                _close_for(stack, item)
                opened = _Open(item, item.rank)
                stack[-1].sections.append(opened)
                stack.append(opened)
            case Heading():
                continue
            case Close():
                while len(stack) > 1 and stack[-1].rank >= item.rank:
                    stack.pop()
            case _:
                _place(stack, item)
    return root


def _close_for(stack: list[_Open], heading: Heading) -> None:
    """Close the sections that end where `heading` begins: those as deep or deeper, and faked ones before real
    ones.
    """
    while len(stack) > 1:
        open_heading = stack[-1].heading
        faked = open_heading is None or not open_heading.real
        boxed = faked and open_heading is not None and is_box_title(open_heading.line.text)
        if stack[-1].rank >= heading.rank or (heading.real and faked) or boxed:
            stack.pop()
        else:
            return


def _place(stack: list[_Open], item: Printed) -> None:
    """Put `item` under the open heading; below inner sections that are already closed, in one without a
    heading.
    """
    if isinstance(item, Line) and not item.text and not item.number:
        return
    holder = stack[-1]
    if holder.sections:
        last = holder.sections[-1]
        if last.heading is not None:
            last = _Open(None, (*holder.rank, 99))
            holder.sections.append(last)
        holder = last
    holder.flow.append(item)


def _numbers_bare(flow: Flow) -> bool:
    """Whether the document numbers headings without a stop ("1 Introduction"): two or more that rise, from 1
    or 2.
    """
    numbers = []
    for item in flow:
        if isinstance(item, Heading) and not number_at(item.line.text):
            start = number_at(item.line.text, bare=True)
            if start:
                numbers.append(int(start.marker))
    rising = all(later > earlier for earlier, later in pairwise(numbers))
    return len(numbers) >= 2 and rising and numbers[0] <= 2


def _sections(parent: _Open, level: int, bare: bool) -> Iterator[Section]:
    if parent.heading is None and parent.flow:
        yield Section("", level, blocks_of(tuple(parent.flow)))
    for opened in parent.sections:
        if opened.heading is None:
            yield Section("", level, blocks_of(tuple(opened.flow)))
            continue
        section = _headed(opened.heading, level, bare)
        blocks = blocks_of(tuple(opened.flow))
        yield replace(section, blocks=blocks, sections=tuple(_sections(opened, level + 1, bare)))


def _headed(heading: Heading, level: int, bare: bool) -> Section:
    text, number = heading.line.text, heading.line.number
    if not number:
        start = number_at(text, bare=bare)
        if start and fold(text[start.length :]):
            number, text = start.marker, fold(text[start.length :])
    return Section(text, level, number=number, anchor=heading.line.anchor)
