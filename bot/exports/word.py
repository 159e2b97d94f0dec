"""A reflection as a Word document."""

from io import BytesIO

from docx import Document

from bot import phrases
from bot.exports.record import Record

_TICKED, _OPEN = "☑", "☐"


def word(record: Record) -> bytes:
    """The record as the bytes of a .docx file, with real headings so that a screen reader can move about in it."""
    document = Document()
    document.core_properties.title = record.checklist.title
    document.core_properties.author = "Signpost"
    document.core_properties.language = "en-GB"
    document.add_heading(record.checklist.title, level=1)
    document.add_paragraph(f"{record.day}. {phrases.REFLECT_EXPORTED}")
    for part, items in record.parts():
        document.add_heading(part, level=2)
        for number, item in items:
            line = document.add_paragraph(f"{_TICKED if number in record.ticked else _OPEN} {item.text}")
            line.add_run(f" ({record.source(item.citation)})").italic = True
            if number in record.notes:
                document.add_paragraph(f"Note: {record.notes[number]}", style="List Bullet")
    document.add_heading(phrases.REFLECT_CLOSING, level=2)
    for question, said in record.closing():
        line = document.add_paragraph()
        line.add_run(question).bold = True
        line.add_run(f" {said}" if said else " ")
    file = BytesIO()
    document.save(file)
    return file.getvalue()
