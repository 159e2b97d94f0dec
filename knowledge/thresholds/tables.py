"""Levels told by tables: a row each, a column each (with domains down the side), or banner rows across the table."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from knowledge.manual import Bullets, Cell, Paragraph, Place, Table
from knowledge.outline import Node, sentences
from knowledge.thresholds.bodies import Under, cell_body, headed
from knowledge.thresholds.labels import Title, numbered, run_in_title, title_of, words_title
from knowledge.thresholds.sightings import Body, Group, Sighting
from knowledge.thresholds.wording import (
    is_definition,
    is_domain,
    is_domain_column,
    is_indicator,
    is_name_column,
    is_response,
    only_need_words,
)

Row = tuple[Cell, ...]
_NAME_WORDS = 9
_NUMBER_COLUMN = re.compile(r"^(?:the )?(?:need |support )?(level|tier|stage|band|step|threshold)s?\b.{0,20}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with where it stands: `contexts` are its caption and the headings above it, innermost first."""

    rows: tuple[Row, ...]
    node: Node
    contexts: tuple[str, ...]
    caption: str = ""
    near: str = ""

    @property
    def width(self) -> int:
        """Columns of the widest row."""
        return max((len(row) for row in self.rows), default=0)

    def cell(self, row: int, column: int) -> Cell:
        """The cell at a place; an empty one where the row is short."""
        return self.rows[row][column] if column < len(self.rows[row]) else Cell()


def table_groups(root: Node) -> list[Group]:
    """Each table of the chapter that carries the titles of two or more levels."""
    groups: list[Group] = []
    for grid in _grids(root, ()):
        groups += _read(grid)
    return groups


def _grids(node: Node, above: tuple[str, ...]) -> Iterator[Grid]:
    here = (node.heading, *above) if node.heading else above
    before = ""
    for block in node.blocks:
        if isinstance(block, Table) and any(block.rows):
            contexts = (block.caption, *here) if block.caption else here
            yield Grid(tuple(row for row in block.rows if row), node, contexts, block.caption, before)
        before = block.text if isinstance(block, Paragraph) else ""
    for child in node.children:
        yield from _grids(child, here)


def _read(grid: Grid) -> list[Group]:
    areas = _by_area(grid)
    if areas:
        return areas
    banners = {at for at, row in enumerate(grid.rows) if _banner(row)}
    if len({title.key for at in banners if (title := _cell_title(grid.rows[at][0]))}) > 1:
        return [_banner_rows(grid)]
    top = max(range(len(grid.rows)), key=lambda at: (_count(_row_titles(grid, at)), -at), default=0)
    side = max(range(grid.width), key=lambda at: (_count(_column_titles(grid, at)), -at), default=0)
    across, down = _count(_row_titles(grid, top)), _count(_column_titles(grid, side))
    if max(across, down) < 2:
        return []
    return [_columns(grid, top)] if across >= down else [_side(grid, side)]


def _count(titles: Sequence[Title | None]) -> int:
    return len({title.key for title in titles if title})


# --- titles in cells ----------------------------------------------------------------------------------


def _lines(cell: Cell) -> list[str]:
    """The cell's paragraphs before any list."""
    lines = []
    for block in cell.blocks:
        if not isinstance(block, Paragraph):
            break
        lines.append(block.text)
    return lines


def _cell_title(cell: Cell) -> Title | None:
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
    if not title.name and rest and len(rest[0].split()) <= _NAME_WORDS and not rest[0].rstrip().endswith((".", ":")):
        return replace(title, name=rest[0].strip("() "), after=" ".join(rest[1:]))
    return replace(title, after=" ".join(part for part in (title.after, *rest) if part))


def _row_titles(grid: Grid, at: int) -> list[Title | None]:
    titles = [_cell_title(cell) for cell in grid.rows[at]]
    word = _NUMBER_COLUMN.match(grid.rows[at][0].text) if grid.rows[at] else None
    return _with_numbers(titles, grid.rows[at], word[1]) if word else titles


def _column_titles(grid: Grid, column: int) -> list[Title | None]:
    cells = [grid.cell(at, column) for at in range(len(grid.rows))]
    titles = [_cell_title(cell) for cell in cells]
    word = _NUMBER_COLUMN.match(cells[0].text) if cells else None
    return _with_numbers(titles, cells, word[1]) if word else titles


def _with_numbers(titles: list[Title | None], cells: Sequence[Cell], word: str) -> list[Title | None]:
    """Under a heading such as "Level", a cell that opens with a number is that level."""
    if any(title and title.numbers for title in titles):
        return titles
    made = [numbered(word, cell.text) for cell in cells]
    return [new or title for new, title in zip(made, titles, strict=True)] if _count(made) > 1 else titles


