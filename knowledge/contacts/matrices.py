"""Read tables in which services stand across the top, or services stand against areas in either direction."""

from dataclasses import replace

from knowledge.contacts.adults import is_for_adults
from knowledge.contacts.areas import PROPER
from knowledge.contacts.columns import Field, Header, header_of
from knowledge.contacts.drafts import Book, Subject, plain
from knowledge.contacts.labels import is_group
from knowledge.contacts.opening_words import tells_out_of_hours
from knowledge.contacts.records import ReadCell, read_record
from knowledge.contacts.service_words import is_general, names_service
from knowledge.contacts.sheets import NAMING, Row, Sheet, names_itself, places_of, reaches, spans_table
from knowledge.contacts.titles import label_name


def read_turned(sheet: Sheet, downs: list[Header], subject: Subject, book: Book, read_cell: ReadCell) -> None:
    """A record to a column: the first column says what each row holds."""
    width = max(len(row) for row in sheet.body)
    if not (subject.service and names_service(subject.service)) and any(down.name for down in downs):
        downs = [replace(down, name=down.text) if down.out_of_hours and not down.name else down for down in downs]
    for column in range(1, width):
        head = sheet.across[column] if column < len(sheet.across) else Header("")
        named = _told(sheet, downs, column, frozenset(NAMING))
        name = named or head.name or (head.text if head.field is None else "")
        itself = any(names_itself(row[column]) for row in sheet.body if column < len(row))
        record = (
            replace(subject, areas=(name,))
            if name and itself
            else _column_subject(name, subject, book, told=named != "")
        )
        areas = _told(sheet, downs, column, frozenset({Field.AREA})) or (head.name if named and _is_place(head) else "")
        hours = _told(sheet, downs, column, frozenset({Field.HOURS}))
        record = replace(
            record,
            areas=(areas,) if areas else record.areas,
            hours=hours,
            out_of_hours=record.out_of_hours or tells_out_of_hours(hours),
        )
        cells = tuple(row[column] for row in sheet.body if column < len(row))
        kept = tuple(down for row, down in zip(sheet.body, downs, strict=True) if column < len(row))
        fields = tuple(replace(down, field=down.field or Field.NOTES) for down in kept)
        read_record(cells, fields, record, book, read_cell)


def _told(sheet: Sheet, downs: list[Header], column: int, fields: frozenset[Field]) -> str:
    """What a column says in its first row of one of these fields, "" where it has none without numbers."""
    cells = (
        row[column]
        for row, down in zip(sheet.body, downs, strict=True)
        if down.field in fields and column < len(row) and not reaches(row[column])
    )
    return next((cell.text.strip() for cell in cells), "")


def _is_place(head: Header) -> bool:
    """Whether a column whose service is named in a row of its own is headed by a place."""
    words = head.name
    return bool(PROPER.fullmatch(words)) and not (
        names_service(words) or is_group(words) or is_for_adults(words) or is_general(words)
    )


def _column_subject(name: str, subject: Subject, book: Book, *, told: bool = False) -> Subject:
    """Whose numbers a column holds. `told`: a row such as "Team" gives the name, so that it is no area's."""
    if not name:
        return replace(subject, here=True) if subject.service else subject
    bare = label_name(name) or name
    known = plain(bare) in {plain(area) for area in book.areas}
    within = names_service(subject.service) and not names_service(bare) and not told
    if known or within:
        return replace(subject, areas=(bare,), here=True)
    return replace(
        subject.named(bare),
        out_of_hours=tells_out_of_hours(bare),
        for_adults=subject.for_adults or is_for_adults(bare),
    )


def read_matrix(sheet: Sheet, subject: Subject, book: Book, read_cell: ReadCell) -> None:
    """Services against areas: either may be the rows."""
    rows = [row for row in sheet.body if not spans_table(row)]
    services_across = _services_across(sheet.across, [row[0].text for row in rows], book)
    for row in sheet.body:
        if spans_table(row):
            read_cell(row[0], subject, book)
            continue
        if reaches(row[0]):
            _read_columns(row, sheet, subject, book, read_cell)
            continue
        down = header_of(row[0].text)
        for index in range(1, min(len(row), len(sheet.across))):
            across = sheet.across[index]
            service, area = (across, down) if services_across else (down, across)
            named = service.name or (label_name(service.text) or service.text if service.field is None else "")
            if not named and service.out_of_hours and not names_service(subject.service):
                named = service.text
            if index > 1 and row[index] is row[index - 1]:
                continue  # a merged cell was read with all its areas
            places = places_of(row, index, sheet, area, services_across=services_across)
            inside = subject.named(named) if named else subject
            late = tells_out_of_hours(service.text) or service.out_of_hours or area.out_of_hours
            inside = replace(
                inside,
                areas=places or subject.areas,
                out_of_hours=late,
                hours=service.hours,
                kind=service.kind,
                only_number=True,
                for_adults=subject.for_adults or is_for_adults(named),
            )
            if service.field is not Field.FAX and reaches(row[index]):
                read_cell(row[index], inside, book)


def _read_columns(row: Row, sheet: Sheet, subject: Subject, book: Book, read_cell: ReadCell) -> None:
    """A row without a header of its own: each cell stands under its column's name."""
    for cell, across in zip(row, sheet.across, strict=False):
        if reaches(cell):
            under = _column_subject(across.name or across.text, subject, book)
            areas = (across.text,) if across.text else subject.areas
            read_cell(cell, under if names_service(under.service) else replace(subject, areas=areas), book)


def _services_across(across: tuple[Header, ...], downs: list[str], book: Book) -> bool:
    """Whether the columns are the services and the rows the areas."""
    known = {plain(area) for area in book.areas}
    corner = across[0].field
    if corner is Field.AREA:
        return True
    if corner in NAMING:
        return False
    columns = [header.text for header in across[1:] if header.text]
    if any(plain(text) in known for text in columns):
        return False
    if any(plain(text) in known for text in downs):
        return True
    share_across = sum(names_service(text) for text in columns) / max(len(columns), 1)
    share_down = sum(names_service(text) for text in downs) / max(len(downs), 1)
    return share_across > share_down
