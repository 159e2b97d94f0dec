"""Chapters that a site cuts into one page for each section, with "Next" links between them: which pages are one chapter.

Many sites link every page of a manual to the next one, so a link alone joins nothing: the pages must stand in one folder
of their own, below the folder where the manual begins, and one must be led to by one only.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from urllib.parse import urldefrag

from scraper.leaves import Leaf

_LONGEST = 30  # pages; a longer chain is a manual and not a chapter


def chains(leaves: Sequence[Leaf]) -> list[tuple[Leaf, ...]]:
    """The pages of each chapter in reading order, the chapters in the order of their first pages."""
    onward = _onward(leaves)
    led_to = {leaf.url for leaf in onward.values()}
    taken: set[str] = set()
    found: list[tuple[Leaf, ...]] = []
    for leaf in sorted(
        leaves, key=lambda one: one.url in led_to
    ):  # first pages first: what is left then runs in a ring
        if leaf.url not in taken:
            chain = _chain(leaf, onward) if leaf.url not in led_to else [leaf]
            taken.update(one.url for one in chain)
            found += [tuple(chain)] if len(chain) <= _LONGEST else [(one,) for one in chain]
    return found


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
