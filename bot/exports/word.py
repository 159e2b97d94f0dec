"""A reflection as a Word document."""

from datetime import UTC
from io import BytesIO

from docx import Document
from docx.document import Document as Opened
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Mm, Pt

from bot import phrases
from bot.exports.record import Record, asked, plain
from bot.replies import CheckItem

_TICKED, _OPEN = "☑", "☐"
_LANGUAGE = "en-GB"
_INDENT = Cm(0.55)


def word(record: Record) -> bytes:
    """The record as the bytes of a .docx file: real headings to move about by, its language and title told to readers."""
    document = _opened(record)
    document.add_heading(record.title, level=1)
    document.add_paragraph(record.lead)
    for part, items in record.parts():
        document.add_heading(part, level=2)
        for number, item in items:
            _add_item(document, record, number, item)
        if not items:
            document.add_paragraph(phrases.REFLECT_EMPTY_PART)
    document.add_heading(phrases.REFLECT_CLOSING, level=2)
    for question, said in record.closing():
        line = document.add_paragraph()
        line.add_run(question).bold = True
        line.add_run(f" {said}" if said else " ")
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _opened(record: Record) -> Opened:
    document = Document()
    told = document.core_properties
    told.title, told.author, told.language, told.comments = record.title, "Signpost", _LANGUAGE, ""
    told.created = told.modified = record.made.astimezone(UTC).replace(tzinfo=None)
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)  # A4: the template's own is a letter's size
    document.styles["Normal"].font.size = Pt(11)
    _set_language(document)
    return document


def _set_language(document: Opened) -> None:
    """The language of every run: the template's own is American English."""
    defaults = document.styles.element.find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}")
    language = defaults.find(qn("w:lang"))
    if language is None:
        language = OxmlElement("w:lang")
        defaults.append(language)
    language.set(qn("w:val"), _LANGUAGE)


def _add_item(document: Opened, record: Record, number: int, item: CheckItem) -> None:
    """A box that hangs before the question, its source below it, then the note; a note never stands alone on a page."""
    line = document.add_paragraph(f"{_TICKED if number in record.ticked else _OPEN} {plain(asked(item))}")
    line.paragraph_format.left_indent, line.paragraph_format.first_line_indent = _INDENT, -_INDENT
    line.paragraph_format.keep_with_next = bool(record.note(number))
    line.paragraph_format.keep_together = True
    source = line.add_run(f" ({record.source(item.citation)})")
    source.italic, source.font.size = True, Pt(9)
    if record.note(number):
        note = document.add_paragraph(f"{phrases.REFLECT_NOTE} {record.note(number)}")
        note.paragraph_format.left_indent, note.paragraph_format.keep_together = 2 * _INDENT, True
