"""Whom to call: the contact points of the manuals and the register, for one area, at one moment."""

import re
from collections.abc import Iterable, Sequence
from datetime import datetime

from knowledge.answers.outcomes import CitedCall
from knowledge.answers.shelf import Shelf
from knowledge.contacts import ContactPoint, open_now
from knowledge.index.words import STOP_WORDS

# Names that areas give to the service that takes referrals about a child, the plainest first; the name is local.
_FRONT_DOORS = (
    re.compile(
        r"\b(?:mash|multi[- ]agency (?:safeguarding|referral) \w+|front door|c-?spa|access and referral|integrated access)\b",
        re.I,
    ),
    re.compile(
        r"\b(?:first (?:response|contact|point|call)|single point of (?:access|contact|advice)|safeguarding hub|initial response|"
        r"contact (?:centre|and referral)|referral and (?:assessment|advice)|(?:child(?:ren)?['’]?s?['’]? )?(?:advice|access|contact|referral|duty) "
        r"(?:and \w+ )?(?:team|service|hub|line|point))\b",
        re.I,
    ),
    re.compile(
        r"\b(?:child(?:ren)?|famil(?:y|ies))['’]?s?['’]? (?:and \w+ )?(?:social (?:care|work|services)|services)\b",
        re.I,
    ),
)
# Services that procedures also speak of often, and that take no referrals about a child's home.
_NO_DOOR = re.compile(
    r"\b(?:police|nspcc|childline|samaritans|ambulance|fire|emergency|999|officers?|advis[eo]rs?|adults?|hospitals?|paediatric\w*|doctors?|nurses?|GPs?|"
    r"complaints?|chairs?|partnerships?|schools?|courts?|legal|refuges?|helplines?|conferences?|customer|training)\b",
    re.I,
)
_BARE = re.compile(r"^(?:The|Our) |\s*\([^)]*\)|,.*$")  # what stands around a service's own name
_OFTEN = 3  # mentions
_REFERRING = re.compile(
    r"\b(?:referrals?|refer (?:a|the|to)|report(?:ing)? (?:a )?(?:concern|worry)|worried about a child)\b", re.I
)
_NIGHTS = (re.compile(r"\b(?:emergency duty|out[- ]of[- ]hours|after hours)\b", re.I),)
_MOST_NAMED = 4
_NEARLY = 0.6  # of the best match; others that come this near are shown too
_INITIALS = (
    2  # "LADO" for a Local Authority Designated Officer counts as two words, and must be longer than two letters
)
_WORD = re.compile(r"[a-z0-9]{2,}", re.I)
_EMPTY = frozenset(
    """the and for who do does how what an to about against with from need want call ring phone number contact out of
    hours is are our my team can should would must speak talk email telephone me we in on at now tonight after not no if when where some someone somebody anyone say says said thats things thing here there""".split()  # noqa: SIM905  # a list of one word a line would hide what is in it
)


def contact_points(shelf: Shelf, area: str, *, adults: bool = False) -> tuple[ContactPoint, ...]:
    """The contact points for `area` (every area where it is ""): verified ones first, learning reports' never."""
    return shelf.points(area, adults)


def front_doors(shelf: Shelf, area: str) -> tuple[ContactPoint, ...]:
    """The services that take referrals about a child, then those for nights and weekends: one of each for an area.

    Where no service is named as front doors are, it is the one that the procedures speak of most, or that is printed with
    words about referring.
    """
    points = [point for point in contact_points(shelf, area) if any(phone.e164 for phone in point.telephones)]
    days = [point for point in points if not point.out_of_hours]
    nights = [point for point in points if point.out_of_hours]
    named = _plainest(days, _FRONT_DOORS, any_will_do=False) or _most_spoken_of(days, shelf)
    instead = [point for point in days if _REFERRING.search(" ".join((*point.place.path, point.place.text)))]
    return (*(named or _plainest(instead, (), any_will_do=True)), *_plainest(nights, _NIGHTS, any_will_do=True))


