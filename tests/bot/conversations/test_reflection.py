"""A reflection draws open questions from the learning and the manual, in the order of the cycle, each with its source."""

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pdfplumber
import pytest
from docx import Document

from bot import phrases
from bot.conversations import Thread, answer
from bot.conversations.reflection.choosing import nearest_part
from bot.conversations.reflection.models import COLUMNS, CYCLE, Model
from bot.conversations.reflection.opening import asked_for
from bot.exports import Record, markdown, word
from bot.exports.pdf import pdf
from bot.replies import CheckList, Reply
from knowledge.answers import Shelf
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
    for item in checklist.items:
        asked = item.text.rstrip(" ().0123456789").endswith("?")
        assert asked or item.prompt == phrases.REFLECT_SIGN, "a warning sign is asked about in fixed words"
    assert [item.prompt for item in checklist.items].count(phrases.REFLECT_SIGN) == 2


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
    assert phrases.FROM_DEMONSTRATION in words and phrases.FROM_DEMONSTRATION in text
    page = document.sections[0]
    assert page.page_width is not None and round(page.page_width.mm) == 210, "A4"


def test_the_columns_of_signs_of_safety(library: Library) -> None:
    """The supervisor's choice: worried about, working well, what needs to happen; each other model is one pick away."""
    by_cycle, cycle = _reflection(library)
    switch = by_cycle.choices[0]
    assert phrases.REFLECT_COLUMNS in switch.label
    reply, checklist = _reflection(library, switch.send)
    assert checklist.groups == (phrases.REFLECT_WORRIED, phrases.REFLECT_WELL, phrases.REFLECT_NEEDS)
    assert 8 <= len(checklist.items) <= 12 and {item.group for item in checklist.items} <= set(checklist.groups)
    assert checklist.title == f"Reflection: neglect ({phrases.REFLECT_COLUMNS})" != cycle.title
    back, again = _reflection(library, reply.choices[0].send)
    assert again == cycle and back.quotes == by_cycle.quotes


def test_every_prompt_is_quoted_word_for_word(library: Library, shelf: Shelf) -> None:
    """Each item is its citation's quotation, which stands in a stored passage."""
    for text in ("reflect on neglect", "reflect in columns", "reflect on drift with signs of safety"):
        reply, checklist = _reflection(library, text)
        quotes = {quote.number: quote for quote in reply.quotes}
        for item in checklist.items:
            quote = quotes[item.citation]
            passage = shelf.retriever.generation.passage(quote.passage)
            assert item.text == quote.text and passage is not None and item.text in passage.text


def test_what_was_said_in_the_thread_is_no_title(library: Library) -> None:
    """The title stands in the file's properties, so a person's own words are kept out of it."""
    thread = Thread(subject="mum keeps cancelling canary", told=("the boy is always hungry",))
    reply, _ = answer(turn("/reflect", "reflect", thread=thread), library)
    assert reply.checklist is not None and "canary" not in reply.message
    assert reply.checklist.title.startswith(phrases.REFLECT_THREAD_TITLE)


@pytest.mark.parametrize(
    ("said", "model", "topic"),
    [
        ("/reflect neglect", CYCLE, "neglect"),
        ("reflect on neglect using signs of safety", COLUMNS, "neglect"),
        ("reflect on columns: neglect and drift", COLUMNS, "neglect and drift"),
        ("reflect columns", COLUMNS, ""),
        ("can we reflect with the 4x4x4 cycle on domestic abuse?", CYCLE, "domestic abuse"),
        ("supervision questions about cancelled visits", CYCLE, "cancelled visits"),
        ("reflect", CYCLE, ""),
    ],
)
def test_model_and_topic_are_read_from_what_is_typed(said: str, model: Model, topic: str) -> None:
    """The model's name is no part of the topic."""
    assert asked_for(said) == (model, topic)


@pytest.mark.parametrize(
    ("name", "cycle", "columns"),
    [("reflection_questions", 0.85, 1.0), ("reflection_questions_second", 0.82, 0.81), ("reflection_questions_third", 0.57, 0.9)],
)  # fmt: skip
def test_questions_find_their_part(name: str, cycle: float, columns: float, shelf: Shelf) -> None:
    """Shares of questions written apart. The first two sets were seen before the cues were written, the third after.

    On the third, unseen, the cycle's part is right for 0.58 (the key words used before: 0.31), the column for 0.91 or more.
    A printed heading that names a part decides before any of this.
    """
    text = Path(__file__).with_name(f"{name}.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    by_name = {"worried": phrases.REFLECT_WORRIED, "well": phrases.REFLECT_WELL, "needs": phrases.REFLECT_NEEDS}
    parts = [nearest_part(question, CYCLE, shelf).heading.casefold() == part for question, part, _ in rows]
    placed = [
        nearest_part(question, COLUMNS, shelf).heading == by_name[name] for question, _, name in rows if name != "-"
    ]
    assert sum(parts) / len(parts) >= cycle and sum(placed) / len(placed) >= columns


def test_the_three_files_hold_the_same(library: Library) -> None:
    """Every prompt, tick, note and ending stands in each; accents, quotes and emoji break none of them."""
    reply, checklist = _reflection(library, "reflect in columns")
    note = "Żółć, ŵyth ŷn, “so” – 😀\x07 and \ud800 more"
    record = Record(
        checklist, reply.quotes, datetime(2026, 11, 20, tzinfo=UTC), frozenset({2}), {2: note}, ("a", "b", "")
    )
    words = "\n".join(line.text for line in Document(BytesIO(word(record))).paragraphs)
    paper = _words_of(pdf(record))
    for item in checklist.items:
        assert item.text in words and " ".join(item.text.split()) in paper
    for text in (words, markdown(record)):
        assert "Żółć, ŵyth ŷn, “so” – 😀 and more" in text
    assert "Żółć, ŵyth ŷn, “so” – [grinning face] and more" in paper
    assert paper.count(phrases.REFLECT_TICKED) == 1
    assert all(heading in paper and heading in words for heading in checklist.groups)


def test_the_pdf_can_be_read_aloud(library: Library) -> None:
    """Headings and paragraphs are tagged in order, the language and the title are told, the rest is marked as furniture."""
    reply, checklist = _reflection(library)
    notes = dict.fromkeys(range(1, 13), "a long note " * 25)
    made = pdf(Record(checklist, reply.quotes, datetime(2026, 11, 20, tzinfo=UTC), frozenset(), notes))
    with pdfplumber.open(BytesIO(made)) as opened:
        catalog = opened.doc.catalog
        tags = [one["type"] for page in opened.pages for tree in page.structure_tree for one in tree["children"]]
        pages, title = len(opened.pages), opened.metadata["Title"]
        loose = [
            sign for page in opened.pages for sign in page.chars if sign["mcid"] is None and sign["tag"] != "Artifact"
        ]
    assert pages >= 3 and title == checklist.title and catalog["Lang"] in (b"en-GB", "en-GB")
    assert tags[0] == "H1" and tags.count("H2") == len(checklist.groups) + 1 and tags.count("P") > 30
    assert not loose, "every letter is in a paragraph, a heading, or marked as furniture"


def _words_of(made: bytes) -> str:
    with pdfplumber.open(BytesIO(made)) as opened:
        text = " ".join(page.extract_text() for page in opened.pages)
    return " ".join(text.split())
