"""Find every telephone number and e-mail address in a run of text: where it stands, and why it may not be offered."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import unquote

from knowledge.contacts.ages import is_out_of_use
from knowledge.contacts.dialling import Dialled, dialled_in, e164_of
from knowledge.contacts.points import Telephone, TelephoneKind
from knowledge.manual import Link


@dataclass(frozen=True, slots=True)
class Sighting:
    """One number or address at [start, end) of its text. `dropped` says why it is not offered ("" where it is)."""

    start: int
    end: int
    telephone: Telephone | None = None
    email: str = ""
    dropped: str = ""
    doubt: str = ""


_SPACE = r"[ \t\u00a0\u2007\u2009\u202f]"
_DASH = r"[-‐‑‒–.]"
_RUN = re.compile(
    rf"(?<![\w£#@=])(?:\({_SPACE}*)?\+?\d(?:{_SPACE}{{0,2}}(?:[()/]|{_DASH})?{_SPACE}{{0,2}}(?:[()])?{_SPACE}?(?:\+?\d))*"
)
_EMAIL = re.compile(r"(?<![\w.+-])[\w.%+'’-]*\w[ ]?@[ ]?(?:[\w-]+\.)+[A-Za-z]{2,}(?![\w@])")
_VEILED = re.compile(
    r"(?<![\w.])[\w.+-]+\s?(?:\[\s?at\s?\]|\(\s?at\s?\)|\{\s?at\s?\}|<\s?at\s?>)\s?[\w-]+"
    r"(?:\s?(?:\.|\[\s?dot\s?\]|\(\s?dot\s?\)|\{\s?dot\s?\})\s?[\w-]+)+",
    re.IGNORECASE,
)
_HIDDEN_EMAIL = re.compile(r"\[\s*e-?mail[\s\u00a0]+protected\s*\]", re.IGNORECASE)
_ADDRESS = re.compile(r"\b(?:https?://|www\.)\S+", re.IGNORECASE)
_DATE = re.compile(r"(?<!\d)(?:\d{1,2}([./-])\d{1,2}\1\d{2,4}|\d{4}-\d{2}-\d{2})(?!\d)")
_NOT_A_TELEPHONE = re.compile(
    r"\b(?:charity|company|registration|registered|reference|ref|case|nhs|hospital|invoice|account|uprn|urn|isbn|issn|vat"
    r"|order|licen[cs]e|policy|sort\s+code|ico|mosaic|liquid\s?logic|record|document|doi|payroll|employee|warrant|collar)"
    r"(?:\s+(?:in|for|id|identity|identification|charity|company|record|england|wales|and|england\s+and\s+wales)\b)*"
    r"\s*(?:numbers?|no\.?|nos\.?|num|id|ref(?:erence)?|#)?\s*[.:#]?\s*(?:is|was|eg|e\.g\.|such as|like|\()?\s*[:(]?\s*$",
    re.IGNORECASE,
)
_PHONE_WORD = re.compile(r"\b(?:tel|telephone|phone|call|ring|dial|mobile|number|line)\b", re.IGNORECASE)
_EXTENSION = re.compile(
    rf"{_SPACE}*[,(;]?{_SPACE}*\b(?:ext(?:ension|n)?\.?|x){_SPACE}*(?:no\.?|number)?{_SPACE}*:?{_SPACE}*(\d{{2,6}})\b\)?",
    re.IGNORECASE,
)
_RELAY = re.compile(rf"\b18001{_SPACE}*$")
_SECOND = re.compile(rf"{_SPACE}*(?:/|or|and|,|&){_SPACE}*(\d{{3}}{_SPACE}?\d{{3,4}})(?![\d@]|{_SPACE}?\d)")
_SHORT = re.compile(r"(?<![\w£#@.,/:+-])(999|101|111|112|116[ ]?(?:123|000|111))(?![\w%]|[.,:/-]\d|[ ]?\d)")
_SHORT_CUE = re.compile(
    r"(?:\b(?:call|calling|ring|ringing|dial|dialling|phone|phoning|telephone|tel|on|via|number|nhs|police|or|using|contact|text|is|emergency|"
    r"services?|samaritans|free|ambulance|line|helpline)\b|^)[\s:.,–—()“”\"'‘’-]*$",
    re.IGNORECASE,
)
_SHORT_NOT = re.compile(
    r"\b(?:section|sections|form|page|room|paragraph|para|article|regulation|rule|over|about|nearly|s)\.?\s*$",
    re.IGNORECASE,
)
_AFTER_SHORT = re.compile(
    r"\s+(?!(?:or|and|for|if|to|in|when|at|who|as|immediately|straight|with|free|non|then|without|from|where|so|because|unless|"
    r"between|rather|instead|now|ext|extension|option|police|day|text|service|is|are|can|will|should|using|via|but|first|urgently|directly|"
    r"anytime|any|by|on|also|you|emergency|always|open|available)\b)[a-z]{3,}"
)
_BEGINS_LINE = re.compile(r"\s*(?:[,;]?\s*(?:or|and|in|for|if|when)\b|\()", re.IGNORECASE)
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


def sightings_in(
    text: str, links: Sequence[Link] = (), kind: TelephoneKind = TelephoneKind.VOICE, *, only_number: bool = False
) -> list[Sighting]:
    """Numbers and addresses in printed order, those that must not be offered included and marked.

    `kind` is what the place says the numbers are for (a column headed "Textphone"); `only_number` says that the place
    holds telephone numbers and nothing else, so that a short code needs no other cue.
    """
    masked = _masked(text)
    found = _emails(text)
    covered = _cover(masked, found)
    found += _numbers(covered, text, kind)
    found += _short_codes(_cover(covered, found), only_number=only_number)
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


def _emails(text: str) -> list[Sighting]:
    plain = [
        Sighting(match.start(), match.end(), email=match.group(), doubt=_spaced_doubt(match.group()))
        for match in _EMAIL.finditer(text)
    ]
    veiled = [
        Sighting(
            match.start(),
            match.end(),
            email=match.group(),
            doubt=f'The e-mail address "{match.group()}" is written so that machines cannot read it; it is kept as printed.',
        )
        for match in _VEILED.finditer(text)
    ]
    hidden = [
        Sighting(
            match.start(),
            match.end(),
            dropped="An e-mail address on the page is hidden by the site and could not be read.",
        )
        for match in _HIDDEN_EMAIL.finditer(text)
    ]
    return plain + veiled + hidden


def _spaced_doubt(address: str) -> str:
    return f'The e-mail address "{address}" has a space in it; it is kept as printed.' if " " in address else ""


def _numbers(text: str, original: str, kind: TelephoneKind) -> list[Sighting]:
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
    extension = _EXTENSION.match(text, end)
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


def _short_codes(text: str, *, only_number: bool) -> list[Sighting]:
    return [
        _short_code(text, match)
        for match in _SHORT.finditer(text)
        if _is_short_code(text, match, only_number=only_number)
    ]


def _short_code(text: str, match: re.Match[str]) -> Sighting:
    extension = _EXTENSION.match(text, match.end())
    end = extension.end(1) if extension else match.end()
    return Sighting(
        match.start(), end, Telephone(text[match.start() : end], extension=extension.group(1) if extension else "")
    )


def _is_short_code(text: str, match: re.Match[str], *, only_number: bool) -> bool:
    before = text[max(0, match.start() - 40) : match.start()]
    if match.start() > len(before):
        before = f"\0{before}"  # no start of the line
    if _SHORT_NOT.search(before) or _AFTER_SHORT.match(text, match.end()):
        return False
    if _EXTENSION.match(text, match.end()) or (match.start() == 0 and _BEGINS_LINE.match(text, match.end())):
        return True
    if match.group(1).startswith("116") or only_number or text.strip() == match.group(1):
        return True
    return (_SHORT_CUE.search(before) is not None and before.strip() != "") or match.group(1) == "999"


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
    linked = _EMAIL.fullmatch(target)
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
