"""The contact register: numbers a person has checked, kept in a TOML file by the procedures team.

Call buttons come from here and from the national lines, never from a page. One `[[contact]]` table to a row:

    [[contact]]
    service = "Northshire MASH"
    areas = ["Northshire"]                # or area = "..."; leave out for every area
    telephone = "01632 960123"            # or a list; a text-only number: textphone = "..."
    email = "mash@northshire.example"     # or a list
    hours = "Monday to Friday, 9am to 5pm"          # as printed, for people
    open = "Mon-Fri 09:00-17:00"          # in a form that Signpost can count with
    out_of_hours = false
    source = "https://procedures.northshire.example/contacts"
    verified = 2026-05-12                 # the day a person checked it
    verified_by = "Procedures team"
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import phonenumbers

from knowledge.contacts.dialling import dialled_in, e164_of
from knowledge.contacts.drafts import digits
from knowledge.contacts.national import national_line
from knowledge.contacts.opening import opening_of
from knowledge.contacts.points import ContactPoint, Telephone, TelephoneKind
from knowledge.errors import ProceduresError
from knowledge.manual import Place

_KEYS = frozenset(
    [
        "service",
        "area",
        "areas",
        "telephone",
        "textphone",
        "text",
        "email",
        "hours",
        "open",
        "out_of_hours",
        "for_adults",
        "source",
        "verified",
        "verified_by",
        "note",
    ]
)
# Ofcom, "Telephone numbers for use in TV and radio drama programmes": never given to anybody.
_DRAMA = ("+441632960", "+447700900", "+441134960", "+441144960", "+441154960", "+441164960", "+441174960", "+441184960",
          "+441214960", "+441314960", "+441414960", "+441514960", "+441614960", "+442079460", "+441914980", "+442896496",
          "+442920180", "+448081570", "+449098790", "+443069990")  # fmt: skip


class BadContactRegister(ProceduresError):
    """The register has rows that cannot be used. `rows` holds a sentence for each; what was loaded before stays."""

    def __init__(self, name: str, rows: tuple[str, ...]) -> None:
        self.rows = rows
        super().__init__(f"{name} was not loaded, so the register in use stays as it was. " + " ".join(rows))


@dataclass(frozen=True, slots=True)
class Register:
    """All verified contact points, in the file's order."""

    contacts: tuple[ContactPoint, ...] = ()

    def serving(self, area: str) -> tuple[ContactPoint, ...]:
        """The contact points that serve an area: those of that area and those of every area."""
        return tuple(
            point
            for point in self.contacts
            if not point.areas or area.casefold() in [known.casefold() for known in point.areas]
        )


def load_register(path: Path) -> Register:
    """The register in a file; an empty one where there is no file. Raises BadContactRegister, naming each row and key."""
    if not path.exists():
        return Register()
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadContactRegister(path.name, (f"The file cannot be read as UTF-8 text: {error}.",)) from error
    return read_register(text, name=path.name)


def read_register(text: str, *, name: str = "contacts.toml") -> Register:
    """The register written in `text` (TOML). Raises BadContactRegister naming every bad row and key, not only the first."""
    try:
        whole = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadContactRegister(name, (f"It is not TOML: {error}.",)) from error
    rows = whole.get("contact", [])
    strange = sorted(set(whole) - {"contact"})
    if strange or not isinstance(rows, list):
        raise BadContactRegister(
            name, (f"Each row begins with [[contact]]; {', '.join(strange) or 'contact'} is something else.",)
        )
    faults: list[str] = []
    points = [_Row(index, row, faults).point() for index, row in enumerate(rows, start=1)]
    faults += _twins(points)
    if faults:
        raise BadContactRegister(name, tuple(faults))
    return Register(tuple(points))


def _twins(points: list[ContactPoint]) -> list[str]:
    """Rows that say the same service and area at the same time of day: nobody could say which is right."""
    first: dict[tuple[str, tuple[str, ...], bool], int] = {}
    faults: list[str] = []
    for index, point in enumerate(points, start=1):
        key = (point.service.casefold(), tuple(sorted(area.casefold() for area in point.areas)), point.out_of_hours)
        if key in first and point.service:
            faults.append(f'Row {index} ("{point.service}") repeats row {first[key]}: keep one of them.')
        first.setdefault(key, index)
    return faults


