"""Where manuals come from: the sources a procedures team has named, kept in one TOML file that people may edit too.

[[source]]
id = "northshire"
name = "Northshire Safeguarding Children Procedures"
address = "https://northshire.example/contents.html"   # or a folder, or one HTML, PDF, DOCX or text file
areas = ["Northvale", "Southmere"]
audience = "practitioners"
jurisdiction = "England"
learning = false
demonstration = false
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tomlkit
from tomlkit.exceptions import TOMLKitError

from knowledge.errors import SourceError
from knowledge.manual import Audience, Jurisdiction, Manual

_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,60}\Z")
_TEXT = ("id", "name", "address", "audience", "jurisdiction")
_FLAGS = ("learning", "demonstration")


@dataclass(frozen=True, slots=True)
class Source:
    """A place that a manual is read from. `address` is a URL, or the path of a folder or file."""

    manual: Manual
    address: str

    @property
    def id(self) -> str:
        """The source's id, which is its manual's."""
        return self.manual.id

    @property
    def is_url(self) -> bool:
        """Whether it is read over HTTP."""
        return self.address.startswith(("http://", "https://"))


def load(path: Path) -> tuple[Source, ...]:
    """The sources in a file; none where there is no file. Raises SourceError, which names the row and key."""
    if not path.exists():
        return ()
    try:
        document = tomlkit.parse(path.read_text(encoding="utf-8")).unwrap()
    except (OSError, UnicodeDecodeError, TOMLKitError) as error:
        raise SourceError(f"{path.name} cannot be read: {error}. Correct it, or restore an earlier copy.") from error
    rows = document.get("source", [])
    if not isinstance(rows, list):
        raise SourceError(f"{path.name}: each source must be a [[source]] table, in double square brackets.")
    sources = tuple(_read(row, number, path.name) for number, row in enumerate(rows, 1))
    _refuse_repeats(sources, path.name)
    return sources


def add(path: Path, source: Source) -> None:
    """Add a source to the file, keeping what people wrote there. Raises SourceError where its id is taken or wrong."""
    if not _ID.match(source.id):
        raise SourceError(
            f'"{source.id}" cannot name a source. Use small letters, digits and hyphens, such as "northshire".'
        )
    if any(known.id == source.id for known in load(path)):
        raise SourceError(f'There is already a source called "{source.id}". Choose another name, or edit {path.name}.')
    document = tomlkit.parse(path.read_text(encoding="utf-8")) if path.exists() else tomlkit.document()
    rows = document.setdefault("source", tomlkit.aot())
    rows.append(_row(source))
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(".draft")
    draft.write_text(tomlkit.dumps(document), encoding="utf-8")
    draft.replace(path)


def _row(source: Source) -> tomlkit.items.Table:
    row = tomlkit.table()
    manual = source.manual
    values: dict[str, Any] = {
        "id": manual.id,
        "name": manual.name,
        "address": source.address,
        "areas": list(manual.areas),
        "audience": manual.audience.value,
        "jurisdiction": manual.jurisdiction.value,
        "learning": manual.learning,
        "demonstration": manual.demonstration,
    }
    for key, value in values.items():
        row.add(key, value)
    return row


def _read(row: object, number: int, file: str) -> Source:
    where = f"{file}, source {number}"
    if not isinstance(row, dict):
        raise SourceError(f"{where}: this must be a table with id, name and address.")
    unknown = sorted(set(row) - {*_TEXT, *_FLAGS, "areas"})
    if unknown:
        raise SourceError(f'{where}: "{unknown[0]}" is not a setting of a source. Take it out or correct its spelling.')
    for key in ("id", "name", "address"):
        if not isinstance(row.get(key), str) or not row[key].strip():
            raise SourceError(f'{where}: "{key}" is missing or empty.')
    if not _ID.match(row["id"]):
        raise SourceError(f'{where}: the id "{row["id"]}" may hold only small letters, digits and hyphens.')
    areas = row.get("areas", [])
    if not isinstance(areas, list) or not all(isinstance(area, str) for area in areas):
        raise SourceError(f'{where}: "areas" must be a list of names in quotation marks.')
    for key in _FLAGS:
        if not isinstance(row.get(key, False), bool):
            raise SourceError(f'{where}: "{key}" must be true or false.')
    return Source(_manual(row, tuple(areas), where), row["address"])


def _manual(row: dict[str, Any], areas: tuple[str, ...], where: str) -> Manual:
    return Manual(
        id=row["id"],
        name=row["name"],
        areas=areas,
        audience=Audience(_one_of(row, "audience", Audience, Audience.PRACTITIONERS, where)),
        jurisdiction=Jurisdiction(_one_of(row, "jurisdiction", Jurisdiction, Jurisdiction.ENGLAND, where)),
        learning=row.get("learning", False),
        demonstration=row.get("demonstration", False),
    )


def _one_of(row: dict[str, Any], key: str, allowed: Iterable[str], usual: str, where: str) -> str:
    value = row.get(key, usual)
    if value not in list(allowed):
        raise SourceError(f'{where}: "{key}" is "{value}". It must be one of: {", ".join(allowed)}.')
    return str(value)


def _refuse_repeats(sources: Iterable[Source], file: str) -> None:
    seen: set[str] = set()
    for source in sources:
        if source.id in seen:
            raise SourceError(f'{file}: two sources are called "{source.id}". Give one of them another id.')
        seen.add(source.id)
