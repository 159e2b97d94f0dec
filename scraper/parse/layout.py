"""Tables that only lay a page out, told from tables that hold data, and turned back into a flow.

Classic manuals set every numbered paragraph in a table of two columns (number | words), every box in a table
of one cell, and whole pages in a table of one row. A data table instead has heading cells, or the same kinds
of things in each column. The evidence used is general: heading cells, headings or tables inside cells, how
many columns there are, and whether a column holds nothing but printed numbers."""

from collections.abc import Iterator
from dataclasses import replace

from scraper.parse.headings import is_box_title
from scraper.parse.numbers import MARKER_ALONE, NUMBER_ALONE, depth, is_bullet, number_at
from scraper.parse.printed import (
    Close,
    Entry,
    Flow,
    Grid,
    Heading,
    Line,
    Listing,
    Printed,
    Rank,
    Run,
    Slot,
    has_words,
)

_UNNUMBERED = 3  # how deep an unnumbered caption or box stands below the real heading it follows
_LONG = 25  # words in a cell that is a passage rather than a datum

Row = tuple[Slot, ...]


def dissolve(flow: Flow) -> Flow:
    """`flow` with every layout table replaced by what it lays out, at any depth of layout tables."""
    return tuple(item for printed in flow for item in _dissolved(printed))


def _dissolved(item: Printed) -> Iterator[Printed]:
    match item:
        case Grid():
            grid = _trimmed(item)
            if not grid.rows:
                if grid.caption:
                    yield grid.caption
                return
            if is_layout(grid):
                yield from dissolve(tuple(_laid_out(grid)))
            else:
                yield replace(grid, rows=_inner_dissolved(grid.rows))
        case Listing():
            entries = tuple(replace(entry, flow=dissolve(entry.flow)) for entry in item.entries)
            yield replace(item, entries=entries)
        case _:
            yield item


def _inner_dissolved(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    done: dict[int, Slot] = {}
    for slot in (slot for row in rows for slot in row):
        if id(slot) not in done:
            done[id(slot)] = replace(slot, flow=dissolve(slot.flow))
    return tuple(tuple(done[id(slot)] for slot in row) for row in rows)


def _trimmed(grid: Grid) -> Grid:
    """The grid without columns and rows in which nothing stands."""
    rows = [row for row in grid.rows if any(slot.flow for slot in row)]
    width = max((len(row) for row in rows), default=0)
    kept = [at for at in range(width) if any(at < len(row) and row[at].flow for row in rows)]
    return replace(grid, rows=tuple(tuple(row[at] for at in kept if at < len(row)) for row in rows))


# --- telling layout from data -------------------------------------------------------------------


def is_layout(grid: Grid) -> bool:
    """Whether a table (trimmed of empty rows and columns) only lays its words out."""
    width = max(len(row) for row in grid.rows)
    if grid.layout or width <= 1:
        return True
    rows = [row for row in grid.rows if len(_distinct(row)) > 1]
    if not rows:
        return True
    if _has_structure(grid):
        return True
    if width == 2 and _is_numbered(rows):
        return True
    return len(grid.rows) == 1 and not any(slot.header for slot in grid.rows[0]) and _is_wordy(grid.rows[0])


def _has_structure(grid: Grid) -> bool:
    """Whether cells hold headings above other words, or layout tables: more than a datum."""
    return any(_holds_headed_words(slot) for row in grid.rows for slot in row)


def _holds_headed_words(slot: Slot) -> bool:
    headings = [item for item in slot.flow if isinstance(item, Heading)]
    others = [item for item in slot.flow if not isinstance(item, Heading)]
    return bool(headings) and has_words(tuple(others)) and not slot.header


def _is_numbered(rows: list[Row]) -> bool:
    """Whether the first column holds nothing but printed numbers, markers or bullets (or nothing)."""
    firsts = [_words(row[0]) for row in rows]
    if any(row[0].header and not _is_number(_words(row[0])) for row in rows):
        return False
    return any(firsts) and all(not first or _is_number(first) for first in firsts)


def _is_number(text: str) -> bool:
    return bool(NUMBER_ALONE.fullmatch(text) or MARKER_ALONE.fullmatch(text) or is_bullet(text))


def _is_wordy(row: Row) -> bool:
    return sum(len(_words(slot).split()) for slot in row) > _LONG


def _distinct(row: Row) -> list[Slot]:
    return list({id(slot): slot for slot in row}.values())


def _words(slot: Slot) -> str:
    lines = [item.line if isinstance(item, Heading) else item for item in slot.flow]
    if not all(isinstance(line, Line) for line in lines):
        return " ".join(["x"] * (_LONG + 1))  # lists and tables are words enough
    return " ".join(line.text for line in lines if isinstance(line, Line))


# --- back into a flow ---------------------------------------------------------------------------


def _laid_out(grid: Grid) -> Iterator[Printed]:
    if grid.caption and grid.caption.text:
        yield as_heading(grid.caption)
    opened: Rank | None = None
    seen: set[int] = set()
    for at, row in enumerate(grid.rows):
        slots = [slot for slot in _distinct(row) if id(slot) not in seen]
        seen.update(id(slot) for slot in slots)
        last = at == len(grid.rows) - 1
        if len(slots) == 2 and _is_number(_words(slots[0])):
            yield from _numbered(_words(slots[0]), slots[1].flow)
        else:
            for position, slot in enumerate(slots):
                for item in _opened(slot, not last or position < len(slots) - 1):
                    if isinstance(item, Heading) and not item.real:
                        opened = min(opened or item.rank, item.rank)
                    yield item
    if opened is not None:  # a box ends where its table ends
        yield Close(opened, real=False)


def _opened(slot: Slot, followed: bool) -> Iterator[Printed]:
    """A cell's own flow; a short heading cell, or a box's name, with something after it is a heading."""
    first, *rest = slot.flow or (None,)
    if isinstance(first, Line) and (followed or rest) and _titles(first, slot, bool(rest)):
        yield as_heading(first)
        yield from rest
    else:
        yield from slot.flow


def _titles(line: Line, slot: Slot, more: bool) -> bool:
    short = len(line.text.split()) <= 14 and not line.text.endswith((".", ";"))
    return is_box_title(line.text) or (slot.header and short and not more)


def _numbered(mark: str, flow: Flow) -> Iterator[Printed]:
    """The words of a row whose first cell is `mark`: a numbered paragraph, or a list item for a bullet or
    letter.
    """
    if is_bullet(mark) or MARKER_ALONE.fullmatch(mark):
        yield Listing((Entry(flow, "" if is_bullet(mark) else mark),), ordered=not is_bullet(mark))
        return
    number = NUMBER_ALONE.fullmatch(mark)
    printed = number[1] if number else mark
    first, *rest = flow or (Line((Run(""),)),)
    if isinstance(first, Line):
        yield replace(first, number=printed)
    elif isinstance(first, Heading):
        yield replace(first, line=replace(first.line, number=printed))
    else:
        yield Line((Run(""),), number=printed)
        yield first
    yield from rest


def as_heading(line: Line) -> Heading:
    """A heading that the format does not mark as one; its rank is relative to the real heading it stands
    under.
    """
    start = number_at(line.text)
    number = line.number or (start.marker if start else "")
    if is_box_title(line.text):
        return Heading(line, (1,), real=False)
    return Heading(line, (min(depth(number), 4) if number else _UNNUMBERED,), real=False)
