"""Read contact points from tables: a service to a row, to a column, or services against areas in either direction."""

import re
from dataclasses import dataclass, replace

from knowledge.contacts.columns import Field, Header, header_of
from knowledge.contacts.drafts import Book, Subject, plain
from knowledge.contacts.lines import _ADULTS, Line, read_line
from knowledge.contacts.naming import heading_name, is_general, label_name, names_service
from knowledge.contacts.opening_words import hour_spans, tells_out_of_hours
from knowledge.contacts.sightings import sightings_in
from knowledge.manual import Block, Bullets, Cell, Figure, Paragraph, Table

_REACH = frozenset({Field.TELEPHONE, Field.EMAIL, Field.HOURS, Field.FAX})
_NAMING = (Field.SERVICE, Field.ROLE, Field.ORGANISATION, Field.NAME)
Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A table with its headers told apart: `across` heads the columns (none where there is no header row)."""

    across: tuple[Header, ...]
    body: tuple[Row, ...]


def read_table(table: Table, subject: Subject, book: Book) -> None:
    """Adds the contact points of a table, whichever way it is laid out."""
    caption = heading_name(table.caption)
    if caption and not is_general(caption):
        subject = replace(subject, service=caption) if names_service(caption) or not subject.service else subject
    rows = tuple(row for row in table.rows if any(cell.text.strip() for cell in row))
    if not rows or not any(_reaches(cell) for row in rows for cell in row):
        return
    if all(len(row) == 1 for row in rows):
        for row in rows:
            read_cell(row[0], subject, book)
        return
    sheet = _sheet(rows)
    downs = [header_of(row[0].text) for row in sheet.body]
    if any(header.field in _REACH or header.field in _NAMING for header in sheet.across[1:]):
        _read_records(sheet, subject, book)
    elif _is_turned(sheet, downs):
        _read_turned(sheet, downs, subject, book)
    elif sheet.across:
        _read_matrix(sheet, subject, book)
    else:
        _read_records(sheet, subject, book)


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


def _reaches(cell: Cell) -> bool:
    return bool(sightings_in(cell.text, _links(cell), only_number=True))


def _links(cell: Cell) -> tuple:  # type: ignore[type-arg]
    return tuple(link for block in cell.blocks if isinstance(block, Paragraph) for link in block.links)


def _sheet(rows: tuple[Row, ...]) -> _Sheet:
    """The rows with a header row told from them: marked as one, or naming fields, or naming columns of numbers."""
    for index, row in enumerate(rows[:3]):
        if _spans(row):
            continue
        texts = [cell.text.strip() for cell in row]
        if any(_reaches(cell) for cell in row):
            break
        headers = tuple(header_of(text) if text else Header("") for text in texts)
        marked = all(cell.header or not text for cell, text in zip(row, texts, strict=True))
        fields = [header.field for header in headers if header.text]
        told = sum(field is not None for field in fields) * 2 >= len(fields) and any(
            field in _REACH or field in _NAMING or field is Field.AREA for field in fields
        )
        heads_numbers = (
            len(rows) > index + 1
            and len(row) > 2
            and all(
                any(_reaches(r[column]) for r in rows[index + 1 :] if column < len(r)) for column in range(1, len(row))
            )
        )
        pair = len(row) == 2 and header_of(texts[0]).field in _REACH
        if (marked or told or heads_numbers) and not (
            pair and not marked and index == 0 and header_of(texts[1]).field is None
        ):
            return _Sheet(headers, (*rows[:index], *rows[index + 1 :]))
        break
    return _Sheet((), rows)


def _spans(row: Row) -> bool:
    """Whether one merged cell fills the row: it groups the rows below it."""
    return len(row) > 1 and all(cell is row[0] or cell == row[0] for cell in row)


def _is_turned(sheet: _Sheet, downs: list[Header]) -> bool:
    """Whether the first column names fields, so that each further column is a record."""
    told = [header.field is not None and not header.name for header in downs if header.text]
    reach = any(header.field in _REACH and not header.name for header in downs)
    return sum(told) * 2 > len(told) and reach


def _read_records(sheet: _Sheet, subject: Subject, book: Book) -> None:
    """A record to a row, its cells told by the column headers where there are any."""
    group = subject
    for row in sheet.body:
        if _spans(row):
            group = _grouped(row[0], subject, book)
            continue
        headers = sheet.across or tuple(Header("") for _ in row)
        record = _record_subject(row, headers, group, book)
        _read_record(row, headers, record, book)


def _grouped(cell: Cell, subject: Subject, book: Book) -> Subject:
    """The subject below a row that spans the table; a spanning row with numbers is a line of its own."""
    if _reaches(cell):
        read_cell(cell, subject, book)
        return subject
    words = heading_name(cell.text)
    adults = _ADULTS.search(cell.text) is not None and not re.search(r"child", cell.text, re.IGNORECASE)
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
        if header.field is Field.AREA and i < len(row) and row[i].text.strip() and not _reaches(row[i])
    )
    hours = next(
        (
            row[i].text.strip()
            for i, header in enumerate(headers)
            if header.field is Field.HOURS and i < len(row) and not _reaches(row[i])
        ),
        "",
    )
    if not hours and column >= 0 and (spans := hour_spans(row[column].text)):
        told = row[column].text[spans[0][0] : spans[-1][1]]
        hours = told if told not in service else ""
    if not service and group.service == "" and areas:
        service, areas = areas[0], ()
    if (
        service
        and column == 0
        and not areas
        and plain(service) in {plain(area) for area in book.areas}
        and group.service
    ):
        service, areas = group.service, (service,)
    named = group.named(service) if service else group
    return replace(
        named,
        areas=areas or group.areas,
        hours=hours,
        out_of_hours=group.out_of_hours or tells_out_of_hours(service) or tells_out_of_hours(hours),
        for_adults=group.for_adults
        or (_ADULTS.search(service) is not None and not re.search(r"child|famil", service, re.IGNORECASE)),
    )


def _service_cell(row: Row, headers: tuple[Header, ...]) -> tuple[str, int]:
    """The words that name the row's service, and their column (-1 where nothing does)."""
    for field in _NAMING:
        for index, header in enumerate(headers[: len(row)]):
            text = _naming_text(row[index])
            if header.field is field and text and not _reaches(row[index]):
                return label_name(text) or text, index
    for index, header in enumerate(headers[: len(row)]):
        text = _naming_text(row[index])
        if header.field is None and text and not _reaches(row[index]) and not _is_hours(text):
            return label_name(text) or text, index
        if header.field in _REACH:
            break
    return "", -1


