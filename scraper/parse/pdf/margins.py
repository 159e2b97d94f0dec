"""Running headers, footers and page numbers: lines that stand in the margin of page after page."""

import re
from collections import Counter
from collections.abc import Sequence

from scraper.parse.pdf.lines import PrintedLine

_MARGIN = 0.11  # share of a page's height at its top and at its foot
_NUMBER = re.compile(r"(?:page\s*)?[-–|]?\s*\d{1,4}\s*[-–|]?(?:\s*(?:of|/)\s*\d{1,4})?", re.IGNORECASE)
_ROMAN = re.compile(r"[ivxl]{1,6}")
_DIGITS = re.compile(r"\d+")
_DATED = re.compile(r"\b(?:amended|amendment|updated|review(?:ed)?|revised|version|issued|published|approved)\b", re.I)


def without_margins(pages: Sequence[Sequence[PrintedLine]], heights: Sequence[float]) -> list[list[PrintedLine]]:
    """Each page's lines without those that run through the document; a dated one is kept once, where it first
    stands.
    """
    seen = Counter(
        key
        for lines, height in zip(pages, heights, strict=True)
        for key in {_key(line) for line in lines if _in_margin(line, height)}
    )
    least = max(2, (len(pages) + 2) // 3)
    kept_dates: set[str] = set()
    kept: list[list[PrintedLine]] = []
    for lines, height in zip(pages, heights, strict=True):
        kept.append([line for line in lines if not _runs_through(line, height, seen, least, kept_dates)])
    return kept


def _runs_through(line: PrintedLine, height: float, seen: Counter[str], least: int, dates: set[str]) -> bool:
    if not _in_margin(line, height):
        return False
    if _NUMBER.fullmatch(line.text) or _ROMAN.fullmatch(line.text):
        return True
    key = _key(line)
    if seen[key] < least:
        return False
    if _DATED.search(line.text) and _DIGITS.search(line.text) and key not in dates:
        dates.add(key)
        return False
    return True


def _in_margin(line: PrintedLine, height: float) -> bool:
    return line.bottom < _MARGIN * height or line.top > (1 - _MARGIN) * height


def _key(line: PrintedLine) -> str:
    return _DIGITS.sub("#", line.text.casefold())