def _most_spoken_of(points: Sequence[ContactPoint], shelf: Shelf) -> list[ContactPoint]:
    """For each set of areas the service whose name the procedures use most: whatever an area calls its front door, its own
    pages send people there again and again. None where no name stands out."""
    best: dict[tuple[str, ...], tuple[int, ContactPoint]] = {}
    for point in points:
        name = _BARE.sub("", point.service).strip()
        spoken = shelf.mentions(name) if name and not _NO_DOOR.search(point.service) else 0
        if spoken >= _OFTEN and spoken > best.get(point.areas, (0, point))[0]:
            best[point.areas] = (spoken, point)
    own = [point for areas, (_, point) in best.items() if areas]
    return own or [point for _, point in best.values()]


def _plainest(
    points: Sequence[ContactPoint], names: Sequence[re.Pattern[str]], *, any_will_do: bool
) -> list[ContactPoint]:
    """For each set of areas the point with the plainest name; with `any_will_do` the first where none has such a name."""
    best: dict[tuple[str, ...], tuple[int, ContactPoint]] = {}
    for point in points:
        rank = next((rank for rank, name in enumerate(names) if name.search(point.service)), len(names))
        if rank == len(names) and not any_will_do:
            continue
        standing = best.get(point.areas)
        if standing is None or rank < standing[0]:
            best[point.areas] = (rank, point)
    own = [point for areas, (_, point) in best.items() if areas]
    return own or [point for _, point in best.values()]


# Words of a plain worry about a child, which name no service: the front doors are meant.
_PLAIN_WORRY = frozenset(
    "child children childs kid kids baby young person pupil student concern concerns concerned worry worried about im am i'm have has please thing family something".split()  # noqa: SIM905
)


def asked_for(shelf: Shelf, question: str, area: str, said: tuple[str, ...] = ()) -> tuple[ContactPoint, ...]:
    """The contact points that a question asks for, best first: those whose service it names, else those printed in the
    chapter that it is about, else the front doors."""
    points = contact_points(shelf, area, adults="adult" in question.casefold())
    if not _words(question) - _PLAIN_WORRY:
        return front_doors(shelf, area)
    named = _named(points, question)
    if named or not _words(question):
        return named or front_doors(shelf, area)
    nearest = [hit.passage for hit in shelf.search(question, area=area, said=said, limit=3).kept]
    numbers = {
        phone.e164 or phone.printed
        for passage in nearest[:1]
        for printed in shelf.contacts
        if (printed.manual, printed.slug) == (passage.manual, passage.slug)
        for phone in printed.telephones
    }
    beside = tuple(
        point
        for point in points
        if any((phone.e164 or phone.printed) in numbers for phone in point.telephones) and point.areas
    )
    return (*beside[:_MOST_NAMED], *(point for point in front_doors(shelf, area) if point not in beside))


def _named(points: Sequence[ContactPoint], question: str) -> tuple[ContactPoint, ...]:
    wanted = _words(question)
    scored = []
    for point in points:
        words = _words(point.service)
        initials = "".join(word[0] for word in re.findall(r"[A-Za-z]+", point.service)).casefold()
        shared = len(wanted & words) + (
            _INITIALS if any(len(word) > _INITIALS and word in initials for word in wanted) else 0
        )
        if shared:
            scored.append((shared / (1 + 0.1 * len(words)), point))
    scored.sort(key=lambda pair: -pair[0])
    return tuple(point for score, point in scored if score >= _NEARLY * scored[0][0])[:_MOST_NAMED]


def _words(text: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(text)} - _EMPTY - STOP_WORDS


def calls(shelf: Shelf, points: Iterable[ContactPoint], now: datetime) -> tuple[CitedCall, ...]:
    """The points with whether each is open now and where it is printed. A printed point whose words cannot be found
    again in its chapter is left out."""
    found = []
    everybody = contact_points(shelf, "", adults=True)
    for point in points:
        beside = [other for other in everybody if other.areas == point.areas]
        citation = shelf.cite(point.manual, point.slug, point.place.text, point.place.path) if point.slug else None
        if citation is not None or not point.slug:
            found.append(CitedCall(point, open_now(point, now, others=beside), citation))
    return tuple(found)
