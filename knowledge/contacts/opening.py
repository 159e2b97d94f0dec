"""Read printed opening hours into times, and say whether a contact point is open at a moment.

Generic forms are read: "Monday to Thursday 8.45am-5pm; Friday 8.45am to 4.30pm", "9-5 Mon-Fri", "5pm Friday to 9am
Monday", "24 hours a day", "office hours", "at all other times", "weekends and bank holidays". Words that are not known
make the hours unreadable, and the answer is None: never a guess that a line is answered.

"Office hours" without times is known only at its edges: not on weekends, bank holidays, or between 20:00 and 07:00.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum

from knowledge.calendar import LONDON, bank_holiday
from knowledge.contacts.points import ContactPoint

BankHoliday = Callable[[date], str]
"""Gives the name of the bank holiday on a day, "" where it is none (`knowledge.calendar.bank_holiday`)."""

_DAY_NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
HOLIDAY = 7  # an eighth day of the week: bank holidays
_WEEKDAYS = frozenset(range(5))
_WEEKEND = frozenset({5, 6})
_ALL_DAYS = frozenset(range(8))
_DAY_LONG = 24 * 60
_OFFICE_EDGES = (7 * 60, 20 * 60)


@dataclass(frozen=True, slots=True)
class Window:
    """Minutes after midnight [start, end) on each of `days` (0 Monday to 6 Sunday, 7 a bank holiday).

    An end above 1440 runs into the following days. `sure` is false where only the edges are known.
    """

    days: frozenset[int]
    start: int
    end: int
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Opening:
    """Opening hours as windows. `otherwise` marks hours that are all the times another service is closed."""

    windows: tuple[Window, ...] = ()
    otherwise: bool = False


class _Kind(Enum):
    DAYS = 1
    TIMES = 2
    UNTIL = 3
    ACROSS = 4


@dataclass(frozen=True, slots=True)
class _Token:
    kind: _Kind
    days: frozenset[int] = frozenset()
    start: int = 0
    end: int = 0


_OFFICE = Window(_WEEKDAYS, *_OFFICE_EDGES, sure=False)
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
_ALWAYS = re.compile(
    r"24\s?/\s?7|24\s?x\s?7|24[- ]?h(?:ou)?rs?|day\s+(?:and|or)\s+night|round[- ]the[- ]clock|at\s+any\s+time|any\s+time|at\s+all\s+times",
    re.IGNORECASE,
)
_OTHERWISE = re.compile(
    r"(?:all|any)?\s*other\s+times?|out[- ]of[- ](?:office[- ])?hours?|outside\s|after[- ]hours|is\s+closed$",
    re.IGNORECASE,
)
_OFFICE_WORDS = re.compile(
    r"(?:normal|usual|standard)?\s*(?:office|working|business|core)\s+hours|day\s?time", re.IGNORECASE
)
_WITHOUT_HOLIDAYS = re.compile(
    r"[(,;\s]*\b(?:excluding|except(?:\s+(?:on|for))?|excl\.?|not|closed(?:\s+on)?|but\s+not)\s+(?:on\s+)?(?:all\s+)?(?:English\s+)?(?:bank|public)\s+holidays?(?:\s+and\s+weekends?)?\)?",
    re.IGNORECASE,
)
_FILLER = re.compile(
    r"\b(?:and|from|between|open|opening|hours?|times?|on|at|the|during|all|day|including|inc|includes?|of|is|are|we|we're|lines?|office|normal|except|plus|for|calls|a|week|year|per|to|each|every|answered|staffed|evening|night|evenings|nights)\b|[\s,;:&().–—/+-]+",
    re.IGNORECASE,
)
_VAGUE = re.compile(r"\b(?:evenings?|nights?|overnight)\b", re.IGNORECASE)


def opening_of(text: str) -> Opening | None:
    """Printed hours as windows, or None where they cannot be read for certain."""
    words = " ".join(text.replace("\u00a0", " ").split())
    if not words:
        return None
    bare, without = _WITHOUT_HOLIDAYS.subn("", words)
    tokens, rest = _tokens(bare)
    if _ALWAYS.search(bare) and _FILLER.sub("", _ALWAYS.sub("", rest)) == "":
        return Opening((Window(_ALL_DAYS - ({HOLIDAY} if without else frozenset()), 0, _DAY_LONG),))
    timed = [token for token in tokens if token.kind is not _Kind.DAYS and (token.start, token.end) != (0, _DAY_LONG)]
    if not timed:
        return _untimed(bare, tokens, rest, without=bool(without))
    if _FILLER.sub("", _OTHERWISE.sub("", _OFFICE_WORDS.sub("", rest))):
        return None
    windows = _windows(tokens)
    if windows is None:
        return None
    if without:
        windows = [Window(window.days - {HOLIDAY}, window.start, window.end) for window in windows]
    return Opening(tuple(windows))


def _untimed(words: str, tokens: list[_Token], rest: str, *, without: bool) -> Opening | None:
    """Hours without a clock time: office hours, all other times, weekends and bank holidays."""
    if _OTHERWISE.search(words):
        return Opening((), otherwise=True)
    named = frozenset(day for token in tokens for day in token.days)
    if _OFFICE_WORDS.search(words) and named <= _WEEKDAYS:
        return Opening((_OFFICE,))
    if _FILLER.sub("", rest):
        return None
    days = named - ({HOLIDAY} if without else frozenset())
    if not days:
        return None
    vague = _VAGUE.search(rest) is not None
    evening = (Window(_WEEKDAYS, 16 * 60, _DAY_LONG + 9 * 60, sure=False),) if vague else ()
    if days & _WEEKDAYS:
        return Opening((Window(days, 0, _DAY_LONG, sure=False),))
    return Opening((Window(days, 0, _DAY_LONG), *evening))


def _tokens(text: str) -> tuple[list[_Token], str]:
    """The day and time words in order, and what is left of the text without them."""
    tokens: list[_Token] = []
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


def _token(match: re.Match[str]) -> _Token | None:
    if match["across_day"] or match["across_time"]:
        front = "a" if match["across_day"] else "b"
        return _across(match[f"{front}d1"], match[f"{front}t1"], match[f"{front}d2"], match[f"{front}t2"])
    if match["dayrange"]:
        first, last = _day_number(match["d1"]), _day_number(match["d2"])
        return _Token(_Kind.DAYS, frozenset((first + step) % 7 for step in range((last - first) % 7 + 1)))
    if (match["weekends"] or match["holidays"]) and match.group().lower().startswith("all"):
        return _Token(_Kind.ACROSS, _WEEKEND if match["weekends"] else frozenset({HOLIDAY}), 0, _DAY_LONG)
    for name, days in (
        ("everyday", _ALL_DAYS),
        ("weekdays", _WEEKDAYS),
        ("weekends", _WEEKEND),
        ("holidays", frozenset({HOLIDAY})),
    ):
        if match[name]:
            return _Token(_Kind.DAYS, days)
    if match["day"]:
        return _Token(_Kind.DAYS, frozenset({_day_number(match["day"])}))
    if match["until"]:
        end = _minutes(match["u"], afternoon=True)
        return None if end is None else _Token(_Kind.UNTIL, end=end)
    return _range(match["t1"], match["t2"])


def _across(first_day: str, first_time: str, last_day: str, last_time: str) -> _Token | None:
    """From a time on one day to a time on another, as one window."""
    start, end = _minutes(first_time), _minutes(last_time)
    if start is None or end is None:
        return None
    day, last = _day_number(first_day), _day_number(last_day)
    span = ((last - day) % 7 or 7) * _DAY_LONG + end
    if (last - day) % 7 == 0 and end > start:
        span = end
    return _Token(_Kind.ACROSS, frozenset({day}), start, span)


def _range(first: str, last: str) -> _Token | None:
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
        end += _DAY_LONG
    return _Token(_Kind.TIMES, start=start, end=end)


def _minutes(text: str, *, afternoon: bool = False) -> int | None:
    """Minutes after midnight of a printed time, None where it is none. A bare hour may be the afternoon's."""
    words = text.lower().replace(" ", "").replace(".m", "m").rstrip(".")
    if words in ("noon", "midday", "12noon"):
        return 12 * 60
    if words in ("midnight", "12midnight"):
        return _DAY_LONG
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


