"""Time limits in single sentences: what is a clock, what it counts, from when, for whom; and what is none."""

# ruff: noqa: SIM905 - a list of words reads best as words

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.ladders import Unit, read_clocks
from knowledge.ladders.numerals import NUMBER_WORD

LIMITS = [
    (
        "The worker should raise it within 2 working days; the manager must reply within 3; a letter follows within a further 2.",
        [(2, Unit.WORKING_DAYS), (3, Unit.WORKING_DAYS), (2, Unit.WORKING_DAYS)],
    ),
    ("Within five (5) working days the manager should respond.", [(5, Unit.WORKING_DAYS)]),
    ("The chair has 15 days to respond.", [(15, Unit.DAYS)]),
    ("Contact should be made within 24hrs.", [(24, Unit.HOURS)]),
    ("Within twenty-four hours.", [(24, Unit.HOURS)]),
    ("A reply is expected within 48 hours (two working days) of the discussion.", [(48, Unit.HOURS)]),
    ("Allow 5-7 working days for a response.", [(7, Unit.WORKING_DAYS)]),
    ("A resolution should be reached between 3 and 5 working days.", [(5, Unit.WORKING_DAYS)]),
    (
        "This must happen within one working week or what protects the child, whichever is shorter.",
        [(1, Unit.WORKING_WEEKS)],
    ),
    ("A response is given by the end of the next working day.", [(1, Unit.WORKING_DAYS)]),
    ("They should reply no later than 10am the following working day.", [(1, Unit.WORKING_DAYS)]),
    ("By close of business on the fifth working day the head of service must decide.", [(5, Unit.WORKING_DAYS)]),
    ("The discussion should take place on the same working day.", [(None, Unit.SAME_WORKING_DAY)]),
    ("You must tell your manager the same day.", [(None, Unit.SAME_DAY)]),
    ("The designated lead must be contacted immediately.", [(None, Unit.IMMEDIATELY)]),
    ("Reply in 3 school days.", [(3, Unit.SCHOOL_DAYS)]),
    ("Both managers meet within a fortnight of that conversation.", [(2, Unit.WEEKS)]),
    ("If no response is received within 5 working days, escalate to Stage 3.", [(5, Unit.WORKING_DAYS)]),
    ("Reports must be shared at least 2 working days before the conference.", [(2, Unit.WORKING_DAYS)]),
    ("5 working days", [(5, Unit.WORKING_DAYS)]),
]

NO_LIMITS = [
    "The line manager should reply as soon as possible and without delay.",
    "Where a child is at immediate risk, do not wait.",
    "Speak to your immediate line manager.",
    "The worker has worked for 3 years in the team, and for 6 months with this family.",
    "A meeting lasting 2 hours should be arranged.",
    "A child aged under 16 or a 15-day-old baby.",
    "Records are kept for 25 years and 6 months.",
    "Concerns over the last 6 months should be recorded.",
    "Incidents within the past 12 weeks must be listed.",
    "The helpline is open 24 hours a day.",
    "Ring the 24-hour duty line.",
    "Printed copies should be discarded after 72 hours.",
    "The case was stuck for 3 months before anybody escalated it.",
    "Supervision takes place every 4 weeks.",
    "Staff should attend a 2-day training course.",
    "The family moved 6 weeks ago.",
    "Section 47 enquiries began on 12 May 2024.",
    "If two or more incidents occur within 3 months, tell your manager.",
    "This policy will be reviewed in 12 months.",
    "The matter moves to Stage 3.",
]


@pytest.mark.parametrize(("sentence", "clocks"), LIMITS)
def test_limits_are_read(sentence: str, clocks: list[tuple[float | None, Unit]]) -> None:
    """Each printed limit gives one clock with the number and unit printed."""
    assert [(clock.value, clock.unit) for clock in read_clocks(sentence)] == clocks


@pytest.mark.parametrize("sentence", NO_LIMITS)
def test_other_lengths_of_time_are_not_limits(sentence: str) -> None:
    """How long a thing lasts, lasted, is kept or is open is no clock; nor is "as soon as possible"."""
    assert read_clocks(sentence) == ()


def test_a_clock_knows_its_actor_trigger_and_qualifier() -> None:
    """Each in the manual's own words."""
    (clock,) = read_clocks(
        "Normally within 5 working days of receiving the decision, the line manager should contact their counterpart."
    )
    assert (clock.actor, clock.runs_from) == ("line manager", "receiving the decision")
    assert "Normally" in clock.qualifier


def test_a_limit_that_counts_backwards_says_so() -> None:
    """What it runs from begins with "before"."""
    (clock,) = read_clocks("Reports must be shared at least 2 working days before the conference.")
    assert clock.runs_from == "before the conference"


def test_a_person_contacted_is_not_the_one_who_acts() -> None:
    """The subject of a passive sentence is no actor."""
    (clock,) = read_clocks("The senior manager should be notified within one working day.")
    assert clock.actor == ""


PARTS = st.sampled_from(
    "within by after in for 2 5 24 72 five twenty two (5) working days day hours weeks months immediately same next following the "
    "manager must should reply if no response stage 2 , ; . ( ) - to a further old aged last at least before meeting".split()
)
SENTENCES = st.one_of(st.text(max_size=200), st.lists(PARTS, max_size=40).map(" ".join))
UNIT_WORDS = {
    Unit.MINUTES: "min",
    Unit.HOURS: "h",
    Unit.WORKING_HOURS: "h",
    Unit.DAYS: "day",
    Unit.SCHOOL_DAYS: "school",
    Unit.WORKING_DAYS: "day",
    Unit.WEEKS: "week|fortnight",
    Unit.WORKING_WEEKS: "week",
    Unit.MONTHS: "month",
    Unit.IMMEDIATELY: "immediate",
    Unit.SAME_DAY: "day",
    Unit.SAME_WORKING_DAY: "day|business|play",
}
NUMBERS = re.compile(
    rf"\d|\b{NUMBER_WORD}\b|\b(?:an?|the|next|following|subsequent|first|second|third|\w+th)\b|fortnight", re.IGNORECASE
)


@given(SENTENCES)
def test_number_and_unit_stand_in_the_clock_s_own_text(sentence: str) -> None:
    """No clock whose figures or words are not printed in its text, and no text that is not in the sentence."""
    for clock in read_clocks(sentence):
        assert clock.text in sentence
        assert clock.actor in clock.text
        assert clock.runs_from in clock.text
        assert re.search(UNIT_WORDS[clock.unit], clock.text, re.IGNORECASE)
        assert clock.value is None or NUMBERS.search(clock.text)
        assert clock.value is None or clock.value >= 0
