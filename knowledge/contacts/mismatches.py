"""Compare what pages print with what the register holds: a page's number never changes the register, it is reported."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from knowledge.contacts.drafts import digits, plain
from knowledge.contacts.points import ContactPoint, Telephone
from knowledge.contacts.register import Register


class Difference(StrEnum):
    """How a printed number or address differs from the register."""

    OTHER_NUMBER = "the page prints another number for this service"
    LIKE_A_NUMBER = "the page prints a number that differs from a registered one by one digit"
    OTHER_EMAIL = "the page prints another e-mail address for this service"


@dataclass(frozen=True, slots=True)
class Mismatch:
    """One printed number or address that differs, with the register's row it was compared with."""

    difference: Difference
    printed: str
    registered: tuple[str, ...]
    page: ContactPoint
    row: ContactPoint

    def __str__(self) -> str:
        kept = " or ".join(self.registered) or "none"
        return (
            f'{self.page.chapter or self.page.url or "A page"} prints {self.printed} for "{self.page.service}"; '
            f'the register has {kept} for "{self.row.service}". The register is served until a person changes it.'
        )


def mismatches(register: Register, read: Sequence[ContactPoint]) -> tuple[Mismatch, ...]:
    """Every printed number and address that differs from the register, in printed order.

    A page is compared with the rows of the same service in its areas, whatever time of day; and, since a mistyped digit
    matters whatever the service is called, with every registered number.
    """
    found: list[Mismatch] = []
    for point in read:
        rows = [row for row in register.contacts if _same_service(row, point) and _shares_area(row, point)]
        for telephone in point.telephones:
            found += _number_differs(register, rows, point, telephone)
        known = {email.lower() for row in rows for email in row.emails}
        if rows and known:
            found += [
                Mismatch(Difference.OTHER_EMAIL, email, tuple(rows[0].emails), point, rows[0])
                for email in point.emails
                if email.lower() not in known
            ]
    return tuple(found)


def _number_differs(
    register: Register, rows: list[ContactPoint], point: ContactPoint, telephone: Telephone
) -> list[Mismatch]:
    mine = _key(telephone)
    if any(_key(kept) == mine for row in rows for kept in row.telephones):
        return []
    numbered = [row for row in rows if row.telephones]
    timed = [row for row in numbered if row.out_of_hours == point.out_of_hours] or numbered
    if timed:
        return [Mismatch(Difference.OTHER_NUMBER, telephone.printed, _printed(timed[0]), point, timed[0])]
    if any(_key(kept) == mine for row in register.contacts for kept in row.telephones):
        return []
    near = [row for row in register.contacts if any(_one_digit_off(_key(kept), mine) for kept in row.telephones)]
    return [Mismatch(Difference.LIKE_A_NUMBER, telephone.printed, _printed(near[0]), point, near[0])] if near else []


def _key(telephone: Telephone) -> str:
    return telephone.e164 or digits(telephone.printed)


def _printed(row: ContactPoint) -> tuple[str, ...]:
    return tuple(telephone.printed for telephone in row.telephones)


def _one_digit_off(one: str, other: str) -> bool:
    return len(one) == len(other) > 3 and sum(a != b for a, b in zip(one, other, strict=True)) == 1


def _shares_area(row: ContactPoint, point: ContactPoint) -> bool:
    if not row.areas or not point.areas:
        return True
    return bool({plain(area) for area in row.areas} & {plain(area) for area in point.areas})


def _same_service(row: ContactPoint, point: ContactPoint) -> bool:
    """Whether two names mean one service: the same words, the one inside the other, or the other's initials."""
    one, other = _names(row.service), _names(point.service)
    if one & other:
        return True
    short, long = sorted((plain(row.service), plain(point.service)), key=len)
    return len(short.split()) > 1 and re.search(rf"\b{re.escape(short)}\b", long) is not None


def _names(service: str) -> set[str]:
    """The forms one name can take: whole, without its brackets, its brackets alone, and its initials."""
    whole = plain(service)
    bare = plain(re.sub(r"\([^()]*\)", "", service))
    bracketed = {plain(inner) for inner in re.findall(r"\(([^()]*)\)", service)}
    words = [
        word
        for word in re.split(r"[\s-]+", re.sub(r"\([^()]*\)", "", service).lower())
        if word not in ("the", "and", "of", "for", "")
    ]
    initials = "".join(word[0] for word in words) if len(words) > 2 else ""
    return {name for name in (whole, bare, initials, *bracketed) if name}
