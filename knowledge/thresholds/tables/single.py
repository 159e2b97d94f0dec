"""Levels told by a table each: the level is the table's caption, or the first row across it."""

from collections.abc import Iterator, Sequence

from knowledge.manual import Table
from knowledge.thresholds.bodies import Under, blocks_body
from knowledge.thresholds.labels import Title, title_of
from knowledge.thresholds.sightings import Group, Sighting, joined
from knowledge.thresholds.tables.grids import Grid, Row, own_words


def tables_of_levels(grids: Sequence[Grid]) -> list[Group]:
    """Tables that are one level's each, gathered by their word; a word with a single level is left out."""
    found: dict[str, list[tuple[Grid, Sighting]]] = {}
    for grid in grids:
        for seen in _sighted(grid):
            found.setdefault(seen.title.word, []).append((grid, seen))
    return [_group(pairs) for word, pairs in found.items() if word and len({seen.title.key for _, seen in pairs}) > 1]


def _group(pairs: Sequence[tuple[Grid, Sighting]]) -> Group:
    first = pairs[0][0]
    contexts = first.contexts[1:] if first.caption else first.contexts
    return Group(tuple(seen for _, seen in pairs), contexts, first.near)


def _sighted(grid: Grid) -> Iterator[Sighting]:
    captioned = title_of(grid.caption)
    title, rows = (captioned, grid.rows) if captioned else _headed(grid)
    if title is None or not title.numbers or _others(grid, title):
        return
    body = blocks_body((Table(rows),), Under(grid.node, indicators=True))
    yield Sighting(title, grid.node.place(grid.caption or grid.cell(0, 0).text), joined((own_words(title), body)))


def _headed(grid: Grid) -> tuple[Title | None, tuple[Row, ...]]:
    """The title that stands alone in the first row, and the rows below it."""
    top = grid.rows[0]
    if len(grid.rows) < 2 or len({id(cell) for cell in top if cell.text}) != 1:
        return None, ()
    return next(title for title, cell in zip(grid.titles[0], top, strict=True) if cell.text), grid.rows[1:]


def _others(grid: Grid, title: Title) -> bool:
    """Whether the table speaks of other levels too, and so is read as a whole."""
    seen = {other.key for row in grid.titles for other in row if other and other.numbers}
    return bool(seen - {title.key})
