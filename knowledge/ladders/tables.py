"""Stages in tables: one per row or one per column, with a header in any order and any words, or with none."""

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from knowledge.ladders.clocks import clocks_in
from knowledge.ladders.drafts import Draft, Piece, Sketch
from knowledge.ladders.durations import durations
from knowledge.ladders.fields import Field, field_of
from knowledge.ladders.labels import Label, head_label, numeral
from knowledge.ladders.lines import Line, cell_lines
from knowledge.ladders.roles import rank, roles
from knowledge.manual import Cell, Table

_FEWEST = 2

Grid = tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class _Layout:
    """A table turned so that each row is a stage. `fields` says what each column holds; `key` is the column of the
    labels (None where stages have none); `header` whether row 0 is a header."""

    rows: Grid
    fields: tuple[Field, ...]
    key: int | None
    header: bool
    word: str


def draft_of_table(line: Line, at: int) -> Draft | None:
    """The stages of a table, None where it holds none. Labels decide; failing them, a column of climbing roles beside
    a header that names fields of a stage."""
    if line.table is None:
        return None
    rows = _rectangle(line.table)
    if banded := _banded(rows, line, at):
        return banded
    for grid in (rows, _transposed(rows)):
        if layout := _labelled(grid):
            return _draft(layout, line, at)
    for grid in (rows, _transposed(rows)):
        if layout := _unlabelled(grid):
            return _draft(layout, line, at)
    return None


