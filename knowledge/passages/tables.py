"""A table as lines, a row to a line; one whose columns are for areas as the lines of each area.

A row that holds several areas' numbers is never one line: whoever reads it in one area would be shown the others'. So
the rows of such a table are told once for each area, with the cells that head them and those for every area.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.manual import Cell, Table
from knowledge.printed.areas import areas_named

_HEADS = 3  # rows from the top in which the areas' names are looked for
_HEAD_WORDS = 8
_FEWEST_COLUMNS = 2

Areas = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A row's words, cells parted by " | " with nothing between two where a cell is empty, and whom it is for."""

    text: str
    head: bool
    areas: Areas = ()


def rows_of(table: Table, areas: Sequence[str]) -> Iterator[Row]:
    """The caption and the rows in printed order; again for each area where the columns are the areas'."""
    columns = _columns_areas(table, areas)
    named = list(dict.fromkeys(one for one in columns if one))
    for area in named or [()]:
        kept = [at for at, one in enumerate(columns) if not one or one == area]
        yield from _rows(table, kept, area, () if named else areas)


def _columns_areas(table: Table, areas: Sequence[str]) -> list[Areas]:
    """Whom each column is for, () for everybody; two columns at least must be for different areas."""
    width = max(map(len, table.rows), default=0)
    for row in table.rows[:_HEADS]:
        found = [_head_areas(cell, areas) for cell in row]
        if len({one for one in found if one}) >= _FEWEST_COLUMNS:
            return [*found, *([()] * (width - len(found)))]
    return [()] * width


def _head_areas(cell: Cell, areas: Sequence[str]) -> Areas:
    return areas_named(cell.text, areas) if areas and len(cell.text.split()) <= _HEAD_WORDS else ()


def _rows(table: Table, kept: list[int], own: Areas, areas: Sequence[str]) -> Iterator[Row]:
    if table.caption:
        yield Row(table.caption, head=True, areas=own)
    seen: set[int] = set()
    worded = {at for row in table.rows for at, cell in enumerate(row) if cell.text}
    for row in table.rows:
        texts: list[str] = []
        here: set[int] = set()
        for cell in (row[at] for at in kept if at < len(row) and at in worded):
            if id(cell) not in here:  # a cell merged along the row is one; one merged from above is printed above
                texts.append("" if id(cell) in seen else cell.text)
            here.add(id(cell))
        seen |= here
        if any(texts):
            yield Row(_line(texts), all(cell.header for cell in row), own or _head_areas(row[0], areas))


def _line(texts: list[str]) -> str:
    while not texts[-1]:
        texts.pop()
    return " | ".join(texts).replace("|  |", "| |").replace("|  |", "| |")
