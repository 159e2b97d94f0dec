"""Sentences of a run of text, each an exact substring of it."""

import re
from collections.abc import Iterator
from functools import lru_cache

_LONGEST = 2000  # characters; people's sentences end long before

_END = re.compile(r"[.!?]+[\"'’”)\]]*(?=\s+[\"'‘“(\[•–-]*\s*[A-Z0-9])|[.!?]+[\"'’”)\]]*\s*$")
_NOT_AN_END = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|cf|no|nos|para|paras|sec|ch|vol|mr|mrs|ms|dr|st|prof|hon|approx|max|min|inc|ltd|tel|ext|vs)"
    r"|\b[A-Z])\.$",
    re.IGNORECASE,
)
_MERIDIEM = re.compile(r"\b[ap]\.m\.$", re.IGNORECASE)


@lru_cache(maxsize=1024)
def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text in order, white space trimmed; a text without a full stop is one sentence.

    A run of more than 2,000 characters without an end is cut at a space, so that reading it takes time in proportion to
    its length.
    """
    return tuple(part for sentence in _sentences(text) for part in _cut(sentence))


def _cut(sentence: str) -> Iterator[str]:
    while len(sentence) > _LONGEST:
        at = max(sentence.rfind("; ", 0, _LONGEST) + 1, 0) or sentence.rfind(" ", 0, _LONGEST)
        at = at if at > 0 else _LONGEST
        yield sentence[:at].strip()
        sentence = sentence[at:].strip()
    if sentence:
        yield sentence


def _sentences(text: str) -> tuple[str, ...]:
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
    if re.fullmatch(r"\s*\(?\d{1,2}(?:\.\d{1,2})*\.", so_far):
        return True  # a paragraph's number
    lettered = re.search(r"\b(?:stage|step|level|tier|phase|part)\s+\S+\.$", so_far[-14:], re.IGNORECASE)
    return bool(_NOT_AN_END.search(so_far[-12:])) and not lettered
