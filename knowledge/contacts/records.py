"""Read tables that hold a record to a row: a service with its numbers, hours and area."""

import re
from collections.abc import Callable
from dataclasses import replace

from knowledge.contacts.adults import is_for_adults
from knowledge.contacts.areas import area_of
from knowledge.contacts.columns import Field, Header
from knowledge.contacts.drafts import Book, Subject, plain
from knowledge.contacts.opening_words import hour_spans, tells_out_of_hours
from knowledge.contacts.service_words import is_general, names_service
from knowledge.contacts.sheets import NAMING, REACH, Row, Sheet, is_hours, naming_text, reaches, spans_table
from knowledge.contacts.titles import heading_name, label_name
from knowledge.manual import Cell

_SITUATION = re.compile(
    r"(?:[Aa]n?|[Aa]ny|[Ii]f|[Ww]hen|[Ww]orried|[Cc]oncern(?:s|ed)?)\s+[a-z]|(?:[Ss]ome|[Aa]ny)(?:one|body|thing)\b"
)
"""Begins words that say when to call and name nobody: "a child in danger", "Someone who works with children"."""
ReadCell = Callable[[Cell, Subject, Book], None]
"""Reads the lines of one cell; given by `tables`, since a cell may hold a table again."""


def read_records(sheet: Sheet, subject: Subject, book: Book, read_cell: ReadCell) -> None:
    """A record to a row, its cells told by the column headers where there are any."""
    group, before = subject, Subject()
    for row in sheet.body:
        if spans_table(row):
            group, before = _grouped(row[0], subject, book, read_cell), Subject()
            continue
        headers = sheet.across or tuple(Header("") for _ in row)
        record = _record_subject(row, headers, group, book)
        if not sheet.across and is_hours(row[0].text) and _goes_on(before, book):
            record = _at_another_time(before, row[0].text.strip())
        before = record
        read_record(row, headers, record, book, read_cell)


def _goes_on(before: Subject, book: Book) -> bool:
    """Whether a row that names only a time ("Evenings and weekends") is of the service in the row before it."""
    last = book.drafts[-1] if book.drafts else None
    codes = last is not None and any(not telephone.e164 for telephone in last.telephones)
    return before.here and last is not None and plain(last.service) == plain(before.service) and not codes


def _at_another_time(before: Subject, hours: str) -> Subject:
    return replace(before, out_of_hours=tells_out_of_hours(hours), hours=hours)


def _grouped(cell: Cell, subject: Subject, book: Book, read_cell: ReadCell) -> Subject:
    """The subject below a row that spans the table; a spanning row with numbers is a line of its own."""
    if reaches(cell):
        read_cell(cell, subject, book)
        return subject
    words = heading_name(cell.text)
    adults = is_for_adults(cell.text)
    if words and (
        plain(words) in {plain(area) for area in book.areas} or (not names_service(words) and not is_general(words))
    ):
        return replace(subject, perhaps_area=words, for_adults=adults, scope=(*subject.scope, cell.text.strip()))
    return replace(subject, service=words or subject.service, for_adults=adults)


def _record_subject(row: Row, headers: tuple[Header, ...], group: Subject, book: Book) -> Subject:
    """Whose record a row is: its naming column, area column and hours column."""
    service, column = _service_cell(row, headers)
    areas = tuple(
        row[i].text.strip()
        for i, header in enumerate(headers)
        if header.field is Field.AREA and i < len(row) and row[i].text.strip() and not reaches(row[i])
    )
    hours = next(
        (
            row[i].text.strip()
            for i, header in enumerate(headers)
            if header.field is Field.HOURS and i < len(row) and not reaches(row[i])
        ),
        "",
    )
    if not hours and column >= 0 and (spans := hour_spans(row[column].text)):
        told = row[column].text[spans[0][0] : spans[-1][1]]
        hours = told if told not in service else ""
    if not service and group.service == "" and areas and not _columns_name(headers):
        service, areas = areas[0], ()
    if (
        service
        and column == 0
        and not areas
        and plain(service) in {plain(area) for area in book.areas}
        and group.service
    ):
        service, areas = group.service, (service,)
    first = naming_text(row[0])
    situation = first if _SITUATION.match(first) and not reaches(row[0]) else ""
    areas = areas or area_of(situation, book.areas)
    named = group.named(service) if service else group
    return replace(
        named,
        areas=areas or group.areas,
        hours=hours,
        out_of_hours=group.out_of_hours or tells_out_of_hours(service) or tells_out_of_hours(hours),
        for_adults=group.for_adults or is_for_adults(service) or is_for_adults(situation),
    )


