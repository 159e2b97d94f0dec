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

from knowledge.calendar import LONDON, bank_holiday
from knowledge.contacts.hours_grammar import ALL_DAYS, DAY_LONG, HOLIDAY, WEEKDAYS, WEEKEND, Kind, Token, tokens_of
from knowledge.contacts.points import ContactPoint

BankHoliday = Callable[[date], str]
"""Gives the name of the bank holiday on a day, "" where it is none (`knowledge.calendar.bank_holiday`)."""

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


_OFFICE = Window(WEEKDAYS, *_OFFICE_EDGES, sure=False)
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
    tokens, rest = tokens_of(bare)
    if _ALWAYS.search(bare) and _FILLER.sub("", _ALWAYS.sub("", rest)) == "":
        return Opening((Window(ALL_DAYS - ({HOLIDAY} if without else frozenset()), 0, DAY_LONG),))
    timed = [token for token in tokens if token.kind is not Kind.DAYS and (token.start, token.end) != (0, DAY_LONG)]
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


def _untimed(words: str, tokens: list[Token], rest: str, *, without: bool) -> Opening | None:
    """Hours without a clock time: office hours, all other times, weekends and bank holidays."""
    if _OTHERWISE.search(words):
        return Opening((), otherwise=True)
    named = frozenset(day for token in tokens for day in token.days)
    if _OFFICE_WORDS.search(words) and named <= WEEKDAYS:
        return Opening((_OFFICE,))
    if _FILLER.sub("", rest):
        return None
    days = named - ({HOLIDAY} if without else frozenset())
    if not days:
        return None
    vague = _VAGUE.search(rest) is not None
    evening = (Window(WEEKDAYS, 16 * 60, DAY_LONG + 9 * 60, sure=False),) if vague else ()
    if days & WEEKDAYS:
        return Opening((Window(days, 0, DAY_LONG, sure=False),))
    return Opening((Window(days, 0, DAY_LONG), *evening))


def _windows(tokens: list[Token]) -> list[Window] | None:
    """Days paired with the times beside them; None where a day or a time stands alone."""
    windows: list[Window] = []
    days: frozenset[int] = frozenset()
    times: list[tuple[int, int]] = []
    days_first = tokens[0].kind in (Kind.DAYS, Kind.ACROSS)
    for token in tokens:
        if token.kind is Kind.ACROSS:
            windows.append(Window(token.days, token.start, token.end))
            continue
        if token.kind is Kind.DAYS:
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
        return None if windows else [Window(WEEKDAYS, start, end, sure=False) for start, end in times]
    if days and windows and days <= WEEKEND | {HOLIDAY}:
        return [*windows, Window(days, 0, DAY_LONG)]  # "... and all weekends and bank holidays"
    return windows if not days else None


def _span_of(token: Token, times: list[tuple[int, int]], windows: list[Window]) -> tuple[int, int] | None:
    """The times of a token; "Friday to 4.30pm" begins when the days before it do."""
    if token.kind is Kind.TIMES:
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
        runs_on = back > 0 and window.end > DAY_LONG * back
        if (back == 0 or runs_on) and kind in window.days and window.start <= minute + back * DAY_LONG < window.end:
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
        if window.sure and _inside(window, local, calendar) and window.end < DAY_LONG
    ]
    return time(*divmod(max(ends), 60)) if ends else None
