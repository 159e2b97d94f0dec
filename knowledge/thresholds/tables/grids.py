"""A table with where it stands, and the levels' titles its cells carry."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from knowledge.manual import Bullets, Cell, Paragraph, Place
from knowledge.outline import Node, sentences
from knowledge.thresholds.labels import Title, bare_numbered, numbered, run_in_title, title_of, words_title
from knowledge.thresholds.need import is_section
from knowledge.thresholds.sightings import Body
from knowledge.thresholds.wording import COLOURS, is_domain_column, strength

Row = tuple[Cell, ...]
NAME_WORDS = 9  # a cell longer than this is no name
_OTHERS, _LEAST_WORDS = 3, 3  # levels beside a name that no need word tells, and words of such a name
_NUMBER_COLUMN = re.compile(
    r"^(?:the )?(?:need |support )?(level|tier|stage|band|step|threshold)s?\b.{0,20}$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with where it stands: `contexts` are its caption and the headings above it, innermost first."""

    rows: tuple[Row, ...]
    node: Node
    contexts: tuple[str, ...]
    caption: str = ""
    near: str = ""
    titles: tuple[tuple[Title | None, ...], ...] = ()  # the level that each cell is about, read once

    @property
    def width(self) -> int:
        """Columns of the widest row."""
        return max((len(row) for row in self.rows), default=0)

    def cell(self, row: int, column: int) -> Cell:
        """The cell at a place; an empty one where the row is short."""
        return self.rows[row][column] if column < len(self.rows[row]) else Cell()


def count(titles: Sequence[Title | None]) -> int:
    return len({title.key for title in titles if title})


def _lines(cell: Cell) -> list[str]:
    """The cell's paragraphs before any list."""
    lines = []
    for block in cell.blocks:
        if not isinstance(block, Paragraph):
            break
        lines.append(block.text)
    return lines


def cell_title(cell: Cell) -> Title | None:
    """The level a cell is about: its whole text, or its first line with the next as its name or more."""
    lines = _lines(cell)
    if not lines:
        return None
    first = cell.blocks[0]
    assert isinstance(first, Paragraph)
    title = title_of(lines[0]) or words_title(lines[0]) or run_in_title(lines[0], first.label)
    if title is None:
        return None
    rest = lines[1:]
    if not title.name and len(rest) > 1 and re.fullmatch(rf"\W*{COLOURS}\W*", rest[0], re.IGNORECASE):
        rest = rest[1:]
    if not title.name and rest and len(rest[0].split()) <= NAME_WORDS and not rest[0].rstrip().endswith((".", ":")):
        return replace(title, name=rest[0].strip("() "), after="\n".join(rest[1:]))
    return replace(title, after="\n".join(part for part in (title.after, *rest) if part))


def titles_of(rows: Sequence[Row]) -> tuple[tuple[Title | None, ...], ...]:
    """The title of each cell, row by row; a merged cell is read once."""
    read: dict[int, Title | None] = {}
    for row in rows:
        for cell in row:
            if id(cell) not in read:
                read[id(cell)] = cell_title(cell)
    return tuple(tuple(read[id(cell)] for cell in row) for row in rows)


def row_titles(grid: Grid, at: int) -> list[Title | None]:
    titles = list(grid.titles[at])
    word = _NUMBER_COLUMN.match(grid.rows[at][0].text) if grid.rows[at] else None
    return _with_least(_with_numbers(titles, grid.rows[at], word[1] if word else ""), grid.rows[at])


def _with_least(titles: list[Title | None], cells: Sequence[Cell]) -> list[Title | None]:
    """Between the column of domains and three or more levels in words that rise, a short name is the level of least need."""
    named = [strength(title.name) for title in titles[2:] if title and not title.numbers]
    known = [value for value in named if value is not None]
    rising = len(known) == len(titles) - 2 >= _OTHERS and 0 < known[0] < known[-1] and known == sorted(known)
    if not rising or any(titles[:2]) or not (is_domain_column(cells[0].text) or not cells[0].text):
        return titles
    name = cells[1].text.strip()
    if not 0 < len(name.split()) <= _LEAST_WORDS or has_list(cells[1]) or is_section(name):
        return titles
    return [None, Title("", name), *titles[2:]]


def column_titles(grid: Grid, column: int) -> list[Title | None]:
    cells = [grid.cell(at, column) for at in range(len(grid.rows))]
    titles = [row[column] if column < len(row) else None for row in grid.titles]
    word = _NUMBER_COLUMN.match(cells[0].text) if cells else None
    return _with_numbers(titles, cells, word[1] if word else "")


def _with_numbers(titles: list[Title | None], cells: Sequence[Cell], word: str) -> list[Title | None]:
    """Under a heading such as "Level", a cell that opens with a number is that level; under others, one that goes on
    with need words is, where the numbers run on without a gap."""
    if any(title and title.numbers for title in titles):
        return titles
    if word:
        made = [numbered(word, cell.text) for cell in cells]
    else:
        made = [None if has_list(cell) else bare_numbered(_printed(cell)) for cell in cells]
        if not _run_on([title for title in made if title]):
            return titles
    return [new or title for new, title in zip(made, titles, strict=True)] if count(made) > 1 else titles


def _printed(cell: Cell) -> str:
    """A cell's words with the number that opens them, which a paragraph holds apart."""
    first = cell.blocks[0] if cell.blocks else None
    number = first.number.rstrip(".)") if isinstance(first, Paragraph) else ""
    return f"{number}. {cell.text}" if number else cell.text


def _run_on(titles: Sequence[Title]) -> bool:
    numbers = sorted({number for title in titles for number in title.numbers})
    return len(titles) > 2 and numbers == list(range(numbers[0], numbers[-1] + 1))


def is_banner(row: Row) -> bool:
    """A row that is one cell across the whole table."""
    return len(row) > 1 and bool(row[0].text) and all(cell is row[0] or cell == row[0] for cell in row)


def own_words(title: Title) -> Body:
    """What stands after a title, paragraph by paragraph: no sentence runs over from one into the next."""
    return Body((), tuple(one for line in title.after.split("\n") for one in sentences(line)))


def has_list(cell: Cell) -> bool:
    return any(isinstance(block, Bullets) for block in cell.blocks)


def place_of(grid: Grid, row: int, column: int) -> Place:
    return grid.node.place(grid.cell(row, column).text)
