"""A reflection draws open questions from the learning and the manual, in the order of the cycle, each with its source."""

from datetime import UTC, datetime
from io import BytesIO

from docx import Document

from bot import phrases
from bot.conversations import answer
from bot.exports import Record, markdown, word
from bot.replies import CheckList, Reply
from knowledge.library import Library
from tests.bot.conversations.conftest import turn


def _reflection(library: Library, text: str = "reflect on neglect") -> tuple[Reply, CheckList]:
    reply, _ = answer(turn(text, "reflect"), library)
    assert reply.checklist is not None
    return reply, reply.checklist


def test_eight_to_twelve_cited_questions_in_the_order_of_the_cycle(library: Library) -> None:
    """Experience, reflection, analysis, action; from the learning and the manual both."""
    reply, checklist = _reflection(library)
    assert 8 <= len(checklist.items) <= 12
    parts = list(dict.fromkeys(item.group for item in checklist.items))
    order = [phrases.REFLECT_EXPERIENCE, phrases.REFLECT_REFLECTION, phrases.REFLECT_ANALYSIS, phrases.REFLECT_ACTION]
    assert parts == [part for part in order if part in parts]
    assert {quote.learning for quote in reply.quotes} == {True, False}
    assert all(item.text.rstrip(" ().0123456789").endswith("?") for item in checklist.items)


def test_it_ends_in_who_decides_what_by_when(library: Library) -> None:
    """The three closing questions are always there, and nothing is scored."""
    reply, _ = _reflection(library)
    assert all(ending in reply.message for ending in phrases.REFLECT_END)
    assert "score" not in reply.message.casefold()


def test_the_exports_hold_ticks_notes_and_endings(library: Library) -> None:
    """Markdown and Word hold the same; Word has real headings."""
    reply, checklist = _reflection(library)
    record = Record(
        checklist,
        reply.quotes,
        datetime(2026, 11, 20, tzinfo=UTC),
        frozenset({1}),
        {1: "talked about *this*"},
        ("escalate", "DSL", "Monday"),
    )
    text = markdown(record)
    assert text.count("- [x]") == 1 and text.count("- [ ]") == len(checklist.items) - 1
    assert "talked about \\*this\\*" in text and "**By when?** Monday" in text
    document = Document(BytesIO(word(record)))
    headings = [
        line.text for line in document.paragraphs if line.style is not None and line.style.name.startswith("Heading")
    ]
    assert headings[0] == checklist.title and headings[-1] == phrases.REFLECT_CLOSING
    words = "\n".join(line.text for line in document.paragraphs)
    assert all(item.text in words for item in checklist.items)
    assert "talked about *this*" in words
