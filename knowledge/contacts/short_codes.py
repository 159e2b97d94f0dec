"""Find short codes (999, 101, 111), which are numbers only where the words beside them say so."""

import re

from knowledge.contacts.points import Telephone
from knowledge.contacts.spotted import EXTENSION, Sighting

_SHORT = re.compile(r"(?<![\w£#@.,/:+-])(999|101|111|112|116[ ]?(?:123|000|111))(?![\w%]|[.,:/-]\d|[ ]?\d)")
_SHORT_CUE = re.compile(
    r"(?:\b(?:call|calling|ring|ringing|dial|dialling|phone|phoning|telephone|tel|on|via|through|number|nhs|police|or|using|contact|text|is|emergency|"
    r"services?|urgent|samaritans|free|ambulance|line|helpline)\b|^)[\s:.,–—()“”\"'‘’-]*$",
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


def short_codes_in(text: str, *, only_number: bool) -> list[Sighting]:
    return [
        _short_code(text, match)
        for match in _SHORT.finditer(text)
        if _is_short_code(text, match, only_number=only_number)
    ]


def _short_code(text: str, match: re.Match[str]) -> Sighting:
    extension = EXTENSION.match(text, match.end())
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
    if EXTENSION.match(text, match.end()) or (match.start() == 0 and _BEGINS_LINE.match(text, match.end())):
        return True
    if match.group(1).startswith("116") or only_number or text.strip() == match.group(1):
        return True
    return (_SHORT_CUE.search(before) is not None and before.strip() != "") or match.group(1) == "999"
