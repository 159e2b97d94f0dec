"""A reflection as Markdown."""

from collections.abc import Iterator

from bot import phrases
from bot.exports.record import Record


def markdown(record: Record) -> str:
    """The record as Markdown, with a task list that most viewers show as tick boxes."""
    return "\n".join(_lines(record)) + "\n"


def _lines(record: Record) -> Iterator[str]:
    yield f"# {record.checklist.title}"
    yield ""
    yield f"{record.day}. {phrases.REFLECT_EXPORTED}"
    for part, items in record.parts():
        yield ""
        yield f"## {part}"
        yield ""
        for number, item in items:
            yield f"- [{'x' if number in record.ticked else ' '}] {_plain(item.text)} ({record.source(item.citation)})"
            if number in record.notes:
                yield f"  - Note: {_plain(record.notes[number])}"
    yield ""
    yield f"## {phrases.REFLECT_CLOSING}"
    yield ""
    for question, said in record.closing():
        yield f"- **{question}** {_plain(said)}".rstrip()


def _plain(words: str) -> str:
    """Words with Markdown's own signs made harmless."""
    folded = " ".join(words.split())
    return "".join(f"\\{sign}" if sign in "\\`*_[]<>#|" else sign for sign in folded)
