"""A page's own title: its H1, else the <title> without the site's name."""

import re

from scraper.parse.html.furniture import is_contents_title
from scraper.parse.html.nodes import Node
from scraper.parse.words import fold

_PARTS = re.compile(r"\s+[|–—·»:]+\s+|\s+-\s+|\s*\|\s*|\s*»\s*|\s*::\s*")


def page_title(root: Node) -> str:
    """The title of the page whose tree is `root` (with its head), "" where it has none.

    Where there are several H1s, the one whose words stand in <title> is the page's; one that only repeats the
    site's name (the last part of <title>) is passed over while <title> says more.
    """
    named = _title_element(root)
    parts = [part for part in _PARTS.split(named) if part]
    site = _site_name(root) or (parts[-1] if len(parts) > 1 else "")
    headings = [text for text in (fold(one.text()) for one in root.walk() if _is_title(one)) if text]
    own = [text for text in headings if not _same(text, site)]
    for text in own:
        if named and text.casefold() in named.casefold():
            return text
    if own:
        return own[0]
    said = [part for part in parts if not _same(part, site)]
    if said:
        return said[0]
    return headings[0] if headings else named


def _is_title(node: Node) -> bool:
    if node.tag == "h1" or (node.get("role") == "heading" and node.get("aria-level") == "1"):
        return not is_contents_title(fold(node.text()))
    return False


def _title_element(root: Node) -> str:
    for node in root.walk():
        if node.tag == "title" and not any(one.tag == "svg" for one in node.ancestors()):
            return fold(node.text())
    return ""


def _site_name(root: Node) -> str:
    for node in root.walk():
        if node.tag == "meta" and node.get("property") == "og:site_name":
            return fold(node.get("content"))
    return ""


def _same(one: str, other: str) -> bool:
    return bool(other) and one.casefold() == other.casefold()