def _naming_text(cell: Cell) -> str:
    """A naming cell's first line: what stands below it explains."""
    for block in cell.blocks:
        match block:
            case Paragraph(label=label, text=text) if (
                label and len(label) > 3 and text != label and len(text.split()) > 10
            ):
                return label.strip(" :–-")
            case Paragraph(text=text) if text.strip():
                return text.strip()
    return cell.text.strip()


def _is_hours(text: str) -> bool:
    spans = hour_spans(text)
    return bool(spans) and spans[-1][1] - spans[0][0] >= len(text.strip()) - 2


def _read_record(row: Row, headers: tuple[Header, ...], record: Subject, book: Book) -> None:
    previous: Cell | None = None
    ordered = sorted(
        range(min(len(row), len(headers))), key=lambda i: (headers[i].out_of_hours, headers[i].field in _NAMING)
    )
    for index in ordered:
        cell, header = row[index], headers[index]
        if cell is previous or header.field is Field.FAX or not cell.text.strip():
            _skip_fax(cell, header, record, book)
            continue
        previous = cell
        late = record.out_of_hours or header.out_of_hours
        hours = header.hours or ("" if header.out_of_hours and not record.out_of_hours else record.hours)
        named = record.named(header.name) if header.name and header.field in _REACH else record
        inside = replace(
            named,
            out_of_hours=late,
            hours=hours,
            kind=header.kind,
            only_number=header.field is Field.TELEPHONE or not header.text,
        )
        if _reaches(cell):
            read_cell(cell, inside, book)
        elif _is_hours(cell.text) and header.field is None and not record.hours:
            record = replace(record, hours=cell.text.strip())
            _give_hours(book, record)


def _skip_fax(cell: Cell, header: Header, record: Subject, book: Book) -> None:
    if header.field is Field.FAX and _reaches(cell):
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


