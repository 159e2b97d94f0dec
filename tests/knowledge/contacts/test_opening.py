"""What `open_now` promises: true, false, or not known, and never a guess."""

from datetime import UTC, datetime

import pytest

from knowledge.calendar import LONDON
from knowledge.contacts import ContactPoint, closes_at, open_now, opening_of
from knowledge.manual import Place

TUESDAY_10 = datetime(2026, 5, 12, 10, 0, tzinfo=LONDON)
FRIDAY_1645 = datetime(2026, 5, 15, 16, 45, tzinfo=LONDON)
SATURDAY_10 = datetime(2026, 5, 16, 10, 0, tzinfo=LONDON)
NIGHT = datetime(2026, 5, 13, 2, 0, tzinfo=LONDON)
BANK_HOLIDAY = datetime(2026, 5, 25, 10, 0, tzinfo=LONDON)
MOMENTS = (TUESDAY_10, FRIDAY_1645, SATURDAY_10, NIGHT, BANK_HOLIDAY)


def point(hours: str, *, out_of_hours: bool = False, opening: str = "") -> ContactPoint:
    return ContactPoint("Service", Place((), ""), hours=hours, out_of_hours=out_of_hours, opening=opening)


@pytest.mark.parametrize(
    ("hours", "expected"),
    [
        ("Monday to Thursday 8.45am-5pm; Friday 8.45am to 4.30pm", (True, False, False, False, False)),
        ("Monday to Thursday 8.45am to 5pm and Friday to 4.30pm", (True, False, False, False, False)),
        ("9-5 Mon-Fri", (True, True, False, False, False)),
        ("Mon-Thu 08:45-17:00, Fri 08:45-16:30", (True, False, False, False, False)),
        ("Mon to Fri 0845-1700", (True, True, False, False, False)),
        ("8:30am to 5pm, Monday to Thursday; 8:30am to 4:30pm, Friday", (True, False, False, False, False)),
        ("24 hours a day", (True, True, True, True, True)),
        ("24/7, 365 days a year", (True, True, True, True, True)),
        ("Every day, 8am to 10pm", (True, True, True, False, True)),
        ("weekends and bank holidays", (False, False, True, False, True)),
        ("5pm Friday to 9am Monday", (False, False, True, False, False)),
        ("Every evening and night from 5pm to 9am; all weekends and bank holidays", (False, False, True, True, True)),
        (
            "Monday to Thursday, 5pm to 8.45am; Friday, 4.30pm to Monday, 8.45am; all bank holidays",
            (False, True, True, True, True),
        ),
        ("office hours", (None, None, False, False, False)),
        ("Monday to Friday", (None, None, False, None, False)),
        ("first Tuesday of the month 9am to 5pm", (None,) * 5),
        ("term time only 9am to 3pm", (None,) * 5),
        ("by appointment", (None,) * 5),
        ("", (None,) * 5),
    ],
)
def test_printed_hours_are_open_closed_or_unknown(hours: str, expected: tuple[bool | None, ...]) -> None:
    """Tuesday morning, late Friday afternoon, Saturday, a night and a bank holiday, for each printed form."""
    assert tuple(open_now(point(hours), moment) for moment in MOMENTS) == expected


def test_all_other_times_are_when_the_daytime_service_is_closed() -> None:
    """The night service answers exactly when the day's does not; without a readable day only the edges are known."""
    day, night = point("Mon-Thu 8.45am-5pm; Fri 8.45am-4.30pm"), point("at all other times", out_of_hours=True)
    assert [open_now(night, moment, others=(day,)) for moment in MOMENTS] == [False, True, True, True, True]
    assert [open_now(night, moment) for moment in MOMENTS] == [None, None, True, True, True]


def test_the_registers_hours_come_before_the_printed_ones() -> None:
    """A person's strict hours are used; the printed words are for showing."""
    assert open_now(point("by appointment", opening="Mon-Fri 09:00-17:00"), TUESDAY_10) is True


def test_a_night_service_silent_on_bank_holidays_is_unknown_on_them() -> None:
    """It would be wrong to tell a worker on a bank holiday that the duty team is closed."""
    assert (
        open_now(point("Monday to Friday 5pm to 9am, Saturday and Sunday 9am to 9pm", out_of_hours=True), BANK_HOLIDAY)
        is None
    )


def test_time_zones_are_london_and_needed() -> None:
    """16:30 UTC in May is half past five in London; a moment without a zone is refused."""
    assert open_now(point("Mon-Fri 9am-5pm"), datetime(2026, 5, 12, 16, 30, tzinfo=UTC)) is False
    with pytest.raises(ValueError, match="time zone"):
        open_now(point("Mon-Fri 9am-5pm"), datetime(2026, 5, 12, 16, 30))  # noqa: DTZ001


def test_closing_time_is_known_while_open() -> None:
    """For "open until 17:00"; nothing where it is not open or runs into the night."""
    closing = closes_at(point("Mon-Fri 9am-5pm"), TUESDAY_10)
    assert closing is not None and closing.hour == 17
    assert closes_at(point("Mon-Fri 9am-5pm"), NIGHT) is None
    assert closes_at(point("24 hours"), TUESDAY_10) is None


@pytest.mark.parametrize(
    "text", ["99am to 5pm Monday", "Monday", "to 5pm", "25:00-26:00 Mon", "Mon-Fri", "\u00a0", "9", "call us"]
)
def test_what_makes_no_hours_is_never_open(text: str) -> None:
    """Nonsense is unreadable or known at its edges only."""
    opening = opening_of(text)
    assert opening is None or all(not window.sure for window in opening.windows)
