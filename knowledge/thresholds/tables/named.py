"""Tables whose rows or columns are levels in an area's own words, judged as sibling headings are."""

from collections.abc import Sequence
from dataclasses import replace

from knowledge.manual import Cell, Paragraph
from knowledge.outline import Node
from knowledge.thresholds.labels import Title
from knowledge.thresholds.named import runs
from knowledge.thresholds.sightings import Group
from knowledge.thresholds.tables.across import levels_across
from knowledge.thresholds.tables.down import levels_down
from knowledge.thresholds.tables.grids import Grid, has_list


def named_in_table(grid: Grid) -> list[Group]:
    """The levels down the side of a table or along its top, all its rows or columns; empty where it has none."""
    if len(grid.rows) < 2 or grid.width < 2 or any(len(row) != grid.width for row in grid.rows):
        return []
    below = grid.rows[1:]
    down = _titles([(row[0], row[1:]) for row in below], grid)
    if down:
        blank = tuple(None for _ in grid.rows[0])
        sides = tuple((down[row[0].text], *blank[1:]) for row in below)
        return [_rising(levels_down(replace(grid, titles=(blank, *sides)), 0), down)]
    columns = [(cell, [row[at] for row in below]) for at, cell in enumerate(grid.rows[0]) if at]
    across = _titles(columns, grid)
    if across:
        top = (None, *(across[cell.text] for cell, _ in columns))
        blanks = tuple(tuple(None for _ in row) for row in below)
        return [_rising(levels_across(replace(grid, titles=(top, *blanks)), 0), across)]
    return []


def _titles(headed: Sequence[tuple[Cell, Sequence[Cell]]], grid: Grid) -> dict[str, Title]:
    """The title of each cell that heads others, least need first; empty where they are not all levels of one run."""
    if any(has_list(head) or not head.text for head, _ in headed):
        return {}
    parts = [
        Node(head.text, grid.node.path, tuple(block for cell in body for block in cell.blocks)) for head, body in headed
    ]
    said = " ".join(block.text for block in grid.node.blocks if isinstance(block, Paragraph))
    whole = (run for run, _ in runs(parts, grid.contexts, said) if len(run) == len(parts))
    return {part.heading: title for part, title in next(whole, ())}


def _rising(group: Group, titles: dict[str, Title]) -> Group:
    """The same levels from the least need to the most."""
    order = [title.key for title in titles.values()]
    return replace(group, sightings=tuple(sorted(group.sightings, key=lambda seen: order.index(seen.title.key))))
