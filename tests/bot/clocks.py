"""A clock as it is kept, for tests that need one."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.replies import ClockView
from knowledge.calendar import LONDON

MONDAY = datetime(2026, 11, 23, 10, 0, tzinfo=LONDON)
DUE = datetime(2026, 11, 25, 17, 0, tzinfo=LONDON)
_CLOCK = ClockView(
    number=0,
    reference="ref {number}",
    title="Stage One: Talk",
    rule="The person who decided must reply within 2 working days.",
    value=2.0,
    unit="working days",
    runs_from="the conversation",
    actor="person who decided",
    qualifier="",
    manual="The Manual",
    chapter="Disagreements",
    version="May 2026",
    url="https://manual.example/d",
    ladder="m/d/Disagreements",
    stage=1,
    area="Here",
    started=MONDAY,
    due=DUE,
    remind=DUE,
)


def a_clock(**changed: Any) -> ClockView:
    """Two working days from a Monday, with what a test changes."""
    return replace(_CLOCK, **changed)
