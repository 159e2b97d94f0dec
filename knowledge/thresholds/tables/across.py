"""Levels along the top of a table, domains down its side."""

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.manual import Cell
from knowledge.outline import sentences
from knowledge.thresholds.bodies import Under, cell_body, headed
from knowledge.thresholds.labels import Title
from knowledge.thresholds.sightings import Body, Group, Sighting, joined
from knowledge.thresholds.tables.grids import (
    NAME_WORDS,
    Grid,
    Row,
    has_list,
    is_banner,
    own_words,
    place_of,
    row_titles,
)
from knowledge.thresholds.wording import is_domain, is_name_column, only_need_words


def levels_across(grid: Grid, top: int) -> Group:
    """Levels along the top; each further row is a domain, or (with no heading of its own) belongs to the caption's."""
    titles = row_titles(grid, top)
    start = top + 1
    if start < len(grid.rows) and _names_row(grid, titles, start):
        titles = [
            replace(title, name=grid.cell(start, at).text) if title and not title.name else title
            for at, title in enumerate(titles)
        ]
        start += 1
    first = next(at for at, title in enumerate(titles) if title)
    bodies: dict[int, list[Body]] = {at: [own_words(title)] for at, title in enumerate(titles) if title}
    domain = _whole_domain(grid)
    for row in grid.rows[start:]:
        if is_banner(row):
            domain = row[0].text
            continue
        side = _side(row[:first])
        _add_row(bodies, row, titles, _row_under(grid, side, domain))
    found = (Sighting(title, place_of(grid, top, at), joined(bodies[at])) for at, title in enumerate(titles) if title)
    return Group(tuple(found), grid.contexts, grid.near)


def _side(cells: Row) -> str:
    """What stands before the levels' columns: of a domain and a part of it, the part."""
    return next((cell.text for cell in reversed(cells) if cell.text), "")


def _row_under(grid: Grid, side: str, domain: str) -> Under:
    under = Under(grid.node, domain, indicators=True)
    return headed(side, under) if side else under


def _add_row(bodies: dict[int, list[Body]], row: Row, titles: Sequence[Title | None], under: Under) -> None:
    for at, title in enumerate(titles[: len(row)]):
        if title is None or (at and row[at] is row[at - 1] and titles[at] is titles[at - 1]):
            continue
        bodies[at].append(_cell_of_level(row[at], under))


def _cell_of_level(cell: Cell, under: Under) -> Body:
    """A cell under a level's column; a long sentence in a table with no domain tells of the level itself."""
    words = cell.text.split()
    if not under.domain and not under.response and not has_list(cell) and len(words) > 8 and cell.text.endswith("."):
        return Body((), tuple(sentences(cell.text)))
    return cell_body(cell, under)


def _names_row(grid: Grid, titles: Sequence[Title | None], at: int) -> bool:
    """A second heading row that names the levels whose labels stand above."""
    if any(title and title.name for title in titles):
        return False
    cells = [grid.cell(at, column) for column, title in enumerate(titles) if title]
    if any(has_list(cell) or not cell.text or len(cell.text.split()) > NAME_WORDS for cell in cells):
        return False
    side = grid.cell(at, 0).text if titles[0] is None else ""
    headers = all(cell.header for cell in cells)
    named = sum(only_need_words(cell.text) for cell in cells)
    return headers or named * 2 >= len(cells) or (bool(side) and is_name_column(side))


def _whole_domain(grid: Grid) -> str:
    """The domain of a table with none down its side: its caption, or the heading above it."""
    for text in (grid.caption, grid.node.heading):
        bare = text.strip(" :.")
        if (
            bare
            and is_domain(bare)
            and not re.search(r"\b(?:levels?|tiers?|thresholds?|needs?|matrix)\b", bare, re.IGNORECASE)
        ):
            return bare
    return ""
