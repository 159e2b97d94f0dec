"""What stands on nearly every page of a site and belongs to none: banners, the site's name, footers."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from knowledge.manual import Chapter, Section
from scraper.leaves import digest_of

_ENOUGH_CHAPTERS = 5  # fewer tell nothing about what a site repeats
_NEARLY_EVERY = 0.6  # of a manual's chapters


def repeated(chapters: Sequence[Iterable[str]]) -> frozenset[str]:
    """The digests of blocks that most chapters share word for word, from the digests of each chapter's blocks."""
    if len(chapters) < _ENOUGH_CHAPTERS:
        return frozenset()
    holding = Counter(words for chapter in chapters for words in set(chapter))
    return frozenset(words for words, count in holding.items() if count >= _NEARLY_EVERY * len(chapters))


def without(chapter: Chapter, words: frozenset[str]) -> Chapter:
    """The chapter without the blocks of these digests. Sections left bare stay, as headings."""
    if not words:
        return chapter
    return replace(chapter, sections=tuple(_pruned(section, words) for section in chapter.sections))


def _pruned(section: Section, words: frozenset[str]) -> Section:
    return replace(
        section,
        blocks=tuple(block for block in section.blocks if digest_of(block) not in words),
        sections=tuple(_pruned(inner, words) for inner in section.sections),
    )
