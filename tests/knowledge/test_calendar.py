"""What the calendar promises: England's working days, and deadlines with what was taken for granted."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.calendar import (
    LONDON,
    bank_holiday,
    deadline,
    is_working_day,
    next_working_day,
    why_not,
    working_days_after,
)
from knowledge.ladders import Clock, Unit
from knowledge.manual import Jurisdiction

# gov.uk, "UK bank holidays", England and Wales: the days on which holidays are taken, substitute days among them.
GOV_UK = frozenset(
    date.fromisoformat(day)
    for day in [
        "2024-01-01",
        "2024-03-29",
        "2024-04-01",
        "2024-05-06",
        "2024-05-27",
        "2024-08-26",
        "2024-12-25",
        "2024-12-26",
        "2025-01-01",
        "2025-04-18",
        "2025-04-21",
        "2025-05-05",
        "2025-05-26",
        "2025-08-25",
        "2025-12-25",
        "2025-12-26",
        "2026-01-01",
        "2026-04-03",
        "2026-04-06",
        "2026-05-04",
        "2026-05-25",
        "2026-08-31",
        "2026-12-25",
        "2026-12-28",
        "2027-01-01",
        "2027-03-26",
        "2027-03-29",
        "2027-05-03",
        "2027-05-31",
        "2027-08-30",
        "2027-12-27",
        "2027-12-28",
        "2028-01-03",
        "2028-04-14",
        "2028-04-17",
        "2028-05-01",
        "2028-05-29",
        "2028-08-28",
        "2028-12-25",
        "2028-12-26",
    ]
)
DAYS = [date(2024, 1, 1) + timedelta(days=n) for n in range((date(2028, 12, 31) - date(2024, 1, 1)).days + 1)]


def clock(value: float | None, unit: Unit) -> Clock:
    return Clock(value, unit, "as printed")


def at(year: int, month: int, day: int, hour: int = 10, minute: int = 0) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=LONDON)


def test_every_day_from_2024_to_2028_is_as_gov_uk_has_it() -> None:
    """A day is a working day exactly when it is a weekday outside gov.uk's list."""
    assert [day for day in DAYS if is_working_day(day) != (day.weekday() < 5 and day not in GOV_UK)] == []


def test_substitute_days_are_named_as_such() -> None:
    """Boxing Day 2026 is a Saturday: its Monday is a substitute day."""
    assert bank_holiday(date(2026, 12, 28)) == "Boxing Day (substitute day)"
    assert bank_holiday(date(2026, 8, 31)) == "Summer bank holiday"
    assert bank_holiday(date(2026, 8, 30)) == ""


@given(st.dates(date(2020, 1, 1), date(2040, 12, 31)), st.integers(1, 60))
def test_working_days_skip_weekends_and_go_forward(start: date, count: int) -> None:
    """The day counted to is a working day, and exactly `count` working days lie after the start up to it."""
    last = working_days_after(start, count)
    between = [start + timedelta(days=n) for n in range(1, (last - start).days + 1)]
    assert sum(is_working_day(day) for day in between) == count
    assert last.weekday() < 5
    assert next_working_day(start) > start


@given(st.datetimes(datetime(2024, 1, 1), datetime(2028, 12, 31)), st.sampled_from(list(Unit)), st.integers(1, 60))  # noqa: DTZ001
def test_a_deadline_is_never_before_its_start(moment: datetime, unit: Unit, value: int) -> None:
    """Whatever the unit, time only goes forward, in London's zone; "immediately" is not counted."""
    start = moment.replace(tzinfo=LONDON)
    counted = deadline(clock(value, unit), start)
    if counted is None:
        assert why_not(clock(value, unit))
        assert unit not in (Unit.MINUTES, Unit.HOURS, Unit.DAYS, Unit.WORKING_DAYS, Unit.WEEKS, Unit.MONTHS)
        return
    assert counted.due >= start
    assert counted.due.tzinfo is LONDON
    assert counted.assumptions


def test_working_days_over_a_bank_holiday_name_it() -> None:
    """Two working days from the Thursday before the summer bank holiday end on the Tuesday after it."""
    counted = deadline(clock(2, Unit.WORKING_DAYS), at(2026, 8, 27, 16))
    assert counted is not None
    assert counted.due == at(2026, 9, 1, 17)
    assert any("Monday 31 August 2026" in said and "Summer bank holiday" in said for said in counted.assumptions)
    assert any("next working day, Friday 28 August 2026" in said for said in counted.assumptions)


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        (at(2026, 5, 15), at(2026, 5, 18, 17)),  # Friday
        (at(2026, 5, 16), at(2026, 5, 18, 17)),  # Saturday
        (at(2026, 12, 24), at(2026, 12, 29, 17)),  # over Christmas and the substitute day
        (at(2027, 12, 24), at(2027, 12, 29, 17)),  # two substitute days
        (at(2027, 12, 31), at(2028, 1, 4, 17)),  # New Year's substitute day
    ],
)
def test_one_working_day(start: datetime, expected: datetime) -> None:
    """The next working day, whatever lies between."""
    counted = deadline(clock(1, Unit.WORKING_DAYS), start)
    assert counted is not None and counted.due == expected


