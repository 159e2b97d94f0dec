"""Lengths of time as printed: "5 working days", "five (5) days", "24 hours", "5-7 working days", "the next working day".

Finding a length says nothing about whether it is a time limit: see `limits`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from knowledge.ladders.ladder import Unit
from knowledge.ladders.numerals import NUMBER, ORDINAL, number_of, ordinal_of

_UNIT = (
    r"(?:(?P<kind>workings?|business|school|calendar|office|clock|clear)[\s-]+)?"
    r"(?P<unit>minutes?|mins?|hours?|hrs?|days?|weeks?|months?|fortnights?)\b(?:\s?['’]|['’]s\b)?"
)
_FILLER = r"(?:(?:full|clear|further|additional|more|consecutive|normal|whole|of\s+the)\s+)*"
_MEASURED = re.compile(
    rf"(?<![\w.£/])(?<!\d-)(?P<low>{NUMBER})(?:\s*\(\s*(?P<gloss>{NUMBER})\s*\))?"
    rf"(?:\s*(?P<join>-|–|—|/|to|or|and)\s*(?P<high>{NUMBER})(?:\s*\(\s*{NUMBER}\s*\))?)?"
    rf"[\s-]*{_FILLER}{_UNIT}",
    re.IGNORECASE,
)
_SINGLE = re.compile(
    rf"(?:\bwithin|\bin under|\bthan)\s+(?P<whole>(?P<article>an?|one|the)\s+(?:further\s+|next\s+)?{_UNIT})(?!\s+(?:of|following|after)\s+\d)",
    re.IGNORECASE,
)
_DAY_NAMED = (
    r"(?:\b(?:by|before|until|on|within|at|in|during|or|(?:no|not)\s+later\s+than|latest)\s+)"
    r"(?:(?:the|\d{1,2}(?:[.:]\d\d)?\s?(?:am|pm|a\.m\.|p\.m\.)?|noon|midday|close|end|start|of|on|business|play|beginning|by|very|,)\s+){0,8}"
)
_NEXT_DAY = re.compile(
    rf"{_DAY_NAMED}(?P<which>next|following|subsequent|{ORDINAL})\s+"
    r"(?:(?P<kind>working|business|school|calendar|office|clear)[\s-]+)?day\b(?!\s+of\s+(?:each|every))",
    re.IGNORECASE,
)
_NEXT_DAY_ALONE = re.compile(
    r"^\W*(?:the\s+)?(?P<which>next|following)\s+(?:(?P<kind>working|business|school)\s+)?day(?=\s*(?:[,;.(]|$))",
    re.IGNORECASE,
)
_DAY_NUMBERED = re.compile(
    rf"{_DAY_NAMED}(?:(?P<kind>working|business|school|calendar)\s+)?day\s+(?P<number>{NUMBER})", re.IGNORECASE
)
_SAME_DAY = re.compile(
    r"\b(?:on\s+|within\s+|by\s+|before\s+|(?:no|not)\s+later\s+than\s+)?(?:[^\s.;]+\s+){0,0}"
    r"(?:(?:the\s+)?(?:end|close)\s+of\s+)?(?:the\s+|that\s+)?same\s+(?:(?P<kind>working|business)\s+)?day\b",
    re.IGNORECASE,
)
_DAY_END = re.compile(
    r"\b(?:by|before|(?:no|not)\s+later\s+than|at)\s+(?:the\s+)?(?:end|close)\s+of\s+(?:the\s+|that\s+)?"
    r"(?:(?P<kind>working|business|office)\s+)?(?P<day>day|business|play)\b",
    re.IGNORECASE,
)
_WITHIN_DAY = re.compile(r"\bwithin\s+the\s+(?:(?P<kind>working|business)\s+)?day\b", re.IGNORECASE)
_ELLIPSIS = re.compile(
    rf"\bwithin\s+(?P<whole>(?:(?:a|the|further|another|next|maximum|of)\s+)*(?P<low>{NUMBER}))"
    r"(?=\s*(?:[,;.)]|$|\s(?:of|from|after|and|or)\b))",
    re.IGNORECASE,
)

_OTHERWISE = re.compile(rf"\s*[(\[,;]\s*(?:or\s+)?(?P<low>{NUMBER})(?=\s+(?:where|if|when|for|in)\s)", re.IGNORECASE)

_ANY = re.compile(r"min|hour|hr|day|week|month|fortnight|business|play", re.IGNORECASE)

_UNITS = {
    "min": (Unit.MINUTES, Unit.MINUTES),
    "hou": (Unit.HOURS, Unit.WORKING_HOURS),
    "hrs": (Unit.HOURS, Unit.WORKING_HOURS),
    "hr": (Unit.HOURS, Unit.WORKING_HOURS),
    "day": (Unit.DAYS, Unit.WORKING_DAYS),
    "wee": (Unit.WEEKS, Unit.WORKING_WEEKS),
    "mon": (Unit.MONTHS, Unit.MONTHS),
    "for": (Unit.WEEKS, Unit.WEEKS),
}
_WORKING = ("working", "workings", "business", "office")


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time at `start`:`end` of a text. `named` is true for a day named by its place ("the next working
    day", "the same day"), which carries its own limiting word; `note` is what is worth keeping of its wording."""

    start: int
    end: int
    value: float | None
    unit: Unit
    named: bool = False
    note: str = ""


