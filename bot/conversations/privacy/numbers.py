"""Numbers that belong to one person: NHS, National Insurance, pupil and telephone numbers, car registrations."""

import re
from collections.abc import Collection, Iterator

import phonenumbers
from stdnum.gb import nhs

from bot.conversations.privacy.finding import Finding, Kind

# Ten digits, in threes and four or together. The check digit (modulus 11) tells them from other long numbers.
_TEN_DIGITS = re.compile(r"(?<![\d-])\d{3}[ .-]?\d{3}[ .-]?\d{4}(?![\d-])")
_NHS_SAID = re.compile(r"\bnhs\s*(?:no|num|number|#|id)?\b\.?\s*(?:is|was|:|=|-|of)?\s*(\d[\d .-]{6,13}\d)", re.I)
# Two letters, six digits, a suffix A to D (HMRC's manual, NIM39110). Pairs never issued are taken too: slips are data as well.
_INSURANCE = re.compile(r"(?<![a-z0-9])[a-z]{2}[ .-]?\d{2}[ .-]?\d{2}[ .-]?\d{2}[ .-]?[a-d]?(?![a-z0-9])", re.I)
# A letter, eleven digits, and a digit (or a letter for a temporary one): the Department for Education's UPN guide.
_PUPIL = re.compile(r"(?<![a-z0-9])[a-hj-np-rt-z]\d{11}[\da-hj-np-rt-z](?![a-z0-9])", re.I)
_PUPIL_SAID = re.compile(
    r"\b(?:upn|unique pupil number|uln|pupil (?:no|number))\b\W{0,3}(?:is\s+)?([a-z]?\d{6,13}[a-z]?)", re.I
)
_CAR = re.compile(r"(?<![a-z0-9])([a-z]{2}\d{2}\s?([a-z]{3}))(?![a-z0-9])", re.I)
_CAR_SAID = re.compile(
    r"\b(?:reg(?:istration)?(?:\s(?:no|number|plate))?|number\s?plate|plate|vrm)\b\W{0,3}(?:is\s+|of\s+)?((?=[a-z]*\d)[a-z0-9]{2,4}\s?[a-z0-9]{2,4})\b",
    re.I,
)
# The older plates ("P842 RFC") look like a section and a word, so that they need a vehicle before them.
_CAR_OLD = re.compile(
    r"\b(?:car|van|vehicle|motor|taxi|truck)\b\W{0,3}(?:is\s+|reg\s+)?([a-z]\d{1,3}\s?([a-z]{3}))(?![a-z0-9])", re.I
)
_NOT_PLATES = re.compile(
    "and|the|for|day|was|has|had|but|not|now|are|our|who|how|why|can|all|any|yes|she|her|him|his|out|you"
)
_PHONE = re.compile(r"(?<![\w£.,/-])(?:\+|00)?\(?\d[\d\s().-]{7,17}\d(?![\w/])")
_PHONE_SAID = re.compile(
    r"\b(?:phone|mobile|mob|tel|telephone|landline|cell|number|no|ring|call|text|whatsapp)\b[^\d\n]{0,16}?(\+?\d[\d ()-]{4,15}\d)(?![\d/])",
    re.I,
)
_NATIONAL = frozenset(
    ("999", "112", "101", "111", "105", "116123", "116000", "08088005000", "08000280285", "08001111", "08001110", "18001999", "08000288285")
)  # fmt: skip
_SHORTEST_PHONE = 6  # digits, where the words say that it is a telephone number


def numbers(text: str, allowed: Collection[str] = ()) -> Iterator[Finding]:
    """Every such number in a message. `allowed` telephone numbers pass, however they are spaced."""
    yield from _health(text)
    for found in _INSURANCE.finditer(text):
        yield Finding(found.start(), found.end(), Kind.INSURANCE, "[number]")
    for pattern, group in ((_PUPIL, 0), (_PUPIL_SAID, 1)):
        for found in pattern.finditer(text):
            yield Finding(found.start(group), found.end(group), Kind.PUPIL, "[number]")
    yield from _cars(text)
    yield from _phones(text, frozenset(_national(number) for number in allowed) | _NATIONAL)


def _health(text: str) -> Iterator[Finding]:
    for found in _NHS_SAID.finditer(text):
        yield Finding(found.start(1), found.end(1), Kind.NHS, "[number]")
    for found in _TEN_DIGITS.finditer(text):
        if nhs.is_valid(found[0]) and not found[0].startswith("0"):
            yield Finding(found.start(), found.end(), Kind.NHS, "[number]")


def _cars(text: str) -> Iterator[Finding]:
    for found in (*_CAR.finditer(text), *_CAR_OLD.finditer(text)):
        if not _NOT_PLATES.fullmatch(found[2].casefold()):
            yield Finding(found.start(1), found.end(1), Kind.CAR, "[car]")
    for found in _CAR_SAID.finditer(text):
        yield Finding(found.start(1), found.end(1), Kind.CAR, "[car]")


def _phones(text: str, allowed: frozenset[str]) -> Iterator[Finding]:
    for found in _PHONE.finditer(text):
        digits = _national(found[0])
        if digits.startswith("0") and digits not in allowed and _possible(digits):
            yield Finding(found.start(), found.end(), Kind.PHONE, "[phone]")
    for found in _PHONE_SAID.finditer(text):
        digits = _national(found[1])
        if len(digits) >= _SHORTEST_PHONE and digits not in allowed:
            yield Finding(found.start(1), found.end(1), Kind.PHONE, "[phone]")


def _national(number: str) -> str:
    """The digits as they are dialled within the country."""
    digits = re.sub(r"\D", "", number)
    for code in ("0044", "44"):
        if digits.startswith(code) and len(digits) > 10:
            return "0" + digits.removeprefix(code).removeprefix("0")
    return digits


def _possible(digits: str) -> bool:
    try:
        return phonenumbers.is_possible_number(phonenumbers.parse(digits, "GB"))
    except phonenumbers.NumberParseException:
        return False
