"""Manuals at `procedures.org.uk`, one page a chapter with its review dates at the foot.

Odd, because: dates are printed DD-MM-YYYY in a strip outside the chapter's own element ("Last reviewed
12-05-2026"), where the general reading would take them for the site's footer; that strip is moved into the
page."""

import re

from scraper.parse.html.families.family import Family, is_host
from scraper.parse.html.nodes import Node
from scraper.parse.words import count, fold

_STRIP = re.compile(r"\b(?:reviewed|review|updated|amended)\b.{0,30}?\d{1,2}-\d{1,2}-\d{4}", re.IGNORECASE)
_MOST_WORDS = 40


def _fits(url: str, root: Node) -> bool:
    return is_host(url, "procedures.org.uk")


def _prepare(root: Node) -> None:
    """Give the dated strip the tag of a plain paragraph's holder, whatever it is called."""
    for node in [node for node in root.walk() if node.tag in {"footer", "div", "aside", "p"}]:
        text = fold(node.text())
        if count(text) <= _MOST_WORDS and _STRIP.search(text) and node.tag != "p":
            node.tag = "div"
            for name in ("class", "id", "role"):
                node.attributes.pop(name, None)


FAMILY = Family("procedures.org.uk", _fits, _prepare)
