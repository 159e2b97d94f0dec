"""Find every telephone number and e-mail address in a run of text: where it stands, and why it may not be offered."""

import re
from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import unquote

from knowledge.contacts.addresses import EMAIL, emails_in
from knowledge.contacts.ages import is_out_of_use
from knowledge.contacts.numbers import numbers_in
from knowledge.contacts.points import TelephoneKind
from knowledge.contacts.short_codes import short_codes_in
from knowledge.contacts.spotted import Sighting
from knowledge.manual import Link

_ADDRESS = re.compile(r"\b(?:https?://|www\.)\S+", re.IGNORECASE)
_DATE = re.compile(r"(?<!\d)(?:\d{1,2}([./-])\d{1,2}\1\d{2,4}|\d{4}-\d{2}-\d{2})(?!\d)")


def sightings_in(
    text: str, links: Sequence[Link] = (), kind: TelephoneKind = TelephoneKind.VOICE, *, only_number: bool = False
) -> list[Sighting]:
    """Numbers and addresses in printed order, those that must not be offered included and marked.

    `kind` is what the place says the numbers are for (a column headed "Textphone"); `only_number` says that the place
    holds telephone numbers and nothing else, so that a short code needs no other cue.
    """
    masked = _masked(text)
    found = emails_in(text)
    covered = _cover(masked, found)
    found += numbers_in(covered, text, kind)
    found += short_codes_in(_cover(covered, found), only_number=only_number)
    found += _from_links(text, links, found, kind)
    found.sort(key=lambda sighting: sighting.start)
    return [_with_age(sighting, before, after) for sighting, before, after in _surroundings(text, found)]


def _masked(text: str) -> str:
    """The text with web addresses and dates blanked out, offsets kept."""
    for pattern in (_ADDRESS, _DATE):
        text = pattern.sub(lambda match: "_" * len(match.group()), text)
    return text


def _cover(text: str, found: Sequence[Sighting]) -> str:
    for sighting in found:
        text = text[: sighting.start] + "_" * (sighting.end - sighting.start) + text[sighting.end :]
    return text


def _from_links(text: str, links: Sequence[Link], found: list[Sighting], kind: TelephoneKind) -> list[Sighting]:
    """Numbers and addresses that stand in a link's address only, and links that dial another number than is printed."""
    added: list[Sighting] = []
    cursor = 0
    for link in links:
        at = text.find(link.text, cursor) if link.text else cursor
        start = at if at >= 0 else max(text.find(link.text), 0)
        end = start + len(link.text)
        cursor = end if at >= 0 else cursor
        scheme, _, target = link.href.partition(":")
        target = unquote(target).split("?")[0].strip().lstrip("/")
        inside = [sighting for sighting in found if sighting.start < end and start < sighting.end]
        match scheme.strip().lower():
            case "tel" | "callto" | "sms":
                added += _tel_link(target, inside, start, end, TelephoneKind.TEXT if scheme == "sms" else kind)
            case "mailto":
                added += _mail_link(target, inside, start, end, found)
    return added


def _tel_link(target: str, inside: list[Sighting], start: int, end: int, kind: TelephoneKind) -> list[Sighting]:
    target = target.split(";", maxsplit=1)[0]
    seen = sightings_in(target, only_number=True)
    linked = seen[0].telephone if len(seen) == 1 else None
    printed = [sighting.telephone for sighting in inside if sighting.telephone]
    if linked is None:
        why = f'A link dials "{target}", which cannot be a telephone number.'
        return [Sighting(start, end, dropped=why)] if not printed else []
    if not printed:
        return [] if any(s.dropped for s in inside) else [Sighting(start, end, replace(linked, kind=kind))]
    if all((linked.e164 or linked.printed) != (shown.e164 or shown.printed) for shown in printed):
        why = f'The page prints "{printed[0].printed}" and its link dials "{linked.printed}": please check which is right. The printed number is kept.'
        return [Sighting(end, end, dropped=why)]
    return []


def _mail_link(target: str, inside: list[Sighting], start: int, end: int, found: list[Sighting]) -> list[Sighting]:
    linked = EMAIL.fullmatch(target)
    hidden = [
        sighting for sighting in inside if not sighting.email or " " in sighting.email or "@" not in sighting.email
    ]
    printed = [sighting.email for sighting in inside if sighting not in hidden and sighting.email]
    if linked is None:
        return []
    if not printed:
        for sighting in hidden:
            found.remove(sighting)
        return [Sighting(start, end, email=target)]
    if all(target.lower() != shown.lower() for shown in printed):
        why = f'The page prints "{printed[0]}" and its link writes to "{target}": please check which is right. The printed address is kept.'
        return [Sighting(end, end, dropped=why)]
    return []


def _surroundings(text: str, found: list[Sighting]) -> list[tuple[Sighting, str, str]]:
    """Each sighting with the words since the one before it and up to the one after it."""
    edges = [0, *(sighting.end for sighting in found)]
    starts = [*(sighting.start for sighting in found[1:]), len(text)]
    return [
        (sighting, text[before : sighting.start], text[sighting.end : after])
        for sighting, before, after in zip(found, edges, starts, strict=False)
    ]


def _with_age(sighting: Sighting, before: str, after: str) -> Sighting:
    """Marks a number or address that the page says is no longer in use."""
    printed = sighting.telephone.printed if sighting.telephone else sighting.email
    if sighting.dropped or not printed:
        return sighting
    if is_out_of_use(before, after):
        return replace(sighting, dropped=f'"{printed}" is skipped: the page says that it is no longer in use.')
    return sighting
