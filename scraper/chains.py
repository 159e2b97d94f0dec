"""Chapters that a site cuts into one page for each section, with "Next" links between them, made whole again.

Many sites link every page of a manual to the next one, so a link alone joins nothing: the pages must stand in one folder
of their own, below the folder where the manual begins, and one must be led to by one only.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urldefrag

from knowledge.manual import Chapter
from scraper.parse import join_pages

_LONGEST = 30  # pages; a longer chain is a manual and not a chapter


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page as it was read: its address, what was read, and where its "Next" link leads ("" where none)."""

    url: str
    chapter: Chapter
    onward: str = ""


def joined(leaves: Sequence[Leaf]) -> list[Chapter]:
    """The chapters, those that stood on several pages joined, in the order of their first pages."""
    onward = _onward(leaves)
    led_to = {leaf.url for leaf in onward.values()}
    taken: set[str] = set()
    chapters: list[Chapter] = []
    for leaf in sorted(
        leaves, key=lambda one: one.url in led_to
    ):  # first pages first: what is left then runs in a ring
        if leaf.url not in taken:
            chain = _chain(leaf, onward) if leaf.url not in led_to else [leaf]
            taken.update(one.url for one in chain)
            together = [one.chapter for one in chain]
            chapters += [join_pages(together)] if 1 < len(chain) <= _LONGEST else together
    return chapters


def _onward(leaves: Sequence[Leaf]) -> dict[str, Leaf]:
    """Each page's next one by its address, where the two stand in one folder and no other page leads there."""
    top = min((_folder(leaf.url) for leaf in leaves), key=lambda folder: folder.count("/") + bool(folder), default="")
    by_url = {urldefrag(leaf.url).url: leaf for leaf in leaves}
    leads = {leaf.url: by_url[leaf.onward] for leaf in leaves if _goes_on(leaf, by_url, top)}
    often = Counter(leaf.url for leaf in leads.values())
    return {url: after for url, after in leads.items() if often[after.url] == 1}


def _goes_on(leaf: Leaf, by_url: Mapping[str, Leaf], top: str) -> bool:
    after = by_url.get(leaf.onward)
    return after is not None and after is not leaf and _folder(leaf.url) == _folder(after.url) != top


def _chain(first: Leaf, onward: Mapping[str, Leaf]) -> list[Leaf]:
    chain = [first]
    while (after := onward.get(chain[-1].url)) is not None:
        chain.append(after)
    return chain


def _folder(url: str) -> str:
    return url.rsplit("/", 1)[0] if "/" in url else ""
