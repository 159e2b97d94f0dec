"""Chapters that a site spreads over several pages: which page is next, and the pages as one chapter."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import urldefrag, urljoin, urlsplit

from knowledge.manual import Chapter, Section
from scraper.parse.html.encoding import decode
from scraper.parse.html.nodes import Node, parse_markup
from scraper.parse.words import fold

_NEXT = re.compile(
    r"[\s›»>→]*(?:go to )?next(?: (?:page|section|chapter|part|step|topic))?(?:\s*[:\-–—›»>→]+.*)?[\s›»>→]*",
    re.IGNORECASE,
)
_SCHEMES = frozenset({"http", "https", "file", ""})


def next_page(content: bytes, url: str) -> str | None:
    """The absolute address of the page that this one's "Next" link leads to, on the same site; None where
    none is.

    A link marked rel="next" goes before one that only says "Next".
    """
    root, _ = parse_markup(decode(content)[0])
    links = [node for node in root.walk() if node.tag in {"a", "link"} and node.get("href")]
    marked = [node for node in links if "next" in node.get("rel").lower().split()]
    said = [node for node in links if node.tag == "a" and _says_next(node)]
    for node in (*marked, *said):
        address = urldefrag(urljoin(url, node.get("href").strip())).url
        if _is_beside(address, url):
            return address
    return None


def _says_next(node: Node) -> bool:
    words = [fold(node.text()), fold(node.get("aria-label")), fold(node.get("title"))]
    return any(_NEXT.fullmatch(text) for text in words if text)


def _is_beside(address: str, url: str) -> bool:
    there, here = urlsplit(address), urlsplit(url)
    return there.scheme in _SCHEMES and there.netloc == here.netloc and address != urldefrag(url).url


def join_pages(chapters: Sequence[Chapter]) -> Chapter:
    """The pages of one chapter, in reading order, as one chapter with the first page's address and name.

    A page with a title of its own becomes a section of that heading; pages that repeat one title are set one
    after the other. The anchors of later pages are absolute addresses, so that a citation leads to the page
    itself. Raises ValueError where no page is given."""
    if not chapters:
        raise ValueError("join_pages needs at least one page")
    first, *rest = chapters
    if not rest:
        return first
    shared = len({page.title.casefold() for page in chapters}) == 1
    sections: list[Section] = list(first.sections)
    for page in rest:
        addressed = tuple(_addressed(section, page.url) for section in page.sections)
        sections.extend(addressed if shared else (_page_section(page, addressed),))
    return replace(
        first,
        sections=tuple(sections),
        digest=hashlib.sha256("".join(page.digest for page in chapters).encode()).hexdigest(),
        warnings=tuple(dict.fromkeys(warning for page in chapters for warning in page.warnings)),
    )


def _page_section(page: Chapter, sections: tuple[Section, ...]) -> Section:
    """A page as a section: its words before any heading are the section's own."""
    opening = sections[0].blocks if sections and not sections[0].heading else ()
    inner = sections[1:] if opening else sections
    deeper = tuple(_deeper(section) for section in inner)
    return Section(page.title, 1, opening, deeper, page.number, page.url)


def _addressed(section: Section, url: str) -> Section:
    anchor = f"{url}#{section.anchor}" if section.anchor else url
    return replace(section, anchor=anchor, sections=tuple(_addressed(one, url) for one in section.sections))


def _deeper(section: Section) -> Section:
    return replace(section, level=section.level + 1, sections=tuple(_deeper(one) for one in section.sections))
