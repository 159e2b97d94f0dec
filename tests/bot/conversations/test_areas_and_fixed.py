"""Areas are asked for where they decide, never guessed; fixed answers stay fixed."""

import pytest

from bot import phrases
from bot.conversations import Thread, answer
from bot.conversations.asking import ask_once
from bot.replies import Outcome, from_wire, to_wire
from knowledge.answers import Shelf
from knowledge.errors import IndexUnreadable, UnknownArea
from knowledge.library import Library
from tests.bot.conversations.conftest import FRIDAY, turn


def test_levels_without_an_area_are_asked_about_and_then_answered(library: Library) -> None:
    """Two areas with levels of their own: the area is asked for, and naming it answers the question that waited."""
    asked, thread = answer(turn("which level is a child who misses school", "which_level", area=""), library)
    assert asked.outcome is Outcome.ASK_BACK
    assert [choice.send for choice in asked.choices] == ["Ambleford", "Kelderby"]
    reply, kept = answer(turn("Kelderby", "give_area", area="", thread=thread), library)
    assert reply.outcome is Outcome.ANSWERED and reply.area == "Kelderby"
    assert {level.label for level in reply.levels} == {"Tier 1", "Tier 2", "Tier 3", "Tier 4"}
    assert kept.area == "Kelderby"


def test_levels_are_shown_without_a_verdict(library: Library) -> None:
    """All levels are shown in order and none is marked."""
    reply, _ = answer(turn("which level is a child who misses school", "which_level"), library)
    assert [level.order for level in reply.levels] == [1, 2, 3, 4]
    assert phrases.LEVELS_LEAD in reply.message


def test_an_unknown_area_is_refused_with_those_served(shelf: Shelf) -> None:
    """The sentence names the areas that there are."""
    with pytest.raises(UnknownArea, match="Ambleford, Kelderby"):
        ask_once("who do I call", shelf, area="Atlantis", now=FRIDAY)


@pytest.mark.parametrize(
    "intent",
    ["thanks", "help", "distress", "child_writing", "parent_writing", "adult_safeguarding", "out_of_scope", "restart"],
)
def test_fixed_answers_need_no_library(intent: str) -> None:
    """They are given even where nothing is published."""

    class Nothing:
        def current(self) -> Shelf:
            raise IndexUnreadable("No manual is published yet.")

    reply, _ = answer(turn("x", intent), Nothing())
    assert reply.message
    assert reply.outcome is not Outcome.UNAVAILABLE


def test_without_a_library_the_safe_card_is_given_and_the_thread_kept() -> None:
    """The card says 999 and that nothing could be looked up."""

    class Nothing:
        def current(self) -> Shelf:
            raise IndexUnreadable("No manual is published yet.")

    thread = Thread(topic="dispute a decision", stage="2")
    reply, kept = answer(turn("and now?", "follow_up_next", thread=thread), Nothing())
    assert reply.outcome is Outcome.UNAVAILABLE and "999" in reply.message
    assert kept == thread


def test_a_reply_survives_the_wire(shelf: Shelf) -> None:
    """What an action sends is what a front reads."""
    reply = ask_once("mash nfa'd my referral, what next", shelf, area="Kelderby", now=FRIDAY, explain=True)
    assert from_wire(to_wire(reply)) == reply
    with pytest.raises(ValueError, match="not a reply"):
        from_wire({"outcome": "perhaps"})


def test_danger_comes_first_and_the_question_is_still_answered(shelf: Shelf) -> None:
    """The card stands above the answer, and the outcome says so."""
    reply = ask_once(
        "he is hitting her right now. mash nfa'd my referral, what next?", shelf, area="Kelderby", now=FRIDAY
    )
    assert reply.outcome is Outcome.DANGER and reply.danger
    assert reply.message.startswith(phrases.DANGER_CARD)
    assert reply.steps
