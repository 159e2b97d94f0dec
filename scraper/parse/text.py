"""Plain text, such as a report saved out of a word processor: no marks, only lines, blank lines, tabs and
signs.

A line is a paragraph where lines are long; where a document is wrapped at a fixed width, the lines between
blank lines are one. Numbered lines are headings where they are short and something unnumbered stands under
them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from scraper.parse.html.encoding import decode
from scraper.parse.numbers import bullet_at, depth, marker_at, number_at
from scraper.parse.printed import Flow, Grid, Heading, Line, Printed, Reading, Run, Slot
from scraper.parse.words import clean, count, fold, is_capitals

_RULE = re.compile(r"\s*([-_=*~—–])(?:\s*\1){3,}\s*")
_APPENDIX = re.compile(r"\s*(?:appendix|annex|schedule)\s+(?:[A-Z]|[IVX]+|\d+)\b.{0,100}", re.IGNORECASE)
_MARKDOWN = re.compile(r"(#{1,6})\s+(?=\S)")
_CELLS = re.compile(r"\t+")
_WRAPPED_AT = range(45, 101)  # characters: widths at which plain text is wrapped
_ROOM = 0.4  # of the width: a paragraph's lines are broken for want of room, and no word takes so much
_MOST_LINES = 200_000


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of the file that prints something."""

    raw: str
    text: str
    number: str
    is_item: bool
    blank_before: bool
    ruled: bool = False  # a drawn rule stands right below it

    @property
    def indent(self) -> int:
        """How far it is set in, in characters."""
        spread = clean(self.raw).expandtabs(4)
        return len(spread) - len(spread.lstrip())


def _row(raw: str, blank_before: bool, ruled: bool = False) -> _Row:
    start = number_at(raw)
    is_item = bullet_at(raw) is not None
    return _Row(raw, fold(raw), start.marker if start else "", is_item, blank_before, ruled)


def read_text(content: bytes, media_type: str = "") -> Reading:
    """Read plain text in any encoding. Never raises for what stands in it."""
    text, warnings = decode(content, media_type)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n").split("\n")
    if len(lines) > _MOST_LINES:
        warnings = (*warnings, f"Only the first {_MOST_LINES} lines of this document were read.")
    rows = _rows(lines[:_MOST_LINES])
    rows = _unwrapped(rows) if _is_wrapped(rows) else _hung(rows)
    title, rows = _titled(rows)
    return Reading(tuple(_flow(rows)), title, warnings)


def _rows(lines: Sequence[str]) -> list[_Row]:
    rows: list[_Row] = []
    blank = True
    for line in lines:
        if _RULE.fullmatch(line):
            if rows and not blank:
                rows[-1] = replace(rows[-1], ruled=True)
            blank = True
        elif not fold(line):
            blank = True
        else:
            rows.append(_row(line, blank))
            blank = False
    return rows


# --- items that hang ----------------------------------------------------------------------------


def _hung(rows: Sequence[_Row]) -> list[_Row]:
    """Items made whole: an unmarked line right below an item, set in further than its bullet, is more of it."""
    groups: list[list[_Row]] = []
    for row in rows:
        if groups and _hangs(groups[-1][0], row):
            groups[-1].append(row)
        else:
            groups.append([row])
    return [group[0] if len(group) == 1 else _one(group) for group in groups]


def _hangs(item: _Row, row: _Row) -> bool:
    return item.is_item and not row.is_item and not row.number and not row.blank_before and row.indent > item.indent


# --- lines wrapped at a fixed width -------------------------------------------------------------


