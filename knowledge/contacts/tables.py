"""Read contact points from tables: a service to a row, to a column, or services against areas in either direction."""

import re
from dataclasses import replace

from knowledge.contacts.columns import header_of
from knowledge.contacts.drafts import Book, Subject
from knowledge.contacts.labels import Line
from knowledge.contacts.lines import read_line
from knowledge.contacts.matrices import read_matrix, read_turned
from knowledge.contacts.records import read_records
from knowledge.contacts.service_words import is_general, names_service
from knowledge.contacts.sheets import NAMING, REACH, is_turned, reaches, sheet_of
from knowledge.contacts.titles import heading_name
from knowledge.manual import Block, Bullets, Cell, Figure, Paragraph, Table


def read_table(table: Table, subject: Subject, book: Book) -> None:
    """Adds the contact points of a table, whichever way it is laid out."""
    caption = heading_name(table.caption)
    if caption and not is_general(caption):
        subject = replace(subject, service=caption) if names_service(caption) or not subject.service else subject
    rows = tuple(row for row in table.rows if any(cell.text.strip() for cell in row))
    if not rows or not any(reaches(cell) for row in rows for cell in row):
        return
    if all(len(row) == 1 for row in rows):
        for row in rows:
            read_cell(row[0], subject, book)
        return
    sheet = sheet_of(rows)
    downs = [header_of(row[0].text) for row in sheet.body]
    if any(header.field in REACH or header.field in NAMING for header in sheet.across[1:]):
        read_records(sheet, subject, book, read_cell)
    elif is_turned(sheet, downs):
        read_turned(sheet, downs, subject, book, read_cell)
    elif sheet.across:
        read_matrix(sheet, subject, book, read_cell)
    else:
        read_records(sheet, subject, book, read_cell)


def read_cell(cell: Cell, subject: Subject, book: Book) -> None:
    """Reads the lines of one cell in turn; a naming line in the cell names those below it."""
    for block in cell.blocks:
        subject = read_block(block, subject, book)


def read_block(block: Block, subject: Subject, book: Book) -> Subject:
    """Reads one block; returns what it says about the blocks below it."""
    match block:
        case Paragraph():
            return read_line(Line(block.text, block.links, block.label, block.number), subject, book)
        case Bullets():
            return _read_bullets(block, subject, book)
        case Table():
            read_table(block, subject, book)
        case Figure():
            if re.search(r"\b(?:contact|phone|telephone|number)", block.alt, re.IGNORECASE):
                book.doubt(f'An image ("{block.alt}") may show numbers; nothing is read from images.', subject.path)
    return subject


def _read_bullets(bullets: Bullets, subject: Subject, book: Book) -> Subject:
    carried = subject
    for item in bullets.items:
        before = carried
        carried = (
            read_line(Line(item.text, item.links, item.label, item.marker), carried, book) if item.text else carried
        )
        inner = carried
        for block in item.blocks:
            inner = read_block(block, inner, book)
        if item.blocks:
            carried = before if before is subject else subject
    return (
        replace(subject, service=carried.service, here=carried.here)
        if carried.service and not subject.service
        else subject
    )
