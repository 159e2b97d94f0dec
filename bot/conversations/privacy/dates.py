"""Dates of birth: a date that the words around it call one, or that stands beside a child's name or number."""

import re
from collections.abc import Iterator

from bot.conversations.privacy.finding import Finding, Kind

_MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_YEAR = r"(?:(?:19|20)\d{2}|'?\d{2})"
_SEPARATOR = r"\s?[/.\-–\\ ]\s?"
_DATE = (
    rf"(?:{_DAY}{_SEPARATOR}(?:0?[1-9]|1[0-2]){_SEPARATOR}{_YEAR}|(?:19|20)\d{{2}}[-/.](?:0?[1-9]|1[0-2])[-/.]{_DAY}|"
    rf"{_DAY}(?:st|nd|rd|th)?(?:\sof)?[\s\-./]{{0,2}}{_MONTH}\.?,?[\s\-./]{{0,2}}{_YEAR}|{_MONTH}\.?\s{_DAY}(?:st|nd|rd|th)?,?\s{_YEAR}|"
    rf"{_DAY}(?:st|nd|rd|th)?(?:\sof)?\s{_MONTH}|{_MONTH}\s{_YEAR}|(?:19|20)\d{{2}}|(?<=[: ])\d{{6}}|(?<=[: ])\d{{8}})"
)
_SAID = re.compile(
    rf"\b(?:d\.?\s?o\.?\s?b\.?|dofb|date\s?of\s?birth|birth\s?date|birth\s?day|bday|b'day|born|edd|due\sdate)(?:['’]?s)?(?!\w)"
    rf"(?:\s?\([^)]{{0,12}}\))?\s*(?:is|was|on|in|of|:|=|-|–|the|,)*\s*(?:on|in|the)?\s*({_DATE})(?!\d)",
    re.I,
)
_SAID_AFTER = re.compile(
    rf"(?<!\d)({_DATE})\s*(?:\(|-|is\s(?:his|her|their)\s)?\s*(?:d\.?o\.?b\.?|date\sof\sbirth|birth\s?day|bday|b'day)\b",
    re.I,
)
_FULL = re.compile(
    rf"(?<![\d/])(?:{_DAY}[/.\-](?:0?[1-9]|1[0-2])[/.\-]{_YEAR}|{_DAY}(?:st|nd|rd|th)?\s{_MONTH}\s(?:19|20)\d{{2}})(?![\d/])",
    re.I,
)
# "12-1-2010 so 16": an age right behind a full date makes it a date of birth.
_AGE_AFTER = re.compile(
    r"^\W{0,3}(?:(?:so|is|now|aged?|he'?s|she'?s|they'?re|which makes (?:him|her))\s){1,3}(?:\d|1\d)\b(?!\s?(?:days?|weeks?|working|hours?|am|pm|:))",
    re.I,
)
_CHILD_BEFORE = re.compile(r"\b(?:child|boy|girl|baby|pupil|son|daughter|sibling|twins?|he|she)\b\W{0,3}\(?$", re.I)
_NEAR = 6  # characters between a date and the name or number that makes it a date of birth
_LOOK_BACK = 16  # characters


def births(text: str, beside: tuple[Finding, ...] = ()) -> Iterator[Finding]:
    """Every date of birth. A full date within a few characters of one of `beside` (names and numbers) is one too."""
    for pattern in (_SAID, _SAID_AFTER):
        for found in pattern.finditer(text):
            yield Finding(found.start(1), found.end(1), Kind.BIRTH, "[date]")
    for found in _FULL.finditer(text):
        close = any(
            0 <= found.start() - one.end <= _NEAR or 0 <= one.start - found.end() <= _NEAR
            for one in beside
            if one.kind in (Kind.NAME, Kind.NHS, Kind.PUPIL)
        )
        aged = _AGE_AFTER.search(text[found.end() : found.end() + _LOOK_BACK])
        if close or aged or _CHILD_BEFORE.search(text[max(0, found.start() - _LOOK_BACK) : found.start()]):
            yield Finding(found.start(), found.end(), Kind.BIRTH, "[date]")
