"""Levels told by tables: a row each, a column each (with domains down the side), or banner rows across the table."""

from collections.abc import Iterator, Sequence

from knowledge.manual import Paragraph, Table
from knowledge.outline import Node
from knowledge.thresholds.judging import MOST_LEVELS
from knowledge.thresholds.labels import Title
from knowledge.thresholds.sightings import Group
from knowledge.thresholds.tables.across import levels_across
from knowledge.thresholds.tables.areas import scales_by_area
from knowledge.thresholds.tables.banners import levels_in_banners
from knowledge.thresholds.tables.down import levels_down
from knowledge.thresholds.tables.grids import Grid, column_titles, count, is_banner, row_titles, titles_of
from knowledge.thresholds.tables.named import named_in_table
from knowledge.thresholds.tables.single import tables_of_levels


def table_groups(root: Node) -> list[Group]:
    """Each table of the chapter that carries the titles of two or more levels."""
    grids = list(_grids(root, ()))
    groups = [group for grid in grids for group in _read(grid)]
    return [*groups, *tables_of_levels(grids)]


def named_tables(root: Node) -> list[Group]:
    """Each table whose rows or columns are levels in an area's own words."""
    return [group for grid in _grids(root, ()) for group in named_in_table(grid)]


def _grids(node: Node, above: tuple[str, ...]) -> Iterator[Grid]:
    here = (node.heading, *above) if node.heading else above
    before = ""
    for block in node.blocks:
        if isinstance(block, Table) and any(block.rows):
            contexts = (block.caption, *here) if block.caption else here
            rows = tuple(row for row in block.rows if row)
            yield Grid(rows, node, contexts, block.caption, before, titles_of(rows))
        before = block.text if isinstance(block, Paragraph) else ""
    for child in node.children:
        yield from _grids(child, here)


def _told(titles: Sequence[Title | None]) -> tuple[int, int]:
    """How many levels a row or column names: by number, where two or more are, and in all. No scale is endless."""
    numbered = count([title for title in titles if title and title.numbers])
    named = count(titles)
    return (numbered if numbered > 1 else 0), (named if named <= MOST_LEVELS else 0)


def _read(grid: Grid) -> list[Group]:
    areas = scales_by_area(grid)
    if areas:
        return areas
    banners = {at for at, row in enumerate(grid.rows) if is_banner(row)}
    if len({title.key for at in banners if (title := grid.titles[at][0])}) > 1:
        return [levels_in_banners(grid)]
    top = max(range(len(grid.rows)), key=lambda at: (_told(row_titles(grid, at)), -at), default=0)
    side = max(range(grid.width), key=lambda at: (_told(column_titles(grid, at)), -at), default=0)
    across, down = _told(row_titles(grid, top)), _told(column_titles(grid, side))
    if max(across, down) < (0, 2):
        return []
    return [levels_across(grid, top)] if across >= down else [levels_down(grid, side)]
