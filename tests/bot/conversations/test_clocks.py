"""Clocks, purely: which may be started at a stage, how they are counted, what is said, and what a reminder says."""

from datetime import UTC, datetime

import pytest

from bot import phrases
from bot.conversations import Thread, answer
from bot.conversations.clocks import ahead_of, code_in, kept_clock, listed, reminder, since_in, start_clock
from bot.conversations.clocks.offering import printed
from bot.replies import Deadline, Outcome, Quote, Reply, StartClock
from knowledge.answers import Shelf, ladder_key
from knowledge.calendar import LONDON
from knowledge.ladders import Unit
from knowledge.library import Library
from tests.bot.clocks import DUE, MONDAY, a_clock
from tests.bot.conversations.conftest import turn

STARTED = Reply(
    Outcome.ANSWERED,
    "",
    quotes=(Quote(1, "The rule.", "Manual", "Chapter", (), "", None, None, "p1", version="May 2026"),),
    start_clock=StartClock("m/d/D", 2, "Stage Two"),
)


def limit(value: float | None, unit: Unit) -> Deadline:
    """A printed limit that can be counted."""
    return Deadline("The rule.", value, unit.value, "", "", MONDAY, (), 1)


def at(written: str) -> datetime:
    return datetime.fromisoformat(written).replace(tzinfo=LONDON)


@pytest.mark.parametrize(
    ("value", "unit", "start", "due", "remind"),
    [
        # Over Christmas 2026: Friday 25th, and Monday 28th as the substitute for Boxing Day.
        (2, Unit.WORKING_DAYS, "2026-12-23T15:00", "2026-12-29T17:00", "2026-12-29T17:00"),
        (15, Unit.WORKING_DAYS, "2026-12-23T15:00", "2027-01-18T17:00", "2027-01-18T17:00"),
        (15, Unit.DAYS, "2026-12-23T15:00", "2027-01-07T23:59", "2027-01-07T17:00"),
        # A calendar day that ends on a Sunday is not moved; the reminder comes when somebody is at work.
        (2, Unit.DAYS, "2026-11-27T15:00", "2026-11-29T23:59", "2026-11-30T09:00"),
        # Through the night on which the clocks go back: 24 hours that really pass.
        (24, Unit.HOURS, "2026-10-24T12:00", "2026-10-25T11:00", "2026-10-26T09:00"),
        (2, Unit.HOURS, "2026-11-23T10:00", "2026-11-23T12:00", "2026-11-23T12:00"),
        (None, Unit.SAME_DAY, "2026-11-23T10:00", "2026-11-23T23:59", "2026-11-23T17:00"),
        (None, Unit.SAME_WORKING_DAY, "2026-11-28T10:00", "2026-11-30T17:00", "2026-11-30T17:00"),
        (1, Unit.WORKING_DAYS, "2027-03-25T16:00", "2027-03-30T17:00", "2027-03-30T17:00"),  # over Easter
    ],
)  # fmt: skip
def test_a_clock_is_counted_as_it_is_printed(
    value: float | None, unit: Unit, start: str, due: str, remind: str
) -> None:
    """Over bank holidays, weekends and changes of the clock; 15 days are not 15 working days."""
    made = kept_clock(STARTED, limit(value, unit), at(start), at(start))
    assert made is not None
    view, _ = made
    assert (view.due, view.remind) == (at(due), at(remind))
    assert (view.rule, view.stage, view.version) == ("The rule.", 2, "May 2026")


def test_what_cannot_be_counted_gives_no_clock() -> None:
    """No due moment, no clock; a limit whose quotation is not at hand gives none either."""
    uncounted = Deadline("At once.", None, Unit.IMMEDIATELY.value, "", "", None, (), 1, "why")
    assert kept_clock(STARTED, uncounted, MONDAY, MONDAY) is None
    elsewhere = Deadline("The rule.", 2, Unit.DAYS.value, "", "", MONDAY, (), 9)
    assert kept_clock(STARTED, elsewhere, MONDAY, MONDAY) is None


