"""A disputed decision is followed up the ladder, stage by stage, without losing the thread."""

from bot.conversations import StageAnswers, Thread, answer, find_stage
from bot.replies import Outcome
from knowledge.answers import Shelf
from knowledge.library import Library
from tests.bot.conversations.conftest import turn

_ASKED = "mash nfa'd my referral, dont agree. what next"


def test_a_turned_down_referral_leads_to_the_first_stage(library: Library) -> None:
    """The first stage, with its steps, its clocks, its exceptions, and whom to call in this area alone."""
    reply, thread = answer(turn(_ASKED, "disputed_decision"), library)
    assert reply.outcome is Outcome.ANSWERED
    assert reply.stage is not None and reply.stage.order == 1
    assert reply.ladder is not None and [rung.current for rung in reply.ladder.stages] == [True, False, False, False]
    assert any(step.force == "must" for step in reply.steps)
    assert reply.deadline is not None and reply.deadline.due is not None
    assert {area for call in reply.contacts for area in call.areas} <= {"Ambleford"}
    assert thread.stage == "1"


def test_they_still_say_no_moves_up_until_the_top(library: Library) -> None:
    """Each "no" is one stage up; at the top the reply says that there is no further stage."""
    _, thread = answer(turn(_ASKED, "disputed_decision"), library)
    reached = []
    for _ in range(4):
        reply, thread = answer(turn("and if they still say no?", "follow_up_next", thread=thread), library)
        reached.append(reply.stage.order if reply.stage else 0)
    assert reached == [2, 3, 4, 4]
    assert "last stage" in reply.message


def test_a_stage_without_a_clock_has_no_deadline(library: Library) -> None:
    """No printed time limit gives none, and the reply says so."""
    _, thread = answer(turn(_ASKED, "disputed_decision"), library)
    reply, _ = answer(turn("what happens at stage three", "follow_up_next", thread=thread), library)
    assert reply.stage is not None and reply.stage.order == 3
    assert reply.deadline is None and reply.deadlines == ()
    assert "states no time limit" in reply.message


def test_how_long_have_they_got_is_about_the_stage_last_shown(library: Library) -> None:
    """The clocks are those of the thread's stage."""
    _, thread = answer(turn(_ASKED, "disputed_decision"), library)
    _, thread = answer(turn("and if they still say no?", "follow_up_next", thread=thread), library)
    reply, kept = answer(turn("how long have they got", "follow_up_time", thread=thread), library)
    assert reply.stage is not None and reply.stage.order == 2
    assert len(reply.deadlines) == 4
    assert kept.stage == "2"
    assert reply.message.index("\nWHEN\n") < reply.message.index("... and "), (
        "what is left out is told below what is shown"
    )


def test_the_other_area_gets_its_own_number_and_the_thread_stays_here(library: Library) -> None:
    """Who is called in the other area comes from the other area, once."""
    asked, thread = answer(turn("who do i call out of hours", "who_do_i_call"), library)
    other, thread = answer(turn("who's that for the other area", "other_area", thread=thread), library)
    here = {number for call in asked.contacts for number in call.telephones}
    there = {number for call in other.contacts for number in call.telephones}
    assert here and there and not here & there
    assert thread.area == "Ambleford"


def test_a_new_topic_lets_go_of_the_ladder(library: Library) -> None:
    """After another question, a stage is no longer carried along."""
    _, thread = answer(turn(_ASKED, "disputed_decision"), library)
    _, thread = answer(turn("what are the warning signs of neglect", "what_signs", thread=thread), library)
    assert thread.ladder == "" and thread.stage == ""


def test_guided_help_with_nothing_tried_begins_at_the_first_stage(library: Library) -> None:
    """Nothing tried is the first stage."""
    told = StageAnswers("the referral was turned down", "children's social care", "nothing yet", "no")
    reply, _ = find_stage(turn("no", "deny"), told, library)
    assert reply.stage is not None and reply.stage.order == 1


def test_guided_help_goes_on_from_what_was_tried(library: Library) -> None:
    """A stage that was named, or told in its own words, leads to the next one."""
    for tried, order in (("we have done stage one", 2), ("the heads of service have met", 4)):
        told = StageAnswers("the referral was turned down", "children's social care", tried, "no")
        reply, _ = find_stage(turn("no", "deny"), told, library)
        assert reply.stage is not None and reply.stage.order == order, tried


def test_guided_help_that_cannot_tell_asks(library: Library) -> None:
    """What was tried fits no stage: the ladder is shown to choose from, and no stage is guessed."""
    told = StageAnswers("the referral was turned down", "children's social care", "sent some flowers", "no")
    reply, _ = find_stage(turn("no", "deny"), told, library)
    assert reply.outcome is Outcome.ASK_BACK
    assert len(reply.choices) == 4


def test_every_quotation_stands_in_its_passage(library: Library, shelf: Shelf) -> None:
    """Nothing is shown in quotation marks that the stored passage does not hold word for word."""
    passages = {passage.id: passage.text for passage in shelf.contents.passages}
    thread = Thread()
    for text, intent in (
        (_ASKED, "disputed_decision"),
        ("and if they still say no?", "follow_up_next"),
        ("which level is this", "which_level"),
        ("can i share without consent", "share_information"),
    ):
        reply, thread = answer(turn(text, intent, thread=thread), library)
        assert reply.quotes
        assert all(quote.text in passages[quote.passage] for quote in reply.quotes)
        numbers = {quote.number for quote in reply.quotes}
        assert {step.citation for step in reply.steps} <= numbers