# --- levels as columns --------------------------------------------------------------------------------


def _columns(grid: Grid, top: int) -> Group:
    """Levels along the top; each further row is a domain, or (with no heading of its own) belongs to the caption's."""
    titles = _row_titles(grid, top)
    start = top + 1
    if start < len(grid.rows) and _names_row(grid, titles, start):
        titles = [
            replace(title, name=grid.cell(start, at).text) if title and not title.name else title
            for at, title in enumerate(titles)
        ]
        start += 1
    first = next(at for at, title in enumerate(titles) if title)
    sightings: dict[int, Sighting] = {}
    domain = _whole_domain(grid)
    for row in grid.rows[start:]:
        if _banner(row):
            domain = row[0].text
            continue
        side = row[0].text if first > 0 else ""
        _add_row(sightings, row, titles, _row_under(grid, side, domain))
    found = [sightings.get(at) or Sighting(title, _place(grid, top, at), _own(title)) for at, title in enumerate(titles) if title]
    return Group(tuple(found), grid.contexts, grid.near)


def _row_under(grid: Grid, side: str, domain: str) -> Under:
    under = Under(grid.node, domain, indicators=True)
    return headed(side, under) if side else under


def _add_row(sightings: dict[int, Sighting], row: Row, titles: Sequence[Title | None], under: Under) -> None:
    for at, title in enumerate(titles[: len(row)]):
        if title is None or (at and row[at] is row[at - 1] and titles[at] is titles[at - 1]):
            continue
        body = _cell_of_level(row[at], under)
        held = sightings.get(at) or Sighting(title, under.place(_heading_text(title)), _own(title))
        sightings[at] = replace(held, body=held.body + body)


def _cell_of_level(cell: Cell, under: Under) -> Body:
    """A cell under a level's column; a long sentence in a table with no domain tells of the level itself."""
    words = cell.text.split()
    if not under.domain and not under.response and not _has_list(cell) and len(words) > 8 and cell.text.endswith("."):
        return Body((), tuple(sentences(cell.text)))
    return cell_body(cell, under)


def _names_row(grid: Grid, titles: Sequence[Title | None], at: int) -> bool:
    """A second heading row that names the levels whose labels stand above."""
    if any(title and title.name for title in titles):
        return False
    cells = [grid.cell(at, column) for column, title in enumerate(titles) if title]
    if any(_has_list(cell) or not cell.text or len(cell.text.split()) > _NAME_WORDS for cell in cells):
        return False
    side = grid.cell(at, 0).text if titles[0] is None else ""
    headers = all(cell.header for cell in cells)
    named = sum(only_need_words(cell.text) for cell in cells)
    return headers or named * 2 >= len(cells) or (bool(side) and is_name_column(side))


def _whole_domain(grid: Grid) -> str:
    """The domain of a table with none down its side: its caption, or the heading above it."""
    for text in (grid.caption, grid.node.heading):
        bare = text.strip(" :.")
        if bare and is_domain(bare) and not re.search(r"\b(?:levels?|tiers?|thresholds?|needs?|matrix)\b", bare, re.IGNORECASE):
            return bare
    return ""


# --- levels as rows -----------------------------------------------------------------------------------


def _side(grid: Grid, column: int) -> Group:
    """Levels down the side; the headings along the top say which column holds names, domains, descriptors, responses."""
    titles = _column_titles(grid, column)
    header = [cell.text for cell in grid.rows[0]] if titles[0] is None else []
    name_column = _name_column(grid, titles, column, header)
    sightings: list[Sighting] = []
    for at, title in enumerate(titles):
        if title is None:
            continue
        if name_column is not None and not title.name:
            title = replace(title, name=grid.cell(at, name_column).text.strip())  # noqa: PLW2901
        skip = {column, name_column}
        body = _own(title) + _row_body(grid, at, header, skip)
        sightings.append(Sighting(title, _place(grid, at, column), body))
    return Group(tuple(sightings), grid.contexts, grid.near)


def _name_column(grid: Grid, titles: Sequence[Title | None], column: int, header: Sequence[str]) -> int | None:
    if any(title and title.name for title in titles):
        return None
    rows = [at for at, title in enumerate(titles) if title]
    nearby = [column + 1, column - 1, *range(grid.width)]
    for at in nearby:
        if at == column or not 0 <= at < grid.width:
            continue
        cells = [grid.cell(row, at) for row in rows]
        short = all(cell.text and len(cell.text.split()) <= _NAME_WORDS and not _has_list(cell) for cell in cells)
        named = sum(only_need_words(cell.text) for cell in cells)
        top = header[at] if at < len(header) else ""
        if short and len({cell.text for cell in cells}) > 1 and (named * 2 >= len(cells) or is_name_column(top)):
            return int(at)
    return None


