"""Find telephone numbers in a text, with their extension and what they are for."""

import re
from dataclasses import replace

from knowledge.contacts.dialling import Dialled, dialled_in, e164_of
from knowledge.contacts.points import Telephone, TelephoneKind
from knowledge.contacts.spotted import EXTENSION, SPACE, Sighting

_DASH = r"[-‐‑‒–.]"
_RUN = re.compile(
    rf"(?<![\w£#@=])(?:\({SPACE}*)?\+?\d(?:{SPACE}{{0,2}}(?:[()/]|{_DASH})?{SPACE}{{0,2}}(?:[()])?{SPACE}?(?:\+?\d))*"
)
_NOT_A_TELEPHONE = re.compile(
    r"\b(?:(?:charity|company|registration|registered|case|nhs|hospital|invoice|account|order|licen[cs]e|policy|mosaic|liquid\s?logic"
    r"|record|document|payroll|employee|warrant|collar|ico|vat)"
    r"(?:\s+(?:in|for|identity|identification|charity|company|record|registration|registered|england|wales|and)\b)*"
    r"\s*(?:numbers?|no\.?|nos\.?|num|id|ref(?:erence)?|#)"
    r"|registered\s+(?:charity|company)|(?:reference|ref|uprn|urn|isbn|issn|doi|sort\s+code)(?:\s+(?:numbers?|no\.?))?)"
    r"\s*[.:#]?\s*(?:is|was|eg|e\.g\.|such as|like|\()?\s*[:(]?\s*$",
    re.IGNORECASE,
)
_PHONE_WORD = re.compile(r"\b(?:tel|telephone|phone|call|ring|dial|mobile|number|line)\b", re.IGNORECASE)
_RELAY = re.compile(rf"\b18001{SPACE}*$")
_SECOND = re.compile(rf"{SPACE}*(?:/|or|and|,|&){SPACE}*(\d{{3}}{SPACE}?\d{{3,4}})(?![\d@]|{SPACE}?\d)")
_TEXT_CODE = re.compile(r"\b(?:text|sms)\b[^.;]{0,40}?\b(?:to|on)\s+((?:6|8)\d{4})(?!\d)", re.IGNORECASE)
_FAX = re.compile(r"\b(?:secure\s+)?(?:fax|facsimile)\b[^.;]{0,18}$", re.IGNORECASE)
_VOICE = re.compile(r"\b(?:call|ring|phone|telephone|tel|voice|mobile)\b[^.;]{0,25}$", re.IGNORECASE)
_TEXTPHONE = re.compile(
    r"\b(?:text\s?-?phone|minicom|typetalk|text\s?-?relay|relay\s+uk|next\s+generation\s+text|ngt)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_TEXT = re.compile(r"\b(?:text|texts|texting|sms|whats\s?app)\b[^.;]{0,30}$", re.IGNORECASE)
_AFTER_KIND = re.compile(
    r"^\s*[(–-]\s*(fax|text\s?-?phone|minicom|text(?:s)?(?:\s+only)?|sms(?:\s+only)?|whats\s?app)\b", re.IGNORECASE
)


def numbers_in(text: str, original: str, kind: TelephoneKind) -> list[Sighting]:
    found: list[Sighting] = []
    for run in _RUN.finditer(text):
        if _NOT_A_TELEPHONE.search(text[max(0, run.start() - 60) : run.start()]):
            continue
        numbers = dialled_in(run.group())
        for number in numbers:
            placed = replace(number, start=run.start() + number.start, end=run.start() + number.end)
            if not original[placed.end : placed.end + 1].isalpha():  # else part of a code such as 01632960123X
                found += _telephone(original, placed, kind)
        if not numbers:
            found += _impossible(text, run)
    return [*found, *_text_codes(text)]


def _telephone(text: str, number: Dialled, kind: TelephoneKind) -> list[Sighting]:
    """The number with its extension and kind, and a second one that leaves out the shared code ("960123 / 960124")."""
    start, end, e164, national = number.start, number.end, number.e164, number.national
    kind, fax = _kind(text[max(0, start - 60) : start], text[end : end + 20], kind)
    window = max(0, start - 8)
    if relay := _RELAY.search(text[window:start]):
        start, kind = window + relay.start(), TelephoneKind.TEXTPHONE
    extension = EXTENSION.match(text, end)
    if extension:
        end = extension.end() if extension.group().count("(") == extension.group().count(")") else extension.end(1)
    telephone = Telephone(text[start:end].strip(), e164, kind, extension.group(1) if extension else "")
    dropped = f'The fax number "{telephone.printed}" is not offered.' if fax else ""
    short = len(national) < 11 and national.startswith(("01", "02", "03", "07"))
    doubt = f'"{telephone.printed}" has fewer digits than most numbers: please check it.' if short else ""
    first = Sighting(start, end, telephone, dropped=dropped, doubt=doubt)
    second = _SECOND.match(text, end)
    if second is None or extension or not e164.startswith("+44"):
        return [first]
    rest = "".join(sign for sign in second.group(1) if sign.isdigit())
    whole = e164_of(national[: len(national) - len(rest)] + rest)
    if not whole:
        return [first]
    added = Sighting(
        *second.span(1),
        Telephone(second.group(1), whole, kind),
        dropped=dropped,
        doubt=f'"{second.group(1)}" is printed without its code; it is read with the code of "{telephone.printed}".',
    )
    return [first, added]


def _kind(before: str, after: str, kind: TelephoneKind) -> tuple[TelephoneKind, bool]:
    """What the words beside a number say it is for, and whether it is a fax."""
    before = re.split(r"\d{3,}", before)[-1]  # words in front of another number are about that one
    said = _AFTER_KIND.match(after)
    word = said.group(1).lower() if said else ""
    if word.startswith("fax") or (_FAX.search(before) and not _VOICE.search(before)):
        return kind, True
    if word.startswith(("textphone", "text phone", "text-phone", "minicom")) or _TEXTPHONE.search(before):
        return TelephoneKind.TEXTPHONE, False
    if word or (_TEXT.search(before) and not _VOICE.search(before)):
        return TelephoneKind.TEXT, False
    return kind, False


def _impossible(text: str, run: re.Match[str]) -> list[Sighting]:
    """A run of digits that was meant as a number and cannot be one: never offered, always reported."""
    digits = [sign for sign in run.group() if sign.isdigit()]
    meant = (
        bool(_PHONE_WORD.search(text[max(0, run.start() - 40) : run.start()]))
        or not text.replace(run.group(), "").strip()
    )
    if not (7 <= len(digits) <= 16 and digits[0] in "0+" and meant) or "_" in run.group():
        return []
    printed = run.group().strip()
    why = f'"{printed}" looks like a telephone number and cannot be one: please check its digits. It is not offered.'
    return [Sighting(run.start(), run.end(), dropped=why)]


def _text_codes(text: str) -> list[Sighting]:
    return [
        Sighting(*match.span(1), Telephone(match.group(1), "", TelephoneKind.TEXT))
        for match in _TEXT_CODE.finditer(text)
    ]
