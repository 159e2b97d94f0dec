"""A reminder comes when somebody is at work to act on it, and never before its clock has started."""

from datetime import UTC, datetime, timedelta

import pytest

from knowledge.calendar import LONDON, is_working_day
from knowledge.office_hours import in_office_hours, next_opening, reminder_for, tomorrow


def at(day: str, moment: str) -> datetime:
    return datetime.fromisoformat(f"{day}T{moment}").replace(tzinfo=LONDON)


@pytest.mark.parametrize(
    ("due", "reminded"),
    [
        (at("2026-11-25", "17:00"), at("2026-11-25", "17:00")),  # a working day's end: at the deadline
        (at("2026-11-25", "11:30"), at("2026-11-25", "11:30")),
        (at("2026-11-25", "23:59"), at("2026-11-25", "17:00")),  # in the evening: while something can still be done
        (at("2026-11-26", "02:00"), at("2026-11-26", "09:00")),  # in the night: at the opening
        (at("2026-11-29", "23:59"), at("2026-11-30", "09:00")),  # a Sunday
        (at("2026-12-25", "23:59"), at("2026-12-29", "09:00")),  # Christmas, with the substitute day on Monday 28th
        (at("2027-03-28", "01:30"), at("2027-03-30", "09:00")),  # the clocks go forward on Easter Sunday; Monday is a holiday
    ],
)  # fmt: skip
def test_when_somebody_is_reminded(due: datetime, reminded: datetime) -> None:
    """At the deadline, or where the office is closed then, when it can be acted on."""
    assert reminder_for(due, due - timedelta(days=3)) == reminded


def test_never_before_the_start() -> None:
    """A clock that starts in the evening and ends that day is reminded of in the morning."""
    start = at("2026-11-25", "19:00")
    assert reminder_for(at("2026-11-25", "23:59"), start) == at("2026-11-26", "09:00")


def test_every_hour_of_two_years_lies_near_an_opening() -> None:
    """Through every holiday, weekend and change of the clock a reminder lies in office hours of a working day."""
    moment = datetime(2027, 1, 1, 0, 30, tzinfo=UTC)
    while moment.year < 2029:
        reminded = reminder_for(moment, moment - timedelta(hours=1))
        assert in_office_hours(reminded) and is_working_day(reminded.date()), moment
        assert timedelta(hours=-7) <= reminded - moment <= timedelta(days=5), moment
        opening = next_opening(moment)
        assert moment < opening and (opening.hour, opening.minute) == (9, 0), moment
        moment += timedelta(hours=1)


def test_tomorrow_is_the_next_working_day() -> None:
    """Friday's tomorrow is Monday; before Good Friday it is Tuesday."""
    assert tomorrow(at("2026-11-27", "16:00")) == at("2026-11-30", "09:00")
    assert tomorrow(at("2027-03-25", "08:00")) == at("2027-03-30", "09:00")
