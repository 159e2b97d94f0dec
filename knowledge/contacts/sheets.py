"""See how a table is laid out: its header row, the rows that group others, and the cells that hold numbers."""

from dataclasses import dataclass, replace

from knowledge.contacts.columns import Field, Header, header_of
from knowledge.contacts.opening_words import hour_spans
from knowledge.contacts.service_words import has_capitals, names_service
from knowledge.contacts.sightings import sightings_in
from knowledge.manual import Cell, Link, Paragraph

REACH = frozenset({Field.TELEPHONE, Field.EMAIL, Field.HOURS, Field.FAX})
NAMING = (Field.SERVICE, Field.ROLE, Field.ORGANISATION, Field.NAME)
Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with its headers told apart: `across` heads the columns (none where there is no header row)."""

    across: tuple[Header, ...]
    body: tuple[Row, ...]


def reaches(cell: Cell) -> bool:
    return bool(sightings_in(cell.text, _links(cell), only_number=True))


def _links(cell: Cell) -> tuple[Link, ...]:
    return tuple(link for block in cell.blocks if isinstance(block, Paragraph) for link in block.links)


def sheet_of(rows: tuple[Row, ...]) -> Sheet:
    """The rows with a header row told from them: marked as one, or naming fields, or naming columns of numbers."""
    for index, row in enumerate(rows[:3]):
        if spans_table(row):
            continue
        texts = [cell.text.strip() for cell in row]
        if any(reaches(cell) for cell in row):
            break
        headers = tuple(header_of(text) if text else Header("") for text in texts)
        marked = all(cell.header or not text for cell, text in zip(row, texts, strict=True))
        fields = [header.field for header in headers if header.text]
        told = sum(field is not None for field in fields) * 2 >= len(fields) and any(
            field in REACH or field in NAMING or field is Field.AREA for field in fields
        )
        heads_numbers = (
            len(rows) > index + 1
            and len(row) > 2
            and all(
                any(reaches(r[column]) for r in rows[index + 1 :] if column < len(r)) for column in range(1, len(row))
            )
        )
        pair = len(row) == 2 and header_of(texts[0]).field in REACH
        if (marked or told or heads_numbers) and not (
            pair and not marked and index == 0 and header_of(texts[1]).field is None
        ):
            body = (*rows[:index], *rows[index + 1 :])
            return Sheet(_with_naming(headers, body), body)
        break
    return Sheet((), rows)


def _with_naming(headers: tuple[Header, ...], body: tuple[Row, ...]) -> tuple[Header, ...]:
    """The headers with a column such as "Receiving team" told to hold names, where no other does and it holds no numbers."""
    if any(header.field in NAMING for header in headers):
        return headers
    for index, header in enumerate(headers):
        cells = [row[index] for row in body if index < len(row) and not spans_table(row)]
        names = header.field is None and names_service(header.name) and not has_capitals(header.name)
        if names and cells and not any(reaches(cell) for cell in cells):
            named = replace(header, field=Field.SERVICE, name="")
            return (*headers[:index], named, *headers[index + 1 :])
    return headers


def spans_table(row: Row) -> bool:
    """Whether one merged cell fills the row: it groups the rows below it."""
    return len(row) > 1 and all(cell is row[0] or cell == row[0] for cell in row)


def is_turned(sheet: Sheet, downs: list[Header]) -> bool:
    """Whether the first column names fields, so that each further column is a record."""
    told = [header.field is not None and not header.name for header in downs if header.text]
    reach = any(header.field in REACH and not header.name for header in downs)
    return sum(told) * 2 > len(told) and reach


def naming_text(cell: Cell) -> str:
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


def is_hours(text: str) -> bool:
    spans = hour_spans(text)
    return bool(spans) and spans[-1][1] - spans[0][0] >= len(text.strip()) - 2


def names_itself(cell: Cell) -> bool:
    """Whether a cell names its service above its numbers, so that the column's name is an area."""
    lines = [block.text for block in cell.blocks if isinstance(block, Paragraph)]
    return len(lines) > 1 and reaches(cell) and not sightings_in(lines[0], only_number=True) and names_service(lines[0])


def places_of(row: Row, index: int, sheet: Sheet, area: Header, *, services_across: bool) -> tuple[str, ...]:
    """The areas a cell is for: its row's or column's, and those of the further columns that a merged cell covers."""
    if services_across:
        return (area.name or area.text,) if area.text else ()
    covered = [
        i
        for i in range(index, min(len(row), len(sheet.across)))
        if all(row[j] is row[index] for j in range(index, i + 1))
    ]
    return tuple(sheet.across[i].name or sheet.across[i].text for i in covered if sheet.across[i].text)
