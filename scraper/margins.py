"""Sections that are about the page and not about practice: related chapters, further reading, what was amended.

They are read for their dates and then left out of the index, where they would be found for their titles' sake.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from knowledge.manual import Block, Bullets, Chapter, Item, Paragraph, Section, block_texts

_MOSTLY_LINKS = 0.6  # of a section's words; more leads elsewhere and says nothing itself
_OF_THE_PAGE = re.compile(
    r"^(?:amendments?(?: history)?|document (?:history|control)|version (?:history|control)|contents|on this page)$",
    re.I,
)


def without_margins(chapter: Chapter) -> Chapter:
    """The chapter without the sections that lead elsewhere or tell of its own amendments."""
    return replace(chapter, sections=tuple(_kept(chapter.sections)))


def mostly_links(blocks: tuple[Block, ...]) -> bool:
    """Whether most words of these blocks are links."""
    words = sum(len(text.split()) for block in blocks for text in block_texts(block))
    linked = sum(len(text.split()) for block in blocks for text in _link_texts(block))
    return bool(words) and linked / words >= _MOSTLY_LINKS


def _kept(sections: tuple[Section, ...]) -> Iterator[Section]:
    for section in sections:
        if _OF_THE_PAGE.match(section.heading.strip()) or (mostly_links(section.blocks) and not section.sections):
            continue
        yield replace(section, sections=tuple(_kept(section.sections)))


def _link_texts(block: Block) -> Iterator[str]:
    match block:
        case Paragraph():
            yield from (link.text for link in block.links)
        case Bullets():
            for item in block.items:
                yield from _item_links(item)


def _item_links(item: Item) -> Iterator[str]:
    yield from (link.text for link in item.links)
    for inner in item.blocks:
        yield from _link_texts(inner)