def _windows(tokens: list[_Token]) -> list[Window] | None:
    """Days paired with the times beside them; None where a day or a time stands alone."""
    windows: list[Window] = []
    days: frozenset[int] = frozenset()
    times: list[tuple[int, int]] = []
    days_first = tokens[0].kind in (_Kind.DAYS, _Kind.ACROSS)
    for token in tokens:
        if token.kind is _Kind.ACROSS:
            windows.append(Window(token.days, token.start, token.end))
            continue
        if token.kind is _Kind.DAYS:
            if days and times and days_first:
                windows += _paired(days, times)
                days, times = frozenset(), []
            days |= token.days
            continue
        span = _span_of(token, times, windows)
        if span is None:
            return None
        if not days_first and days and times:
            windows += _paired(days, times)
            days, times = frozenset(), []
        times.append(span)
    if days and times:
        return [*windows, *_paired(days, times)]
    if times:
        return None if windows else [Window(_WEEKDAYS, start, end, sure=False) for start, end in times]
    if days and windows and days <= _WEEKEND | {HOLIDAY}:
        return [*windows, Window(days, 0, _DAY_LONG)]  # "... and all weekends and bank holidays"
    return windows if not days else None


def _span_of(token: _Token, times: list[tuple[int, int]], windows: list[Window]) -> tuple[int, int] | None:
    """The times of a token; "Friday to 4.30pm" begins when the days before it do."""
    if token.kind is _Kind.TIMES:
        return token.start, token.end
    if times:
        return times[-1][0], token.end
    return (windows[-1].start, token.end) if windows else None


