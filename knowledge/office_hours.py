"""When somebody is at work to act on a reminder: England's working days, from 09:00 to 17:00."""

from datetime import date, datetime, time

from knowledge.calendar import LONDON, WORKING_DAY_ENDS, WORKING_DAY_STARTS, is_working_day, next_working_day


def in_office_hours(moment: datetime) -> bool:
    """Whether `moment` (with its zone) lies in office hours; both ends count."""
    here = moment.astimezone(LONDON)
    return is_working_day(here.date()) and WORKING_DAY_STARTS <= here.time() <= WORKING_DAY_ENDS


def next_opening(moment: datetime) -> datetime:
    """The first opening of the office after `moment`."""
    here = moment.astimezone(LONDON)
    if is_working_day(here.date()) and here.time() < WORKING_DAY_STARTS:
        return _at(here.date(), WORKING_DAY_STARTS)
    return _at(next_working_day(here.date()), WORKING_DAY_STARTS)


def reminder_for(due: datetime, started: datetime) -> datetime:
    """When to remind of a deadline: at the deadline itself where that lies in office hours.

    A deadline in the evening of a working day is reminded of when that day's office closes, while something can still be
    done; one in the night or on a day off, at the next opening. Never before the clock has started.
    """
    here = due.astimezone(LONDON)
    if in_office_hours(here):
        return here
    closing = _at(here.date(), WORKING_DAY_ENDS)
    if is_working_day(here.date()) and started < closing < here:
        return closing
    return next_opening(here)


def tomorrow(moment: datetime) -> datetime:
    """The opening of the office on the next working day after today."""
    return _at(next_working_day(moment.astimezone(LONDON).date()), WORKING_DAY_STARTS)


def _at(day: date, moment: time) -> datetime:
    return datetime.combine(day, moment, LONDON)
