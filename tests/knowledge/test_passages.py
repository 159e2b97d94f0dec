"""Passages: cut by heading, with lead-ins, notes and qualifying sentences beside what they belong to."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from knowledge.manual import (
    Audience,
    Bullets,
    Cell,
    Chapter,
    Dates,
    Figure,
    Item,
    Manual,
    Paragraph,
    Passage,
    Section,
    Table,
)
from knowledge.passages import address, cut

MANUAL = Manual("eastvale", "Eastvale Procedures", areas=("Eastvale", "Westvale"))


def sentence(words: int, start: str = "Workers") -> str:
    """So many words, ending as a sentence."""
    return " ".join([start, *("word" for _ in range(words - 2)), "end."])


def chapter(*sections: Section, **told: object) -> Chapter:
    return replace(Chapter("p_one", "One", sections, url="https://m.example/p_one.html"), **told)


def texts(passages: tuple[Passage, ...]) -> list[str]:
    return [passage.text for passage in passages]


def test_one_small_section_is_one_passage() -> None:
    """A section's paragraphs, list and all, stand in one passage, a line each, without numbers and markers."""
    section = Section(
        "Stage 1",
        1,
        (
            Paragraph("The worker must:", number="4.1"),
            Bullets(
                (Item("talk;", "a)"), Item("write.", "b)", blocks=(Paragraph("Within 1 working day."),))),
                True,
            ),
            Paragraph("Unless the child is in danger."),
        ),
        number="4",
        anchor="s4",
    )
    (passage,) = cut(chapter(section), MANUAL)
    assert passage.text == "The worker must:\ntalk;\nwrite.\nWithin 1 working day.\nUnless the child is in danger."
    assert (passage.number, passage.path, passage.chapter) == ("4.1", ("Stage 1",), "One")
    assert passage.url == "https://m.example/p_one.html#s4"
    assert passage.id == "eastvale/p_one/stage-1/1"


def test_what_a_passage_knows() -> None:
    """Areas, audience, dates and standing come from the chapter where it says them, else from the manual."""
    plain = cut(chapter(Section("A", 1, (Paragraph("Words."),))), MANUAL)[0]
    assert (plain.areas, plain.audience) == (("Eastvale", "Westvale"), Audience.PRACTITIONERS)
    told = chapter(
        Section("A", 1, (Paragraph("Words."),)),
        areas=("Eastvale",),
        audience=Audience.PARENTS,
        dates=Dates(amended=date(2026, 5, 1)),
    )
    manual = replace(MANUAL, learning=True, demonstration=True)
    passage = cut(told, manual)[0]
    assert (passage.areas, passage.audience, passage.amended) == (
        ("Eastvale",),
        Audience.PARENTS,
        date(2026, 5, 1),
    )
    assert (passage.learning, passage.demonstration) == (True, True)
    assert cut(told, replace(MANUAL, audience=Audience.CHILDREN))[0].audience is Audience.PARENTS


def test_sections_are_not_mixed() -> None:
    """A heading always begins a passage, however short the one before; sections without words give none."""
    sections = (Section("A", 1, (Paragraph("One."),), (Section("B", 2), Section("C", 2, (Paragraph("Two."),)))),)
    passages = cut(chapter(*sections), MANUAL)
    assert [(passage.path, passage.text) for passage in passages] == [(("A",), "One."), (("A", "C"), "Two.")]


def test_long_sections_are_parted_between_paragraphs() -> None:
    """No passage is far over the size aimed at, and none is a scrap."""
    blocks = tuple(Paragraph(sentence(60)) for _ in range(12))
    passages = cut(chapter(Section("A", 1, blocks)), MANUAL)
    sizes = [len(text.split()) for text in texts(passages)]
    assert sum(sizes) == 720
    assert all(40 <= size <= 320 for size in sizes)


def test_a_list_is_never_parted_from_its_lead_in() -> None:
    """The lead-in stands with the list's first item, wherever the section is cut."""
    for before in range(100, 260, 20):
        items = tuple(Item(sentence(30, f"Item{n}")) for n in range(4))
        blocks = (Paragraph(sentence(before)), Paragraph("The worker must do all of these:"), Bullets(items))
        told = texts(cut(chapter(Section("A", 1, blocks)), MANUAL))
        (holder,) = (text for text in told if "all of these:" in text)
        assert all(f"Item{n} " in holder for n in range(4))


def test_a_long_list_is_parted_between_items_only() -> None:
    """An item and its note stay together; the lead-in stays with the first."""
    items = tuple(Item(sentence(30, f"Item{n}"), blocks=(Paragraph(sentence(10, f"Note{n}")),)) for n in range(20))
    blocks = (Paragraph("The signs are:"), Bullets(items))
    told = texts(cut(chapter(Section("Signs", 1, blocks)), MANUAL))
    assert len(told) > 2
    assert told[0].startswith("The signs are:\nItem0 ")
    for number in range(20):
        assert sum(f"Item{number} " in text and f"Note{number} " in text for text in told) == 1


