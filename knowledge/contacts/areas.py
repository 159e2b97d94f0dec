"""Tell the names of areas from the names of services."""

import re
from collections.abc import Sequence

from knowledge.contacts.drafts import Book, Subject, plain
from knowledge.contacts.opening_words import hour_spans
from knowledge.contacts.phrases import names_post
from knowledge.contacts.service_words import is_general, names_service

RESIDENTS = re.compile(
    r"\b(?:(?:liv(?:es?|ing)|resident|based|resides?)\s+in|residents\s+of|(?:in|for)\s+the\s+area\s+of|schools\s+in|children\s+(?:in|from)|families\s+in)\s+"
    r"(?:the\s+)?(?P<a>[A-Z][\w’'-]+(?:\s+(?:(?:and|&|of|upon|on|in|under)\s+)?[A-Z][\w’'-]+)*)"
    r"|\b[Ff]or\s+(?P<b>[A-Z][\w’'-]+(?:\s+(?:(?:and|&|of|upon|on)\s+)?[A-Z][\w’'-]+)*)\s+(?:residents|children|families|schools|area|cases)\b"
    r"|^(?:In|For)\s+(?P<c>[A-Z][\w’'-]+(?:\s+(?:(?:and|&|of|upon|on)\s+)?[A-Z][\w’'-]+)*)(?:\s*[,:]|\s+(?=the\b|call\b|contact\b|ring\b|please\b|you\b))"
    r"|^(?P<d>[A-Z][\w’'-]+(?:\s+(?:(?:and|&|of|upon|on)\s+)?[A-Z][\w’'-]+)*)\s+residents\b"
)
_MANY = re.compile(
    r"\b(?:contacts|numbers|organi[sz]ations|agencies|helplines|services|resources|websites|charities|lines|links)\b",
    re.IGNORECASE,
)
_WHOLE_AREA = re.compile(
    r"^(?:The\s+)?([A-Z][\w\s&’'-]*?)\s+(?:areas?|district|borough|localit(?:y|ies)|residents|only)$"
)
_EVERYWHERE = re.compile(r"^(?:all|both|every|any|whole|county-?wide|each)\b", re.IGNORECASE)
PROPER = re.compile(r"[A-Z][\w’'-]+(?:\s+(?:(?:and|&|of|upon|on)\s+)?[A-Z][\w’'-]+){0,3}")
PLACE_IN_BRACKET = re.compile(rf"\(\s*(?:in\s+|for\s+)?(?P<place>{PROPER.pattern})[\s:–-]*(?:on\s+)?$")
_BRACKET_BEHIND = re.compile(rf"\s*\(\s*(?:in\s+|for\s+)?(?P<place>{PROPER.pattern})\s*\)")
_PLACE_FOLLOWS = re.compile(rf"\s+in\s+(?P<place>{PROPER.pattern})\b")
PLACE_AFTER = re.compile(rf"\s+(?:in|for)\s+(?P<place>{PROPER.pattern})$")


def whole_area(label: str) -> tuple[str, ...] | None:
    """The area that a label such as "Ashdale area" is for, () for "All areas", None for any other label."""
    whole = _WHOLE_AREA.match(label)
    if whole is None:
        return None
    return () if _EVERYWHERE.match(label) else (whole[1],)


def resident_area(words: str) -> str:
    """The place whose residents words speak of ("If the child lives in Ashdale"), "" where they name none."""
    found = RESIDENTS.search(words)
    return next(group for group in found.groups() if group) if found else ""


def area_of(sentence: str, known_areas: tuple[str, ...]) -> tuple[str, ...]:
    """The area a sentence is about: of the residents it speaks of, or the one known area it names before any service."""
    place = resident_area(sentence.strip())
    if place and not names_service(place) and not hour_spans(place) and not is_general(place):
        return (place,)
    known = [area for area in known_areas if re.search(rf"\b{re.escape(area)}\b", sentence)]
    return tuple(known) if len(known) == 1 and not names_service(sentence.split(known[0], maxsplit=1)[0]) else ()


def place_beside(name: str, front: str) -> tuple[str, tuple[str, ...]]:
    """A service's name and the area told with it: "Duty Team (Ashdale", "Duty Team in Ashdale"."""
    inside = PLACE_IN_BRACKET.search(front) or PLACE_AFTER.search(name)
    follows = _PLACE_FOLLOWS.match(front.rpartition(name)[2])
    if inside is None and follows and not names_service(follows["place"]) and not is_general(follows["place"]):
        return name, (follows["place"],)
    if inside is None:
        return name, ()
    place = inside["place"]
    if names_service(place) or hour_spans(place) or is_general(place):
        return name, ()
    return name.removesuffix(inside.group()) if inside.re is PLACE_AFTER else name, (place,)


def known_area(name: str, areas: Sequence[str]) -> str:
    """The known area that a name is ("Ashdale", "Ashdale's"), "" for any other name."""
    bare = re.sub(r"[’']s?$", "", name)
    return next((area for area in areas if plain(bare) == plain(area)), "")


def without_owner(service: str, areas: Sequence[str]) -> str:
    """A service without the known area that owns it: "Ashdale's Duty Desk" is the Duty Desk."""
    owner = re.match(r"(?P<area>.+?)[’']s\s+(?=\w)", service)
    return service[owner.end() :] if owner and known_area(owner["area"], areas) else service


def place_behind(behind: str) -> str:
    """The place in a bracket of its own behind a number ("01632 960123 (Ashdale)"), "" where none stands there."""
    found = _BRACKET_BEHIND.match(behind)
    words = found["place"] if found else ""
    return "" if names_service(words) or hour_spans(words) or is_general(words) else words


def is_area(label: str, subject: Subject, book: Book) -> bool:
    """Whether a label names an area: a known one, or a proper name in front of a service's number."""
    if any(plain(label) == plain(area) for area in book.areas):
        return True
    proper = all(
        word[:1].isupper() or word.lower() in ("and", "of", "upon", "on", "the", "&") for word in label.split()
    )
    return (
        proper
        and not names_service(label)
        and not names_post(label)
        and not subject.carried
        and subject.service != ""
        and names_service(subject.service)
        and not _MANY.search(subject.service)
    )
