"""Contact points in the making: what has been gathered about each service so far."""

import re
from dataclasses import dataclass, field, replace

from knowledge.contacts.points import ContactPoint, Telephone, TelephoneKind
from knowledge.manual import Chapter, Doubt, Place


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


def finished(book: Book, chapter: Chapter, fallback: str) -> tuple[ContactPoint, ...]:
    """The drafts as contact points: repeated ones joined, unnamed ones given the chapter's name."""
    _settle_areas(book.drafts)
    kept: list[Draft] = []
    for draft in book.drafts:
        draft.service = draft.service or fallback
        if not (draft.telephones or draft.emails):
            continue
        twin = next((known for known in kept if _repeats(known, draft)), None)
        if twin is None:
            kept.append(draft)
        else:
            _join(twin, draft)
    return tuple(_point(draft, chapter) for draft in kept)


def _settle_areas(drafts: list[Draft]) -> None:
    """A heading or label is an area's name when the same service stands under another one as well, or when several
    hold a service for the day and one for the night.
    """
    whole_days = _whole_days(drafts)
    for draft in drafts:
        place = draft.subject.perhaps_area
        if place in whole_days and not draft.areas and not draft.national:
            draft.areas = (place,)
        sisters = {
            sister
            for other in drafts
            if same_name(other.service, draft.service) and other.subject.scope[:-1] == draft.subject.scope[:-1]
            for sister in (other.subject.perhaps_area, *other.areas)
        }
        if (
            place
            and not draft.areas
            and len(sisters - {""}) > 1
            and not same_name(place, draft.service)
            and not draft.national
        ):
            draft.areas = (place,)
    _settle_sisters(drafts)


def _settle_sisters(drafts: list[Draft]) -> None:
    """Where two labels in a place proved to be areas, the other labels in it are areas as well."""
    for draft in drafts:
        place = draft.subject.perhaps_area
        settled = {
            other.subject.perhaps_area
            for other in drafts
            if other.subject.path == draft.subject.path and other.areas == (other.subject.perhaps_area,)
        }
        if place and not draft.areas and not draft.national and len(settled) > 1:
            draft.areas = (place,)


def _whole_days(drafts: list[Draft]) -> set[str]:
    """The labels under which both a daytime contact and one for out of hours stand, where there are several such."""
    times: dict[str, set[bool]] = {}
    for draft in drafts:
        if draft.subject.perhaps_area and not draft.national:
            times.setdefault(draft.subject.perhaps_area, set()).add(draft.out_of_hours)
    whole = {place for place, told in times.items() if len(told) > 1}
    return whole if len(whole) > 1 else set()


def _repeats(known: Draft, draft: Draft) -> bool:
    """Whether a draft says again what is known: the same service, area and time, with a number or address in common."""
    shares = any(same_number(one, other) for one in known.telephones for other in draft.telephones) or bool(
        {email.lower() for email in known.emails} & {email.lower() for email in draft.emails}
    )
    if known.areas != draft.areas and draft.areas and known.areas:
        return False
    return shares and (same_name(known.service, draft.service) or (known.national and draft.national))


def _join(known: Draft, draft: Draft) -> None:
    for telephone in draft.telephones:
        known.take(telephone, "")
    for email in draft.emails:
        known.take(None, email)
    known.hours = known.hours or draft.hours


def _point(draft: Draft, chapter: Chapter) -> ContactPoint:
    return ContactPoint(
        service=draft.service,
        place=draft.place,
        telephones=tuple(draft.telephones),
        emails=tuple(draft.emails),
        hours=draft.hours,
        areas=draft.areas or chapter.areas,
        out_of_hours=draft.out_of_hours,
        for_adults=draft.for_adults,
        manual=chapter.manual,
        chapter=chapter.title,
        slug=chapter.slug,
        url=chapter.url,
        source_date=chapter.dates.amended or chapter.dates.reviewed,
    )
