"""From drafts to contact points: areas settled, repeated ones joined, unnamed ones given the chapter's name."""

from knowledge.contacts.areas import known_area, without_owner
from knowledge.contacts.drafts import Book, Draft, same_name, same_number
from knowledge.contacts.points import ContactPoint
from knowledge.manual import Chapter


def finished(book: Book, chapter: Chapter, fallback: str) -> tuple[ContactPoint, ...]:
    """The drafts as contact points: repeated ones joined, unnamed ones given the chapter's name."""
    _settle_areas(book.drafts)
    known = {*book.areas, *(area for draft in book.drafts for area in draft.areas)}
    kept: list[Draft] = []
    for draft in book.drafts:
        draft.service = _without_area(draft, known) or fallback
        if not (draft.telephones or draft.emails):
            continue
        twin = next((other for other in kept if _repeats(other, draft)), None)
        if twin is None:
            kept.append(draft)
        else:
            _join(twin, draft)
    return tuple(_point(draft, chapter) for draft in kept)


def _without_area(draft: Draft, known: set[str]) -> str:
    """The service without the known area that owns it, which becomes its area: "Ashdale's Duty Desk"."""
    bare = without_owner(draft.service, sorted(known))
    area = known_area(draft.service[: len(draft.service) - len(bare)].strip(), sorted(known))
    if area and draft.areas in ((), (area,)):
        draft.areas = (area,)
        return bare
    return draft.service


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
