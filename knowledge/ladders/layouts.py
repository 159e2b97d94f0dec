"""Which way a table of stages runs, and what each of its columns holds."""

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.ladders.clocks import clocks_in
from knowledge.ladders.durations import durations
from knowledge.ladders.fields import Field, field_of
from knowledge.ladders.labels import ANY_STAGE_WORD, Label, head_label, numeral
from knowledge.ladders.own_words import own_label
from knowledge.ladders.roles import rank, roles
from knowledge.manual import Cell, Table

_FEWEST = 2

Grid = tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """A table turned so that each row is a stage. `fields` says what each column holds; `key` is the column of the
    labels (None where stages have none); `header` whether row 0 is a header."""

    rows: Grid
    fields: tuple[Field, ...]
    key: int | None
    header: bool
    word: str


def rectangle(table: Table) -> Grid:
    """The rows of a table, each filled up with empty cells to the width of the widest; empty rows left out."""
    width = max((len(row) for row in table.rows), default=0)
    empty = Cell()
    return tuple(tuple(row) + (empty,) * (width - len(row)) for row in table.rows if row)


def transposed(rows: Grid) -> Grid:
    """The table with columns for rows."""
    return tuple(zip(*rows, strict=True)) if rows else ()


def labelled(rows: Grid) -> Layout | None:
    """The layout of rows that bear stage labels, or numbers in a column headed "Stage"; None where they bear none."""
    if len(rows) < _FEWEST:
        return None
    width = len(rows[0])
    for column in range(width):
        labels = [cell_label(row[column]) for row in rows]
        words = Counter(label.word for label in labels if label)
        if (
            words
            and words.most_common(1)[0][1] >= _FEWEST
            and len({label.place for label in labels if label}) >= _FEWEST
        ):
            below = _below_titles(rows, column, labels)
            header = cell_label(below[0][column]) is None and not is_preliminary(below[0][column].text)
            return Layout(below, _fields(below, column, header=header), column, header, words.most_common(1)[0][0])
    return _numbered(rows)


def _below_titles(rows: Grid, column: int, labels: Sequence[Label | None]) -> Grid:
    """The table from its header row on: of the rows above the first stage, only the lowest that is not itself a
    preliminary stage heads the columns."""
    first = next(at for at, label in enumerate(labels) if label)
    above = [at for at in range(first) if not is_preliminary(rows[at][column].text)]
    preliminary = [at for at in range(first) if at not in above and above and at > above[-1]]
    kept = [*above[-1:], *(preliminary if above else range(first)), *range(first, len(rows))]
    return tuple(rows[at] for at in kept)


def _numbered(rows: Grid) -> Layout | None:
    """A column headed "Stage" with bare numbers below."""
    for column, cell in enumerate(rows[0]):
        word = re.search(rf"\b({ANY_STAGE_WORD})\b", cell.text, re.IGNORECASE)
        numbers = [numeral(row[column].text.split("\n")[0]) for row in rows[1:]]
        if word and field_of(cell.text) is Field.STAGE and sum(number is not None for number in numbers) >= _FEWEST:
            return Layout(rows, _fields(rows, column, header=True), column, True, word[1].lower())
    return None


def unlabelled(rows: Grid) -> Layout | None:
    """The layout of rows without labels whose roles climb below a header that names fields of a stage; else None."""
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
    return Layout(rows, fields, key, True, "")


def cell_label(cell: Cell) -> Label | None:
    """The label of a cell that names a stage, not of one that only mentions it."""
    first = next((words for line in cell.blocks for words in [_first_words(line)] if words), "")
    label = head_label(first) or own_label(first)
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


def is_preliminary(text: str) -> bool:
    """Whether a cell in the column of stages names a step before, or without, a number."""
    return (
        bool(re.match(r"\s*(?:before|preliminary|initial|informal|pre-|final|formal|first)\b", text, re.IGNORECASE))
        and len(text.split()) <= 6
    )
