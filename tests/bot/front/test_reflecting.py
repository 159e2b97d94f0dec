"""A reflection under way: ticks, notes, endings, and the export that ends it."""

import io
from pathlib import Path

import pytest
from docx import Document as open_word

from bot import phrases
from bot.front.counter import Counter
from bot.front.messages import Served
from bot.journal import open_journal
from tests.bot.front.conftest import Remembers, counter_over, message


async def say(counter: Counter, text: str, conversation: str = "1") -> Served:
    return await counter.serve(message(text, conversation))


async def test_from_the_first_question_to_the_export(counter: Counter) -> None:
    """Begun, ticked, noted, ended, exported as Markdown; then it is gone."""
    begun = await say(counter, "/reflect neglect")
    assert (
        begun.ticking
        and "[ ] 1. “What did you see?”" in begun.reply.message
        and phrases.REFLECT_HOW in begun.reply.message
    )
    assert "[x] 2." in (await say(counter, "/tick 2")).reply.message
    assert "1 of 2 ticked" in (await say(counter, "/tick 2: nobody *asked* the child")).reply.message
    await say(counter, "/tick 1")
    assert "[ ] 1." in (await say(counter, "/untick 1")).reply.message
    for ending in ("/decide escalate to stage two", "/who the safeguarding lead", "/when Friday at noon"):
        assert phrases.REFLECT_NOTED in (await say(counter, ending)).reply.message
    served = await say(counter, "/export md")
    assert served.document is not None and served.document.name == "reflection-2026-11-23-1000.md"
    text = served.document.content.decode()
    assert text.startswith("# Reflection: neglect\n") and "23 November 2026" in text
    assert "- [ ] What did you see? (Learning > Questions > Section 3 (learning: recommends, does not require))" in text
    assert "- [x] What happens next? (Manual > Supervision > Ending)\n  - Note: nobody \\*asked\\* the child" in text
    assert f"- **{phrases.REFLECT_END[0]}** escalate to stage two" in text
    counter.exported(message("x"))
    assert (await say(counter, "/tick 1")).reply.message == phrases.REFLECT_NOT_OPEN


async def test_the_word_file_has_real_headings(counter: Counter) -> None:
    """Opened with another reader: headings, ticks, notes, sources, endings, language."""
    await say(counter, "/reflect neglect")
    await say(counter, "/tick 1 a short note")
    await say(counter, "/when Friday")
    served = await say(counter, "/export Word")
    assert served.document is not None and served.document.name.endswith(".docx")
    document = open_word(io.BytesIO(served.document.content))
    lines = [(one.style.name if one.style else "", one.text) for one in document.paragraphs]
    assert [text for style, text in lines if style == "Heading 1"] == ["Reflection: neglect"]
    assert [text for style, text in lines if style == "Heading 2"] == ["Experience", "Action", phrases.REFLECT_CLOSING]
    words = [text for _, text in lines]
    assert any(text.startswith("☑ What did you see?") and "Learning" in text for text in words)
    assert any(text.startswith("☐ What happens next?") for text in words)
    assert "Note: a short note" in words and f"{phrases.REFLECT_END[2]} Friday" in words
    assert document.core_properties.language == "en-GB" and document.core_properties.title == "Reflection: neglect"


@pytest.mark.parametrize(
    ("command", "told"),
    [
        ("/tick", phrases.REFLECT_WHICH),
        ("/tick three", phrases.REFLECT_WHICH),
        ("/tick 0", "no question 0"),
        ("/tick 3", "no question 3"),
        ("/tick 999", "from 1 to 2"),
        ("/tick -1", phrases.REFLECT_WHICH),
        ("/untick 7", "no question 7"),
        ("/decide", "/decide"),
        ("/export", phrases.REFLECT_EXPORT_KINDS),
        ("/export exe", phrases.REFLECT_EXPORT_KINDS),
        ("/tick 1 " + "x" * 301, "300"),
        ("/who " + "x" * 301, "300"),
    ],
)
async def test_what_cannot_be_done_is_said(counter: Counter, command: str, told: str) -> None:
    """One sentence on what was wrong, and the reflection stays as it was."""
    await say(counter, "/reflect neglect")
    served = await say(counter, command)
    assert told in served.reply.message and served.document is None
    standing = counter.reflecting.standing(counter.sender(message("x")))
    assert standing is not None and standing.untouched


@pytest.mark.parametrize("command", ["/tick 1", "/untick 1", "/decide x", "/who x", "/when x", "/export md", "/drop"])
async def test_without_a_reflection(counter: Counter, understanding: Remembers, command: str) -> None:
    """Said, with how to begin one; nobody else is asked."""
    assert (await say(counter, command)).reply.message == phrases.REFLECT_NOT_OPEN
    assert not understanding.asked


async def test_what_was_written_is_never_overwritten(counter: Counter) -> None:
    """Another /reflect shows the one under way until it is exported or dropped."""
    await say(counter, "/reflect neglect")
    assert "[ ] 1." in (await say(counter, "/reflect neglect")).reply.message, "nothing was done in it yet"
    await say(counter, "/tick 1 a note")
    again = await say(counter, "/reflect something else")
    assert "under way" in again.reply.message and "[x] 1." in again.reply.message and again.ticking
    assert (await say(counter, "/drop")).reply.message == phrases.REFLECT_DROPPED
    assert "[ ] 1." in (await say(counter, "/reflect neglect")).reply.message


async def test_reflections_are_each_conversation_s_own(counter: Counter) -> None:
    """Nobody sees another's ticks."""
    await say(counter, "/reflect neglect", "1")
    assert (await say(counter, "/tick 1", "2")).reply.message == phrases.REFLECT_NOT_OPEN


async def test_it_can_be_taken_away_as_a_pdf(counter: Counter) -> None:
    """Named by its day, and it is one."""
    await say(counter, "/reflect neglect")
    await say(counter, "/tick 1 a short note")
    served = await say(counter, "/export pdf")
    assert served.document is not None and served.document.name == "reflection-2026-11-23-1000.pdf"
    assert served.document.content.startswith(b"%PDF-") and served.document.media_type == "application/pdf"


@pytest.mark.parametrize("form", ["md", "docx", "pdf"])
async def test_after_the_export_no_file_holds_a_note(understanding: Remembers, tmp_path: Path, form: str) -> None:
    """The canary is in the journal while the reflection is under way; after the export not one byte of it, log included."""
    journal = open_journal(tmp_path / "journal.sqlite")
    counter = counter_over(understanding, journal)
    await say(counter, "/reflect neglect")
    await say(counter, "/tick 1 canary-Kx93 was mentioned")
    await say(counter, "/decide canary-Kx93 too")
    assert _holding(tmp_path, "canary-Kx93")
    served = await say(counter, f"/export {form}")
    assert served.document is not None
    counter.exported(message("x"))
    assert not _holding(tmp_path, "canary-Kx93")
    journal.close()
    assert not _holding(tmp_path, "canary-Kx93")


def _holding(folder: Path, words: str) -> list[str]:
    return [file.name for file in folder.iterdir() if words.encode() in file.read_bytes()]
