"""Whatever a chapter holds, reading it never fails and never prints what the chapter does not."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from knowledge.ladders import read_clocks, read_ladders
from knowledge.manual import Bullets, Cell, Chapter, Figure, Item, Paragraph, Section, Table
from tests.knowledge.ladders.golden_pages import texts_of, words_of

PHRASES = st.sampled_from(
    [
        "Stage 1", "Stage 2: Line managers", "Stage Two", "Step 3", "Level 1", "Safeguarding Lead - Stage Two", "Final stage", "Stages 1-2",
        "The manager must reply within 2 working days.", "If this is not resolved, the head of service should decide within five days.",
        "If still unresolved, refer to the director.", "In the first instance the practitioner should discuss it.", "Timescale", "Who", "5 working days",
        "See Stage 3 above.", "Complaints", "If a child is at immediate risk, do not wait.", "1.2", "Speak to your manager.", "24 hours", "",
    ]
)  # fmt: skip
WORDS = st.one_of(PHRASES, st.text(max_size=30))
PARAGRAPHS = st.builds(lambda words, bold: Paragraph(words, label=words if bold else ""), WORDS, st.booleans())
ITEMS = st.lists(st.builds(Item, WORDS), max_size=4).map(lambda items: Bullets(tuple(items), ordered=True))
CELLS = st.builds(lambda words: Cell((Paragraph(words),)), WORDS)
TABLES = st.lists(st.lists(CELLS, max_size=3).map(tuple), max_size=4).map(lambda rows: Table(tuple(rows)))
BLOCKS = st.lists(st.one_of(PARAGRAPHS, ITEMS, TABLES, st.builds(Figure, WORDS)), max_size=5).map(tuple)
INNER = st.builds(lambda heading, blocks: Section(heading, 2, blocks), WORDS, BLOCKS)
SECTIONS = st.builds(
    lambda heading, blocks, inner: Section(heading, 1, blocks, tuple(inner)), WORDS, BLOCKS, st.lists(INNER, max_size=2)
)
TITLES = st.one_of(st.just("Resolving Professional Disagreements"), st.just("Complaints"), WORDS)
CHAPTERS = st.builds(
    lambda title, sections: Chapter("slug", title, tuple(sections)), TITLES, st.lists(SECTIONS, max_size=4)
)


@given(CHAPTERS)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_text_read_is_printed(chapter: Chapter) -> None:
    """Sentences, roles, triggers and exceptions are exact runs of the chapter; stages are counted from 1."""
    printed = words_of(chapter)
    for ladder in read_ladders(chapter).ladders:
        assert ladder.first().order == 1
        for text in texts_of(ladder):
            assert any(text in run for run in printed), text


def test_an_empty_chapter_gives_nothing() -> None:
    """No words, no ladder, no doubt."""
    reading = read_ladders(Chapter("empty", "", ()))
    assert (reading.ladders, reading.doubts) == ((), ())


def test_a_long_run_of_words_is_read_in_bounded_time() -> None:
    """A paragraph of 75,000 characters and 300 stage labels is read without a crash."""
    text = "If not resolved within 2 working days the manager must tell the director. " * 1000
    sections = tuple(
        Section(f"Stage {number % 7}", 1, (Paragraph(text if number == 0 else "x"),)) for number in range(300)
    )
    read_ladders(Chapter("long", "Escalation", sections))


def test_a_sentence_without_end_is_read_in_bounded_time() -> None:
    """Thousands of limits and brackets without a full stop are cut, not read against each other."""
    assert len(read_clocks("within 5 working days of the " * 2000)) > 1000
    read_clocks("(5 days " * 3000)
