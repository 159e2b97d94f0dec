"""Cells that print only a dash. A passage keeps the dash; what is read as a number, a role or a time must not be one."""

from collections.abc import Iterable
from dataclasses import replace

from knowledge.manual import Block, Bullets, Cell, Chapter, Section, Table

_DASHES = frozenset("-‐‑‒–—―")


def without_dash_cells(chapter: Chapter) -> Chapter:
    """The chapter with cells of a lone dash left empty, as another manual prints them."""
    return replace(chapter, sections=tuple(_section(one) for one in chapter.sections))


def _section(section: Section) -> Section:
    return replace(section, blocks=_blocks(section.blocks), sections=tuple(_section(one) for one in section.sections))


def _blocks(blocks: Iterable[Block]) -> tuple[Block, ...]:
    return tuple(_block(block) for block in blocks)


def _block(block: Block) -> Block:
    match block:
        case Table():
            cells = {id(cell): _cell(cell) for row in block.rows for cell in row}  # a merged cell stays one cell
            return replace(block, rows=tuple(tuple(cells[id(cell)] for cell in row) for row in block.rows))
        case Bullets():
            return replace(block, items=tuple(replace(item, blocks=_blocks(item.blocks)) for item in block.items))
        case _:
            return block


def _cell(cell: Cell) -> Cell:
    return replace(cell, blocks=() if cell.text in _DASHES else _blocks(cell.blocks))
