"""Levels that a scheme names in words of its own."""

import pytest

from knowledge.answers.levels import named_levels, names_own_level
from knowledge.manual import Place
from knowledge.thresholds import Level, LevelScheme

PLACE = Place((), "")
SCHEME = LevelScheme(
    name="Planks",
    manual="m",
    levels=(
        Level("Plank 1", "dry", 1, PLACE),
        Level("Plank 2", "wet", 2, PLACE),
        Level("", "Deep water", 3, PLACE),
    ),
)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("what are the signs of plank two", ["Plank 2"]),
        ("plank 1 looks", ["Plank 1"]),
        ("deep water - examples?", ["Deep water"]),
        ("what is level 2", []),
        ("we waited 2 weeks", []),
    ],
)
def test_a_level_is_named_in_its_schemes_own_words(text: str, named: list[str]) -> None:
    """A scheme's own word with a number, or its level's own name, names that level; another scheme's number names none."""
    assert [level.label or level.name for level in named_levels(text, SCHEME)] == named


def test_usual_words_are_not_the_schemes_own() -> None:
    """ "Level 2" is told from its words alone, whatever schemes there are."""
    assert names_own_level("plank two", [SCHEME])
    assert not names_own_level("level 2", [SCHEME])
