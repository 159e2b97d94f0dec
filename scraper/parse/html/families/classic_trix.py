"""Classic tri.x manuals (`*.proceduresonline.com`), static pages written since about 2008.

Odd, because: numbered paragraphs stand in tables of two columns whose <caption> is the section's heading;
boxes (SCOPE OF THIS CHAPTER, RELATED CHAPTERS, AMENDMENT) are tables of one cell; older chapters, under
`/chapters/`, carry the chapter number in the H1; anchors are named <a> elements; each section ends with a
"Top of page" link in a cell of its own; the list of sections at the start is a table of links."""

import re

from scraper.parse.html.families.family import Family, is_host
from scraper.parse.html.furniture import is_move
from scraper.parse.html.nodes import Node
from scraper.parse.words import fold

_CHAPTER = re.compile(r"/(?:p|g|chap|ch)_[a-z0-9_]+\.html?(?:[?#]|$)", re.IGNORECASE)


def _fits(url: str, root: Node) -> bool:
    if is_host(url, "proceduresonline.com") or _CHAPTER.search(url):
        return True
    return sum(1 for node in root.walk() if node.tag == "caption") >= 3


def _prepare(root: Node) -> None:
    """Empty the cells that only lead back to the top, so that they do not make a column of their own."""
    for node in root.walk():
        if node.tag == "td" and is_move(fold(node.text())) and any(one.tag == "a" for one in node.walk()):
            node.children = []


FAMILY = Family("classic tri.x", _fits, _prepare)