def _read_turned(sheet: _Sheet, downs: list[Header], subject: Subject, book: Book) -> None:
    """A record to a column: the first column says what each row holds."""
    width = max(len(row) for row in sheet.body)
    if not (subject.service and names_service(subject.service)) and any(down.name for down in downs):
        downs = [replace(down, name=down.text) if down.out_of_hours and not down.name else down for down in downs]
    for column in range(1, width):
        head = sheet.across[column] if column < len(sheet.across) else Header("")
        named = next(
            (
                row[column].text.strip()
                for row, down in zip(sheet.body, downs, strict=True)
                if down.field in _NAMING and column < len(row)
            ),
            "",
        )
        record = _column_subject(named or head.name or (head.text if head.field is None else ""), subject, book)
        areas = next(
            (
                row[column].text.strip()
                for row, down in zip(sheet.body, downs, strict=True)
                if down.field is Field.AREA and column < len(row)
            ),
            "",
        )
        hours = next(
            (
                row[column].text.strip()
                for row, down in zip(sheet.body, downs, strict=True)
                if down.field is Field.HOURS and column < len(row) and not _reaches(row[column])
            ),
            "",
        )
        record = replace(
            record,
            areas=(areas,) if areas else record.areas,
            hours=hours,
            out_of_hours=record.out_of_hours or tells_out_of_hours(hours),
        )
        cells = tuple(row[column] for row in sheet.body if column < len(row))
        kept = tuple(down for row, down in zip(sheet.body, downs, strict=True) if column < len(row))
        fields = tuple(replace(down, field=down.field or Field.NOTES) for down in kept)
        _read_record(cells, fields, record, book)


def _column_subject(name: str, subject: Subject, book: Book) -> Subject:
    if not name:
        return replace(subject, here=True) if subject.service else subject
    bare = label_name(name) or name
    known = plain(bare) in {plain(area) for area in book.areas}
    if known or (subject.service and names_service(subject.service) and not names_service(bare)):
        return replace(subject, areas=(bare,), here=True)
    return replace(
        subject.named(bare),
        out_of_hours=tells_out_of_hours(bare),
        for_adults=subject.for_adults or _ADULTS.search(bare) is not None,
    )


def _read_matrix(sheet: _Sheet, subject: Subject, book: Book) -> None:
    """Services against areas: either may be the rows."""
    rows = [row for row in sheet.body if not _spans(row)]
    services_across = _services_across(sheet.across, [row[0].text for row in rows], book)
    for row in sheet.body:
        if _spans(row):
            read_cell(row[0], subject, book)
            continue
        if _reaches(row[0]):
            _read_columns(row, sheet, subject, book)
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
            places = _places(row, index, sheet, area, services_across=services_across)
            inside = subject.named(named) if named else subject
            late = tells_out_of_hours(service.text) or service.out_of_hours or area.out_of_hours
            inside = replace(
                inside,
                areas=places or subject.areas,
                out_of_hours=late,
                hours=service.hours,
                kind=service.kind,
                only_number=True,
                for_adults=subject.for_adults
                or (_ADULTS.search(named) is not None and not re.search(r"child|famil", named, re.IGNORECASE)),
            )
            if service.field is not Field.FAX and _reaches(row[index]):
                read_cell(row[index], inside, book)


def _read_columns(row: Row, sheet: _Sheet, subject: Subject, book: Book) -> None:
    """A row without a header of its own: each cell stands under its column's name."""
    for cell, across in zip(row, sheet.across, strict=False):
        if _reaches(cell):
            under = _column_subject(across.name or across.text, subject, book)
            areas = (across.text,) if across.text else subject.areas
            read_cell(cell, under if names_service(under.service) else replace(subject, areas=areas), book)


def _places(row: Row, index: int, sheet: _Sheet, area: Header, *, services_across: bool) -> tuple[str, ...]:
    """The areas a cell is for: its row's or column's, and those of the further columns that a merged cell covers."""
    if services_across:
        return (area.name or area.text,) if area.text else ()
    covered = [
        i
        for i in range(index, min(len(row), len(sheet.across)))
        if all(row[j] is row[index] for j in range(index, i + 1))
    ]
    return tuple(sheet.across[i].name or sheet.across[i].text for i in covered if sheet.across[i].text)


def _services_across(across: tuple[Header, ...], downs: list[str], book: Book) -> bool:
    """Whether the columns are the services and the rows the areas."""
    known = {plain(area) for area in book.areas}
    corner = across[0].field
    if corner is Field.AREA:
        return True
    if corner in _NAMING:
        return False
    columns = [header.text for header in across[1:] if header.text]
    if any(plain(text) in known for text in columns):
        return False
    if any(plain(text) in known for text in downs):
        return True
    share_across = sum(names_service(text) for text in columns) / max(len(columns), 1)
    share_down = sum(names_service(text) for text in downs) / max(len(downs), 1)
    return share_across > share_down