def _service_cell(row: Row, headers: tuple[Header, ...]) -> tuple[str, int]:
    """The words that name the row's service, and their column (-1 where nothing does)."""
    for field in NAMING:
        for index, header in enumerate(headers[: len(row)]):
            text = naming_text(row[index])
            if header.field is field and text and not reaches(row[index]):
                return label_name(text) or text, index
    for index, header in enumerate(headers[: len(row)]):
        text = naming_text(row[index])
        names = text and not (is_hours(text) or _SITUATION.match(text))
        if header.field is None and names and not reaches(row[index]):
            return label_name(text) or text, index
        if header.field in REACH:
            break
    return "", -1


def read_record(row: Row, headers: tuple[Header, ...], record: Subject, book: Book, read_cell: ReadCell) -> None:
    previous: Cell | None = None
    ordered = sorted(
        range(min(len(row), len(headers))), key=lambda i: (headers[i].out_of_hours, headers[i].field in NAMING)
    )
    for index in ordered:
        cell, header = row[index], headers[index]
        if cell is previous or header.field is Field.FAX or not cell.text.strip():
            _skip_fax(cell, header, record, book)
            continue
        previous = cell
        late = record.out_of_hours or header.out_of_hours
        hours = header.hours or ("" if header.out_of_hours and not record.out_of_hours else record.hours)
        named = _named_by_column(record, header, row, headers)
        inside = replace(
            named,
            out_of_hours=late,
            hours=hours,
            kind=header.kind,
            only_number=header.field is Field.TELEPHONE or not header.text,
        )
        if reaches(cell):
            read_cell(cell, inside, book)
        elif is_hours(cell.text) and header.field is None and not record.hours:
            record = replace(record, hours=cell.text.strip())
            _give_hours(book, record)


def _named_by_column(record: Subject, header: Header, row: Row, headers: tuple[Header, ...]) -> Subject:
    """The record, or the service that a column is named after ("LADO" in a table of areas) in the record's area."""
    if _shares_name(header, headers):
        header = replace(header, name=_name_to_the_left(header, headers))
    if not header.name or not (header.field in REACH or (header.field is None and names_service(header.name))):
        return record
    place = row[0].text.strip() if headers[0].field is Field.AREA else ""
    return replace(record.named(header.name), areas=(place,) if place else record.areas)


def _columns_name(headers: tuple[Header, ...]) -> bool:
    """Whether the first column with numbers in it is named after a service."""
    first = next((h for h in headers if h.field in REACH or (h.field is None and names_service(h.name))), None)
    return first is not None and names_service(first.name)


def _shares_name(header: Header, headers: tuple[Header, ...]) -> bool:
    """Whether a column beside an area's only adds a time or an address ("Out of hours", "Referral email") to a named one."""
    told = header.out_of_hours or header.field is Field.EMAIL
    return headers[0].field is Field.AREA and told and header.field in REACH and not names_service(header.name)


def _name_to_the_left(header: Header, headers: tuple[Header, ...]) -> str:
    names = [known.name for known in headers[: headers.index(header)] if known.name and names_service(known.name)]
    return names[-1] if names else header.name


def _skip_fax(cell: Cell, header: Header, record: Subject, book: Book) -> None:
    if header.field is Field.FAX and reaches(cell):
        book.doubt(f'The fax number "{cell.text.strip()}" is not offered.', record.path)


def _give_hours(book: Book, record: Subject) -> None:
    for draft in book.drafts:
        if (
            draft.subject.scope == record.scope
            and draft.service == record.service
            and draft.areas == record.areas
            and not draft.hours
        ):
            draft.hours = record.hours