def _is_wrapped(rows: Sequence[_Row]) -> bool:
    """Whether most lines that go on in the next one end near one width. A line before an item or a number need not go on."""
    going_on = [
        len(row.raw.rstrip())
        for row, after in pairwise(rows)
        if not after.blank_before and not after.is_item and not after.number
    ]
    longest = sorted((len(row.raw.rstrip()) for row in rows), reverse=True)
    if len(going_on) < 4 or not longest or longest[len(longest) // 50] > _WRAPPED_AT.stop + 20:
        return False
    near = [length for length in going_on if length in _WRAPPED_AT]
    return len(near) >= 0.5 * len(going_on)


def _unwrapped(rows: Sequence[_Row]) -> list[_Row]:
    groups: list[list[_Row]] = []
    width = _width(rows)
    for row in rows:
        goes_on = groups and not row.blank_before and not groups[-1][-1].ruled and _goes_on(groups[-1][-1], row, width)
        if goes_on:
            groups[-1].append(row)
        else:
            groups.append([row])
    return [group[0] if len(group) == 1 else _one(group) for group in groups]


def _one(group: Sequence[_Row]) -> _Row:
    """The rows of one paragraph as one."""
    first, *rest = group
    raw = " ".join([first.raw.rstrip(), *(row.raw.strip() for row in rest)])
    return _row(raw, first.blank_before, group[-1].ruled)


def _width(rows: Sequence[_Row]) -> int:
    """The width at which most lines are broken: nine in ten are no longer."""
    lengths = sorted(len(row.raw.rstrip()) for row in rows)
    return lengths[len(lengths) * 9 // 10]


def _goes_on(before: _Row, row: _Row, width: int) -> bool:
    if _was_ended(before, row, width):
        return False
    if row.is_item or row.number or (marker_at(row.raw) and not before.raw.rstrip().endswith(",")):
        return False
    return "\t" not in row.raw.strip()


def _was_ended(before: _Row, row: _Row, width: int) -> bool:
    """A line broken where a good deal more would have fitted, and the next begins with a capital: a heading or a line of
    its own, and not the middle of a paragraph."""
    room = width - len(before.raw.rstrip()) - len(row.text.split(" ")[0])
    return room > _ROOM * width and row.text[:1].isupper() and not before.text.endswith((",", ";", "-", "–"))


# --- headings -----------------------------------------------------------------------------------


def _is_subtitle(rows: Sequence[_Row]) -> bool:
    """Whether the second line is short and stands apart from what follows: with the first it heads the document."""
    second = rows[1]
    followed = len(rows) > 2 and rows[2].blank_before
    return followed and not second.number and not second.is_item and _is_short(second.text, 16)


def _titled(rows: list[_Row]) -> tuple[str, list[_Row]]:
    """A first line that works as the document's title, and the other lines."""
    if len(rows) < 2:
        return "", rows
    first = rows[0]
    apart = rows[1].blank_before or first.ruled or _is_subtitle(rows)
    if (
        apart
        and not first.number
        and not first.is_item
        and _is_short(first.text, 16)
        and not _MARKDOWN.match(first.raw)
    ):
        return first.text, rows[1:]
    if first.raw.startswith("# "):
        return fold(first.raw[2:]), rows[1:]
    return "", rows


def _is_short(text: str, most: int) -> bool:
    return count(text) <= most and not text.endswith((".", ";", ",", ":"))


def _headed(rows: Sequence[_Row]) -> set[int]:
    """Which numbered rows are headings."""
    numbered = [at for at, row in enumerate(rows) if row.number and not row.is_item]
    listed = {at for run in _runs(numbered, rows) if _is_list(run, rows) for at in run}
    sure = {at for at in numbered if at not in listed and _is_short(rows[at].text, 22) and _has_words_below(rows, at)}
    depths = dict.fromkeys(range(1, 6), 0)
    for at in numbered:
        depths[min(depth(rows[at].number), 5)] += 1 if at in sure else -1
    likely = {
        at
        for at in numbered
        if at not in listed
        and count(rows[at].text) <= 26
        and depths[min(depth(rows[at].number), 5)] > 0
        and _has_words_below(rows, at)
    }
    return sure | likely


def _is_list(run: Sequence[int], rows: Sequence[_Row]) -> bool:
    """Three in a row, or two on adjoining lines: headings have something below them, and stand apart."""
    return len(run) >= 3 or (len(run) == 2 and not rows[run[1]].blank_before)


def _runs(numbered: Sequence[int], rows: Sequence[_Row]) -> Iterator[list[int]]:
    """Numbered rows of one depth that follow each other with nothing between."""
    run: list[int] = []
    for at in numbered:
        if run and (at != run[-1] + 1 or depth(rows[at].number) != depth(rows[run[-1]].number)):
            yield run
            run = []
        run.append(at)
    if run:
        yield run


def _has_words_below(rows: Sequence[_Row], at: int) -> bool:
    """Whether something unnumbered, or numbered deeper, comes next."""
    if at + 1 >= len(rows):
        return False
    after = rows[at + 1]
    return not after.number or depth(after.number) > depth(rows[at].number)


def _rank(row: _Row, at: int, rows: Sequence[_Row], headed: set[int]) -> Heading | None:
    """The row as a heading, where it is one."""
    marked = _MARKDOWN.match(row.raw)
    if marked:
        return Heading(_line(row.raw[marked.end() :]), (10 * len(marked[1]),))
    if at in headed:
        start = number_at(row.raw)
        assert start is not None
        return Heading(_line(row.raw[start.length :], number=start.marker), (10 * depth(start.marker),))
    if _APPENDIX.fullmatch(row.raw) or (row.ruled and _is_short(row.text, 16)):
        return Heading(_line(row.raw), (10,))
    if _stands_alone(row, at, rows):
        return Heading(_line(row.raw), (6,), real=False)
    return None


def _stands_alone(row: _Row, at: int, rows: Sequence[_Row]) -> bool:
    """A short line between blank lines, with a passage or a list below it; or one in capitals."""
    if at + 1 >= len(rows) or not row.blank_before or row.is_item or row.number or "\t" in row.raw.strip():
        return False
    if not _is_short(row.text, 9) or not row.text[0].isupper() or re.search(r"\d{5}|@|\b999\b", row.text):
        return False
    after = rows[at + 1]
    if is_capitals(row.text):
        return True
    return after.blank_before and (after.is_item or count(after.text) > max(12, 2 * count(row.text)))


# --- the flow -----------------------------------------------------------------------------------


def _flow(rows: Sequence[_Row]) -> Iterator[Printed]:
    headed = _headed(rows)
    nested = _nested(rows)
    at = 0
    while at < len(rows):
        table = _table_at(rows, at)
        if table:
            yield _grid(table)
            at += len(table)
            continue
        row = rows[at]
        yield _rank(row, at, rows, headed) or _line(row.raw, indent=row.indent + (10 if at in nested else 0))
        at += 1


def _line(raw: str, *, number: str = "", indent: float = 0) -> Line:
    return Line((Run(clean(raw)),), number=number, indent=indent)


def _nested(rows: Sequence[_Row]) -> set[int]:
    """Items set close below an item that leads in, in a list whose own items stand apart."""
    found: set[int] = set()
    inside = False
    for at in range(1, len(rows)):
        row, before = rows[at], rows[at - 1]
        if not row.is_item or row.blank_before:
            inside = False
        elif inside or (before.is_item and before.text.endswith(":") and before.blank_before and at - 1 not in found):
            inside = True
            found.add(at)
    return found


def _table_at(rows: Sequence[_Row], at: int) -> list[list[str]]:
    """The cells of two or more rows from `at` on that are laid out by tabs with as many cells each."""
    table: list[list[str]] = []
    for further in range(at, len(rows)):
        row = rows[further]
        cells = [fold(cell) for cell in _CELLS.split(row.raw.strip())]
        if len(cells) < 2 or row.number or row.is_item or not all(cells):
            break
        if table and (len(cells) != len(table[0]) or row.blank_before):
            break
        table.append(cells)
    return table if len(table) >= 2 else []


def _grid(table: Sequence[Sequence[str]]) -> Grid:
    return Grid(tuple(tuple(Slot(_cell(cell)) for cell in row) for row in table))


def _cell(text: str) -> Flow:
    return (_line(text),)
