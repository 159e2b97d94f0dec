"""What a contact point is: whom to call, as a manual prints it and as a person has verified it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from knowledge.manual import Doubt, Place


class TelephoneKind(StrEnum):
    """What a number is for. Fax numbers are never offered."""

    VOICE = "voice"
    TEXT = "text"
    TEXTPHONE = "textphone"


@dataclass(frozen=True, slots=True)
class Telephone:
    """A number as printed, and in E.164 ("" for short codes such as 999, which have none).

    `printed` is an exact run of the page (an extension, where one is printed, is part of it); where the page prints
    only words that carry a tel: link, it is the link's number. `extension` holds the extension's digits.
    """

    printed: str
    e164: str = ""
    kind: TelephoneKind = TelephoneKind.VOICE
    extension: str = ""

    @property
    def shown(self) -> str:
        """The number for a person to read, with its kind where it must not be called by voice."""
        return self.printed if self.kind is TelephoneKind.VOICE else f"{self.kind.value} {self.printed}"


@dataclass(frozen=True, slots=True)
class ContactPoint:
    """A service that can be reached. Everything is as printed; empty where the page does not say.

    `service` is the name in the manual's words ("Northshire MASH"). `areas` are those it serves (empty: all of the
    manual's). `hours` is the text on opening hours; `opening` the hours in the register's strict form, which only a
    person writes. `out_of_hours` is true for a service meant for nights and weekends. `for_adults` marks services
    about adults, which stand on children's pages too. A number read from a page is a proposal: `verified` stays None
    until a person has accepted it.
    """

    service: str
    place: Place
    telephones: tuple[Telephone, ...] = ()
    emails: tuple[str, ...] = ()
    hours: str = ""
    areas: tuple[str, ...] = ()
    out_of_hours: bool = False
    for_adults: bool = False
    manual: str = ""
    chapter: str = ""
    slug: str = ""
    url: str = ""
    source_date: date | None = None
    verified: date | None = None
    verified_by: str = ""
    opening: str = ""


@dataclass(frozen=True, slots=True)
class ContactReading:
    """What was read from a chapter, and what the reader was unsure of."""

    contacts: tuple[ContactPoint, ...] = ()
    doubts: tuple[Doubt, ...] = ()
