"""From the digits printed to a number that can be dialled: which digit groups belong together, and E.164.

The plan of lengths is Ofcom's: a national number has 0 and then 10 digits (9 for some older ones), and a few have
fewer (0800 1111). A number counts when phonenumbers calls it possible: Ofcom's numbers for drama are possible and
never valid, so asking for valid ones would refuse every demonstration.
"""

import re
from dataclasses import dataclass

import phonenumbers

_SHORT_ONES = frozenset({"08001111", "0845464", "08454647"})
_GROUP = re.compile(r"\+?\d+")
_LONGEST_NATIONAL = 11
_SHORTEST_NATIONAL = 10
_LONGEST_INTERNATIONAL = 15


@dataclass(frozen=True, slots=True)
class Dialled:
    """Digits that make a number: its offsets in the run they were found in, and E.164."""

    start: int
    end: int
    e164: str
    national: str


def dialled_in(run: str) -> list[Dialled]:
    """The numbers in a run of digits and separators, in order. Digits that make no possible number are left out."""
    groups = list(_GROUP.finditer(run))
    found: list[Dialled] = []
    index = 0
    while index < len(groups):
        taken = _number_from(run, groups[index : index + 20])
        if taken is None:
            index += 1
            continue
        count, number = taken
        found.append(number)
        index += count
    return found


def _number_from(run: str, groups: list[re.Match[str]]) -> tuple[int, Dialled] | None:
    """The number that begins with the first group and how many groups it takes, or None."""
    first = groups[0].group()
    if first.startswith(("+", "00")) and not first.startswith(("+44", "0044")):
        return _international(run, groups)
    if not first.startswith(("0", "+44")):
        return None
    digits, best = "", None
    for count, group in enumerate(groups, start=1):
        if count > 1 and (group.group().startswith("+") or _ends_before(run, digits, group)):
            break
        digits += group.group().removeprefix("+")
        national = _national(digits)
        if len(national) > _LONGEST_NATIONAL:
            break
        if len(national) >= _SHORTEST_NATIONAL or national in _SHORT_ONES:
            best = (count, national)
    if best is None:
        return None
    count, national = best
    e164 = e164_of(national)
    return (count, _spanning(run, groups[:count], e164, national)) if e164 else None


def _ends_before(run: str, digits: str, group: re.Match[str]) -> bool:
    """Whether the digits so far are a whole number and `group` begins another one."""
    whole = len(_national(digits)) >= _SHORTEST_NATIONAL or _national(digits) in _SHORT_ONES
    return whole and (
        group.group().startswith("0")
        or "/" in run[group.start() - 2 : group.start()]
        or len(_national(digits)) == _LONGEST_NATIONAL
    )


def _national(digits: str) -> str:
    """0 and the national number, from digits with or without 44 or 0044 in front and a (0) in between."""
    for prefix in ("0044", "44"):
        if digits.startswith(prefix):
            return "0" + digits.removeprefix(prefix).removeprefix("0")
    return digits


def _international(run: str, groups: list[re.Match[str]]) -> tuple[int, Dialled] | None:
    """A number of another country: its groups up to the longest that E.164 allows."""
    for count in range(len(groups), 0, -1):
        digits = "".join(group.group() for group in groups[:count])
        if len(digits) <= _LONGEST_INTERNATIONAL + 2 and (
            e164 := e164_of("+" + digits.removeprefix("+").removeprefix("00"))
        ):
            return count, _spanning(run, groups[:count], e164, digits)
    return None


def _spanning(run: str, groups: list[re.Match[str]], e164: str, national: str) -> Dialled:
    """The groups as one number, with the brackets that open just before it."""
    start = groups[0].start()
    while start and run[start - 1] == "(" and ")" in run[start : groups[-1].end()]:
        start -= 1
    return Dialled(start, groups[-1].end(), e164, national)


def e164_of(number: str) -> str:
    """E.164 of a number dialled from the United Kingdom, "" where no such number is possible."""
    try:
        parsed = phonenumbers.parse(number, "GB")
    except phonenumbers.NumberParseException:
        return ""
    if not phonenumbers.is_possible_number(parsed):
        return ""
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)
