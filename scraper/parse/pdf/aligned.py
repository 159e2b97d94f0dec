"""Tables without rules: lines whose words stand in columns, as lists of contacts often do.

Read as running text, the number of one service would follow the name of the next. So lines that follow each other and
leave wide gaps at the same places are a table; a line that fills one of its columns only goes on with the row above.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from scraper.parse.numbers import MARKER_ALONE, NUMBER_ALONE, is_bullet
from scraper.parse.pdf.lines import PrintedLine
from scraper.parse.printed import Grid, Line, Run, Slot

_GAP = 1.4  # times the size: wider than any space within a sentence
_NEAR = 7.0  # points by which the starts of one column differ

Row = list[list[PrintedLine]]  # the pieces in each column


def part_tables(lines: Sequence[PrintedLine]) -> Iterator[list[PrintedLine] | Grid]:
    """The lines in order, those that make up a table without rules put together as one."""
    plain: list[PrintedLine] = []
    at = 0
    while at < len(lines):
        table = _table_at(lines, at)
        if table is None:
            plain.append(lines[at])
            at += 1
            continue
        grid, taken = table
        if plain:
            yield plain
            plain = []
        yield grid
        at += taken
    if plain:
        yield plain


def pieces(line: PrintedLine) -> list[PrintedLine]:
    """The line parted at its wide gaps."""
    parts = [[line.words[0]]]
    for word in line.words[1:]:
        if word.x0 - parts[-1][-1].x1 > _GAP * line.size:
            parts.append([word])
        else:
            parts[-1].append(word)
    return [replace(line, words=tuple(part)) for part in parts]


def _table_at(lines: Sequence[PrintedLine], at: int) -> tuple[Grid, int] | None:
    first = pieces(lines[at])
    if len(first) < 2 or _is_mark(first[0].text):
        return None
    starts = [piece.x0 for piece in first]
    rows: list[Row] = []
    taken = 0
    for position in range(at, len(lines)):
        line = lines[position]
        if (line.page, line.column) != (lines[at].page, lines[at].column):
            break
        placed = _placed(pieces(line), starts)
        if placed is None or (not _fills(placed) and not _continues(lines, position, placed, starts)):
            break
        if _fills(placed):
            rows.append(placed)
        elif rows:
            rows[-1] = [above + below for above, below in zip(rows[-1], placed, strict=True)]
        taken = position - at + 1
    if len(rows) < 2:
        return None
    return Grid(tuple(tuple(Slot(_cell(cell)) for cell in row) for row in rows)), taken


def _is_mark(text: str) -> bool:
    return bool(NUMBER_ALONE.fullmatch(text) or MARKER_ALONE.fullmatch(text)) or is_bullet(text)


def _placed(parts: Sequence[PrintedLine], starts: Sequence[float]) -> Row | None:
    """The pieces by column; None where one begins at no column's start or reaches into the next column."""
    row: Row = [[] for _ in starts]
    for part in parts:
        column = next((n for n, start in enumerate(starts) if abs(part.x0 - start) <= _NEAR), None)
        if column is None or (column + 1 < len(starts) and part.x1 > starts[column + 1]):
            return None
        row[column].append(part)
    return row


def _fills(row: Row) -> bool:
    return bool(row[0]) and sum(1 for cell in row if cell) >= 2


def _continues(lines: Sequence[PrintedLine], position: int, row: Row, starts: Sequence[float]) -> bool:
    """Whether a line of one column goes on with the row above: it stands close below, inside the table."""
    if position == 0:
        return False
    step = lines[position].top - lines[position - 1].top
    if step > 1.6 * lines[position].size:
        return False
    if not row[0]:
        return True
    after = lines[position + 1] if position + 1 < len(lines) else None
    following = _placed(pieces(after), starts) if after is not None else None
    return following is not None and len(pieces(lines[position + 1])) > 1


def _cell(parts: Sequence[PrintedLine]) -> tuple[Line, ...]:
    runs = [run for part in parts for run in (*part.runs(), Run(" "))]
    return (Line(tuple(runs)),) if runs else ()
