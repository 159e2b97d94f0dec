"""New tri.x manuals (`*.trixonline.co.uk`), pages at `/chapter/<slug>` made by a content system.

Odd, because: the amendment is a heading "Amendment" with a date below it in the American order ("January 30, 2025"), and
the words of the amendment stand behind a button that names nothing ("View amendment"); that button goes, so that the
words stand under "Amendment" with their date.
"""

import re

from scraper.parse.html.families.family import Family, is_host
from scraper.parse.html.nodes import Node
from scraper.parse.words import fold

_ADDRESS = re.compile(r"/chapter/[\w-]+")
_BUTTON = re.compile(r"(?:view|show|hide|open|close|see|read)? ?(?:the |this )?(?:amendments?|update|details)", re.I)


def _fits(url: str, root: Node) -> bool:
    return is_host(url, "trixonline.co.uk") or bool(_ADDRESS.search(url))


def _prepare(root: Node) -> None:
    """Show what stands behind the amendment's button, and take the button away."""
    for button in [node for node in root.walk() if node.tag == "button" and _BUTTON.fullmatch(fold(node.text()))]:
        opened = {button.get("aria-controls"), button.get("data-target").lstrip("#")} - {""}
        for panel in [node for node in root.walk() if node.get("id") in opened]:
            for name in ("hidden", "aria-hidden", "style"):
                panel.attributes.pop(name, None)
        button.remove()


FAMILY = Family("new tri.x", _fits, _prepare)
