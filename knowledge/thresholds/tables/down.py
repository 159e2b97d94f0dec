"""Levels down the side of a table; the headings along the top say what each column holds."""

from collections.abc import Sequence
from dataclasses import replace

from knowledge.manual import Cell
from knowledge.outline import sentences
from knowledge.thresholds.bodies import Under, cell_body, headed
from knowledge.thresholds.labels import Title
from knowledge.thresholds.sightings import Body, Group, Sighting
from knowledge.thresholds.tables.grids import NAME_WORDS, Grid, column_titles, has_list, own_words, place_of
from knowledge.thresholds.wording import (
    is_definition,
    is_domain,
    is_domain_column,
    is_indicator,
    is_name_column,
    is_response,
    is_strengths,
    only_need_words,
)


def levels_down(grid: Grid, column: int) -> Group:
    """Levels down the side; the headings along the top say which column holds names, domains, descriptors, responses."""
    titles = column_titles(grid, column)
    header = [cell.text for cell in grid.rows[0]] if titles[0] is None else []
    name_column = _name_column(grid, titles, column, header)
    sightings: list[Sighting] = []
    for at, title in enumerate(titles):
        if title is None:
            continue
        if name_column is not None and not title.name:
            title = replace(title, name=grid.cell(at, name_column).text.strip())  # noqa: PLW2901
        skip = {column, name_column}
        body = own_words(title) + _row_body(grid, at, header, skip)
        sightings.append(Sighting(title, place_of(grid, at, column), body))
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
        short = all(cell.text and len(cell.text.split()) <= NAME_WORDS and not has_list(cell) for cell in cells)
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
        body += side_cell(cell, top, side, grid)
    return body


def _domain_column(grid: Grid, header: Sequence[str], skip: set[int | None]) -> int | None:
    return next((at for at, top in enumerate(header) if at not in skip and is_domain_column(top)), None)


def side_cell(cell: Cell, top: str, side: str, grid: Grid) -> Body:
    under = Under(grid.node, side, indicators=True)
    if top and (is_strengths(top) or (is_response(top) and not is_domain(top))):
        return cell_body(cell, replace(under, response=True))
    prose = not has_list(cell)
    if is_definition(top) or (prose and not side and not is_indicator(top) and not is_domain(top)):
        if prose:
            return Body((), tuple(sentences(cell.text)))
        return cell_body(cell, under)
    if not side and top and not is_indicator(top):
        return cell_body(cell, headed(top, under))
    return cell_body(cell, under)
