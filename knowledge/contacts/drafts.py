"""Contact points in the making: what has been gathered about each service so far."""

import re
from dataclasses import dataclass, field, replace

from knowledge.contacts.points import Telephone, TelephoneKind
from knowledge.manual import Doubt, Place


@dataclass(frozen=True, slots=True)
class Subject:
    """What the surroundings say about numbers that stand in a place: heading, row, column, naming line.

    `here` is true where the service is named by a row, label or naming line and not only by a heading above.
    `perhaps_area` is a heading that may be the name of an area: it is one when its sisters name the same services.
    """

    service: str = ""
    areas: tuple[str, ...] = ()
    perhaps_area: str = ""
    out_of_hours: bool = False
    for_adults: bool = False
    hours: str = ""
    kind: TelephoneKind = TelephoneKind.VOICE
    only_number: bool = False
    here: bool = False
    carried: bool = False  # the service was named by the line before, not by a heading or a naming line
    path: tuple[str, ...] = ()
    scope: tuple[str, ...] = ()  # the headings under which one service stays one: those without "Telephone", "Email"
    anchor: str = ""

    def named(self, service: str) -> "Subject":
        """The same place, with a service named in it."""
        return replace(self, service=service, here=True, carried=False)


@dataclass(slots=True)
class Draft:
    """One contact point being filled."""

    service: str
    subject: Subject
    place: Place
    out_of_hours: bool
    for_adults: bool
    areas: tuple[str, ...]
    telephones: list[Telephone] = field(default_factory=list)
    emails: list[str] = field(default_factory=list)
    hours: str = ""
    national: bool = False

    def is_like(self, other: "Draft") -> bool:
        """Whether two drafts are of one service in one place, area and time."""
        return (
            self.subject.scope == other.subject.scope
            and same_name(self.service, other.service)
            and self.areas == other.areas
            and self.subject.perhaps_area == other.subject.perhaps_area
            and self.out_of_hours == other.out_of_hours
            and self.national == other.national
        )

    def take(self, telephone: Telephone | None, email: str) -> None:
        """Adds a number or an address, once."""
        if telephone and all(same_number(telephone, known) is False for known in self.telephones):
            self.telephones.append(telephone)
        if email and email.lower() not in [known.lower() for known in self.emails]:
            self.emails.append(email)


@dataclass(slots=True)
class Book:
    """All drafts of a chapter and what was unsure, in the order met."""

    areas: tuple[str, ...] = ()
    drafts: list[Draft] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)

    def draft(self, begun: Draft, *, alone: str = "") -> Draft:
        """The draft that is of the same service, area and time under the same heading as `begun`; else `begun` itself.

        `alone` is a short code, which shares a draft with no other number.
        """
        for known in reversed(self.drafts):
            numbers = [telephone.printed for telephone in known.telephones]
            if known.is_like(begun) and not (alone and numbers and alone not in numbers):
                return known
        self.drafts.append(begun)
        return begun

    def doubt(self, message: str, path: tuple[str, ...]) -> None:
        """Records what the reader was unsure of, once."""
        worry = Doubt(message, path)
        if worry not in self.doubts:
            self.doubts.append(worry)


def plain(name: str) -> str:
    """A name for comparison: lower case, without articles and signs."""
    return " ".join(re.sub(r"\b(?:the|our|your|a|an)\b|[^\w&]+", " ", name.lower()).split())


def same_name(one: str, other: str) -> bool:
    """Whether two printed names are the same words."""
    return plain(one) == plain(other)


def same_number(one: Telephone, other: Telephone) -> bool:
    """Whether two telephones reach the same line, however they are spaced."""
    return _dialled(one) == _dialled(other)


def _dialled(telephone: Telephone) -> tuple[str, str, TelephoneKind]:
    return telephone.e164 or digits(telephone.printed), telephone.extension, telephone.kind


def digits(text: str) -> str:
    """The digits of a text."""
    return "".join(sign for sign in text if sign.isdigit())
