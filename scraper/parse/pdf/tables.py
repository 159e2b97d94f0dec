"""Ruled tables of a PDF page, with merged cells repeated, and tables that run on over pages."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from scraper.parse.pdf.lines import Word
from scraper.parse.printed import Flow, Grid, Line, Slot, has_words

Box = tuple[float, float, float, float]
_MOST_EDGES = 6000  # lines and boxes on a page beyond which it is a drawing
_NEAR = 2.0  # points


@dataclass(frozen=True, slots=True)
class Placed:
    """A table, its box on the page, and the left edges of its columns."""

    grid: Grid
    box: Box
    edges: tuple[float, ...]


def tables_on(page: Any, words: Sequence[Word], read: Callable[[Sequence[Word]], Flow]) -> list[Placed]:
    """The page's ruled tables of two columns or more that hold words. `read` tells a cell's words as a flow."""
    if len(page.rects) + len(page.lines) + len(page.curves) > _MOST_EDGES:
        return []
    found = []
    for table in page.find_tables():
        placed = _placed(table, words, read)
        if placed is not None:
            found.append(placed)
    return [one for one in found if not any(_within(one.box, other.box) for other in found if other is not one)]


def _placed(table: Any, words: Sequence[Word], read: Callable[[Sequence[Word]], Flow]) -> Placed | None:
    boxes: list[Box] = [tuple(cell) for cell in table.cells if cell]
    lefts = _edges([box[0] for box in boxes])
    tops = _edges([box[1] for box in boxes])
    if len(lefts) < 2 or len(tops) < 2:
        return None
    rights, bottoms = max(box[2] for box in boxes), max(box[3] for box in boxes)
    slots = {box: Slot(read([word for word in words if _holds(box, word)])) for box in boxes}
    empty = Slot(())
    rows = []
    for top, low in pairwise([*tops, bottoms]):
        row = []
        for left, right in pairwise([*lefts, rights]):
            box = _covering(boxes, (left + right) / 2, (top + low) / 2)
            row.append(slots[box] if box else empty)
        rows.append(tuple(row))
    filled = [row for row in rows if any(has_words(slot.flow) for slot in row)]
    if len(filled) < 2 or sum(1 for slot in slots.values() if has_words(slot.flow)) < 3:
        return None
    return Placed(Grid(tuple(filled)), (lefts[0], tops[0], rights, bottoms), tuple(lefts))


def _edges(values: Sequence[float]) -> list[float]:
    edges: list[float] = []
    for value in sorted(values):
        if not edges or value - edges[-1] > _NEAR:
            edges.append(value)
    return edges


def _covering(boxes: Sequence[Box], across: float, down: float) -> Box | None:
    return next((box for box in boxes if box[0] <= across <= box[2] and box[1] <= down <= box[3]), None)


def _holds(box: Box, word: Word) -> bool:
    across, down = word.middle
    return box[0] <= across <= box[2] and box[1] <= down <= box[3]


def _within(inner: Box, outer: Box) -> bool:
    return all(i >= o - _NEAR for i, o in zip(inner[:2], outer[:2], strict=True)) and all(
        i <= o + _NEAR for i, o in zip(inner[2:], outer[2:], strict=True)
    )


def runs_on(above: Placed, below: Placed) -> bool:
    """Whether `below`, first on its page, goes on with `above`, last on the page before: the same columns."""
    if len(above.edges) != len(below.edges):
        return False
    return all(abs(one - other) <= 6 for one, other in zip(above.edges, below.edges, strict=True))


def joined(above: Placed, below: Placed) -> Placed:
    """Both as one table; a heading row that is printed again on the later page is left out."""
    rows = below.grid.rows
    if rows and above.grid.rows and _texts(rows[0]) == _texts(above.grid.rows[0]):
        rows = rows[1:]
    grid = replace(above.grid, rows=(*above.grid.rows, *rows))
    return Placed(grid, below.box, above.edges)


def _texts(row: Sequence[Slot]) -> list[str]:
    return [" ".join(item.text for item in slot.flow if isinstance(item, Line)) for slot in row]
