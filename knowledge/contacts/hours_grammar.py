"""The words of opening hours: days, times, and ranges of both, as printed in many forms."""

import re
from dataclasses import dataclass
from enum import Enum

_DAY_NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
HOLIDAY = 7  # an eighth day of the week: bank holidays
WEEKDAYS = frozenset(range(5))
WEEKEND = frozenset({5, 6})
ALL_DAYS = frozenset(range(8))
DAY_LONG = 24 * 60


class Kind(Enum):
    DAYS = 1
    TIMES = 2
    UNTIL = 3
    ACROSS = 4


@dataclass(frozen=True, slots=True)
class Token:
    kind: Kind
    days: frozenset[int] = frozenset()
    start: int = 0
    end: int = 0


_DAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?s?\b\.?"
_TIME = r"(?:\d{4}\s?(?:hrs|hours)?(?!\d)|\d{1,2}(?:[.:]\d{2})?\s?(?:am|pm|a\.m\.?|p\.m\.?|noon|midnight|hrs)?|noon|midnight|midday)"
_TO = r"\s*(?:-|–|—|to|until|till|through|and)\s*"
_GRAMMAR = re.compile(
    rf"(?P<across_day>(?P<ad1>{_DAY})\s*,?\s*(?:at\s+|from\s+)?(?P<at1>{_TIME}){_TO}(?P<ad2>{_DAY})\s*,?\s*(?:at\s+)?(?P<at2>{_TIME})(?!\s*(?:-|–|to)\s*\d))"
    rf"|(?P<across_time>(?P<bt1>{_TIME})\s*(?:on\s+)?(?P<bd1>{_DAY}){_TO}(?P<bt2>{_TIME})\s*(?:on\s+)?(?P<bd2>{_DAY}))"
    rf"|(?P<dayrange>(?P<d1>{_DAY})\s*(?:-|–|—|to|through|until)\s*(?P<d2>{_DAY}))"
    rf"|(?P<everyday>daily|every\s*day|(?:every|each)\s+(?:evening|night)(?:\s+and\s+(?:night|evening))?|nightly|(?:7|seven)\s+days(?:\s+a\s+week)?|365\s+days(?:\s+(?:a|of\s+the|per)\s+year)?|all\s+year(?:\s+round)?)"
    rf"|(?P<weekdays>weekdays?|working\s+days?)|(?P<weekends>(?:all\s+)?(?:weekends?|week-ends?))|(?P<holidays>(?:all\s+)?(?:bank|public)\s+holidays?)"
    rf"|(?P<day>{_DAY})"
    rf"|(?P<times>(?P<t1>{_TIME}){_TO}(?P<t2>{_TIME}))"
    rf"|(?P<until>(?:to|until|till)\s+(?P<u>{_TIME}))",
    re.IGNORECASE,
)


def tokens_of(text: str) -> tuple[list[Token], str]:
    """The day and time words in order, and what is left of the text without them."""
    tokens: list[Token] = []
    rest: list[str] = []
    cursor = 0
    for match in _GRAMMAR.finditer(text):
        token = _token(match)
        if token is None:
            continue
        tokens.append(token)
        rest.append(text[cursor : match.start()])
        cursor = match.end()
    return tokens, " ".join([*rest, text[cursor:]])


def _token(match: re.Match[str]) -> Token | None:
    if match["across_day"] or match["across_time"]:
        front = "a" if match["across_day"] else "b"
        return _across(match[f"{front}d1"], match[f"{front}t1"], match[f"{front}d2"], match[f"{front}t2"])
    if (match["weekends"] or match["holidays"]) and match.group().lower().startswith("all"):
        return Token(Kind.ACROSS, WEEKEND if match["weekends"] else frozenset({HOLIDAY}), 0, DAY_LONG)
    if days := _days_of(match):
        return Token(Kind.DAYS, days)
    if match["until"]:
        end = _minutes(match["u"], afternoon=True)
        return None if end is None else Token(Kind.UNTIL, end=end)
    return _range(match["t1"], match["t2"])


def _days_of(match: re.Match[str]) -> frozenset[int]:
    """The days that a day word names, none where it is not one."""
    if match["dayrange"]:
        first, last = _day_number(match["d1"]), _day_number(match["d2"])
        return frozenset((first + step) % 7 for step in range((last - first) % 7 + 1))
    if match["day"]:
        return frozenset({_day_number(match["day"])})
    named = {"everyday": ALL_DAYS, "weekdays": WEEKDAYS, "weekends": WEEKEND, "holidays": frozenset({HOLIDAY})}
    return next((days for name, days in named.items() if match[name]), frozenset())


def _across(first_day: str, first_time: str, last_day: str, last_time: str) -> Token | None:
    """From a time on one day to a time on another, as one window."""
    start, end = _minutes(first_time), _minutes(last_time)
    if start is None or end is None:
        return None
    day, last = _day_number(first_day), _day_number(last_day)
    span = ((last - day) % 7 or 7) * DAY_LONG + end
    if (last - day) % 7 == 0 and end > start:
        span = end
    return Token(Kind.ACROSS, frozenset({day}), start, span)


def _range(first: str, last: str) -> Token | None:
    start, end = _minutes(first), _minutes(last)
    if start is None or end is None:
        return None
    bare_end = re.fullmatch(r"\d{1,2}([.:]\d{2})?", last.strip()) is not None
    if bare_end and end <= start and end < 12 * 60:
        end += 12 * 60  # "9-5"
    if (
        re.fullmatch(r"\d{1,2}([.:]\d{2})?", first.strip())
        and start < 12 * 60
        and re.search(r"p", last, re.IGNORECASE)
        and start + 12 * 60 < end
    ):
        start += 12 * 60 if start < 6 * 60 else 0  # "2-5pm"
    if end <= start:
        end += DAY_LONG
    return Token(Kind.TIMES, start=start, end=end)


def _minutes(text: str, *, afternoon: bool = False) -> int | None:
    """Minutes after midnight of a printed time, None where it is none. A bare hour may be the afternoon's."""
    words = text.lower().replace(" ", "").replace(".m", "m").rstrip(".")
    if words in ("noon", "midday", "12noon"):
        return 12 * 60
    if words in ("midnight", "12midnight"):
        return DAY_LONG
    match = re.fullmatch(r"(\d{1,2})(?:[.:]?(\d{2}))?(am|pm|noon|midnight|hrs|hours)?", words)
    if match is None:
        return None
    hour, minute, half = int(match[1]), int(match[2] or 0), match[3] or ""
    if hour > 24 or minute > 59 or (half in ("am", "pm") and not 1 <= hour <= 12):
        return None
    if half in ("am", "pm"):
        hour = hour % 12 + (12 if half == "pm" else 0)
    elif afternoon and hour < 8 and not half and not re.match(r"0\d", words):
        hour += 12
    return hour * 60 + minute


def _day_number(text: str) -> int:
    return _DAY_NAMES.index(text.lower()[:3])