class _Row:
    """One row being read; every fault is added to `faults` with the row's number, name and key."""

    def __init__(self, index: int, row: object, faults: list[str]) -> None:
        self._row: Mapping[str, object] = row if isinstance(row, dict) else {}
        self._faults = faults
        named = self._row.get("service")
        self._name = f'Row {index} ("{named}")' if isinstance(named, str) and named else f"Row {index}"
        for key in sorted(set(self._row) - _KEYS):
            self._fault(key, "is not a key of the register")

    def point(self) -> ContactPoint:
        """The row as a contact point (of no use where a fault was added)."""
        service = self._text("service", needed=True)
        telephones = (
            *self._telephones("telephone", TelephoneKind.VOICE),
            *self._telephones("textphone", TelephoneKind.TEXTPHONE),
            *self._telephones("text", TelephoneKind.TEXT),
        )
        emails = self._emails()
        if not telephones and not emails:
            self._fault("telephone", "or email is needed")
        opening = self._text("open")
        if opening and opening_of(opening) is None:
            self._fault(
                "open",
                f'"{opening}" cannot be counted with; write it like "Mon-Thu 08:45-17:00, Fri 08:45-16:30" or "24 hours a day"',
            )
        source = self._text("source", needed=True)
        if source and not source.startswith(("https://", "http://", "file:")) and " " in source:
            self._fault("source", "needs the address or document where the number stands")
        return ContactPoint(
            service=service,
            place=Place((), service),
            telephones=telephones,
            emails=emails,
            hours=self._text("hours") or opening,
            opening=opening,
            areas=(*self._texts("area"), *self._texts("areas")),
            out_of_hours=self._flag("out_of_hours"),
            for_adults=self._flag("for_adults"),
            url=source,
            verified=self._day("verified"),
            verified_by=self._text("verified_by", needed=True),
        )

    def _fault(self, key: str, why: str) -> None:
        self._faults.append(f"{self._name}: {key} {why}.")

    def _text(self, key: str, *, needed: bool = False) -> str:
        value = self._row.get(key, "")
        if not isinstance(value, str):
            self._fault(key, "must be text in quotation marks")
            return ""
        if needed and not value.strip():
            self._fault(key, "is missing")
        return value.strip()

    def _texts(self, key: str) -> tuple[str, ...]:
        value = self._row.get(key, [])
        values = [value] if isinstance(value, str) else value
        if not isinstance(values, list) or not all(isinstance(one, str) and one.strip() for one in values):
            self._fault(key, "must be text in quotation marks, or a list of such texts")
            return ()
        return tuple(one.strip() for one in values)

    def _flag(self, key: str) -> bool:
        value = self._row.get(key, False)
        if not isinstance(value, bool):
            self._fault(key, "must be true or false, without quotation marks")
            return False
        return value

    def _day(self, key: str) -> date | None:
        value = self._row.get(key)
        if isinstance(value, datetime):
            return value.date()
        if isinstance(value, date):
            return value
        self._fault(
            key,
            "must be the day it was checked, like 2026-05-12 without quotation marks"
            if value is not None
            else "is missing",
        )
        return None

    def _telephones(self, key: str, kind: TelephoneKind) -> tuple[Telephone, ...]:
        return tuple(found for printed in self._texts(key) if (found := self._telephone(key, printed, kind)))

    def _telephone(self, key: str, printed: str, kind: TelephoneKind) -> Telephone | None:
        if (line := national_line(printed)) is not None:
            return Telephone(printed, line.telephone.e164, kind)
        numbers = dialled_in(printed)
        if len(numbers) == 1 and may_be_registered(numbers[0].e164):
            return Telephone(printed, numbers[0].e164, kind)
        if digits(printed) in ("116123", "116000", "116111") or (
            kind is TelephoneKind.TEXT and len(digits(printed)) == 5
        ):
            return Telephone(printed, "", kind)
        self._fault(key, f'"{printed}" is not a telephone number in use: please check its digits')
        return None

    def _emails(self) -> tuple[str, ...]:
        emails = self._texts("email")
        for email in emails:
            name, at, host = email.partition("@")
            if not (name and at and "." in host) or " " in email or "@" in host:
                self._fault("email", f'"{email}" is not an e-mail address')
        return emails


def may_be_registered(e164: str) -> bool:
    """Whether a number can be in use: valid by the numbering plan, or one of Ofcom's for drama, which demonstrations use."""
    if e164.startswith(_DRAMA):
        return e164_of(e164) != ""
    try:
        return phonenumbers.is_valid_number(phonenumbers.parse(e164, "GB"))
    except phonenumbers.NumberParseException:
        return False
