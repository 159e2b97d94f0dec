"""Levels in rows that run across the whole table, over the rows that belong to them."""

from collections.abc import Sequence

from knowledge.thresholds.bodies import Under, cell_body
from knowledge.thresholds.labels import Title
from knowledge.thresholds.sightings import Body, Group, Sighting, joined
from knowledge.thresholds.tables.down import side_cell
from knowledge.thresholds.tables.grids import Grid, Row, has_list, is_banner, own_words, place_of


def levels_in_banners(grid: Grid) -> Group:
    """Levels in rows across the table; the rows between belong to the level above them."""
    found: list[tuple[Title, int, list[Body]]] = []
    header: list[str] = []
    for at, row in enumerate(grid.rows):
        title = grid.titles[at][0] if is_banner(row) else None
        if title:
            found.append((title, at, [own_words(title)]))
        elif found:
            found[-1][2].append(_banner_body(row, header, grid))
        else:
            header = [cell.text for cell in row]
    sightings = (Sighting(title, place_of(grid, at, 0), joined(bodies)) for title, at, bodies in found)
    return Group(tuple(sightings), grid.contexts, grid.near)


def _banner_body(row: Row, header: Sequence[str], grid: Grid) -> Body:
    under = Under(grid.node, indicators=True)
    if is_banner(row):
        return cell_body(row[0], under)
    side = row[0].text if not has_list(row[0]) and len(row[0].text.split()) <= 12 else ""
    body = Body() if side else cell_body(row[0], under)
    for at, cell in enumerate(row[1:], start=1):
        if cell is row[at - 1]:
            continue
        top = header[at] if at < len(header) else ""
        body += side_cell(cell, top, side, grid)
    return body
