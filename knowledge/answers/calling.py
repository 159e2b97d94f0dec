"""Whom to call: the contact points of the manuals and the register, for one area, at one moment."""

import re
from collections.abc import Iterable, Sequence
from datetime import datetime

from knowledge.answers.outcomes import CitedCall
from knowledge.answers.shelf import Shelf
from knowledge.contacts import ContactPoint, open_now

# Names that areas give to the service that takes referrals about a child; the front door's own name is local.
_FRONT_DOOR = re.compile(
    r"\b(?:mash|multi[- ]agency safeguarding hub|front door|first (?:response|contact|point)|single point|"
    r"(?:child(?:ren)?'?s?'?|integrated) (?:access|advice|referral)|access and referral|referral (?:and|hub|team)|"
    r"safeguarding hub|contact (?:centre|and referral)|initial response|c-?spa|early help hub|"
    r"child(?:ren)?(?:['’]?s['’]?)? (?:social (?:care|work|services)|services))\b",
    re.I,
)
_WORD = re.compile(r"[a-z0-9]{2,}", re.I)
_EMPTY = frozenset("the and for who do does how what call ring phone number contact out of hours is are our my team service "
                   "can should would must speak talk email telephone me we to in on at now tonight after".split())


def contact_points(shelf: Shelf, area: str, *, adults: bool = False) -> tuple[ContactPoint, ...]:
    """The contact points for `area` (every area where it is ""): verified ones first, learning reports' never."""
    printed = (
        point
        for point in shelf.contents.contacts
        if not (point.manual in shelf.manuals and shelf.manuals[point.manual].learning)
        and shelf.serves(point.areas, point.manual, area)
    )
    kept = [point for point in (*shelf.register, *printed) if adults or not point.for_adults]
    return tuple(_without_repeats(point for point in kept if point.telephones or point.emails))


def _without_repeats(points: Iterable[ContactPoint]) -> list[ContactPoint]:
    seen: set[tuple[str, ...]] = set()
    kept = []
    for point in points:
        numbers = tuple(sorted(phone.e164 or phone.printed for phone in point.telephones)) or point.emails
        key = (*numbers, "out" if point.out_of_hours else "in", *sorted(point.areas))
        if key not in seen:
            seen.add(key)
            kept.append(point)
    return kept


def front_doors(shelf: Shelf, area: str) -> tuple[ContactPoint, ...]:
    """The services that take referrals about a child, then those for nights and weekends."""
    points = contact_points(shelf, area)
    days = [point for point in points if not point.out_of_hours and _FRONT_DOOR.search(point.service)]
    nights = [point for point in points if point.out_of_hours]
    return (*_nearest_home(days, _FRONT_DOOR), *_nearest_home(nights, re.compile(r"emergency|duty|out of hours", re.I)))


def _nearest_home(points: Sequence[ContactPoint], words: re.Pattern[str]) -> list[ContactPoint]:
    """The one point for each set of areas that is the plainest match: with a telephone, hours, and a short name."""
    best: dict[tuple[str, ...], ContactPoint] = {}
    for point in points:
        standing = best.get(point.areas)
        if standing is None or _plainness(point, words) > _plainness(standing, words):
            best[point.areas] = point
    return list(best.values())


def _plainness(point: ContactPoint, words: re.Pattern[str]) -> tuple[bool, bool, bool, int]:
    named = words.search(point.service) is not None
    return (bool(point.telephones), named, bool(point.hours) or point.out_of_hours, -len(point.service))


def asked_for(shelf: Shelf, question: str, area: str) -> tuple[ContactPoint, ...]:
    """The contact points whose service the question names, best first; the front doors where it names none."""
    wanted = _words(question)
    scored = []
    for point in contact_points(shelf, area, adults="adult" in question.casefold()):
        named = _words(point.service)
        initials = "".join(word[0] for word in re.findall(r"[A-Za-z]+", point.service)).casefold()
        shared = len(wanted & named) + (2 if initials in wanted or any(word in initials and len(word) > 2 for word in wanted) else 0)
        if shared:
            scored.append((shared / (1 + 0.1 * len(named)), point))
    scored.sort(key=lambda pair: -pair[0])
    best = [point for score, point in scored if score >= 0.6 * scored[0][0]]
    return tuple(best[:4]) or front_doors(shelf, area)


def _words(text: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(text)} - _EMPTY


def calls(shelf: Shelf, points: Iterable[ContactPoint], now: datetime) -> tuple[CitedCall, ...]:
    """The points with whether each is open now and where it is printed. A printed point whose words cannot be found
    again in its chapter is left out."""
    found = []
    for point in points:
        citation = shelf.cite(point.manual, point.slug, point.place.text, point.place.path) if point.slug else None
        if citation is not None or not point.slug:
            found.append(CitedCall(point, open_now(point, now), citation))
    return tuple(found)
