"""A message without the personal data that was in it. Nothing is kept, and nothing that was found is named."""

import re
from collections.abc import Collection
from dataclasses import dataclass, replace

from bot.conversations.privacy.dates import births
from bot.conversations.privacy.finding import Finding, Kind
from bot.conversations.privacy.known_words import known_words
from bot.conversations.privacy.names import names
from bot.conversations.privacy.numbers import numbers
from bot.conversations.privacy.online import online
from bot.conversations.privacy.places import places


@dataclass(frozen=True, slots=True)
class Screened:
    """What may be passed on, and the kinds that were left out ("a name", "a postcode"), each once, in order."""

    text: str
    found: tuple[str, ...]


def screen(text: str, allowed: Collection[str] = ()) -> Screened:
    """Replace what identifies a child, a family or a worker by neutral words.

    `allowed` are phrases that are public: areas, services, office telephone numbers and e-mail addresses or their
    domains, chapter titles. National helplines always pass. Never raises.
    """
    findings = _kept(text, allowed)
    parts, at = [], 0
    for one in findings:
        before = text[at : one.start]
        parts.append(before if one.instead else before.rstrip(" "))
        parts.append(one.instead)
        at = one.end
    parts.append(text[at:])
    return Screened("".join(parts), tuple(dict.fromkeys(str(one.kind) for one in findings)))


def _kept(text: str, allowed: Collection[str]) -> list[Finding]:
    """The findings without those that overlap an earlier one or stand within a public phrase."""
    public = _public_places(text, allowed)
    allowed_words = frozenset(word.casefold() for phrase in allowed for word in re.findall(r"[^\W\d_]+", phrase))
    found = [_trimmed(one, text) for one in (*numbers(text, allowed), *online(text, allowed), *places(text))]
    named = [one for one in names(text, allowed_words) if not _within(one, public)]
    found = [*found, *named, *births(text, (*found, *named))]
    taken = bytearray(len(text))
    kept: list[Finding] = []
    for one in sorted(found, key=lambda one: (_RANK[one.kind], one.start, one.start - one.end)):
        if not _within(one, public):
            kept.extend(_untaken(one, taken))
            taken[one.start : one.end] = b"\x01" * (one.end - one.start)
    return sorted(kept, key=lambda one: one.start)


# Where two overlap, the surer stays.
_RANK = {
    kind: rank
    for rank, kind in enumerate(
        (
            Kind.EMAIL,
            Kind.SOCIAL,
            Kind.BIRTH,
            Kind.INSURANCE,
            Kind.PUPIL,
            Kind.NHS,
            Kind.PHONE,
            Kind.POSTCODE,
            Kind.SCHOOL,
            Kind.ADDRESS,
            Kind.NAME,
            Kind.CAR,
        )
    )
}


def _public_places(text: str, allowed: Collection[str]) -> list[tuple[int, int]]:
    plain = text.casefold()
    if len(plain) != len(text):  # a letter that is two in lower case: nothing is taken for public
        return []
    phrases = (*known_words().phrases, *(phrase.casefold() for phrase in allowed if len(phrase) > 2))
    return [
        found.span()
        for phrase in phrases
        if phrase in plain
        for found in re.finditer(rf"(?<!\w){re.escape(phrase)}(?!\w)", plain)
    ]


def _untaken(one: Finding, taken: bytearray) -> list[Finding]:
    """The finding, or where a surer one has taken a part of its place, what is left of it: nothing found stays."""
    if not any(taken[one.start : one.end]):
        return [one]
    left, at = [], one.start
    while (begin := taken.find(0, at, one.end)) >= 0:
        end = taken.find(1, begin, one.end)
        at = one.end if end < 0 else end
        left.append(replace(one, start=begin, end=at, instead=""))
    return left


def _trimmed(one: Finding, text: str) -> Finding:
    """The finding without the spaces and commas around it."""
    inside = text[one.start : one.end]
    start, end = one.start + len(inside) - len(inside.lstrip(" ,\n")), one.start + len(inside.rstrip(" ,\n"))
    return replace(one, start=start, end=end)


def _within(one: Finding, public: list[tuple[int, int]]) -> bool:
    return any(start <= one.start and one.end <= end for start, end in public)
