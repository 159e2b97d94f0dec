"""Sentences of a run of text, each an exact substring of it."""

import re
from functools import lru_cache

_END = re.compile(r"[.!?]+[\"'’”)\]]*(?=\s+[\"'‘“(\[•–-]*\s*[A-Z0-9])|[.!?]+[\"'’”)\]]*\s*$")
_NOT_AN_END = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|cf|no|nos|para|paras|sec|ch|vol|mr|mrs|ms|dr|st|prof|hon|approx|max|min|inc|ltd|tel|ext|vs)"
    r"|\b[A-Z]|(?:^|\s)\d{1,2}(?:\.\d{1,2})*)\.$",
    re.IGNORECASE,
)
_MERIDIEM = re.compile(r"\b[ap]\.m\.$", re.IGNORECASE)


@lru_cache(maxsize=1024)
def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text in order, white space trimmed; a text without a full stop is one sentence."""
    found: list[str] = []
    start = 0
    for end in _END.finditer(text):
        so_far = text[start : end.end()]
        if end.end() < len(text.rstrip()) and _is_abbreviation(so_far, text[end.end() :]):
            continue
        if so_far.strip():
            found.append(so_far.strip())
        start = end.end()
    if rest := text[start:].strip():
        found.append(rest)
    return tuple(found)


def _is_abbreviation(so_far: str, rest: str) -> bool:
    if _MERIDIEM.search(so_far[-8:]):
        return not re.match(r"\s+(?:The|A|An|If|Where|When|This|They|It)\b", rest)
    tail = so_far[-12:]
    return bool(_NOT_AN_END.search(tail)) and not re.search(
        r"\b(?:[Ss]tage|[Ss]tep|[Ll]evel|[Tt]ier|[Pp]hase|[Pp]art)\s+\S+\.$", so_far[-14:]
    )
