"""Whatever a procedure counts its stages in is their label, as printed."""

import pytest

from knowledge.ladders import read_ladders
from knowledge.ladders.labels import STAGE_WORDS
from knowledge.manual import Chapter, Paragraph, Section


@pytest.mark.parametrize("word", STAGE_WORDS)
def test_stages_are_labelled_by_their_own_word(word: str) -> None:
    """Three headings of one word and a number are three stages, each with its clock."""
    names = ("Talk to each other", "Managers", "Directors")
    sections = tuple(
        Section(
            f"{word.capitalize()} {number}: {name}",
            2,
            (Paragraph(f"The practitioner must raise it with the next in line within {number} working days."),),
        )
        for number, name in enumerate(names, start=1)
    )
    chapter = Chapter("c", "Resolving professional disagreements", (Section("How to escalate", 1, (), sections),))
    (ladder,) = read_ladders(chapter).ladders
    assert [stage.label for stage in ladder.stages] == [f"{word.capitalize()} {number}" for number in (1, 2, 3)]
    assert [stage.name for stage in ladder.stages] == list(names)
    assert [clock.value for stage in ladder.stages for clock in stage.clocks] == [1, 2, 3]


def test_the_first_part_of_something_is_no_stage() -> None:
    """ "Part" counts stages only with a number behind it."""
    words = Paragraph("The first part of the form is for the practitioner. The second part is for the manager.")
    chapter = Chapter("c", "Resolving professional disagreements", (Section("The form", 1, (words,)),))
    assert read_ladders(chapter).ladders == ()
