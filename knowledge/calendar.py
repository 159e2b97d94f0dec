"""England's working days, and when a printed time limit ends.

A working day is Monday to Friday without England's bank holidays, substitute days included. The days come from the
`holidays` package (GB, subdivision ENG), whose days for 2024 to 2028 are tested against gov.uk's list.

How each unit is counted, since manuals rarely say:

    minutes, hours      round the clock, through nights, weekends and changes of the clock
    working hours       inside the working day only (09:00 to 17:00 unless given)
    working days        the first day counted is the next working day; the last ends when the working day ends
    days, weeks, months calendar days after the start; the last ends at 23:59
    working weeks       five working days each
    same day            the day of the start, to 23:59
    same working day    the day of the start, or the next working day, to the end of the working day
"""

import math
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

import holidays

from knowledge.ladders import Clock, Unit
from knowledge.manual import Jurisdiction

LONDON = ZoneInfo("Europe/London")
WORKING_DAY_STARTS = time(9)
WORKING_DAY_ENDS = time(17)
_DAY_ENDS = time(23, 59)
_LONGEST_DAYS = 3660  # ten years: a longer limit in a manual is a misreading
_GOV_UK_NAMES = {
    "May Day": "Early May bank holiday",
    "Spring Bank Holiday": "Spring bank holiday",
    "Late Summer Bank Holiday": "Summer bank holiday",
}


@dataclass(frozen=True, slots=True)
class Deadline:
    """When a time limit ends: `due` in Europe/London, and each thing taken for granted as a plain sentence."""

    due: datetime
    assumptions: tuple[str, ...]


@lru_cache(maxsize=64)
def _bank_holidays_of(year: int) -> dict[date, str]:
    found = holidays.country_holidays("GB", subdiv="ENG", years=year, observed=True)
    return {day: _gov_uk_name(name) for day, name in found.items()}


def _gov_uk_name(name: str) -> str:
    plain, observed, _ = name.partition(" (observed)")
    shown = _GOV_UK_NAMES.get(plain, plain)
    return f"{shown} (substitute day)" if observed else shown


def bank_holiday(day: date) -> str:
    """The name of England's bank holiday on `day`, "" where it is none. A holiday on a weekend keeps its own name too."""
    return _bank_holidays_of(day.year).get(day, "")


def is_working_day(day: date) -> bool:
    """Whether `day` is a working day in England."""
    return day.weekday() < 5 and not bank_holiday(day)


def next_working_day(day: date) -> date:
    """The first working day after `day`."""
    day += timedelta(days=1)
    while not is_working_day(day):
        day += timedelta(days=1)
    return day


def working_days_after(day: date, count: int) -> date:
    """The working day that is `count` (at least 1) working days after `day`: the next working day is the first."""
    for _ in range(count):
        day = next_working_day(day)
    return day


def deadline(
    clock: Clock,
    start: datetime,
    *,
    jurisdiction: Jurisdiction = Jurisdiction.ENGLAND,
    day_starts: time = WORKING_DAY_STARTS,
    day_ends: time = WORKING_DAY_ENDS,
) -> Deadline | None:
    """When a clock that starts at `start` (with its time zone) ends; None where it cannot be counted (`why_not` says why).

    Raises ValueError for a `start` without a time zone: nobody could say which moment is meant.
    """
    if start.tzinfo is None:
        raise ValueError("the start of a clock needs its time zone")
    if why_not(clock, jurisdiction=jurisdiction):
        return None
    start = start.astimezone(LONDON)
    return _COUNTS[clock.unit](clock.value or 0, start, day_starts, day_ends)


def why_not(clock: Clock, *, jurisdiction: Jurisdiction = Jurisdiction.ENGLAND) -> str:
    """Why a clock cannot be counted, as a sentence for a person; "" where it can."""
    if jurisdiction is not Jurisdiction.ENGLAND:
        return f"This manual's law is of {jurisdiction.value}: Signpost counts days for England only."
    if clock.unit is Unit.IMMEDIATELY:
        return "The manual says at once: there is no length of time to count."
    if clock.unit in (Unit.SAME_DAY, Unit.SAME_WORKING_DAY):
        return ""
    if clock.unit not in _COUNTS:
        return f"Signpost does not know the {clock.unit.value} here, so it cannot count them."
    if clock.value is None:
        return "The manual prints no number to count."
    return _why_not_number(clock.value, clock.unit)


def _why_not_number(value: float, unit: Unit) -> str:
    if not math.isfinite(value) or value <= 0:
        return "The number printed cannot be counted."
    if unit not in (Unit.MINUTES, Unit.HOURS, Unit.WORKING_HOURS) and value != int(value):
        return f"The manual prints part of a unit ({value:g} {unit.value}): please count it yourself."
    if value * _DAYS_IN[unit] > _LONGEST_DAYS:
        return f"{value:g} {unit.value} is longer than any time limit that Signpost counts."
    return ""


_DAYS_IN = {
    Unit.MINUTES: 1 / 1440,
    Unit.HOURS: 1 / 24,
    Unit.WORKING_HOURS: 1 / 5,
    Unit.DAYS: 1,
    Unit.WORKING_DAYS: 1.5,
    Unit.WEEKS: 7,
    Unit.WORKING_WEEKS: 7.5,
    Unit.MONTHS: 31,
}
"""About how many calendar days one unit takes, only to refuse what is too long."""

