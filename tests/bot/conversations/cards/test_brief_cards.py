"""A card cut to size never parts a step from its exception or its time limit; what it leaves out can be picked."""

import re
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import phrases
from bot.conversations import Thread, answer
from bot.conversations.cards import View, card
from bot.replies import Outcome, Reply
from knowledge.answers import Answered, Force, Kind
from knowledge.answers.outcomes import CitedClock, CitedStep, Part
from knowledge.calendar import LONDON
from knowledge.ladders import Clock, Unit
from knowledge.library import Library
from knowledge.manual import Citation
from tests.bot.conversations.conftest import turn

AT = datetime(2026, 5, 12, 14, 7, tzinfo=LONDON)
NAMES = {"shore": "Shore Procedures"}


def _cited(quote: str) -> Citation:
    return Citation(
        "shore/disputes/two/0",
        "shore",
        "Disputes",
        ("Two",),
        "https://shore.example/d",
        quote,
        None,
        None,
        number="4.2",
        version="May 2026",
    )


def _part(at: int, length: int, limits: int, *, timed: bool) -> Part:
    words = f"Step {at} you must " + "go on " * (length // 6) + (f"within {at + 1} working days." if timed else "now.")
    quote = _cited(words)
    clock = Clock(at + 1.0, Unit.WORKING_DAYS, words)
    return Part(
        quote,
        CitedStep(words, Force.MUST, quote),
        tuple(_cited(f"Unless case {at}.{one} is so, this applies.") for one in range(limits)),
        (CitedClock(clock, quote, AT, ("Counted so.",)),) if timed else (),
    )


def _answered(parts: tuple[Part, ...]) -> Answered:
    return Answered(
        kind=Kind.GENERAL,
        citations=tuple(part.quote for part in parts),
        steps=tuple(part.step for part in parts if part.step),
        exceptions=tuple(one for part in parts for one in part.exceptions),
        clocks=tuple(clock for part in parts for clock in part.clocks),
        parts=parts,
        at=AT,
    )


@given(st.lists(st.tuples(st.integers(0, 600), st.integers(0, 4), st.booleans()), min_size=1, max_size=9))
def test_a_step_is_shown_with_everything_that_limits_it_or_not_at_all(shapes: list[tuple[int, int, bool]]) -> None:
    """Whatever the steps, limits and time limits: those of a step that is shown are shown, and the first step always is."""
    parts = tuple(_part(at, *shape[:2], timed=shape[2]) for at, shape in enumerate(shapes))
    told = card(_answered(parts), area="", manual_names=NAMES)
    shown = [part for part in parts if part.quote.quote in told.message]
    assert shown == list(parts[: len(shown)]) and shown
    for at, part in enumerate(shown, 1):
        assert all(one.quote in told.message for one in part.exceptions)
        assert not part.clocks or f"step {at}: {phrases.DUE_IF_NOW.split('{')[0]}" in told.message
    assert told.cut == (len(shown) < len(parts))
    assert any(one.send == phrases.FULL_WORDS for one in told.choices) == told.cut
    whole = card(_answered(parts), area="", manual_names=NAMES, view=View.WHOLE)
    assert all(quote.text in whole.message for quote in whole.quotes) and not whole.cut
    assert (told.steps, told.exceptions, told.deadlines) == (whole.steps, whole.exceptions, whole.deadlines)


def test_the_line_for_the_record() -> None:
    """It names manual, chapter, section, version and moment, and stands in the message as it does in the field."""
    told = card(_answered((_part(0, 20, 0, timed=False),)), area="", manual_names=NAMES)
    assert told.audit == "Consulted Shore Procedures, Disputes 4.2, version of May 2026, at 14:07 on 12 May 2026."
    assert told.message.endswith(f"{phrases.AUDIT}\n{told.audit}")


_ASKED = "mash nfa'd my referral, dont agree. what next"


def _asked_then(
    text: str, library: Library, *, first: str = _ASKED, intent: str = "disputed_decision"
) -> tuple[Reply, Reply, Thread]:
    brief, thread = answer(turn(first, intent), library)
    more, thread = answer(turn(text, "thanks", thread=thread), library)  # however the words were understood
    return brief, more, thread


def test_full_steps_shows_the_rest_of_the_same_answer(library: Library) -> None:
    """The steps and limits left out stand in the longer card, and the thread goes on from the same stage."""
    brief, whole, thread = _asked_then(phrases.FULL_WORDS, library)
    assert brief.cut and len(brief.message) < len(whole.message)
    assert whole.steps == brief.steps and whole.stage == brief.stage
    assert all(step.text in whole.message for step in brief.steps)
    assert thread.stage == "1"
    higher, _ = answer(turn("and if they still say no?", "follow_up_next", thread=thread), library)
    assert higher.stage is not None and higher.stage.order == 2


def test_full_steps_of_a_later_stage(library: Library) -> None:
    """After a climb, the longer card is of the stage that was climbed to."""
    _, thread = answer(turn(_ASKED, "disputed_decision"), library)
    second, thread = answer(turn("and if they still say no?", "follow_up_next", thread=thread), library)
    whole, _ = answer(turn(phrases.FULL_WORDS, thread=thread), library)
    assert whole.stage == second.stage and whole.steps == second.steps


def test_sources_lists_where_each_quotation_stands(library: Library) -> None:
    """Every number of the answer leads to its chapter, section and date."""
    _, told, _ = _asked_then(phrases.SOURCES_WORDS, library)
    named = {int(number) for number in re.findall(r"\[(\d+)\]", told.message)}
    assert named == {quote.number for quote in told.quotes}
    assert "amended" in told.message and told.audit in told.message


def test_more_without_an_answer_says_so(library: Library) -> None:
    """In a new thread there is nothing to show more of."""
    told, _ = answer(turn(phrases.FULL_WORDS), library)
    assert told.outcome is Outcome.ASK_BACK and told.message == phrases.NOTHING_TO_REPEAT


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        (_ASKED, "disputed_decision"),
        ("what are the warning signs of neglect", "what_signs"),
        ("when is the first core group", "deadline"),
        ("which level is this", "which_level"),
    ],
)
def test_every_answer_says_whom_to_call(library: Library, text: str, intent: str) -> None:
    """A service that is open now comes first, and the one for nights and weekends is always there."""
    told, _ = answer(turn(text, intent), library)
    assert told.outcome is Outcome.ANSWERED
    assert told.contacts[0].open_now is True
    assert any(call.out_of_hours for call in told.contacts)
    assert all(call.telephones[0] in told.message for call in told.contacts)


