"""Read which of a manual's areas printed words are for: a heading, a label, a column's head, a service's name."""

import re
from collections.abc import Iterable, Sequence

_ELSEWHERE = re.compile(
    r"\b(?:mov(?:e|es|ed|ing)|transfer(?:s|red|ring)?|plac(?:ed|ing|ements?))\b.*?\b(?:to|into|from|out\s+of|in)\s+$"
    r"|\boutside(?:\s+of)?\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_EXCEPT = re.compile(
    r"\b(?:except(?:ing)?(?:\s+(?:for|in))?|excluding|other\s+than|apart\s+from|but\s+not|not\s+(?:in|for))\b",
    re.IGNORECASE,
)
_LABEL = re.compile(r"\s*(.{1,80}?)\s*(?::|\s[-–—]\s)")
_LABEL_WORDS = 8


def areas_named(words: str, areas: Sequence[str]) -> tuple[str, ...]:
    """The areas that `words` name, where they name some of `areas` and not all of them; else none.

    "Northvale MASH" is for Northvale. "All areas except Northvale" is for the others. "Moving to Northvale" is for no
    area more than another, since it is read by those whom a child leaves.
    """
    found = re.search(_EXCEPT, words)
    if found and (left_out := _in(words[found.end() :], areas)):
        named = [area for area in _in(words[: found.start()], areas) or areas if area not in left_out]
    else:
        named = list(_in(words, areas))
    return tuple(area for area in areas if area in named) if len(named) < len(areas) else ()


def narrowed(within: Sequence[str], headings: Iterable[str], areas: Sequence[str]) -> tuple[str, ...]:
    """`within` narrowed by each heading, outermost first, that names some of its manual's `areas`.

    A heading that names none of those left changes nothing: what stands in Northvale's chapter stays Northvale's.
    """
    left = tuple(within)
    for heading in headings:
        named = areas_named(heading, areas)
        left = tuple(area for area in left if area in named) or left
    return left


def label_areas(text: str, areas: Sequence[str], label: str = "") -> tuple[str, ...]:
    """The areas that a paragraph or item is for by the label it begins with: "Northvale: ...", "In Northvale - ..."."""
    if not areas:
        return ()
    found = _LABEL.match(text)
    printed = label or (found[1] if found and len(found[1].split()) <= _LABEL_WORDS else "")
    return areas_named(printed, areas) if printed else ()


def parted_by_label(text: str, areas: Sequence[str]) -> tuple[str, ...]:
    """One paragraph that labels several areas in a row ("Northvale: ... Southvale: ..."), a piece to each label."""
    if len(label_areas(text, areas)) == 0:
        return (text,)
    return tuple(re.split(rf"(?<=[.;,)\d])\s+(?=(?:{_any(areas)})\s*:)", text, flags=re.IGNORECASE))


def _in(words: str, areas: Sequence[str]) -> tuple[str, ...]:
    """The areas in `words`; the longest name first, so that "Upper Northvale" is not Northvale."""
    found = {
        _key(match[0])
        for match in re.finditer(rf"\b(?:{_any(areas)})\b", words, re.IGNORECASE)
        if not _ELSEWHERE.search(words[: match.start()])
    }
    return tuple(area for area in areas if _key(area) in found)


def _any(areas: Sequence[str]) -> str:
    parts = ([re.escape(part) for part in re.split(r"[\s-]+", area) if part] for area in sorted(areas, key=len)[::-1])
    return "|".join(r"[\s-]+".join(one) for one in parts if one) or r"(?!)"


def _key(area: str) -> str:
    return " ".join(re.split(r"[\s-]+", area.casefold()))
