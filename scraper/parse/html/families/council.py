"""Councils' and partnerships' own sites, with a page for each topic and a "Quick exit" button.

Odd, because: content systems set every part of a page as a block of its own; the page's title is printed again in a
banner or "hero" above the main part, often as a second H1; and the partnership's name is an H1 on every page.
"""

from scraper.parse.html.families.family import Family, is_host
from scraper.parse.html.nodes import Node
from scraper.parse.words import fold


def _fits(url: str, root: Node) -> bool:
    return is_host(url, "gov.uk", "org.uk") or any(
        name.startswith(("localgov", "lgd-", "drupal")) for node in root.walk() for name in node.names()
    )


def _prepare(root: Node) -> None:
    """Leave one H1 of each wording: the last, which stands in the main part."""
    titles = [node for node in root.walk() if node.tag == "h1"]
    said: set[str] = set()
    for title in reversed(titles):
        words = fold(title.text()).casefold()
        if words in said:
            title.remove()
        said.add(words)


FAMILY = Family("council site", _fits, _prepare)
