"""A reflection as a PDF: tagged headings and paragraphs in reading order, its language and title, and a contents outline."""

from bot import phrases
from bot.exports.paper import Paper
from bot.exports.record import Record, asked, plain
from bot.replies import CheckItem


def pdf(record: Record) -> bytes:
    """The record as the bytes of a PDF file."""
    paper = Paper(record.title, record.made)
    paper.heading(record.title, 1)
    paper.paragraph(record.lead)
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
    question, note = plain(asked(item)), record.note(number)
    state = phrases.REFLECT_TICKED if ticked else phrases.REFLECT_UNTICKED
    source = f"{state} {record.source(item.citation)}"
    noted = [f"{phrases.REFLECT_NOTE} {note}"] if note else []
    paper.room_for(question, source, *noted)
    paper.box(question, ticked=ticked)
    paper.paragraph(source, small=True, indented=True)
    for words in noted:
        paper.paragraph(words, indented=True)
