"""The addresses that a page leads to, for following a site from page to page.

Beautiful Soup finds them, keeping only the `a` elements while it reads, so that broken markup around them does no harm.
"""

from collections.abc import Iterator
from urllib.parse import urldefrag, urljoin, urlsplit

from bs4 import BeautifulSoup
from bs4.element import Tag
from bs4.filter import SoupStrainer


def links(content: bytes, url: str) -> Iterator[str]:
    """The web addresses that a page at `url` links to, absolute and without fragments, in printed order."""
    anchors = BeautifulSoup(content, "lxml", parse_only=SoupStrainer("a", href=True))
    for anchor in anchors.find_all("a"):
        href = anchor.get("href") if isinstance(anchor, Tag) else None
        try:
            link = urldefrag(urljoin(url, str(href).strip()))[0]
            if urlsplit(link).scheme in ("http", "https"):
                yield link
        except ValueError:
            continue  # a malformed address leads nowhere
