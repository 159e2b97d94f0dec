"""Pages saved from a word processor ("Save as web page", `MsoNormal`).

Odd, because: lists are paragraphs whose bullet is a letter of a symbol font followed by a run of spaces,
headings are paragraphs with a style's name, and conditional comments hold markup for one program only."""

import re

from scraper.parse.html.families.family import Family
from scraper.parse.html.nodes import Node
from scraper.parse.words import fold

_HEADING = re.compile(r"(?:Mso)?Heading([1-6])", re.IGNORECASE)


def _fits(url: str, root: Node) -> bool:
    return any("mso" in node.get("class").lower()[:4] for node in root.walk() if node.tag == "p")


def _prepare(root: Node) -> None:
    """Name headings by their style, and give symbol-font bullets the sign they print."""
    for node in list(root.walk()):
        style = _HEADING.fullmatch(node.get("class").strip())
        if node.tag == "p" and style:
            node.tag = f"h{style[1]}"
        elif node.tag == "p" and node.get("class").strip() == "MsoTitle":
            node.tag = "h1"
        if node.tag in {"span", "font"} and _is_symbol(node) and len(fold(node.text())) == 1:
            node.children = ["•"]


def _is_symbol(node: Node) -> bool:
    told = (node.get("style") + node.get("face")).lower()
    return "symbol" in told or "wingdings" in told or ("courier new" in told and fold(node.text()) == "o")


FAMILY = Family("word processor's page", _fits, _prepare)
