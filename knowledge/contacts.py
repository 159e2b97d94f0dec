"""Contact points: whom to call, as a manual prints it and as a person has verified it."""

from dataclasses import dataclass
from datetime import date

from knowledge.manual import Doubt, Place


@dataclass(frozen=True, slots=True)
class Telephone:
    """A number as printed, and in E.164 ("" for short codes such as 999, which have none)."""

    printed: str
    e164: str = ""


@dataclass(frozen=True, slots=True)
class ContactPoint:
    """A service that can be reached. Everything is as printed; empty where the page does not say.

    `service` is the name in the manual's words ("Northshire MASH"). `areas` are those it serves (empty: all of the
    manual's). `hours` is the text on opening hours. `out_of_hours` is true for a service meant for nights and weekends.
    `for_adults` marks services about adults, which stand on children's pages too. A number read from a page is a
    proposal: `verified` stays None until a person has accepted it.
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


@dataclass(frozen=True, slots=True)
class ContactReading:
    """What was read from a chapter, and what the reader was unsure of."""

    contacts: tuple[ContactPoint, ...] = ()
    doubts: tuple[Doubt, ...] = ()