def _banded(rows: Grid, line: Line, at: int) -> Draft | None:
    """Stages as bands across the table, each over rows of its own ("Who", "Timescale")."""
    bands = [
        (place, label) for place, row in enumerate(rows) if (cell := _only_cell(row)) and (label := _cell_label(cell))
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
    rows = _rectangle(table)
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


# --- which way the table runs ---------------------------------------------------------------------


def _rectangle(table: Table) -> Grid:
    width = max((len(row) for row in table.rows), default=0)
    empty = Cell()
    return tuple(tuple(row) + (empty,) * (width - len(row)) for row in table.rows if row)


def _transposed(rows: Grid) -> Grid:
    return tuple(zip(*rows, strict=True)) if rows else ()


def _labelled(rows: Grid) -> _Layout | None:
    if len(rows) < _FEWEST:
        return None
    width = len(rows[0])
    for column in range(width):
        labels = [_cell_label(row[column]) for row in rows]
        words = Counter(label.word for label in labels if label)
        if (
            words
            and words.most_common(1)[0][1] >= _FEWEST
            and len({label.place for label in labels if label}) >= _FEWEST
        ):
            below = _below_titles(rows, column, labels)
            header = _cell_label(below[0][column]) is None and not _is_preliminary(below[0][column].text)
            return _Layout(below, _fields(below, column, header=header), column, header, words.most_common(1)[0][0])
    return _numbered(rows)


def _below_titles(rows: Grid, column: int, labels: Sequence[Label | None]) -> Grid:
    """The table from its header row on: of the rows above the first stage, only the lowest that is not itself a
    preliminary stage heads the columns."""
    first = next(at for at, label in enumerate(labels) if label)
    above = [at for at in range(first) if not _is_preliminary(rows[at][column].text)]
    preliminary = [at for at in range(first) if at not in above and above and at > above[-1]]
    kept = [*above[-1:], *(preliminary if above else range(first)), *range(first, len(rows))]
    return tuple(rows[at] for at in kept)


def _numbered(rows: Grid) -> _Layout | None:
    """A column headed "Stage" with bare numbers below."""
    for column, cell in enumerate(rows[0]):
        word = re.search(r"\b(stage|step|level|tier|phase)\b", cell.text, re.IGNORECASE)
        numbers = [numeral(row[column].text.split("\n")[0]) for row in rows[1:]]
        if word and field_of(cell.text) is Field.STAGE and sum(number is not None for number in numbers) >= _FEWEST:
            return _Layout(rows, _fields(rows, column, header=True), column, True, word[1].lower())
    return None


def _unlabelled(rows: Grid) -> _Layout | None:
    if len(rows) < _FEWEST + 1 or len(rows[0]) < _FEWEST:
        return None
    named = [field_of(cell.text) for cell in rows[0]]
    if sum(field is not None for field in named) < _FEWEST or (
        Field.TIMESCALE not in named and Field.STAGE not in named
    ):
        return None
    fields = _fields(rows, None, header=True)
    ranks = [
        max(
            (rank(cell.text) for cell, field in zip(row, fields, strict=True) if field is not Field.TIMESCALE),
            default=0,
        )
        for row in rows[1:]
    ]
    climbs = (
        all(low <= high for low, high in itertools.pairwise(ranks)) and len(set(ranks)) >= _FEWEST and min(ranks) > 0
    )
    if not climbs:
        return None
    key = named.index(Field.STAGE) if Field.STAGE in named else None
    return _Layout(rows, fields, key, True, "")


def _cell_label(cell: Cell) -> Label | None:
    """The label of a cell that names a stage, not of one that only mentions it."""
    first = next((words for line in cell.blocks for words in [_first_words(line)] if words), "")
    label = head_label(first)
    if label is None or (not label.separated and len(first.split()) > 12):
        return None
    return label


def _first_words(block: object) -> str:
    return str(getattr(block, "text", "") or next((item.text for item in getattr(block, "items", ()) if item.text), ""))


def _fields(rows: Grid, key: int | None, *, header: bool) -> tuple[Field, ...]:
    named = [field_of(cell.text) if header else None for cell in rows[0]]
    found: list[Field] = []
    body = rows[1:] if header else rows
    for column in range(len(rows[0])):
        field = named[column]
        if column == key:
            found.append(Field.STAGE)
        elif field is not None and field is not Field.STAGE:
            found.append(field if field is not Field.RAISED_BY or field not in found else Field.RAISED_TO)
        else:
            found.append(_field_by_content([row[column].text for row in body], found))
    return tuple(found)


def _field_by_content(cells: Sequence[str], before: Sequence[Field]) -> Field:
    filled = [cell for cell in cells if cell.strip()]
    if not filled:
        return Field.TEXT
    timed = sum(bool(durations(cell) or clocks_in(cell, timescale=True)) and len(cell.split()) <= 8 for cell in filled)
    if timed * 2 > len(filled):
        return Field.TIMESCALE
    peopled = sum(bool(roles(cell)) and len(cell.split()) <= 7 for cell in filled)
    if peopled * 2 > len(filled):
        return Field.RAISED_TO if Field.RAISED_BY in before else Field.RAISED_BY
    return Field.TEXT


# --- its stages -----------------------------------------------------------------------------------


def _draft(layout: _Layout, line: Line, at: int) -> Draft | None:
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


def _sketch(layout: _Layout, row: Sequence[Cell], line: Line) -> Sketch | None:
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
            pieces.extend(_cell_pieces(cell, line, field))
    if layout.key is not None and not label and not name and not pieces:
        return None
    if layout.key is not None and not label and len({id(cell) for cell in row}) == 1:
        return None  # one cell across the table: a note, not a stage
    first = pieces[0].line if pieces else line
    return Sketch(
        label, name, number, letter, first, said or " ".join(piece.text for piece in pieces[:1]), tuple(pieces)
    )


def _key_cell(cell: Cell, layout: _Layout, line: Line) -> tuple[str, str, int | None, str, str, list[Piece]]:
    inner = cell_lines(cell, line)
    text = inner[0].text if inner else ""
    rest = [Piece(extra.text, extra) for extra in inner[1:] if extra.text]
    if found := _cell_label(cell):
        name = found.name
        if not name and rest:
            name, rest = rest[0].text, rest[1:]
        return found.printed, name, found.number, found.letter, text, rest
    number = numeral(text)
    if number is not None and layout.header and layout.key is not None and layout.word:
        printed = re.search(rf"\b{layout.word}", layout.rows[0][layout.key].text, re.IGNORECASE)
        return f"{printed[0] if printed else ''} {text.strip(' .:')}".strip(), "", number, "", text, rest
    if layout.word and _is_preliminary(text):
        return text, "", None, "", text, rest
    return "", text, None, "", text, rest


def _is_preliminary(text: str) -> bool:
    return (
        bool(re.match(r"\s*(?:before|preliminary|initial|informal|pre-|final|formal|first)\b", text, re.IGNORECASE))
        and len(text.split()) <= 6
    )


def _cell_pieces(cell: Cell, line: Line, field: Field) -> Iterator[Piece]:
    for inner in cell_lines(cell, line):
        if inner.text:
            yield Piece(inner.text, inner, field)
