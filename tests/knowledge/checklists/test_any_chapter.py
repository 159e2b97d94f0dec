"""Whatever the chapter, checklists are read without failing, and only in the page's own words."""

from hypothesis import given, settings

from knowledge.checklists import read_checklists
from knowledge.manual import Chapter, Figure, Paragraph, Section, block_texts
from tests.knowledge.checklists.golden_pages import golden, names
from tests.knowledge.thresholds.random_chapters import CHAPTERS, PHASES


def _verbatim(chapter: Chapter) -> None:
    texts = [text for _, section in chapter.walk() for block in section.blocks for text in block_texts(block)]
    for checklist in read_checklists(chapter).checklists:
        assert checklist.items
        for item in checklist.items:
            assert item.text
            assert any(item.text in text for text in texts), item.text
        assert not checklist.lead_in or any(checklist.lead_in in text for text in texts)


@settings(max_examples=60, deadline=None, phases=PHASES)
@given(CHAPTERS)
def test_any_chapter_is_read_verbatim(chapter: Chapter) -> None:
    """No chapter makes the reader fail, and every item and lead-in is an exact substring of one block text."""
    _verbatim(chapter)


def test_golden_pages_are_read_verbatim() -> None:
    """On real forms too, every item and lead-in is an exact substring of one block text."""
    for name in names("golden"):
        _verbatim(golden("golden", name).chapter)


def test_an_image_of_signs_is_a_doubt() -> None:
    """An image under a heading of signs gives no item, and a person is told that it is there."""
    page = Chapter("c", "Neglect", (Section("Warning signs", 1, (Paragraph("See the poster."), Figure("Poster"))),))
    reading = read_checklists(page)
    assert reading.checklists == ()
    assert [doubt.path for doubt in reading.doubts][:1] == [("Warning signs",)]
