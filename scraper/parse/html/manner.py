"""How words are printed: bold, marked, large, linked; and how deep a heading stands."""

from dataclasses import dataclass, replace

from scraper.parse.html.accordions import HEADING
from scraper.parse.html.nodes import Node
from scraper.parse.html.styles import Declarations

HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BOLD = frozenset({"b", "strong"})
_MARKED = frozenset({"u", "em", "i", "ins", "dfn"})
_HEAVY = frozenset({"bold", "bolder", "600", "700", "800", "900"})
_BIG_SIZES = ("larger", "x-large", "xx-large")


@dataclass(frozen=True, slots=True)
class Manner:
    """How words are printed here."""

    bold: bool = False
    marked: bool = False
    underlined: bool = False
    big: bool = False
    preformatted: bool = False
    href: str = ""


def manner_of(node: Node, manner: Manner, told: Declarations) -> Manner:
    """How words inside `node` are printed, where those around it are printed in `manner`; `told` is its styling."""
    weight = told.get("font-weight", "inherit")
    bold = manner.bold or node.tag in _BOLD
    if weight != "inherit":
        bold = weight in _HEAVY
    underlined = manner.underlined or node.tag in {"u", "ins"} or "underline" in told.get("text-decoration", "")
    return replace(
        manner,
        bold=bold,
        marked=manner.marked or underlined or node.tag in _MARKED or told.get("font-style") == "italic",
        underlined=underlined,
        big=manner.big or node.tag == "big" or _is_big(node, told.get("font-size", "")),
        preformatted=manner.preformatted or node.tag == "pre",
    )


def is_struck(node: Node, told: Declarations) -> bool:
    """Whether a line is drawn through the words of `node`: they no longer stand."""
    return node.tag in {"del", "s", "strike"} or "line-through" in told.get("text-decoration", "")


def level_of(node: Node) -> int:
    """A heading's level, 1 to 9; 0 for an accordion's."""
    if node.tag in HEADINGS:
        return HEADINGS[node.tag]
    given = node.get("aria-level")
    return int(given) if given.isdigit() and 1 <= int(given) <= 9 else (0 if node.tag == HEADING else 2)


def _is_big(node: Node, size: str) -> bool:
    if node.tag == "font" and node.get("size").lstrip("+").isdigit():
        return int(node.get("size").lstrip("+")) >= (1 if node.get("size").startswith("+") else 4)
    if size in _BIG_SIZES:
        return True
    for unit, least in (("rem", 1.15), ("em", 1.15), ("px", 19.0), ("pt", 14.0), ("%", 115.0)):
        if size.endswith(unit):
            number = size.removesuffix(unit).strip()
            return number.replace(".", "", 1).isdigit() and float(number) >= least
    return False
