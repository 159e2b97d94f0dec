"""Stages are found by whatever their ladder calls them."""

import pytest

from knowledge.answers.named_stages import named_stage, stage_words, wanted_stage
from knowledge.ladders import Ladder, Stage
from knowledge.manual import Place

_RUNGS = Ladder(
    "Settling differences",
    tuple(
        Stage("", at, Place((), ""), name=f"Rung {word}: talk") for at, word in enumerate(("One", "Two", "Three"), 1)
    ),
)


def test_the_ladder_s_own_word_counts_beside_the_usual_ones() -> None:
    """Rungs are stages where the ladder calls them that; a heading such as "The three leads" gives no word."""
    assert "rung" in stage_words([_RUNGS]) and "stage" in stage_words([])
    leads = Ladder("x", (Stage("", 1, Place((), ""), name="The three leads"),))
    assert "the" not in stage_words([leads])


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("what happens at rung two", 2),
        ("rung 1 got nowhere", 2),
        ("the last rung", 3),
        ("second rung please", 2),
        ("rung of the market", 0),
    ],
)
def test_rungs_are_named(text: str, order: int) -> None:
    """By number, by word, by place; the one after it where it was tried."""
    assert wanted_stage(text, _RUNGS) == order


def test_without_a_ladder_only_usual_words_name_a_stage() -> None:
    """A rung means nothing to a manual without rungs."""
    assert named_stage("at rung two") == 0 and named_stage("at stage two") == 2


def test_a_level_of_need_is_no_stage_unless_the_ladder_says_so() -> None:
    """ "Tier 4" asks of a threshold document; where a ladder's stages are Level 1 and Level 2, "level 2" is one of them."""
    assert named_stage("how many descriptors make it tier 4", stage_words([_RUNGS])) == 0
    levels = Ladder("x", tuple(Stage(f"Level {at}", at, Place((), "")) for at in (1, 2)))
    assert named_stage("what happens at level 2", stage_words([levels])) == 2
