"""Counts a printed limit from a moment, and makes the clock that is kept of it."""

from dataclasses import replace
from datetime import datetime

from bot.replies import ClockView, Deadline, Reply
from knowledge.calendar import Deadline as Counted
from knowledge.calendar import deadline
from knowledge.ladders import Clock, Unit
from knowledge.office_hours import next_opening, reminder_for, tomorrow

BY_THE_HOUR = frozenset((Unit.MINUTES.value, Unit.HOURS.value, Unit.WORKING_HOURS.value))


def counted(limit: Deadline, start: datetime) -> Counted | None:
    """When a printed limit ends if it started at `start`; None where it cannot be counted."""
    return _end(limit.value, limit.unit, limit.text, start) if limit.due else None


def counted_anew(view: ClockView, start: datetime, now: datetime) -> tuple[ClockView, tuple[str, ...]] | None:
    """A clock that runs, counted from another start, and what was taken for granted."""
    end = _end(view.value, view.unit, view.rule, start)
    if end is None:
        return None
    return replace(view, started=start, due=end.due, remind=_reminder(end.due, start, now)), end.assumptions


def next_reminder(now: datetime) -> datetime:
    """When somebody who asks to be reminded tomorrow is: at the next working day's opening."""
    return tomorrow(now)


def kept_clock(
    reply: Reply, limit: Deadline, start: datetime, now: datetime
) -> tuple[ClockView, tuple[str, ...]] | None:
    """The clock to keep for one of a reply's limits, and what was taken for granted; None where there is none to keep.

    It has no number and no reference yet. A deadline that has passed already is reminded of at the next opening.
    """
    wanted, end = reply.start_clock, counted(limit, start)
    quote = next((one for one in reply.quotes if one.number == limit.citation), None)
    if wanted is None or end is None or quote is None:
        return None
    view = ClockView(
        number=0,
        reference="",
        title=wanted.title,
        rule=limit.text,
        value=limit.value,
        unit=limit.unit,
        runs_from=limit.runs_from,
        actor=limit.actor,
        qualifier=limit.qualifier,
        manual=quote.manual,
        chapter=quote.chapter,
        version=quote.version,
        url=quote.url,
        ladder=wanted.ladder,
        stage=wanted.stage,
        area=reply.area,
        started=start,
        due=end.due,
        remind=_reminder(end.due, start, now),
    )
    return view, end.assumptions


def _end(value: float | None, unit: str, text: str, start: datetime) -> Counted | None:
    return deadline(Clock(value, Unit(unit), text), start)


def _reminder(due: datetime, start: datetime, now: datetime) -> datetime:
    remind = reminder_for(due, start)
    return remind if remind > now else next_opening(now)
