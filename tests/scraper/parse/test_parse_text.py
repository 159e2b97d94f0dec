"""Plain text: numbered headings, faked bullets, wrapped lines, and the real learning report."""

from pathlib import Path

import pytest

from knowledge.manual import Bullets, Chapter, Paragraph, Section, Table
from scraper.parse import parse

REPORT = Path(__file__).parents[4] / "shared" / "data" / "learning-report.txt"


def read(text: str) -> Chapter:
    return parse(text.encode(), url="notes/report.txt")


@pytest.fixture(scope="module")
def report() -> Chapter:
    """The learning report that gave rise to the project; it is not part of this repository."""
    if not REPORT.exists():
        pytest.skip("the learning report is not beside this repository")
    return parse(REPORT.read_bytes(), url=str(REPORT))


def _section(chapter: Chapter, number: str) -> Section:
    return next(section for _, section in chapter.walk() if section.number == number)


def _lists(section: Section) -> list[Bullets]:
    return [block for block in section.blocks if isinstance(block, Bullets)]


def test_report_sections(report: Chapter) -> None:
    """Every numbered section is found, with its number and nesting, and nothing else is taken for one."""
    numbers = [section.number for _, section in report.walk() if section.number]
    wanted = ["1", "2", "3", "4", *(f"4.{n}" for n in range(1, 9)), "5", *(f"5.{n}" for n in range(1, 6))]
    assert numbers == wanted
    assert {section.level for _, section in report.walk() if "." in section.number} == {2}
    assert _section(report, "4.8").heading == "Warning Signs Highlighted in this case"
    assert _section(report, "4.3").heading.startswith("Did professionals have any concerns and if so what did they do")


def test_report_lists(report: Chapter) -> None:
    """The eleven warning signs, the 31 actions and the six key questions are lists of as many items."""
    assert [len(block.items) for block in _lists(_section(report, "4.8"))] == [11]
    assert [len(block.items) for block in _lists(_section(report, "4.6"))] == [31]
    assert [len(block.items) for block in _lists(_section(report, "3"))] == [3, 6]
    assert [len(block.items) for block in _lists(_section(report, "2"))] == [13]


def test_report_nested_list(report: Chapter) -> None:
    """In 5.2 the six parts of the new strategy stand inside the third recommendation."""
    (block,) = _lists(_section(report, "5.2"))
    assert len(block.items) == 3
    (inner,) = block.items[2].blocks
    assert isinstance(inner, Bullets)
    assert len(inner.items) == 6


def test_report_keeps_all_its_words(report: Chapter) -> None:
    """No word of the report is lost between its bytes and its sections."""
    words = [word for word in REPORT.read_text().split() if any(letter.isalpha() for letter in word)]
    kept = " ".join(
        f"{section.number} {section.heading} " + " ".join(_texts(section)) for _, section in report.walk()
    ).split()
    missing = [word for word in words if word not in set(kept)]
    assert missing == []


def _texts(section: Section) -> list[str]:
    from knowledge.manual import block_texts

    return [text for block in section.blocks for text in block_texts(block)]


def test_wrapped_lines_are_joined() -> None:
    """Text wrapped at a fixed width is read as paragraphs, with bullets and numbers kept apart."""
    text = (
        "Escalation guide\n\n"
        "1. Purpose\n\n"
        "This guide is for every worker who disagrees with a decision that\n"
        "another agency has made about a child, and who has told them so\n"
        "without being heard within the time that was agreed between them.\n\n"
        "- Say why you disagree, and which of the child's needs are not being\n"
        "  met by the decision as it stands today.\n"
        "- Write down what was said by whom, and what was agreed, on the same\n"
        "  working day.\n"
    )
    chapter = read(text)
    assert chapter.title == "Escalation guide"
    (section,) = chapter.sections
    paragraph, bullets = section.blocks
    assert isinstance(paragraph, Paragraph)
    assert paragraph.text.endswith("within the time that was agreed between them.")
    assert isinstance(bullets, Bullets)
    assert [item.text.split()[-1] for item in bullets.items] == ["today.", "day."]


def test_a_numbered_list_is_no_series_of_headings() -> None:
    """Numbered lines that follow each other at once are paragraphs of a list."""
    chapter = read(
        "Steps\n\nWhat to do:\n\n1. Talk to the worker\n2. Talk to the manager\n3. Write it down\n\nThen wait.\n"
    )
    assert [section.heading for section in chapter.sections] == [""]
    assert [block.number for block in chapter.sections[0].blocks if isinstance(block, Paragraph)] == [
        "",
        "1",
        "2",
        "3",
        "",
    ]


def test_times_in_a_programme_are_not_section_numbers() -> None:
    """ "10.20 - 11.20" is a time."""
    chapter = read("Programme\n\n10.20 - 11.20\n\nTalks by the agencies that took part in the day, one by one.\n")
    assert [section.number for section in chapter.sections] == [""]


def test_tabbed_rows_are_a_table() -> None:
    """Rows laid out by tabs, as many cells in each, are a table."""
    chapter = read("Contacts\n\nHere they are.\n\nEastvale\tDesk\t01632 960301\nWestvale\tDesk\t01632 960302\n")
    assert isinstance(chapter.sections[0].blocks[1], Table)


def test_a_title_is_made_of_the_files_name_where_none_is_printed() -> None:
    """A document that begins with its first section is named after its file."""
    assert read("1. Introduction\n\nWords of the introduction stand here.\n").title == "Report"


def test_an_item_that_hangs_over_two_lines_is_one() -> None:
    """A line set in below an item, with no bullet of its own, is more of that item, whatever the width of the page."""
    text = "Leaflet\n\nSigns include:\n\n• talks to people online\n  or in a game\n• has new gifts\n"
    (section,) = parse(text.encode(), url="https://manual.example/leaflet.txt").sections
    (bullets,) = [block for block in section.blocks if isinstance(block, Bullets)]
    assert [item.text for item in bullets.items] == ["talks to people online or in a game", "has new gifts"]
