"""A reflection as Markdown."""

from collections.abc import Iterator

from bot import phrases
from bot.exports.record import Record, asked, plain


def markdown(record: Record) -> str:
    """The record as Markdown, with a task list that most viewers show as tick boxes."""
    return "\n".join(_lines(record)) + "\n"


def _lines(record: Record) -> Iterator[str]:
    yield f"# {_harmless(record.title)}"
    yield ""
    yield record.lead
    for part, items in record.parts():
        yield ""
        yield f"## {part}"
        yield ""
        for number, item in items:
            source = record.source(item.citation)
            yield f"- [{'x' if number in record.ticked else ' '}] {_harmless(asked(item))} ({source})"
            if record.note(number):
                yield f"  - {phrases.REFLECT_NOTE} {_harmless(record.note(number))}"
        if not items:
            yield phrases.REFLECT_EMPTY_PART
    yield ""
    yield f"## {phrases.REFLECT_CLOSING}"
    yield ""
    for question, said in record.closing():
        yield f"- **{question}** {_harmless(said)}".rstrip()


def _harmless(words: str) -> str:
    """Words with Markdown's own signs made harmless."""
    return "".join(f"\\{sign}" if sign in "\\`*_[]<>#|" else sign for sign in plain(words))