def test_a_deadline_that_has_passed_is_reminded_of_at_the_next_opening() -> None:
    """Started late: the deadline stays where it was, the reminder is still to come."""
    made = kept_clock(STARTED, limit(1, Unit.WORKING_DAYS), at("2026-11-16T09:00"), MONDAY)
    assert made is not None
    assert made[0].due == at("2026-11-17T17:00") and made[0].remind == at("2026-11-24T09:00")


@pytest.mark.parametrize(
    "words", ["ref 3", "Ref. 3", "case 12", "AB-12", "12345", "file no 7", "ref ab12", "Case number 4b", "  ref  9 "]
)
def test_codes_are_taken(words: str) -> None:
    """Short codes with a number."""
    assert code_in(words) == " ".join(words.split()).strip(" .")


@pytest.mark.parametrize(
    "words",
    [
        "Jayden", "jayden 3", "Smith family", "the boy from no 4", "02/03/2019", "2 March 2019", "943 476 5919", "9434765919",
        "07700 900123", "MK40 1AA", "", "ref", "ref one", "a" * 30, "Ref 3 Jayden", "j.smith@example.org", "LS1 4DY", "Żaneta 2",
    ],
)  # fmt: skip
def test_nothing_that_could_name_somebody_is_a_code(words: str) -> None:
    """Names, dates, telephone and NHS numbers, addresses: none is kept."""
    assert code_in(words) == ""


@pytest.mark.parametrize(
    ("words", "start", "timed"),
    [
        ("from today", "2026-11-23T10:00", False),
        ("from yesterday", "2026-11-22T12:00", False),
        ("ref 3 since Friday 3pm", "2026-11-20T15:00", True),
        ("from monday", "2026-11-16T12:00", False),  # said on a Monday: a week ago, since "today" is said of today
        ("from 19 November 14:30", "2026-11-19T14:30", True),
        ("from the 19th nov", "2026-11-19T12:00", False),
        ("from 19/11", "2026-11-19T12:00", False),
        ("from 19/11/26 09:15", "2026-11-19T09:15", True),
        ("from 3 days ago", "2026-11-20T12:00", False),
        ("from 24 december", "2025-12-24T12:00", False),  # without a year: the last one
        ("from 9am", "2026-11-23T09:00", True),
        ("from this morning 8:30", "2026-11-23T08:30", True),
    ],
)
def test_when_a_clock_began_is_read_as_people_say_it(words: str, start: str, timed: bool) -> None:
    """Days, dates and times of day."""
    when = since_in(words, MONDAY)
    assert when is not None and when.moment == at(start) and when.timed is timed


@pytest.mark.parametrize(
    "words", ["from tomorrow", "from 24 November", "from 31 November", "from 25pm", "from 14:75", "from then", "from 1999"]
)  # fmt: skip
def test_a_start_that_cannot_be_is_not_guessed(words: str) -> None:
    """Not to come, not impossible, not unreadable: where the date has no year, the last such day must be within a year."""
    when = since_in(words, MONDAY)
    assert when is not None
    assert when.moment is None or when.moment == at("2025-11-24T12:00")
    assert since_in("ref 3", MONDAY) is None


def test_a_reminder_quotes_its_rule() -> None:
    """What, when, the rule with its source and version, whether it was given before, and three things to pick."""
    told = reminder(a_clock(number=3, reference="ref 3"), DUE)
    assert told.message.startswith(phrases.REMINDER.format(reference="ref 3", stage="Stage One: Talk"))
    assert "“The person who decided must reply within 2 working days.”" in told.message and "May 2026" in told.message
    assert "17:00, Wednesday 25 November 2026" in told.message and phrases.DANGER_LINE in told.message
    assert [choice.send for choice in told.choices] == ["/resolved 3", "/unresolved 3", "/tomorrow 3"]
    again = reminder(a_clock(number=3, reference="ref 3"), DUE, before=True)
    assert again.message.startswith(phrases.REMINDER_AGAIN.format(reference="ref 3", stage="Stage One: Talk"))
    assert "“by noon”" in reminder(a_clock(qualifier="by noon"), DUE).message, "printed, and not counted"
    early = reminder(a_clock(due=DUE.replace(hour=23, minute=59)), DUE)
    assert "nearly up" in early.message
    utc = reminder(a_clock(due=datetime(2026, 7, 1, 16, 0, tzinfo=UTC)), DUE)
    assert "17:00, Wednesday 1 July 2026" in utc.message, "London's time, whatever the zone it is kept in"


