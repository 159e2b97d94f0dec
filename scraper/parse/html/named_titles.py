"""Titles that only a class tells: content systems print a block's heading in a plain <div class="card-title">.

Such a line is made bold, so that it may work as a heading where the rest of the evidence agrees.
"""

import re

from scraper.parse.html.nodes import Node
from scraper.parse.words import count, fold

_NAMES = re.compile(
    r"(?:^|.*[-_])(?:sub)?(?:heading|title)(?:[-_]?(?:\d|xl|l|m|s|text))?|h[1-6]|"
    r".*(?:block|field|panel|card|accordion|section|box)[-_]{1,2}(?:header|label)"
)
_HOLDERS = frozenset({"button", "a", "summary", "h1", "h2", "h3", "h4", "h5", "h6", "table", "dl"})
_MOST_WORDS = 14


def embolden(root: Node) -> None:
    """Make bold each short <div>, <p> or <span> that only its class names a title."""
    for node in [node for node in root.walk() if node.tag in {"div", "span", "p"} and node.has("class")]:
        named = any(_NAMES.fullmatch(name) for name in node.get("class").lower().split())
        if named and 0 < count(fold(node.text())) <= _MOST_WORDS and not _is_entangled(node):
            node.tag = "div"
            node.attributes["style"] = "font-weight:bold"


def _is_entangled(node: Node) -> bool:
    """Whether a heading, button or link in or around it says what it is."""
    return any(one.tag in _HOLDERS for one in node.ancestors()) or any(one.tag in _HOLDERS for one in node.walk())
