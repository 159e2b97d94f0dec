"""Printed things as the blocks of a section: numbers apart, run-in labels told, links kept."""

import re
from collections.abc import Iterator

from knowledge.manual import Block, Bullets, Cell, Figure, Item, Link, Paragraph, Table
from scraper.parse.numbers import marker_at, number_at
from scraper.parse.printed import Entry, Flow, Grid, Heading, Line, Listing, Picture, Printed, Slot
from scraper.parse.words import count, fold

_LONGEST_LABEL = 14  # words
_LABEL_STOPS = (":", ".", "-", "–", "—", "?")
_STOPPED_NEXT = re.compile(r"\s*[:\-–—]")
_COLON_NEXT = re.compile(r"\s*:")
_NEW_START = re.compile(r"\s*[\"'“‘(]?[A-Z0-9]")


def blocks_of(flow: Flow) -> tuple[Block, ...]:
    """The blocks that `flow` holds; headings inside (in a cell or an item) become paragraphs."""
    return tuple(block for item in flow for block in _blocks(item))


def _blocks(item: Printed) -> Iterator[Block]:
    match item:
        case Line():
            if item.text or item.number:
                yield paragraph(item)
        case Heading():
            if item.line.text:
                yield paragraph(item.line)
        case Listing():
            entries = tuple(_item(entry) for entry in item.entries if entry.flow)
            if entries:
                yield Bullets(entries, item.ordered)
        case Grid():
            yield table(item)
        case Picture():
            yield Figure(fold(item.alt), item.href)
        case _:
            return


def paragraph(line: Line) -> Paragraph:
    """A line as a paragraph: its printed number told apart from its words."""
    number, kept = _numbered(line)
    return Paragraph(kept.text, number, label_of(kept), links_of(kept))


def _numbered(line: Line) -> tuple[str, Line]:
    if line.number:
        return line.number, line
    raw = "".join(run.text for run in line.runs)
    start = number_at(raw)
    return (start.marker, line.without_start(start.length)) if start else ("", line)


def label_of(line: Line, *, whole: bool = False) -> str:
    """The run-in label at the start of a line: bold (or underlined, italic) words set off from what follows.

    Where all words are bold there is no label, unless `whole` says that other blocks follow in the same item.
    """
    runs = [run for run in line.runs if run.text]
    for also_marked in (False, True):
        length = 0
        for run in runs:
            if run.text.strip() and not (run.bold or (also_marked and run.marked)):
                break
            length += len(run.text)
        label = _set_off("".join(run.text for run in runs), length, whole=whole)
        if label:
            return label
    return ""


def _set_off(raw: str, length: int, *, whole: bool) -> str:
    label, rest = fold(raw[:length]), raw[length:]
    if not label or count(label) > _LONGEST_LABEL:
        return ""
    if not rest.strip():
        return label if whole else ""
    if _COLON_NEXT.match(rest) and not label.endswith(":"):
        spaced = fold(raw)
        return spaced[: len(label) + 1] if spaced[len(label) : len(label) + 1] == ":" else label
    if label.endswith(_LABEL_STOPS) or _STOPPED_NEXT.match(rest) or _NEW_START.match(rest):
        return label
    return ""


def links_of(line: Line) -> tuple[Link, ...]:
    """The links of a line, each once, in order; words that stand beside each other with one address are one
    link.
    """
    links: list[tuple[str, str]] = []
    for run in line.runs:
        if not run.href:
            links.append(("", ""))
        elif links and links[-1][1] == run.href:
            links[-1] = (links[-1][0] + run.text, run.href)
        else:
            links.append((run.text, run.href))
    return tuple(Link(fold(text), href) for text, href in links if href and fold(text))


def _item(entry: Entry) -> Item:
    first, *rest = entry.flow
    line = first.line if isinstance(first, Heading) else first
    if not isinstance(line, Line):
        return Item("", entry.marker, blocks=blocks_of(entry.flow))
    marker = entry.marker or line.number
    if not entry.marker and not line.number:
        raw = "".join(run.text for run in line.runs)
        start = number_at(raw) or marker_at(raw)
        if start:
            marker, line = start.marker, line.without_start(start.length)
    inner = blocks_of(tuple(rest))
    return Item(line.text, marker, label_of(line, whole=bool(inner)), links_of(line), inner)


def table(grid: Grid) -> Table:
    """A data table; the first row heads it where it is marked so, or is the only row all in bold."""
    bold = _has_bold_row(grid)
    done: dict[int, Cell] = {}
    rows = []
    for at, row in enumerate(grid.rows):
        for slot in row:
            if id(slot) not in done:
                done[id(slot)] = Cell(blocks_of(slot.flow), slot.header or (at == 0 and bold))
        rows.append(tuple(done[id(slot)] for slot in row))
    return Table(tuple(rows), grid.caption.text if grid.caption else "")


def _has_bold_row(grid: Grid) -> bool:
    if len(grid.rows) < 2:
        return False
    return _is_bold_row(grid.rows[0]) and not all(_is_bold_row(row) for row in grid.rows[1:])


def _is_bold_row(row: tuple[Slot, ...]) -> bool:
    lines = [item.line if isinstance(item, Heading) else item for slot in row for item in slot.flow]
    worded = [line for line in lines if not isinstance(line, Line) or line.text]
    return bool(worded) and all(isinstance(line, Line) and line.is_bold for line in worded)
