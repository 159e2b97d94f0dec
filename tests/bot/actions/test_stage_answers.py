"""The guided help: what counts as an answer, and what is another question."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.actions.stage_answers import (
    DANGER_NOW,
    LONGEST,
    SLOTS,
    WHAT_HAPPENED,
    WHAT_WAS_TRIED,
    WHICH_AGENCY,
    Danger,
    answer_of,
    danger_of,
    is_elsewhere,
)


@pytest.mark.parametrize(
    ("text", "intent", "expected"),
    [
        ("yes", "affirm", Danger.YES),
        ("Yes, he is in the house now", "danger", Danger.YES),
        ("she is", "nlu_fallback", Danger.YES),
        ("dad has a knife", "danger", Danger.YES),
        ("no", "deny", Danger.NO),
        ("No, they are safe at school", "deny", Danger.NO),
        ("not at the moment", "deny", Danger.NO),
        ("they're safe", "nlu_fallback", Danger.NO),
        ("no but he gets out tonight", "deny", Danger.UNSURE),
        ("not sure", "deny", Danger.UNSURE),
        ("don't think so", "deny", Danger.UNSURE),
        ("maybe", "nlu_fallback", Danger.UNSURE),
        ("probably not", "deny", Danger.UNSURE),
        ("i hope not", "deny", None),
        ("skip", "nlu_fallback", Danger.UNSURE),
        ("purple", "nlu_fallback", None),
        ("", "nlu_fallback", None),
    ],
)
def test_danger_leans_to_caution(text: str, intent: str, expected: Danger | None) -> None:
    """A plain no is a no; a no with a "but", a skip and a doubt are unsure; what cannot be told is asked again."""
    assert danger_of(text, intent) == expected


@pytest.mark.parametrize(
    ("slot", "text", "intent", "confidence", "expected"),
    [
        (WHAT_HAPPENED, "what is a TAF?", "what_is", 0.95, True),
        (WHAT_HAPPENED, "who do i call", "who_do_i_call", 0.9, True),
        (WHAT_HAPPENED, "my manager told me not to refer", "supervision", 0.9, False),
        (WHAT_HAPPENED, "mash nfa'd my referral", "disputed_decision", 0.9, False),
        (WHAT_HAPPENED, "mum keeps cancelling", "cancelled_visits", 0.9, False),
        (WHAT_HAPPENED, "what is a TAF?", "what_is", 0.3, False),
        (WHICH_AGENCY, "stop", "stop", 0.4, True),
        (WHICH_AGENCY, "start again", "restart", 0.9, True),
        (WHICH_AGENCY, "skip", "stop", 0.9, False),
        (WHAT_HAPPENED, "they just closed it", "stop", 0.3, False),
        (WHAT_WAS_TRIED, "thanks", "thanks", 0.9, True),
        (WHAT_WAS_TRIED, "how long do they have?", "follow_up_time", 0.8, True),
        (DANGER_NOW, "yes", "affirm", 0.9, False),
        (DANGER_NOW, "he has a knife", "danger", 0.9, False),
        (DANGER_NOW, "what are the signs of neglect?", "what_signs", 0.9, True),
    ],
)
def test_another_question_is_told_from_an_answer(
    slot: str, text: str, intent: str, confidence: float, expected: bool
) -> None:
    """A question that is asked as one leaves the form for a moment; a story that sounds like one is an answer."""
    assert is_elsewhere(slot, text, intent, confidence) is expected


@pytest.mark.parametrize("slot", [WHAT_HAPPENED, WHICH_AGENCY])
@pytest.mark.parametrize("text", ["yes", "no", "ok", "  "])
def test_a_bare_yes_says_not_what_happened(slot: str, text: str) -> None:
    """A yes or no to an open question is no answer, so it is asked again."""
    assert answer_of(slot, text, "affirm") is None


@pytest.mark.parametrize("slot", [WHAT_HAPPENED, WHICH_AGENCY, WHAT_WAS_TRIED])
def test_open_questions_can_be_skipped(slot: str) -> None:
    """Nobody is held at a question that they cannot answer."""
    assert answer_of(slot, "skip", "nlu_fallback") == ""


def test_no_is_an_answer_to_what_was_tried() -> None:
    """Nothing tried yet is something to know."""
    assert answer_of(WHAT_WAS_TRIED, "no", "deny") == "no"


@given(
    slot=st.sampled_from(SLOTS), text=st.text(max_size=2000), intent=st.sampled_from(["deny", "affirm", "nlu_fallback"])
)
def test_answers_are_short_and_never_none_by_accident(slot: str, text: str, intent: str) -> None:
    """Whatever is typed, an answer is a text of bounded length or None."""
    answer = answer_of(slot, text, intent)
    assert answer is None or len(answer) <= LONGEST