def test_reminders_stand_before_the_reply() -> None:
    """Their words and picks come first; each clock is told of once."""
    reply = listed([a_clock(number=1)], MONDAY, "Here")
    merged = ahead_of(reply, [reminder(a_clock(number=1), DUE), reminder(a_clock(number=2), DUE)])
    assert merged.message.startswith("REMINDER") and merged.message.endswith(reply.message)
    assert [view.number for view in merged.clocks] == [1, 2] and merged.choices[0].send == "/resolved 1"
    assert ahead_of(reply, []) is reply
    card = Reply(Outcome.DANGER, phrases.DANGER_CARD, danger=True)
    below = ahead_of(card, [reminder(a_clock(number=1), DUE)]).message
    assert below.startswith(phrases.DANGER_CARD) and "REMINDER" in below
    twice = ahead_of(Reply(Outcome.ANSWERED, f"{phrases.DANGER_LINE}\n\nNEXT"), [reminder(a_clock(number=1), DUE)])
    assert twice.message.count(phrases.DANGER_LINE) == 1


# --- over the demonstration


def stage_thread(shelf: Shelf, order: int) -> Thread:
    """A thread at a stage of the disagreement ladder."""
    ladder = next(one for one in shelf.ladders if "disagree" in one.slug)
    return Thread(ladder=ladder_key(ladder), stage=str(order), area="Ambleford")


def test_a_stage_offers_each_clock_that_it_prints(shelf: Shelf) -> None:
    """With its actor, its words, its length as printed; only those of this stage."""
    reply, thread = start_clock(turn("start the clock", "start_clock", thread=stage_thread(shelf, 2)), shelf)
    ladder = next(one for one in shelf.ladders if "disagree" in one.slug)
    own = [clock.text for clock in ladder.stages[1].clocks]
    assert reply.start_clock is not None and reply.start_clock.stage == 2
    assert [one.text for one in reply.deadlines] == own and len(own) > 2
    assert [choice.send for choice in reply.choices] == [f"/clock {number}" for number, _ in enumerate(own, 1)]
    assert all(f"“{text}”" in reply.message for text in own) and "3 working days" in reply.message
    assert thread.offered == tuple(choice.send for choice in reply.choices)
    assert all(quote.text in own for quote in reply.quotes)


def test_the_stage_that_is_named_counts(shelf: Shelf, library: Library) -> None:
    """ "Start the clock on stage 2" is about stage two, whatever was shown last."""
    reply, _ = answer(turn("start the clock on stage 2", "start_clock", thread=stage_thread(shelf, 1)), library)
    assert reply.start_clock is not None and reply.start_clock.stage == 2


def test_without_a_stage_there_is_no_clock(library: Library) -> None:
    """Said, with how to come to a stage; nothing is counted."""
    reply, _ = answer(turn("start the clock", "start_clock"), library)
    assert reply.start_clock is None and reply.outcome is Outcome.ASK_BACK and reply.choices
    assert reply.message == phrases.CLOCK_WHICH_STAGE


def test_a_stage_that_prints_none_has_none(shelf: Shelf) -> None:
    """No clock of another stage is lent to it."""
    ladder = next(one for one in shelf.ladders if "disagree" in one.slug)
    bare = [stage for stage in ladder.stages if not stage.clocks]
    order = bare[0].order if bare else 99
    reply, _ = start_clock(turn("start the clock", "start_clock", thread=stage_thread(shelf, order)), shelf)
    assert reply.start_clock is None and not reply.deadlines
    if bare:
        assert "states no time limit" in reply.message


def test_lengths_are_said_as_printed() -> None:
    """One is not many, and "15 days" is not "15 working days"."""
    assert printed(limit(1, Unit.WORKING_DAYS)) == "1 working day"
    assert printed(limit(15, Unit.DAYS)) == "15 days" != printed(limit(15, Unit.WORKING_DAYS))
    assert printed(limit(None, Unit.SAME_DAY)) == "same day"
