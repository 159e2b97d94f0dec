"""Whatever a procedure counts its stages in is their label, as printed."""

import pytest

from knowledge.ladders import read_ladders
from knowledge.ladders.labels import STAGE_WORDS
from knowledge.manual import Cell, Chapter, Paragraph, Section, Table


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


def test_stages_counted_in_a_word_nobody_knew_are_told_apart_in_a_table() -> None:
    """A table whose rows are "First plank" and "Second plank" gives two stages with those labels, each with its clock."""
    rows = (
        ("Plank", "Who speaks", "Who listens", "How long"),
        ("First plank", "The worker", "The worker who decided", "Within 3 days of the decision"),
        ("Second plank", "Your manager", "Their manager", "Within 6 days of the first plank ending"),
    )
    table = Table(tuple(tuple(Cell((Paragraph(text),)) for text in row) for row in rows))
    chapter = Chapter("c", "The bridge", (Section("Disagreeing about a decision", 1, (table,)),))
    (ladder,) = read_ladders(chapter).ladders
    assert [stage.label for stage in ladder.stages] == ["First plank", "Second plank"]
    assert [stage.clocks[0].value for stage in ladder.stages] == [3, 6]


def test_stages_counted_in_a_word_nobody_knew_are_told_apart_by_headings() -> None:
    """So do headings, and a heading that counts nothing further begins no stage."""
    told = Paragraph("The practitioner must raise it with the next in line within 2 working days.")
    parts = tuple(Section(words, 2, (told,)) for words in ("First plank", "Second plank", "Third plank"))
    chapter = Chapter("c", "Resolving professional disagreements", (Section("The planks", 1, (), parts),))
    (ladder,) = read_ladders(chapter).ladders
    assert [stage.label for stage in ladder.stages] == ["First plank", "Second plank", "Third plank"]


def test_unhappy_families_climb_no_professional_ladder() -> None:
    """What parents may do in turn, when a service let them down, is not for professionals who disagree."""
    turns = ("Tell the worker, or ask for the manager.", "Ring the head of service, who answers in 15 days.")
    parts = tuple(Section(name, 2, (Paragraph(text),)) for name, text in zip(("One", "Two"), turns, strict=True))
    assert read_ladders(Chapter("c", "When families are unhappy", parts)).ladders == ()