@lru_cache(maxsize=4096)
def durations(text: str) -> tuple[Duration, ...]:
    """Every length of time of a text, in printed order, none overlapping another."""
    if not _ANY.search(text):
        return ()
    found: list[Duration] = []
    for read in (_measured, _single, _next_day, _numbered_day, _same_day):
        for duration in read(text):
            if not any(duration.start < kept.end and kept.start < duration.end for kept in found):
                found.append(duration)
    found.sort(key=lambda duration: duration.start)
    found.extend(_elliptical(text, tuple(found)))
    return tuple(sorted(found, key=lambda duration: duration.start))


def unit_of(kind: str | None, unit: str) -> Unit:
    """The unit for printed words such as ("working", "days")."""
    plain, working = _UNITS[unit.lower() if unit.lower() == "hr" else unit.lower()[:3]]
    kind = (kind or "").lower()
    if kind == "school" and plain is Unit.DAYS:
        return Unit.SCHOOL_DAYS
    return working if kind in _WORKING else plain


def _measured(text: str) -> Iterator[Duration]:
    for match in _MEASURED.finditer(text):
        low, high = number_of(match["low"]), number_of(match["high"] or "")
        start = match.start()
        note = ""
        joined = (match["join"] or "").lower()
        if high is not None and joined == "and" and not re.search(r"\bbetween\s+$", text[:start], re.IGNORECASE):
            start, low, high = match.start("high"), high, None
        if low is None or (high is not None and high <= low):
            continue
        if high is not None:
            note = text[start : match.end("high")]
        value = high if high is not None else low
        if match["unit"].lower().startswith("fortnight"):
            value *= 2
        yield Duration(start, match.end(), value, unit_of(match["kind"], match["unit"]), note=note)


def _single(text: str) -> Iterator[Duration]:
    for match in _SINGLE.finditer(text):
        unit = unit_of(match["kind"], match["unit"])
        if match["unit"].lower().endswith("s") or (
            match["article"].lower() == "the" and unit in (Unit.DAYS, Unit.WORKING_DAYS)
        ):
            continue
        value = 2.0 if match["unit"].lower() == "fortnight" else 1.0
        yield Duration(match.start("whole"), match.end(), value, unit)


def _next_day(text: str) -> Iterator[Duration]:
    for match in (*_NEXT_DAY.finditer(text), *_NEXT_DAY_ALONE.finditer(text)):
        value = ordinal_of(match["which"]) or 1
        yield Duration(match.start(), match.end(), float(value), unit_of(match["kind"], "day"), True, match[0])


def _numbered_day(text: str) -> Iterator[Duration]:
    for match in _DAY_NUMBERED.finditer(text):
        yield Duration(
            match.start(), match.end(), number_of(match["number"]), unit_of(match["kind"], "day"), True, match[0]
        )


def _same_day(text: str) -> Iterator[Duration]:
    for pattern in (_SAME_DAY, _DAY_END, _WITHIN_DAY):
        for match in pattern.finditer(text):
            working = bool(match["kind"]) or match.groupdict().get("day", "day").lower() != "day"
            unit = Unit.SAME_WORKING_DAY if working else Unit.SAME_DAY
            note = "" if re.match(r"(?:on\s+)?(?:the\s+)?same", match[0], re.IGNORECASE) else match[0]
            yield Duration(match.start(), match.end(), None, unit, True, note)


def _elliptical(text: str, found: tuple[Duration, ...]) -> Iterator[Duration]:
    """ "... within 2 working days; reply within 3", "15 days (10 where the child is a baby)": the later number takes the
    unit of the one before it."""
    for match in _ELLIPSIS.finditer(text):
        before = [duration for duration in found if duration.end <= match.start() and not duration.named]
        overlaps = any(duration.start < match.end() and match.start("whole") < duration.end for duration in found)
        if before and not overlaps:
            yield Duration(match.start("whole"), match.end(), number_of(match["low"]), before[-1].unit)
    for duration in found:
        other = None if duration.named else _OTHERWISE.match(text, duration.end)
        if other and not any(later.start < other.end() and other.start("low") < later.end for later in found):
            yield Duration(other.start("low"), other.end(), number_of(other["low"]), duration.unit)
