"""Tables with a column for each area, because the same help has another number in each."""

from dataclasses import replace

from knowledge.thresholds.sightings import Group, Sighting
from knowledge.thresholds.tables.grids import Grid, cell_title, has_list, place_of


def scales_by_area(grid: Grid) -> list[Group]:
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
            title = cell_title(grid.cell(at, column))
            if title and title.numbers:
                named = title if title.name else replace(title, name=grid.cell(at, 0).text)
                sightings.append(Sighting(named, place_of(grid, at, column)))
        groups.append(Group(tuple(sightings), grid.contexts, grid.near, scale=grid.cell(0, column).text))
    return groups


def _bare_labels(grid: Grid, column: int) -> bool:
    cells = [grid.cell(at, column) for at in range(1, len(grid.rows))]
    titles = [title for cell in cells if not has_list(cell) and (title := cell_title(cell)) and title.numbers]
    top = cell_title(grid.cell(0, column))
    return top is None and len({title.key for title in titles}) >= 2 and 2 * len(titles) > len(cells)
