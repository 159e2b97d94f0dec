"""New tri.x manuals (`*.trixonline.co.uk`), pages at `/chapter/<slug>` made by a content system.

Odd, because: the amendment is a heading "Amendment" with a date below it in the American order ("January 30,
2025") and the words of the amendment in a collapsed panel; section numbers stand in elements of their own
before the heading text; a side column repeats the manual's whole contents."""

import re

from scraper.parse.html.families.family import Family, is_host
from scraper.parse.html.nodes import Node
from scraper.parse.words import fold

_ADDRESS = re.compile(r"/chapter/[\w-]+")


def _fits(url: str, root: Node) -> bool:
    return is_host(url, "trixonline.co.uk") or bool(_ADDRESS.search(url))


def _prepare(root: Node) -> None:
    """Part a number from the heading it stands against (`<span>4.1</span>Title`)."""
    for node in [node for node in root.walk() if node.tag in {"h1", "h2", "h3", "h4", "h5", "h6"}]:
        first = next(iter(node.children), None)
        if isinstance(first, Node) and re.fullmatch(r"\d+(?:\.\d+)*\.?", fold(first.text())):
            first.append(" ")


FAMILY = Family("new tri.x", _fits, _prepare)