def _paired(days: frozenset[int], times: list[tuple[int, int]]) -> list[Window]:
    return [Window(days, start, end) for start, end in times]


def open_now(
    contact: ContactPoint,
    moment: datetime,
    calendar: BankHoliday = bank_holiday,
    *,
    others: Sequence[ContactPoint] = (),
) -> bool | None:
    """Whether a contact point is open at `moment` (with its time zone), None where its hours cannot be read.

    The register's strict hours are used before printed ones. `others` are the contact points beside it: a service "at
    all other times" is open when the daytime ones among them are closed. A bank holiday counts as closed unless the hours
    name bank holidays or every day; for a service out of hours that names none, a bank holiday is not known. Raises ValueError for a moment without a time zone.
    """
    if moment.tzinfo is None:
        raise ValueError("the moment needs its time zone")
    local = moment.astimezone(LONDON)
    hours = opening_of(contact.opening or contact.hours)
    if hours is None and contact.out_of_hours and not (contact.opening or contact.hours):
        hours = Opening((), otherwise=True)
    if hours is None:
        return None
    if not hours.otherwise:
        state = _open(hours, local, calendar)
        silent = contact.out_of_hours and all(HOLIDAY not in window.days for window in hours.windows)
        return None if state is False and silent and calendar(local.date()) else state
    return _open_otherwise(
        local, calendar, [other for other in others if not other.out_of_hours and not other.for_adults]
    )


def _open_otherwise(local: datetime, calendar: BankHoliday, daytime: Sequence[ContactPoint]) -> bool | None:
    readings = [
        _open(hours, local, calendar)
        for other in daytime
        if (hours := opening_of(other.opening or other.hours)) and not hours.otherwise
    ]
    if len(readings) != len(daytime) or not readings:
        readings = [_open(Opening((_OFFICE,)), local, calendar)]
    if None in readings:
        return None
    return not any(readings)


def _open(hours: Opening, local: datetime, calendar: BankHoliday) -> bool | None:
    states = [window.sure for window in hours.windows if _inside(window, local, calendar)]
    if any(states):
        return True
    return None if states else False


def _inside(window: Window, local: datetime, calendar: BankHoliday) -> bool:
    minute = local.hour * 60 + local.minute
    for back in range(0, 8):
        day = local.date() - timedelta(days=back)
        kind = HOLIDAY if calendar(day) else day.weekday()
        runs_on = back > 0 and window.end > _DAY_LONG * back
        if (back == 0 or runs_on) and kind in window.days and window.start <= minute + back * _DAY_LONG < window.end:
            return True
    return False


def closes_at(contact: ContactPoint, moment: datetime, calendar: BankHoliday = bank_holiday) -> time | None:
    """When a contact point that is open at `moment` closes that day, None where it is not known or not that day."""
    hours = opening_of(contact.opening or contact.hours)
    if hours is None or hours.otherwise or moment.tzinfo is None:
        return None
    local = moment.astimezone(LONDON)
    ends = [
        window.end
        for window in hours.windows
        if window.sure and _inside(window, local, calendar) and window.end < _DAY_LONG
    ]
    return time(*divmod(max(ends), 60)) if ends else None
