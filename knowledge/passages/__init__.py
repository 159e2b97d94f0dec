"""Chapters cut into passages, by heading: what is indexed, quoted and cited.

Every word of a chapter's blocks stands in exactly one passage, in printed order. Blocks are parted by line
breaks and a table row's cells by " | ", so that each paragraph, item and cell is an exact substring. Printed
numbers, list markers and headings are not part of the text.

A passage is for one set of areas: the chapter's, narrowed by the headings around it, and by the label, row or column
that names some. Of a table whose columns are for areas, each area has its own columns, with the cells that head its
rows repeated: there alone are words told more than once.
"""

import hashlib
from collections.abc import Iterator, Sequence
from itertools import groupby

from knowledge.manual import Audience, Chapter, Manual, Passage, Section
from knowledge.passages.names import Names
from knowledge.passages.packing import pack
from knowledge.passages.units import Unit, units_of
from knowledge.printed.areas import narrowed

__all__ = ["address", "cut"]


def cut(chapter: Chapter, manual: Manual) -> tuple[Passage, ...]:
    """The passages of `chapter`, in printed order, each under one heading.

    About 40 to 250 words each: a section that fits is one passage; a longer one is parted between paragraphs,
    list items or rows, never between a list and its lead-in, an item and its note, or a sentence that
    qualifies and what it qualifies. `chapter.areas` narrows `manual.areas`, and so does a heading that names some of
    them; a chapter for parents or children keeps its audience."""
    names = Names(manual.id, chapter.slug)
    return tuple(_passages(chapter, manual, names))


def _passages(chapter: Chapter, manual: Manual, names: Names) -> Iterator[Passage]:
    for path, section, number, anchor in _placed(chapter):
        here = narrowed(chapter.areas or manual.areas, path, manual.areas)
        for areas, units in _packed(units_of(section.blocks, manual.areas)):
            text = "\n".join(unit.text for unit in units)
            yield Passage(
                id=names.next(path),
                manual=manual.id,
                areas=areas or here,
                audience=_audience(chapter, manual),
                chapter=chapter.title,
                slug=chapter.slug,
                path=path,
                text=text,
                url=address(chapter, anchor),
                amended=chapter.dates.amended,
                version=chapter.dates.amended_text,
                fetched=chapter.fetched,
                digest=hashlib.sha256(text.encode()).hexdigest(),
                number=_first_number(units) or number,
                learning=manual.learning,
                demonstration=manual.demonstration,
            )


def _packed(units: Sequence[Unit]) -> Iterator[tuple[tuple[str, ...], tuple[Unit, ...]]]:
    """Units put together into passages, never one area's with another's."""
    for areas, alike in groupby(units, key=lambda unit: unit.areas):
        for group in pack(tuple(alike)):
            yield areas, group


def address(chapter: Chapter, anchor: str) -> str:
    """Where `anchor` of `chapter` is read: the chapter's address with the fragment, where there is one.

    The anchor of a section that came from a later page of the chapter is an absolute address already.
    """
    if "://" in anchor:
        return anchor
    return f"{chapter.url}#{anchor}" if anchor else chapter.url


def _audience(chapter: Chapter, manual: Manual) -> Audience:
    return chapter.audience if chapter.audience is not Audience.PRACTITIONERS else manual.audience


def _first_number(units: tuple[Unit, ...]) -> str:
    return units[0].number if units else ""


def _placed(chapter: Chapter) -> Iterator[tuple[tuple[str, ...], Section, str, str]]:
    """Each section with its heading path, and the number and anchor of itself or the nearest section around
    it.
    """
    stack = [(section, (), "", "") for section in reversed(chapter.sections)]
    waiting: list[tuple[Section, tuple[str, ...], str, str]] = list(stack)
    while waiting:
        section, above, number, anchor = waiting.pop()
        path = (*above, section.heading) if section.heading else above
        number, anchor = section.number or number, section.anchor or anchor
        yield path, section, number, anchor
        waiting.extend((inner, path, number, anchor) for inner in reversed(section.sections))
