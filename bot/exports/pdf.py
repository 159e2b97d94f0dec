"""A reflection as a PDF: tagged headings and paragraphs in reading order, its language and title, and a contents outline."""

from bot import phrases
from bot.exports.paper import Paper
from bot.exports.record import Record, asked, plain
from bot.replies import CheckItem


def pdf(record: Record) -> bytes:
    """The record as the bytes of a PDF file."""
    paper = Paper(record.title, record.made)
    paper.heading(record.title, 1)
    paper.paragraph(f"{record.day}. {phrases.REFLECT_EXPORTED}")
    for part, items in record.parts():
        paper.heading(part, 2)
        for number, item in items:
            _add_item(paper, record, number, item)
        if not items:
            paper.paragraph(phrases.REFLECT_EMPTY_PART)
    paper.heading(phrases.REFLECT_CLOSING, 2)
    for question, said in record.closing():
        paper.paragraph(question, bold=True, with_next=True)
        paper.paragraph(said or phrases.REFLECT_UNANSWERED)
    return paper.bytes()


def _add_item(paper: Paper, record: Record, number: int, item: CheckItem) -> None:
    ticked = number in record.ticked
    state = phrases.REFLECT_TICKED if ticked else phrases.REFLECT_UNTICKED
    paper.box(plain(asked(item)), ticked=ticked)
    note = record.note(number)
    paper.paragraph(f"{state} {record.source(item.citation)}", small=True, indented=True, with_next=bool(note))
    if note:
        paper.paragraph(f"{phrases.REFLECT_NOTE} {note}", indented=True)