def test_short_forms_are_explained_unless_the_asker_used_them(library: Library) -> None:
    """What the manual says a short form stands for is shown with it."""
    told, _ = answer(turn("what do I do about a bruise on a baby", "general_procedure"), library)
    forms = {one.short: one.meaning for one in told.short_forms}
    assert forms.get("MASH") == "Multi-Agency Safeguarding Hub"
    assert "MASH" not in {one.short for one in answer(turn(_ASKED, "disputed_decision"), library)[0].short_forms}
    numbers = {quote.number: quote.text for quote in told.quotes}
    assert all(one.meaning in numbers[one.citation] for one in told.short_forms)


def test_nothing_found_names_sections_and_whom_to_ask(library: Library) -> None:
    """A refusal offers the closest sections, the safeguarding lead, and the area's own front door, open or not."""
    told, _ = answer(turn("can I bring my dog to the office on fridays"), library)
    assert told.outcome is Outcome.NOT_FOUND
    assert phrases.NOT_FOUND_CLOSEST in told.message and phrases.NOT_FOUND_LEAD in told.message
    assert told.contacts and {area for call in told.contacts for area in call.areas} == {"Ambleford"}


def test_the_heading_of_limits_never_stands_over_a_count_alone() -> None:
    """Where the steps shown have no limit and those left out have several, one of them is shown in its words."""
    parts = (_part(0, 300, 0, timed=False), *(_part(at, 600, 2, timed=False) for at in range(1, 6)))
    message = card(_answered(parts), area="", manual_names=NAMES).message
    assert message.split(phrases.UNLESS)[1].lstrip("\n").startswith("- ")
