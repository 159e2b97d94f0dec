"""A chapter as one stream of lines, each knowing how it stands on the page. Ladders are found in this stream."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from knowledge.ladders.labels import leading_label, spoken_label
from knowledge.ladders.sentences import sentences
from knowledge.manual import Block, Bullets, Cell, Chapter, Figure, Item, Link, Paragraph, Section, Table

_DEEPEST = 60  # lists nested deeper than this are read no further; no page that people read comes near
_PSEUDO_HEADING_WORDS = 18
_STAGES_IN_A_PARAGRAPH = 2


class Kind(StrEnum):
    """How a line stands on the page."""

    HEADING = "heading"
    BOLD = "bold paragraph"  # a paragraph that is nothing but its label
    TEXT = "paragraph"
    ITEM = "list item"
    CAPTION = "table caption"
    TABLE = "table"
    FIGURE = "figure"


@dataclass(frozen=True, slots=True)
class Line:
    """One run of words. `section` counts the chapter's sections from 0; `level` is that section's level; `depth` counts
    the lists a line stands in; `label` is its run-in heading, which begins `text`."""

    kind: Kind
    text: str
    path: tuple[str, ...]
    section: int
    level: int
    depth: int = 0
    label: str = ""
    number: str = ""
    marker: str = ""
    ordered: bool = False
    anchor: str = ""
    section_number: str = ""
    linked: bool = False  # the whole line is a link: an entry of a contents list, not a stage
    table: Table | None = None


def lines_of(chapter: Chapter) -> tuple[Line, ...]:
    """Every line of a chapter in printed order."""
    whole = (line for at, (path, section) in enumerate(chapter.walk()) for line in _section(section, path, at))
    return tuple(part for line in whole for part in _by_stage(line))


def _by_stage(line: Line) -> Iterator[Line]:
    """A paragraph that tells several stages, each begun by its label at the start of a sentence, in as many lines."""
    if line.kind not in (Kind.TEXT, Kind.ITEM):
        yield line
        return
    said = sentences(line.text)
    labels = [leading_label(sentence) or spoken_label(sentence) for sentence in said]
    starts = [at for at, label in enumerate(labels) if label]
    if len(starts) < _STAGES_IN_A_PARAGRAPH:
        starts = [
            at for at, label in enumerate(labels) if label and label.opens and at > 0 and not spoken_label(said[at])
        ]
    if not starts:
        yield line
        return
    bounds = [line.text.find(said[at]) for at in starts]
    edges = [0, *bounds, len(line.text)]
    for at, (start, end) in enumerate(pairwise(edges)):
        if text := line.text[start:end].strip():
            first = at == 0 or start == 0
            yield replace(
                line, text=text, label=line.label if first else "", number=line.number if first else "", linked=False
            )


def _section(section: Section, path: tuple[str, ...], at: int) -> Iterator[Line]:
    here = Line(
        Kind.HEADING,
        section.heading,
        path,
        at,
        section.level,
        anchor=section.anchor,
        section_number=section.number,
        number=section.number,
    )
    if section.heading:
        yield here
    blank = replace(here, text="", number="")
    for block in section.blocks:
        yield from block_lines(block, blank)


def block_lines(block: Block, here: Line, depth: int = 0) -> Iterator[Line]:
    """The lines of a block that stands where `here` stands."""
    match block:
        case Paragraph():
            yield _paragraph(block, here, depth)
        case Bullets():
            for item in block.items:
                yield from _item(item, here, depth + 1, ordered=block.ordered)
        case Table():
            yield from _table(block, here, depth)
        case Figure():
            yield replace(here, kind=Kind.FIGURE, text=block.alt, depth=depth)


def _paragraph(block: Paragraph, here: Line, depth: int) -> Line:
    bold = (
        bool(block.label)
        and not _bare(block.text).removeprefix(_bare(block.label))
        and len(block.text.split()) <= _PSEUDO_HEADING_WORDS
    )
    return replace(
        here,
        kind=Kind.BOLD if bold else Kind.TEXT,
        text=block.text,
        depth=depth,
        label=block.label,
        number=block.number,
        linked=_is_link(block.text, block.links),
    )


def _item(item: Item, here: Line, depth: int, *, ordered: bool) -> Iterator[Line]:
    if item.text:
        yield replace(
            here,
            kind=Kind.ITEM,
            text=item.text,
            depth=depth,
            label=item.label,
            marker=item.marker,
            ordered=ordered,
            linked=_is_link(item.text, item.links),
        )
    if depth < _DEEPEST:
        for block in item.blocks:
            yield from block_lines(block, here, depth)


def _table(table: Table, here: Line, depth: int) -> Iterator[Line]:
    if table.caption:
        yield replace(here, kind=Kind.CAPTION, text=table.caption, depth=depth)
    column = _only_column(table)
    if column is None or depth >= _DEEPEST:
        yield replace(here, kind=Kind.TABLE, table=table, depth=depth)
        return
    for row in table.rows:
        number = row[0].text if column and row[0] is not row[column] else ""
        for position, block in enumerate(row[column].blocks):
            for line in block_lines(block, here, depth + 1):
                yield replace(line, depth=line.depth - 1, number=line.number or (number if position == 0 else ""))


def _only_column(table: Table) -> int | None:
    """The column that holds all the words, where the others hold nothing or paragraph numbers; None for a real table."""
    if not table.rows:
        return 0
    width = min(len(row) for row in table.rows)
    if width == 1 and all(len(row) == 1 for row in table.rows):
        return 0
    if width == 2 and all(
        len(row) == 2 and re.fullmatch(r"\(?(?:\d{1,2}(?:\.\d{1,2})+\.?|\d{1,2}\.|[•·*\-])?\)?", row[0].text.strip())
        for row in table.rows
    ):
        return 1
    return None


def _is_link(text: str, links: tuple[Link, ...]) -> bool:
    return len(links) == 1 and _bare(links[0].text) == _bare(text)


def _bare(text: str) -> str:
    return text.strip(" :.–—-").lower()


def spoken(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines, with tables taken apart into the lines of their cells."""
    for line in lines:
        if line.table is None:
            yield line
        else:
            for row in line.table.rows:
                for at, cell in enumerate(row):
                    if at == 0 or cell is not row[at - 1]:
                        yield from cell_lines(cell, line)


def cell_lines(cell: Cell, here: Line) -> tuple[Line, ...]:
    """The lines inside a cell of a table that stands where `here` stands; inner tables are taken apart."""
    found: list[Line] = []
    for block in cell.blocks:
        for line in block_lines(block, replace(here, table=None), here.depth):
            if line.table is None:
                found.append(line)
            elif here.depth < _DEEPEST:
                inner = replace(here, depth=here.depth + 1)
                for row in line.table.rows:
                    for at, part in enumerate(row):
                        if at == 0 or part is not row[at - 1]:
                            found.extend(cell_lines(part, inner))
    return tuple(found)