@pytest.mark.parametrize(
    "qualifier",
    [
        "Unless the child is in danger, do not wait.",
        "However, any stage may be left out.",
        "Except where the child is at risk.",
        "In exceptional circumstances the time is longer.",
        "These timescales are the longest allowed.",
        "This does not apply to conferences.",
        "If this is not possible, ring the desk.",
        "Within these days nobody may stop the help.",
        "(Out of hours, ring the duty team.)",
        "Note: a working day has no weekend.",
    ],
)
@pytest.mark.parametrize("before", [120, 200, 235, 248, 252, 300])
def test_what_qualifies_stays_with_what_it_qualifies(qualifier: str, before: int) -> None:
    """An exception or limit is never cut from the paragraph or list before it."""
    paragraph = (Paragraph(sentence(before, "Rule")), Paragraph(qualifier), Paragraph(sentence(120)))
    listed = (Paragraph("Steps:"), Bullets((Item(sentence(before, "Rule")),)), Paragraph(qualifier))
    for blocks in (paragraph, listed):
        (holder,) = (text for text in texts(cut(chapter(Section("A", 1, blocks)), MANUAL)) if qualifier in text)
        assert "Rule " in holder


def test_tables_a_row_a_line() -> None:
    """Each cell is an exact substring, a merged cell's words stand once, heading rows stay with the first row."""
    merged = Cell((Paragraph("2 working days"),))
    head = tuple(Cell((Paragraph(text),), header=True) for text in ("Stage", "When"))
    rows = (
        head,
        (Cell((Paragraph("Stage 1"), Bullets((Item("talk"), Item("write"))))), merged),
        (Cell((Paragraph("Stage 2"),)), merged),
    )
    (passage,) = cut(chapter(Section("A", 1, (Table(rows, "Clocks"), Figure("A drawing")))), MANUAL)
    assert passage.text == "Clocks\nStage | When\nStage 1 talk write | 2 working days\nStage 2\nA drawing"


def test_a_long_paragraph_is_parted_between_sentences() -> None:
    """A page-long paragraph gives passages of a readable size, each sentence whole."""
    sentences = [sentence(40, f"Part{n}") for n in range(20)]
    told = texts(cut(chapter(Section("A", 1, (Paragraph(" ".join(sentences)),))), MANUAL))
    assert max(len(text.split()) for text in told) <= 320
    assert all(sum(one in text for text in told) == 1 for one in sentences)


def test_ids_survive_renumbering() -> None:
    """New printed numbers of chapter, sections and paragraphs leave every id as it was."""
    sections = (
        Section("Scope", 1, (Paragraph("Words.", "1.1"),), number="1"),
        Section("Stages", 1, (Paragraph("More.", "2.1"),), number="2"),
    )
    moved = tuple(replace(section, number=f"7.{section.number}") for section in sections)
    before, after = (
        cut(chapter(*sections, number="4.3"), MANUAL),
        cut(chapter(*moved, number="1.2.8"), MANUAL),
    )
    assert [passage.id for passage in before] == [passage.id for passage in after]
    assert [passage.number for passage in after] == ["1.1", "2.1"]


def test_ids_survive_an_unrelated_section() -> None:
    """A section put in before, between or inside leaves the ids of the others as they were."""
    a, b = Section("A", 1, (Paragraph("One."),)), Section("B", 1, (Paragraph("Two."),))
    new = Section("New", 1, (Paragraph("Three."),))
    inner = replace(a, sections=(replace(new, level=2),))
    ids = {passage.id for passage in cut(chapter(a, b), MANUAL)}
    for sections in ((new, a, b), (a, new, b), (inner, b)):
        assert ids < {passage.id for passage in cut(chapter(*sections), MANUAL)}


def test_ids_are_unique_under_like_headings() -> None:
    """Headings that repeat, or differ only in their signs, never share an id."""
    sections = [
        Section(name, 1, (Paragraph(f"Words {n}."),))
        for n, name in enumerate(["Child", "Child?", "", "Child", "!", "?"])
    ]
    ids = [passage.id for passage in cut(chapter(*sections), MANUAL)]
    assert len(set(ids)) == len(ids) == 6


def test_numbers_and_anchors_come_from_the_section_around() -> None:
    """A part without a number or anchor is cited by the nearest section that has one."""
    inner = Section("Record", 2, (Paragraph("Write."),))
    (passage,) = cut(chapter(Section("Stage 1", 1, (), (inner,), "4", "s4")), MANUAL)
    assert (passage.number, passage.url) == ("4", "https://m.example/p_one.html#s4")


def test_address_of_a_later_page() -> None:
    """An anchor that is an address already is where the words are read."""
    one = chapter()
    assert address(one, "") == one.url
    assert address(one, "x") == f"{one.url}#x"
    assert address(one, "https://m.example/p_two.html#y") == "https://m.example/p_two.html#y"


def test_order_is_the_printed_one() -> None:
    """Passages follow each other as the chapter is printed."""
    sections = tuple(Section(f"S{n}", 1, (Paragraph(f"Words {n}."),)) for n in range(5))
    told = [int(passage.text.split()[1].rstrip(".")) for passage in cut(chapter(*sections), MANUAL)]
    assert all(one < other for one, other in pairwise(told))
