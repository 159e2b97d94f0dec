"""When a clock began to run, as people say it: "from yesterday", "from Monday 3pm", "from 24 November", "since 24/11 14:30"."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from knowledge.calendar import LONDON

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()  # noqa: SIM905  # reads as it is said
_DAYS = "mon tue wed thu fri sat sun".split()  # noqa: SIM905
_DAYS_BACK = {"": 0, "today": 0, "now": 0, "this morning": 0, "this afternoon": 0, "yesterday": 1}
_SINCE = re.compile(r"\b(?:from|since)\s+(.+)$", re.IGNORECASE | re.DOTALL)
_TIME = re.compile(r"\b(?:at\s+)?(?:(\d{1,2})[:.](\d{2})\s*(am|pm)?|(\d{1,2})\s*(am|pm))\s*$", re.IGNORECASE)
_AGO = re.compile(r"(\d{1,2}) days? ago")
_WRITTEN = re.compile(rf"(\d{{1,2}})(?:st|nd|rd|th)?\s+({'|'.join(_MONTHS)})[a-z]*\.?(?:\s+(\d{{4}}))?")
_FIGURES = re.compile(r"(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}|\d{2}))?")
_NAMED = re.compile(rf"(?:last\s+)?({'|'.join(_DAYS)})[a-z]*")
_MIDDAY = time(12)
_OLDEST = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class When:
    """What was said of the start. `moment` is None where it cannot be read; `timed` says that a time of day was given,
    `earlier` that it was on a day before today.

    `rest` are the words before it.
    """

    moment: datetime | None
    timed: bool = False
    earlier: bool = False
    rest: str = ""


def since_in(words: str, now: datetime) -> When | None:
    """When `words` say that a clock began, None where they say nothing of it. Never after `now`, nor a year before it."""
    found = _SINCE.search(words)
    if not found:
        return None
    said = " ".join(found.group(1).casefold().split()).strip(" .,")
    timed = _TIME.search(said)
    at = _time_of(timed) if timed else None
    day = _day_of(said[: timed.start()].strip(" ,") if timed else said, now.astimezone(LONDON).date())
    rest = words[: found.start()].strip()
    if day is None or (timed and at is None):
        return When(None, rest=rest)
    start = datetime.combine(day, at or _MIDDAY, LONDON)
    if day == now.astimezone(LONDON).date() and at is None:
        start = now
    today = now.astimezone(LONDON).date()
    return When(start if now - _OLDEST <= start <= now else None, at is not None, day < today, rest)


def _time_of(found: re.Match[str]) -> time | None:
    hour, minute = int(found[1] or found[4]), int(found[2] or 0)
    half = (found[3] or found[5] or "").casefold()
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0) if 1 <= hour <= 12 else 24
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _day_of(said: str, today: date) -> date | None:
    if said in _DAYS_BACK:
        return today - timedelta(days=_DAYS_BACK[said])
    if ago := _AGO.fullmatch(said):
        return today - timedelta(days=int(ago[1]))
    if named := _NAMED.fullmatch(said):
        return today - timedelta(days=(today.weekday() - _DAYS.index(named[1])) % 7 or 7)
    if written := _WRITTEN.fullmatch(said.removeprefix("the ")):
        return _date(written[3], _MONTHS.index(written[2]) + 1, int(written[1]), today)
    figures = _FIGURES.fullmatch(said)
    return _date(figures[3], int(figures[2]), int(figures[1]), today) if figures else None


def _date(year: str | None, month: int, day: int, today: date) -> date | None:
    """The date; without a year the last such day that is not to come."""
    try:
        if year:
            return date(int(year) + (2000 if len(year) == 2 else 0), month, day)
        this = date(today.year, month, day)
        return this if this <= today else this.replace(year=today.year - 1)
    except ValueError:
        return None
