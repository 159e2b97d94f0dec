"""Tables with a column for each area, because the same help has another number in each."""

from dataclasses import replace

from knowledge.thresholds.labels import Title
from knowledge.thresholds.sightings import Group, Sighting
from knowledge.thresholds.tables.grids import Grid, has_list, place_of


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
            title = _title(grid, at, column)
            if title and title.numbers:
                named = title if title.name else replace(title, name=grid.cell(at, 0).text)
                sightings.append(Sighting(named, place_of(grid, at, column)))
        groups.append(Group(tuple(sightings), grid.contexts, grid.near, scale=grid.cell(0, column).text))
    return groups


def _bare_labels(grid: Grid, column: int) -> bool:
    rows = range(1, len(grid.rows))
    listed = (at for at in rows if not has_list(grid.cell(at, column)))
    titles = [title for at in listed if (title := _title(grid, at, column)) and title.numbers]
    top = _title(grid, 0, column)
    return top is None and len({title.key for title in titles}) >= 2 and 2 * len(titles) > len(rows)


def _title(grid: Grid, row: int, column: int) -> Title | None:
    return grid.titles[row][column] if column < len(grid.titles[row]) else None
