"""Reading takes the time a page's length deserves, however it is built."""

import time

import pytest

from knowledge.checklists import read_checklists
from knowledge.manual import Block, Bullets, Cell, Chapter, Item, Paragraph, Section, Table
from knowledge.thresholds import read_levels

_NAMES = ("Universal", "Early help", "Targeted", "Statutory")
_SECONDS = 90  # a square step takes minutes on these pages; a busy machine must not fail the rest


def _page(*blocks: Block) -> Chapter:
    return Chapter("c", "Thresholds of need", (Section("Signs of neglect by level of need", 1, blocks),))


def _row(*texts: str) -> tuple[Cell, ...]:
    return tuple(Cell((Paragraph(text),)) for text in texts)


def _small_table(at: int) -> Table:
    return Table(tuple(_row(f"Level {number}: {name} {at}", "words") for number, name in enumerate(_NAMES, start=1)))


PAGES = {
    "paragraphs": lambda: _page(*(Paragraph(f"Something happens at home, number {at}.") for at in range(20_000))),
    "items": lambda: _page(Bullets(tuple(Item(f"dirty clothes {at}") for at in range(20_000)))),
    "marked lines": lambda: _page(Paragraph("Level 1: Universal"), Paragraph("Level 2: Early help"), *(Paragraph(f"• thing {at}") for at in range(20_000))),
    "long matrix": lambda: _page(Table((_row(*(f"Level {at + 1}: {name}" for at, name in enumerate(_NAMES))), *(_row(*(f"{name} {at}" for name in _NAMES)) for at in range(10_000))))),
    "many tables": lambda: _page(*(_small_table(at) for at in range(3_000))),
    "leads": lambda: _page(*(block for at in range(5_000) for block in (Paragraph("The child may:"), Bullets((Item(f"cry {at}"), Item("hide")))))),
    "one long line": lambda: _page(Paragraph("Signs include e.g. A, " * 100_000)),
}  # fmt: skip


@pytest.mark.parametrize("kind", PAGES)
def test_long_pages_are_read_in_bounded_time(kind: str) -> None:
    """No page of tens of thousands of lines, rows, tables or lists takes more than seconds."""
    chapter = PAGES[kind]()
    start = time.monotonic()
    read_levels(chapter)
    read_checklists(chapter)
    assert time.monotonic() - start < _SECONDS
