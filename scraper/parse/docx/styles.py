"""Styles of a Word document: heading levels, weight, size and numbering, through what each style is based on."""

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from scraper.parse.docx.names import child, children, number, switched, value

_HEADING = re.compile(r"(?:heading|überschrift|titre)\s*([1-9])", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|table of (?:contents|figures)|contents)\s*(?:heading|\d+)?", re.IGNORECASE)
# Word's own styles for lists in lists have numbering of their own, one level each.
_DEEPER_LIST = re.compile(r"list (?:bullet |number )?([2-5])", re.IGNORECASE)
_DEEPEST = 20  # styles based on each other


@dataclass(frozen=True, slots=True)
class Style:
    """What a paragraph or character style gives. `level` is a heading's, 0 for none; `size` in half points, 0
    unset.
    """

    name: str = ""
    level: int = 0
    bold: bool = False
    marked: bool = False
    size: int = 0
    num_id: str = ""
    num_level: int = 0
    heads_first_row: bool = False

    @property
    def is_title(self) -> bool:
        """Whether it sets the document's title."""
        return self.name.lower() == "title"

    @property
    def list_depth(self) -> int:
        """How deep the name of a built-in list style says it stands ("List Bullet 2" is 1); 0 for other styles."""
        named = _DEEPER_LIST.fullmatch(self.name.strip())
        return int(named[1]) - 1 if named else 0

    @property
    def is_contents(self) -> bool:
        """Whether it sets a line of a table of contents."""
        return bool(_CONTENTS.fullmatch(self.name.strip()))


class Styles:
    """The styles of a document by id."""

    def __init__(self, part: Element | None) -> None:
        """Read the styles part; None where the document has none."""
        self._elements = {value(one, "styleId"): one for one in children(part, "style")}
        self._done: dict[str, Style] = {}
        self.body_size = number(child(part, "docDefaults", "rPrDefault", "rPr", "sz"), default=22)

    def get(self, style_id: str) -> Style:
        """The style of that id, with what it takes over; an empty one where there is none."""
        if style_id not in self._done:
            self._done[style_id] = self._read(style_id)
        return self._done[style_id]

    def _read(self, style_id: str) -> Style:
        chain: list[Element] = []
        current = style_id
        while current in self._elements and len(chain) < _DEEPEST:
            element = self._elements[current]
            chain.append(element)
            current = value(child(element, "basedOn"))
        if not chain:
            return Style(level=_named_level(style_id), name=style_id)
        name = value(child(chain[0], "name")) or style_id
        numbering = next((one for one in (child(e, "pPr", "numPr") for e in chain) if one is not None), None)
        return Style(
            name=name,
            level=next((level for level in (_level(one) for one in chain) if level), 0),
            bold=bool(_first(chain, "b")),
            marked=bool(_first(chain, "i")),
            size=next((size for size in (number(child(one, "rPr", "sz")) for one in chain) if size), 0),
            num_id=value(child(numbering, "numId")),
            num_level=number(child(numbering, "ilvl")),
            heads_first_row=any(_heads_first_row(one) for one in chain),
        )


def _first(chain: list[Element], name: str) -> bool | None:
    return next((said for said in (switched(child(one, "rPr"), name) for one in chain) if said is not None), None)


def _named_level(name: str) -> int:
    found = _HEADING.fullmatch(name.strip())
    return int(found[1]) if found else 0


def _level(element: Element) -> int:
    named = _named_level(value(child(element, "name")))
    if named:
        return named
    outline = child(element, "pPr", "outlineLvl")
    level = number(outline, default=9)
    return level + 1 if level < 9 else 0


def _heads_first_row(element: Element) -> bool:
    """Whether a table style sets its first row in bold."""
    return any(
        value(one, "type") == "firstRow" and bool(switched(child(one, "rPr"), "b"))
        for one in children(element, "tblStylePr")
    )
