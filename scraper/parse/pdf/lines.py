"""A PDF page's words as printed lines: where each stands, how large, in which runs of bold or linked words."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from scraper.parse.printed import Run
from scraper.parse.words import clean, fold

_BOLD = re.compile(r"bold|black|heavy|demi|[-,]bd\b|[-_]b(?:$|[-_,])", re.IGNORECASE)
_GLYPH = re.compile(r"\(cid:\d+\)")  # a glyph that the PDF gives no character for; at a line's start, a bullet
_SAME_LINE = 0.5  # share of the smaller height by which two words must overlap
_GUTTER = 14.0  # points of empty column between two columns of text


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its place in points from the page's top left corner."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    bold: bool
    href: str = ""

    @property
    def middle(self) -> tuple[float, float]:
        """Its centre."""
        return (self.x0 + self.x1) / 2, (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """Words on one line, left to right. `page` counts from 1; `column` from 0."""

    words: tuple[Word, ...]
    page: int
    column: int = 0

    @property
    def text(self) -> str:
        """Its words."""
        return fold(" ".join(word.text for word in self.words))

    @property
    def x0(self) -> float:
        """Its left edge."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """Its right edge."""
        return self.words[-1].x1

    @property
    def top(self) -> float:
        """Its upper edge."""
        return min(word.top for word in self.words)

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return max(word.bottom for word in self.words)

    @property
    def size(self) -> float:
        """The size that most of its characters have, in half points."""
        sizes: dict[float, int] = {}
        for word in self.words:
            sizes[word.size] = sizes.get(word.size, 0) + len(word.text)
        return max(sizes, key=lambda size: sizes[size])

    @property
    def is_bold(self) -> bool:
        """Whether every word but a bullet is bold."""
        return all(word.bold for word in self.words if any(letter.isalnum() for letter in word.text))

    def runs(self) -> Iterator[Run]:
        """Its words as runs."""
        for at, word in enumerate(self.words):
            yield Run((" " if at else "") + word.text, word.bold, href=word.href)


def words_of(page: Any, links: Sequence[tuple[float, float, float, float, str]]) -> list[Word]:
    """The words of a pdfplumber page; `links` are boxes (x0, top, x1, bottom) with the address each leads to."""
    found = page.extract_words(extra_attrs=["fontname", "size"], keep_blank_chars=False, use_text_flow=False)
    words = []
    for one in found:
        text = clean(_GLYPH.sub("•", one["text"]))
        if text.strip():
            word = Word(text, one["x0"], one["x1"], one["top"], one["bottom"], _rounded(one["size"]), _is_bold(one))
            words.append(_linked(word, links))
    return words


def _rounded(size: float) -> float:
    return round(float(size) * 2) / 2


def _is_bold(one: dict[str, Any]) -> bool:
    return bool(_BOLD.search(str(one.get("fontname", "")).split("+")[-1]))


def _linked(word: Word, links: Iterable[tuple[float, float, float, float, str]]) -> Word:
    across, down = word.middle
    for x0, top, x1, bottom, href in links:
        if x0 <= across <= x1 and top <= down <= bottom:
            return Word(word.text, word.x0, word.x1, word.top, word.bottom, word.size, word.bold, href)
    return word


def lines_of(words: Sequence[Word], page: int, *, columns: bool = True) -> list[PrintedLine]:
    """The words as lines, top to bottom; a page set in two columns gives the left one first."""
    edge = _gutter(words) if columns else None
    if edge is None:
        return _rows(words, page, 0)
    lines: list[PrintedLine] = []
    pending: list[Word] = []
    for row in _rows(words, page, 0):  # a line across both columns (a heading) parts what is above from below
        if any(word.x0 < edge < word.x1 for word in row.words) or _crosses(row, edge):
            lines.extend(_columns(pending, edge, page))
            lines.append(row)
            pending = []
        else:
            pending.extend(row.words)
    lines.extend(_columns(pending, edge, page))
    return lines


def _crosses(row: PrintedLine, edge: float) -> bool:
    """Whether words stand close on both sides of the gutter."""
    left = [word.x1 for word in row.words if word.x1 <= edge]
    right = [word.x0 for word in row.words if word.x0 >= edge]
    return bool(left and right) and min(right) - max(left) < _GUTTER * 0.6


def _columns(words: Sequence[Word], edge: float, page: int) -> list[PrintedLine]:
    left = [word for word in words if word.x1 <= edge]
    right = [word for word in words if word.x1 > edge]
    return [*_rows(left, page, 0), *_rows(right, page, 1)]


def _rows(words: Sequence[Word], page: int, column: int) -> list[PrintedLine]:
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda one: (one.top, one.x0)):
        row = next((row for row in reversed(rows[-3:]) if _on_line(row[0], word)), None)
        if row is None:
            rows.append([word])
        else:
            row.append(word)
    return [PrintedLine(tuple(sorted(row, key=lambda one: one.x0)), page, column) for row in rows]


def _on_line(one: Word, other: Word) -> bool:
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    return shared >= _SAME_LINE * min(one.bottom - one.top, other.bottom - other.top)


def _gutter(words: Sequence[Word]) -> float | None:
    """The middle of an empty strip that parts most of a page's lines into two columns of running text."""
    if len(words) < 120:
        return None
    left, right = min(word.x0 for word in words), max(word.x1 for word in words)
    width = right - left
    best: tuple[int, float] | None = None
    at = left + 0.35 * width
    while at < left + 0.65 * width:
        crossing = sum(1 for word in words if word.x0 < at + _GUTTER / 2 and word.x1 > at - _GUTTER / 2)
        if best is None or crossing < best[0]:
            best = (crossing, at)
        at += 3.0
    if best is None or best[0] > 0.03 * len(words):
        return None
    edge = best[1]
    sides = [sum(1 for word in words if word.x1 <= edge), sum(1 for word in words if word.x0 >= edge)]
    if min(sides) < 0.25 * len(words) or not _runs_on(words, edge):
        return None
    return edge


def _runs_on(words: Sequence[Word], edge: float) -> bool:
    """Whether both sides hold running text: lines of several words that nearly fill their column."""
    for side in ([w for w in words if w.x1 <= edge], [w for w in words if w.x0 >= edge]):
        rows = _rows(side, 0, 0)
        wide = max(row.x1 for row in rows) - min(row.x0 for row in rows)
        filled = sum(1 for row in rows if row.x1 - row.x0 > 0.7 * wide and len(row.words) >= 4)
        if filled < 0.4 * len(rows):
            return False
    return True
