"""A level's title is told from other headings, in every way manuals write it."""

import pytest

from knowledge.thresholds.labels import run_in_title, title_of, words_title


@pytest.mark.parametrize(
    ("text", "label", "name", "numbers"),
    [
        ("Level 2: Early Help", "Level 2", "Early Help", (2,)),
        ("Early Help (Level 2)", "Level 2", "Early Help", (2,)),
        ("Universal services – Level 1", "Level 1", "Universal services", (1,)),
        ("Levels 3 and 4", "Levels 3 and 4", "", (3, 4)),
        ("levels 4 and 3: Targeted", "levels 4 and 3", "Targeted", (3, 4)),
        ("Tier II – Additional", "Tier II", "Additional", (2,)),
        ("Level Two Early Help", "Level Two", "Early Help", (2,)),
        ("Stage 3 of need: Complex", "Stage 3 of need", "Complex", (3,)),
        ("Band A: Universal", "Band A", "Universal", (1,)),
        ("Level 1 (Green): Universal", "Level 1 (Green)", "Universal", (1,)),
        ("Green - Universal", "Green", "Universal", ()),
    ],
)
def test_titles_are_taken_apart(text: str, label: str, name: str, numbers: tuple[int, ...]) -> None:
    """Label and name are as printed; only the numbers are understood."""
    title = title_of(text)
    assert title is not None
    assert (title.label, title.name, title.numbers) == (label, name, numbers)


@pytest.mark.parametrize(
    "text", ["Key Stage 1", "NVQ Level 3", "At Level 3 the plan is reviewed", "Levels of need", ""]
)
def test_other_headings_are_no_titles(text: str) -> None:
    """Words that only hold a level's word, or hold it elsewhere, are no title."""
    assert title_of(text) is None


@pytest.mark.parametrize(
    "text", ["Early Help Assessment", "Child Protection Conference", "Children whose needs are met.", "Consent"]
)
def test_need_words_within_other_headings_are_no_levels(text: str) -> None:
    """A heading is a level of words alone only if it is made of need words and nothing else."""
    assert words_title(text) is None


def test_run_in_titles_keep_what_follows() -> None:
    """The words after a run-in title are the level's own sentences."""
    title = run_in_title("Level 2 (Early Help): children who need more.")
    assert title is not None
    assert (title.label, title.name, title.after) == ("Level 2", "Early Help", "children who need more.")
