"""Councils' and partnerships' own sites, with a page for each topic and a "Quick exit" button.

Odd, because: content systems set every part of a page as a block of its own, with headings in the block's
class only (`field__label`, `block-title`), and repeat the page's title in a banner."""

import re

from scraper.parse.html.families.family import Family, is_host
from scraper.parse.html.nodes import Node
from scraper.parse.words import count, fold

_TITLES = re.compile(
    r"(?:^|[-_])(?:(?:block|field|panel|card|accordion|section|box)[-_]{1,2}(?:title|heading|header|label))$"
)
_HOLDERS = frozenset({"button", "a", "summary", "h1", "h2", "h3", "h4", "h5", "h6"})


def _fits(url: str, root: Node) -> bool:
    return is_host(url, "gov.uk", "org.uk") or any(
        name.startswith(("localgov", "lgd-", "drupal")) for node in root.walk() for name in node.names()
    )


def _prepare(root: Node) -> None:
    """A block's title that is only named so becomes bold, so that it may work as a heading."""
    for node in [node for node in root.walk() if node.tag in {"div", "span", "p"}]:
        named = any(_TITLES.search(name) for name in node.get("class").lower().split())
        plain = not any(one.tag in {"button", "a", "h1", "h2", "h3", "h4", "h5", "h6"} for one in node.walk())
        inside = any(one.tag in _HOLDERS for one in node.ancestors())
        if named and plain and not inside and 0 < count(fold(node.text())) <= 14:
            node.tag = "div"
            node.attributes["style"] = "font-weight:bold"


FAMILY = Family("council site", _fits, _prepare)