def _row_body(grid: Grid, row: int, header: Sequence[str], skip: set[int | None]) -> Body:
    body = Body()
    cells = grid.rows[row]
    domain_at = _domain_column(grid, header, skip)
    side = grid.cell(row, domain_at).text if domain_at is not None else ""
    for at, cell in enumerate(cells):
        if at in skip or at == domain_at or (at and cell is cells[at - 1]):
            continue
        top = header[at] if at < len(header) else ""
        body += _side_cell(cell, top, side, grid)
    return body


def _domain_column(grid: Grid, header: Sequence[str], skip: set[int | None]) -> int | None:
    return next((at for at, top in enumerate(header) if at not in skip and is_domain_column(top)), None)


def _side_cell(cell: Cell, top: str, side: str, grid: Grid) -> Body:
    under = Under(grid.node, side, indicators=True)
    if top and (is_response(top) and not is_domain(top)):
        return cell_body(cell, replace(under, response=True))
    prose = not _has_list(cell)
    if is_definition(top) or (prose and not side and not is_indicator(top) and not is_domain(top)):
        if prose:
            return Body((), tuple(sentences(cell.text)))
        return cell_body(cell, under)
    if not side and top and not is_indicator(top):
        return cell_body(cell, headed(top, under))
    return cell_body(cell, under)


# --- banner rows --------------------------------------------------------------------------------------


def _banner(row: Row) -> bool:
    """A row that is one cell across the whole table."""
    return len(row) > 1 and bool(row[0].text) and all(cell is row[0] or cell == row[0] for cell in row)


def _banner_rows(grid: Grid) -> Group:
    """Levels in rows across the table; the rows between belong to the level above them."""
    sightings: list[Sighting] = []
    header: list[str] = []
    for at, row in enumerate(grid.rows):
        title = _cell_title(row[0]) if _banner(row) else None
        if title:
            sightings.append(Sighting(title, _place(grid, at, 0), _own(title)))
        elif sightings:
            last = sightings[-1]
            sightings[-1] = replace(last, body=last.body + _banner_body(row, header, grid))
        else:
            header = [cell.text for cell in row]
    return Group(tuple(sightings), grid.contexts, grid.near)


def _banner_body(row: Row, header: Sequence[str], grid: Grid) -> Body:
    under = Under(grid.node, indicators=True)
    if _banner(row):
        return cell_body(row[0], under)
    side = row[0].text if not _has_list(row[0]) and len(row[0].text.split()) <= 12 else ""
    body = Body() if side else cell_body(row[0], under)
    for at, cell in enumerate(row[1:], start=1):
        if cell is row[at - 1]:
            continue
        top = header[at] if at < len(header) else ""
        body += _side_cell(cell, top, side, grid)
    return body


# --- one column for each area -------------------------------------------------------------------------


def _by_area(grid: Grid) -> list[Group]:
    """Bare labels in two or more columns: each column is one area's scale, and the first cell names the help."""
    if len(grid.rows) < 3 or grid.width < 3:
        return []
    columns = [at for at in range(1, grid.width) if _bare_labels(grid, at)]
    if len(columns) < 2:
        return []
    groups = []
    for column in columns:
        sightings = []
        for at in range(1, len(grid.rows)):
            title = _cell_title(grid.cell(at, column))
            if title and title.numbers:
                named = title if title.name else replace(title, name=grid.cell(at, 0).text)
                sightings.append(Sighting(named, _place(grid, at, column)))
        groups.append(Group(tuple(sightings), grid.contexts, grid.near, scale=grid.cell(0, column).text))
    return groups


def _bare_labels(grid: Grid, column: int) -> bool:
    cells = [grid.cell(at, column) for at in range(1, len(grid.rows))]
    titles = [title for cell in cells if not _has_list(cell) and (title := _cell_title(cell)) and title.numbers]
    top = _cell_title(grid.cell(0, column))
    return top is None and len({title.key for title in titles}) >= 2 and 2 * len(titles) > len(cells)


# --- small things -------------------------------------------------------------------------------------


def _own(title: Title) -> Body:
    return Body((), tuple(sentences(title.after)))


def _has_list(cell: Cell) -> bool:
    return any(isinstance(block, Bullets) for block in cell.blocks)


def _place(grid: Grid, row: int, column: int) -> Place:
    return grid.node.place(grid.cell(row, column).text)


def _heading_text(title: Title) -> str:
    return title.label or title.name
