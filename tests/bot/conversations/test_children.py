"""A child's follow-ups get the child's words; words of the trade lead back to the manual."""

from dataclasses import replace

import pytest

from bot.conversations.children import talk, writes
from bot.conversations.turns import Thread
from tests.bot.conversations.conftest import turn


def _after_a_child() -> Thread:
    _, thread = talk(turn("i'm 14 and my stepdad hits me", "child_writing"))
    return thread


@pytest.mark.parametrize("said", ["will they tell my mum", "can i talk to anyone", "what will happen to me"])
def test_a_child_who_goes_on_is_answered_as_a_child(said: str) -> None:
    """Whatever Rasa makes of it."""
    assert writes(turn(said, "share_information", thread=_after_a_child()))
    assert not writes(turn(said, "share_information"))


@pytest.mark.parametrize(
    "said",
    [
        "my colleague wont refer and is more senior",
        "i made a referral about a pupil yesterday",
        "my manager says it does not meet threshold",
        "who do i ring at mash",
    ],
)
def test_words_of_the_trade_lead_back_to_the_manual(said: str) -> None:
    """A practitioner who quoted a child, or was taken for one, is not held to the child's card."""
    assert not writes(turn(said, "general_procedure", thread=_after_a_child()))


def test_a_child_is_a_child_whatever_the_thread() -> None:
    """What Rasa recognises as a child's message is one."""
    assert writes(
        turn("i'm 14 and my stepdad hits me", "child_writing", thread=replace(Thread(), topic="whom to call"))
    )
