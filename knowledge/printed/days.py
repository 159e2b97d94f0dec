"""Find dates as British pages print them. A date in figures is read day first; an impossible one is told, not mended."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_ORDINAL = r"(?:\s?(?:st|nd|rd|th))?"
_DATE = re.compile(
    rf"\b(?P<d1>\d{{1,2}}){_ORDINAL}(?:\s+of)?[\s-]+{_MONTH.format('m1')},?[\s-]+(?P<y1>\d{{4}}|\d{{2}}(?!\d|:|[.]\d))\b"
    rf"|\b{_MONTH.format('m2')}\s+(?P<d2>\d{{1,2}}){_ORDINAL},?\s+(?P<y2>\d{{4}})\b"
    rf"|\b{_MONTH.format('m3')},?[\s-]+(?P<y3>\d{{4}})\b"
    r"|(?<![\d/.-])(?P<y4>\d{4})-(?P<m4>\d{1,2})-(?P<d4>\d{1,2})(?![\d/])"
    r"|(?<![\d/.-])(?P<d5>\d{1,2})\s?(?P<s>[./-])\s?(?P<m5>\d{1,2})\s?(?P=s)\s?(?P<y5>\d{4}|\d{2})(?![\d/-])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date at [start, end) of its text. `day` is None where no such day exists; a month alone gives its first day."""

    start: int
    end: int
    text: str
    day: date | None
    month_only: bool = False


def dates_in(text: str) -> Iterator[PrintedDate]:
    """The dates in a text, in printed order."""
    for match in _DATE.finditer(text):
        yield _printed(match)


def _printed(match: re.Match[str]) -> PrintedDate:
    start, end = match.span()
    if match["y3"]:
        return PrintedDate(start, end, match.group(), _day(match["y3"], _month(match["m3"]), 1), month_only=True)
    if match["y1"]:
        day = _day(match["y1"], _month(match["m1"]), int(match["d1"]))
    elif match["y2"]:
        day = _day(match["y2"], _month(match["m2"]), int(match["d2"]))
    elif match["y4"]:
        day = _day(match["y4"], int(match["m4"]), int(match["d4"]))
    else:
        day = _day(match["y5"], int(match["m5"]), int(match["d5"]))
    return PrintedDate(start, end, match.group(), day)


def _month(name: str) -> int:
    return _MONTHS.index(name[:3].lower()) + 1


def _day(year: str, month: int, day: int) -> date | None:
    whole = int(year) + (2000 if len(year) == 2 else 0)
    try:
        return date(whole, month, day)
    except ValueError:
        return None
