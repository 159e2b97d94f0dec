"""Telegram counts in UTF-16 code units: lengths, places of entities, and where a text may be cut."""

import re

MOST = 4096  # units of one message
CAPTION = 1024  # units of a document's caption
_ENDS = (re.compile(r"\n\n"), re.compile(r"\n"), re.compile(r"(?<=[.!?;])\s"), re.compile(r"\s"))


def length(text: str) -> int:
    """UTF-16 code units of a text."""
    return len(text) + sum(ord(sign) > 0xFFFF for sign in text)


def fitting(text: str, most: int) -> int:
    """How many characters from the start of a text fit into `most` units."""
    if length(text) <= most:
        return len(text)
    used = 0
    for place, sign in enumerate(text):
        used += 2 if ord(sign) > 0xFFFF else 1
        if used > most:
            return place
    return len(text)


def cuts(text: str, most: int = MOST) -> list[tuple[int, int]]:
    """Where to cut a text into parts of at most `most` units: (start, end) in characters, blanks between parts left out.

    Cuts between blocks where it can, else between lines, sentences, words, and only then inside a word.
    """
    parts = []
    start = 0
    while start < len(text):
        fits = fitting(text[start : start + most], most)
        end = start + fits if start + fits == len(text) else start + _last_end(text[start : start + fits + 1], fits)
        parts.append((start, end))
        start = end
        while start < len(text) and text[start].isspace():
            start += 1
    return parts


def _last_end(text: str, fits: int) -> int:
    """The last good place to cut at or before `fits` characters."""
    for ends in _ENDS:
        places = [found.start() for found in ends.finditer(text) if found.start() <= fits]
        # A cut very near the start would make crumbs: then a finer one is better.
        if places and places[-1] > fits // 3:
            return places[-1]
    return max(fits, 1)
