"""What stands on nearly every page of a site and belongs to none: banners, the site's name, footers."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from knowledge.manual import Block, Chapter, Section, block_texts

_ENOUGH_CHAPTERS = 5  # fewer tell nothing about what a site repeats
_NEARLY_EVERY = 0.6  # of a manual's chapters


def without_boilerplate(chapters: Sequence[Chapter]) -> tuple[Chapter, ...]:
    """The chapters without the blocks that most of them share word for word. Sections left bare stay, as headings."""
    if len(chapters) < _ENOUGH_CHAPTERS:
        return tuple(chapters)
    holding = Counter(
        words
        for chapter in chapters
        for words in {_words(block) for _, section in chapter.walk() for block in section.blocks}
    )
    repeated = {words for words, count in holding.items() if words and count >= _NEARLY_EVERY * len(chapters)}
    return tuple(
        replace(chapter, sections=tuple(_pruned(section, repeated) for section in chapter.sections))
        for chapter in chapters
    )


def _pruned(section: Section, repeated: set[str]) -> Section:
    return replace(
        section,
        blocks=tuple(block for block in section.blocks if _words(block) not in repeated),
        sections=tuple(_pruned(inner, repeated) for inner in section.sections),
    )


def _words(block: Block) -> str:
    return " ".join(block_texts(block))