Count = Callable[[float, datetime, time, time], Deadline]


def _elapsed(span: timedelta, start: datetime, unit: str) -> Deadline:
    due = (start.astimezone(UTC) + span).astimezone(LONDON)
    said = [f"Counts every {unit}, through nights, weekends and bank holidays."]
    if due.utcoffset() != start.utcoffset():
        said.append("The clocks change in between: the length is counted as time that really passes.")
    return Deadline(due, tuple(said))


def _minutes(value: float, start: datetime, _starts: time, _ends: time) -> Deadline:
    return _elapsed(timedelta(minutes=value), start, "minute")


def _hours(value: float, start: datetime, _starts: time, _ends: time) -> Deadline:
    return _elapsed(timedelta(hours=value), start, "hour")


def _working_hours(value: float, start: datetime, starts: time, ends: time) -> Deadline:
    left = timedelta(hours=value)
    day = start.date() if is_working_day(start.date()) else next_working_day(start.date())
    moment = max(start, _at(day, starts))
    while True:
        close = _at(day, ends)
        open_for = max(close - moment, timedelta())
        if left <= open_for:
            due = moment + left
            break
        left -= open_for
        day = next_working_day(day)
        moment = _at(day, starts)
    said = (
        f"Counts working hours only, taken as {_clock(starts)} to {_clock(ends)} on working days.",
        *_skipped(start.date(), due.date()),
    )
    return Deadline(due, said)


def _working_days(value: float, start: datetime, _starts: time, ends: time) -> Deadline:
    last = working_days_after(start.date(), int(value))
    said = (
        f"Starts counting on the next working day, {_day(next_working_day(start.date()))}.",
        f"The working day is taken to end at {_clock(ends)}.",
        *_skipped(start.date(), last),
    )
    return Deadline(_at(last, ends), said)


def _working_weeks(value: float, start: datetime, starts: time, ends: time) -> Deadline:
    counted = _working_days(value * 5, start, starts, ends)
    return Deadline(counted.due, ("A working week is taken as five working days.", *counted.assumptions))


def _calendar(last: date, said: str) -> Deadline:
    sentences = [said, "The day is taken to end at 23:59."]
    if not is_working_day(last):
        why = bank_holiday(last) or last.strftime("%A")
        sentences.append(
            f"The last day, {_day(last)}, is not a working day ({why}); the manual prints days, so it is not moved."
        )
    return Deadline(_at(last, _DAY_ENDS), tuple(sentences))


def _days(value: float, start: datetime, _starts: time, _ends: time) -> Deadline:
    last = start.date() + timedelta(days=int(value))
    return _calendar(last, "Counts every day, weekends and bank holidays too, from the day after the start.")


def _weeks(value: float, start: datetime, _starts: time, _ends: time) -> Deadline:
    last = start.date() + timedelta(days=7 * int(value))
    return _calendar(last, "Counts whole weeks of seven days from the day of the start.")


def _months(value: float, start: datetime, _starts: time, _ends: time) -> Deadline:
    months = start.year * 12 + start.month - 1 + int(value)
    year, month = divmod(months, 12)
    last_of_month = monthrange(year, month + 1)[1]
    last = date(year, month + 1, min(start.day, last_of_month))
    said = "Counts calendar months to the same day of the month"
    return _calendar(
        last, f"{said}, or its last day where the month is shorter." if start.day > last_of_month else f"{said}."
    )


def _same_day(_value: float, start: datetime, _starts: time, _ends: time) -> Deadline:
    return _calendar(start.date(), "Ends on the day that it starts.")


def _same_working_day(_value: float, start: datetime, _starts: time, ends: time) -> Deadline:
    inside = is_working_day(start.date()) and start <= _at(start.date(), ends)
    last = start.date() if inside else next_working_day(start.date())
    said = [f"The working day is taken to end at {_clock(ends)}."]
    if not inside:
        said.insert(0, f"It started outside the working day, so the next working day, {_day(last)}, is taken.")
    return Deadline(_at(last, ends), (*said, *_skipped(start.date(), last)))


_COUNTS: dict[Unit, Count] = {
    Unit.MINUTES: _minutes,
    Unit.HOURS: _hours,
    Unit.WORKING_HOURS: _working_hours,
    Unit.DAYS: _days,
    Unit.WORKING_DAYS: _working_days,
    Unit.WEEKS: _weeks,
    Unit.WORKING_WEEKS: _working_weeks,
    Unit.MONTHS: _months,
    Unit.SAME_DAY: _same_day,
    Unit.SAME_WORKING_DAY: _same_working_day,
}


def _at(day: date, moment: time) -> datetime:
    return datetime.combine(day, moment, LONDON)


def _skipped(start: date, end: date) -> tuple[str, ...]:
    """A sentence for each bank holiday on a weekday after `start` and up to `end`."""
    days = (start + timedelta(days=count) for count in range(1, (end - start).days + 1))
    return tuple(
        f"{_day(day)} is not counted: {bank_holiday(day)}." for day in days if day.weekday() < 5 and bank_holiday(day)
    )


def _day(day: date) -> str:
    return f"{day:%A} {day.day} {day:%B %Y}"


def _clock(moment: time) -> str:
    return f"{moment:%H:%M}"
