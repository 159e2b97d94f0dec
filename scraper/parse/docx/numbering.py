"""Numbers and bullets that Word prints before paragraphs, which stand nowhere in the document's text."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from scraper.parse.docx.names import child, children, number, value
from scraper.parse.numbers import letters, roman

_PLACE = re.compile(r"%(\d)")


@dataclass(frozen=True, slots=True)
class Mark:
    """What is printed before a paragraph: "" with `bullet` set for a bullet; `levels` tells how many numbers
    it joins.
    """

    text: str
    bullet: bool
    depth: int
    levels: int = 1
    decimal: bool = False


@dataclass(frozen=True, slots=True)
class _Level:
    format: str
    text: str
    start: int


class Numbering:
    """Counts through a document's numbered paragraphs, in order."""

    def __init__(self, part: Element | None) -> None:
        """Read the numbering part; None where the document has none."""
        abstract = {value(one, "abstractNumId"): _levels(one) for one in children(part, "abstractNum")}
        self._levels: dict[str, dict[int, _Level]] = {}
        self._group: dict[str, str] = {}
        for one in children(part, "num"):
            num_id, of = value(one, "numId"), value(child(one, "abstractNumId"))
            self._levels[num_id] = {**abstract.get(of, {}), **_overrides(one, abstract.get(of, {}))}
            restarts = any(True for _ in children(one, "lvlOverride"))
            self._group[num_id] = f"own {num_id}" if restarts else of
        self._counts: dict[str, dict[int, int]] = {}

    def mark(self, num_id: str, depth: int) -> Mark | None:
        """What is printed before the next paragraph of this list and depth; None where nothing is."""
        levels = self._levels.get(num_id, {})
        level = levels.get(depth)
        if level is None or num_id == "0" or level.format == "none":
            return None
        if level.format == "bullet":
            return Mark("", True, depth)
        counts = self._counts.setdefault(self._group[num_id], {})
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [one for one in counts if one > depth]:
            del counts[deeper]
        text = _PLACE.sub(lambda found: _shown(levels, counts, int(found[1]) - 1), level.text)
        return Mark(text.strip(), False, depth, len(_PLACE.findall(level.text)), level.format.startswith("decimal"))


def _levels(element: Element) -> dict[int, _Level]:
    return {number(one, "ilvl"): _level(one) for one in children(element, "lvl")}


def _level(element: Element) -> _Level:
    kind = value(child(element, "numFmt")) or "decimal"
    return _Level(kind, value(child(element, "lvlText")), number(child(element, "start"), default=1))


def _overrides(element: Element, levels: dict[int, _Level]) -> dict[int, _Level]:
    found = {}
    for one in children(element, "lvlOverride"):
        depth = number(one, "ilvl")
        own = child(one, "lvl")
        start = child(one, "startOverride")
        if own is not None:
            found[depth] = _level(own)
        elif start is not None and depth in levels:
            found[depth] = _Level(levels[depth].format, levels[depth].text, number(start, default=1))
    return found


def _shown(levels: dict[int, _Level], counts: dict[int, int], depth: int) -> str:
    level = levels.get(depth)
    if level is None:
        return ""
    count = counts.get(depth, level.start)
    show = _FORMATS.get(level.format)
    return show(count) if show else str(count)


_FORMATS: dict[str, Callable[[int], str]] = {
    "lowerLetter": letters,
    "upperLetter": lambda count: letters(count).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda count: roman(count).upper(),
    "decimalZero": lambda count: f"{count:02d}",
}
