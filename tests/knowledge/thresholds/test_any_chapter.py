"""Whatever the chapter, levels are read without failing, and only in the page's own words."""

from hypothesis import given, settings

from knowledge.manual import Chapter, Paragraph, Section, block_texts
from knowledge.thresholds import read_levels
from tests.knowledge.thresholds.golden_pages import golden, names
from tests.knowledge.thresholds.random_chapters import CHAPTERS, PHASES


def _texts(chapter: Chapter) -> list[str]:
    return [text for _, section in chapter.walk() for block in section.blocks for text in block_texts(block)]


def _verbatim(chapter: Chapter) -> None:
    texts = _texts(chapter)
    levels = [level for scheme in read_levels(chapter).schemes for level in scheme.levels]
    for level in levels:
        for words in (*(one.text for one in level.descriptors), *level.summary):
            assert any(words in text for text in texts), words


@settings(max_examples=60, deadline=None, phases=PHASES)
@given(CHAPTERS)
def test_any_chapter_is_read_verbatim(chapter: Chapter) -> None:
    """No chapter makes the reader fail, and every descriptor and summary is an exact substring of one block text."""
    _verbatim(chapter)


def test_golden_pages_are_read_verbatim() -> None:
    """On real forms too, every descriptor and summary is an exact substring of one block text."""
    for name in names("golden"):
        _verbatim(golden("golden", name).chapter)


@settings(max_examples=60, deadline=None, phases=PHASES)
@given(CHAPTERS)
def test_order_is_gapless(chapter: Chapter) -> None:
    """Levels of a scheme are numbered 1, 2, 3 ... from least need, and reading twice gives the same."""
    reading = read_levels(chapter)
    for scheme in reading.schemes:
        assert [level.order for level in scheme.levels] == list(range(1, len(scheme.levels) + 1))
    assert read_levels(chapter) == reading


def test_an_empty_chapter_has_no_levels_and_no_doubts() -> None:
    """Nothing is invented where nothing is printed."""
    reading = read_levels(Chapter("empty", "Levels of need", (Section("", 1, (Paragraph("Nothing yet."),)),)))
    assert (reading.schemes, reading.doubts) == ((), ())