def test_hours_run_through_nights_weekends_and_the_change_of_the_clock() -> None:
    """24 hours over the night when the clocks go forward are 24 hours that pass; the change is said."""
    counted = deadline(clock(24, Unit.HOURS), at(2026, 3, 28, 16))
    assert counted is not None
    assert counted.due == at(2026, 3, 29, 17)
    assert (counted.due.astimezone(UTC) - at(2026, 3, 28, 16).astimezone(UTC)) == timedelta(hours=24)
    assert any("clocks change" in said for said in counted.assumptions)
    back = deadline(clock(24, Unit.HOURS), at(2026, 10, 24, 16))
    assert back is not None and back.due == at(2026, 10, 25, 15)


def test_working_hours_stop_at_night() -> None:
    """Four working hours from 15:00 on a Friday end on Monday at 11:00."""
    counted = deadline(clock(4, Unit.WORKING_HOURS), at(2026, 5, 15, 15))
    assert counted is not None and counted.due == at(2026, 5, 18, 11)


def test_days_are_not_working_days() -> None:
    """15 days are 15 calendar days, and a last day on a weekend is said and not moved."""
    counted = deadline(clock(15, Unit.DAYS), at(2026, 5, 1))
    assert counted is not None and counted.due == at(2026, 5, 16, 23, 59)
    assert any("Saturday 16 May 2026" in said and "not moved" in said for said in counted.assumptions)


@pytest.mark.parametrize(
    ("start", "months", "expected"),
    [
        (at(2028, 1, 31), 1, at(2028, 2, 29, 23, 59)),
        (at(2027, 1, 31), 1, at(2027, 2, 28, 23, 59)),
        (at(2028, 2, 29), 12, at(2029, 2, 28, 23, 59)),
        (at(2026, 11, 30), 3, at(2027, 2, 28, 23, 59)),
        (at(2026, 5, 12), 6, at(2026, 11, 12, 23, 59)),
    ],
)
def test_months_end_on_the_same_day_or_the_last(start: datetime, months: int, expected: datetime) -> None:
    """Leap days and short months are met."""
    counted = deadline(clock(months, Unit.MONTHS), start)
    assert counted is not None and counted.due == expected


@pytest.mark.parametrize("unit", [Unit.SAME_DAY, Unit.SAME_WORKING_DAY])
def test_the_same_day(unit: Unit) -> None:
    """The same day ends that day; the same working day of a Saturday is the Monday."""
    counted = deadline(clock(None, unit), at(2026, 5, 12))
    assert counted is not None and counted.due.date() == date(2026, 5, 12)
    saturday = deadline(clock(None, unit), at(2026, 5, 16))
    assert saturday is not None
    assert saturday.due.date() == (date(2026, 5, 16) if unit is Unit.SAME_DAY else date(2026, 5, 18))


@pytest.mark.parametrize(
    ("value", "unit", "jurisdiction", "word"),
    [
        (None, Unit.IMMEDIATELY, Jurisdiction.ENGLAND, "at once"),
        (None, Unit.WORKING_DAYS, Jurisdiction.ENGLAND, "no number"),
        (2, Unit.WORKING_DAYS, Jurisdiction.SCOTLAND, "Scotland"),
        (2, Unit.WORKING_DAYS, Jurisdiction.UNKNOWN, "unknown"),
        (0, Unit.DAYS, Jurisdiction.ENGLAND, "cannot"),
        (-1, Unit.HOURS, Jurisdiction.ENGLAND, "cannot"),
        (float("nan"), Unit.HOURS, Jurisdiction.ENGLAND, "cannot"),
        (float("inf"), Unit.HOURS, Jurisdiction.ENGLAND, "cannot"),
        (1.5, Unit.WORKING_DAYS, Jurisdiction.ENGLAND, "part of a unit"),
        (1e9, Unit.MONTHS, Jurisdiction.ENGLAND, "longer"),
        (5, Unit.SCHOOL_DAYS, Jurisdiction.ENGLAND, "school days"),
    ],
)
def test_what_cannot_be_counted_is_not_counted(
    value: float | None, unit: Unit, jurisdiction: Jurisdiction, word: str
) -> None:
    """No deadline is invented, and a person is told why."""
    assert deadline(clock(value, unit), at(2026, 5, 12), jurisdiction=jurisdiction) is None
    assert word in why_not(clock(value, unit), jurisdiction=jurisdiction)


def test_a_start_without_a_time_zone_is_refused() -> None:
    """Nobody could say which moment is meant."""
    with pytest.raises(ValueError, match="time zone"):
        deadline(clock(1, Unit.HOURS), datetime(2026, 5, 12, 10))  # noqa: DTZ001
