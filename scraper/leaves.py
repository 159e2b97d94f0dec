"""What a manual has to know of each page before its chapters are read: little enough to keep for every page."""

import hashlib
from dataclasses import dataclass

from knowledge.manual import Block, Chapter, block_texts
from knowledge.snapshots import KeptPage
from scraper.margins import mostly_links
from scraper.parse import next_page


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page as it was parsed: its address and slug, and where its "Next" link leads ("" where none).

    `elsewhere` says that it is a page of links. `words` are digests of its blocks' words, each once, by which it is
    told what a site repeats on every page.
    """

    url: str
    slug: str
    onward: str = ""
    elsewhere: bool = False
    words: tuple[str, ...] = ()


def leaf_of(chapter: Chapter, content: bytes, page: KeptPage) -> Leaf:
    """The leaf of a page that was parsed from these bytes."""
    blocks = tuple(block for _, section in chapter.walk() for block in section.blocks)
    onward = (next_page(content, page.url) or "") if "html" in page.media_type else ""
    words = dict.fromkeys(digest_of(block) for block in blocks)
    return Leaf(page.url, chapter.slug, onward, mostly_links(blocks), tuple(filter(None, words)))


def digest_of(block: Block) -> str:
    """A short digest of a block's words, the same wherever they stand; "" for a block without words."""
    words = " ".join(block_texts(block))
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:16] if words else ""
