"""Stages in tables: one per row or one per column, with a header in any order and any words, or with none."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.ladders.drafts import Draft, Piece, Sketch
from knowledge.ladders.fields import Field, field_of
from knowledge.ladders.labels import numeral
from knowledge.ladders.layouts import (
    Grid,
    Layout,
    cell_label,
    is_preliminary,
    labelled,
    rectangle,
    transposed,
    unlabelled,
)
from knowledge.ladders.lines import Line, cell_lines
from knowledge.manual import Cell, Table

_FEWEST = 2


def draft_of_table(line: Line, at: int) -> Draft | None:
    """The stages of a table, None where it holds none. Labels decide; failing them, a column of climbing roles beside
    a header that names fields of a stage."""
    if line.table is None:
        return None
    rows = rectangle(line.table)
    if banded := _banded(rows, line, at):
        return banded
    for grid in (rows, transposed(rows)):
        if layout := labelled(grid):
            return _draft(layout, line, at)
    for grid in (rows, transposed(rows)):
        if layout := unlabelled(grid):
            return _draft(layout, line, at)
    return None


def _banded(rows: Grid, line: Line, at: int) -> Draft | None:
    """Stages as bands across the table, each over rows of its own ("Who", "Timescale")."""
    bands = [
        (place, label) for place, row in enumerate(rows) if (cell := _only_cell(row)) and (label := cell_label(cell))
    ]
    if len(bands) < _FEWEST or len(rows) <= len(bands) or len({label.place for _, label in bands}) < _FEWEST:
        return None
    sketches: list[Sketch] = []
    for position, (place, label) in enumerate(bands):
        end = bands[position + 1][0] if position + 1 < len(bands) else len(rows)
        inner = cell_lines(_only_cell(rows[place]) or Cell(), line)
        pieces = [Piece(extra.text, extra) for extra in inner[1:] if extra.text]
        pieces.extend(table_pieces(Table(rows[place + 1 : end]), line))
        sketches.append(
            Sketch(label.printed, label.name, label.number, label.letter, line, inner[0].text, tuple(pieces))
        )
    return Draft(tuple(sketches), line.path, at, at, bands[0][1].word, frozenset({at}))


def _only_cell(row: Sequence[Cell]) -> Cell | None:
    """The cell of a row that is one cell across the table, or whose others are empty; None for any other row."""
    if len(row) < _FEWEST:
        return None
    filled = [cell for at, cell in enumerate(row) if cell.text.strip() and (at == 0 or cell is not row[at - 1])]
    return filled[0] if len(filled) == 1 and (filled[0] is row[0]) else None


def table_pieces(table: Table, line: Line) -> Iterator[Piece]:
    """The words of a table inside a stage, cell by cell, each with the field that its row's or column's head names."""
    rows = rectangle(table)
    if not rows:
        return
    heads = tuple(field_of(cell.text) for cell in rows[0])
    sides = sum(field_of(row[0].text) is not None for row in rows)
    by_row = len(rows[0]) == _FEWEST and sides * 3 >= 2 * len(rows)
    by_column = not by_row and len(rows) > 1 and sum(head is not None for head in heads) * 2 > len(heads)
    for number, row in enumerate(rows):
        if by_column and number == 0:
            continue
        side = field_of(row[0].text) if len(row) > 1 and not by_column else None
        for column, cell in enumerate(row):
            if (side is not None and column == 0) or (column and cell is row[column - 1]):
                continue
            field = (heads[column] if by_column else side) or Field.TEXT
            yield from _cell_pieces(cell, line, Field.TEXT if field is Field.STAGE else field)


def _draft(layout: Layout, line: Line, at: int) -> Draft | None:
    sketches: list[Sketch] = []
    for row in layout.rows[1:] if layout.header else layout.rows:
        sketch = _sketch(layout, row, line)
        if sketch is None:
            continue
        earlier = sketches[-1] if sketches else None
        if (
            earlier
            and layout.key is not None
            and (sketch.label, sketch.name) in ((earlier.label, earlier.name), ("", ""))
        ):
            sketches[-1] = _joined(earlier, sketch)
        else:
            sketches.append(sketch)
    if len(sketches) < _FEWEST:
        return None
    return Draft(tuple(sketches), line.path, at, at, layout.word, frozenset({at}))


def _joined(earlier: Sketch, later: Sketch) -> Sketch:
    """A stage over several rows is one stage."""
    known = {(piece.text, piece.field) for piece in earlier.pieces}
    more = tuple(piece for piece in later.pieces if (piece.text, piece.field) not in known)
    return replace(earlier, pieces=(*earlier.pieces, *more))


def _sketch(layout: Layout, row: Sequence[Cell], line: Line) -> Sketch | None:
    if not any(cell.text.strip() for cell in row):
        return None
    pieces: list[Piece] = []
    label, name, number, letter, said = "", "", None, "", ""
    for column, (cell, field) in enumerate(zip(row, layout.fields, strict=True)):
        if column and cell is row[column - 1] and column - 1 != layout.key:
            continue
        if column == layout.key:
            label, name, number, letter, said, rest = _key_cell(cell, layout, line)
            pieces.extend(rest)
        else:
            pieces.extend(_cell_pieces(cell, line, field, _case(layout, column)))
    if layout.key is not None and not label and not name and not pieces:
        return None
    if layout.key is not None and number is None and len({id(cell) for cell in row}) == 1:
        return None  # one cell across the table: a note, or a head over several stages ("Formal")
    first = pieces[0].line if pieces else line
    return Sketch(
        label, name, number, letter, first, said or " ".join(piece.text for piece in pieces[:1]), tuple(pieces)
    )


def _key_cell(cell: Cell, layout: Layout, line: Line) -> tuple[str, str, int | None, str, str, list[Piece]]:
    inner = cell_lines(cell, line)
    text = inner[0].text if inner else ""
    rest = [Piece(extra.text, extra) for extra in inner[1:] if extra.text]
    if found := cell_label(cell):
        name = found.name
        if not name and rest:
            name, rest = rest[0].text, rest[1:]
        return found.printed, name, found.number, found.letter, text, rest
    number = numeral(text)
    if number is not None and layout.header and layout.key is not None and layout.word:
        printed = re.search(rf"\b{layout.word}", layout.rows[0][layout.key].text, re.IGNORECASE)
        return f"{printed[0] if printed else ''} {text.strip(' .:')}".strip(), "", number, "", text, rest
    if layout.word and is_preliminary(text):
        return text, "", None, "", text, rest
    return "", text, None, "", text, rest


def _case(layout: Layout, column: int) -> str:
    """The head of one of several columns of limits ("Routine", "Urgent"), "" where there is one such column."""
    timed = [at for at, field in enumerate(layout.fields) if field is Field.TIMESCALE]
    return layout.rows[0][column].text if layout.header and len(timed) > 1 and column in timed else ""


def _cell_pieces(cell: Cell, line: Line, field: Field, case: str = "") -> Iterator[Piece]:
    for inner in cell_lines(cell, line):
        if inner.text:
            yield Piece(inner.text, inner, field, case)
