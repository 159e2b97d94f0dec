"""Levels of need are read from any form of threshold document, and from nothing else."""

import pytest

from knowledge.thresholds import read_levels
from knowledge.thresholds.labels import plain
from knowledge.thresholds.scoring import descriptor_keys, f1, level_keys
from tests.knowledge.thresholds.golden_pages import Golden, golden, names

FLOORS = {
    "golden": 1.0,
    "held_out": 1.0,
    "held_out_2": 1.0,
    "held_out_3": 1.0,
    "held_out_4": 1.0,
    "held_out_5": 1.0,
    "held_out_6": 1.0,
    "held_out_7": 1.0,
    "held_out_8": 1.0,
    "held_out_9": 1.0,
    "held_out_10": 1.0,
    "held_out_11": 1.0,
    "held_out_12": 1.0,
    "held_out_13": 1.0,
    "held_out_14": 1.0,
    "held_out_15": 1.0,
    "held_out_16": 1.0,
    "held_out_17": 1.0,
    "held_out_18": 1.0,
}  # mean F1 of a folder; raised on purpose only
# A page of text got from a PDF keeps its running foot, which nothing but its repeating marks.
DESCRIPTOR_FLOORS = {**FLOORS, "held_out_4": 0.99}
PAGES = [(folder, name) for folder in FLOORS for name in names(folder)]


def _levels(page: Golden) -> list[tuple[str, ...]]:
    return [tuple(plain(words) for words in key) for key in page.levels]


def _descriptors(page: Golden) -> list[tuple[str, ...]]:
    return [(plain(label), plain(domain), text) for label, domain, text in page.descriptors]


@pytest.mark.parametrize("folder", FLOORS)
def test_levels_hold_their_floor(folder: str) -> None:
    """Over a folder of pages, levels by label and name keep the mean F1 they have reached."""
    pages = [golden(folder, name) for name in names(folder)]
    scores = [f1(level_keys(read_levels(page.chapter)), _levels(page)) for page in pages]
    assert sum(scores) / len(scores) >= FLOORS[folder]


@pytest.mark.parametrize("folder", FLOORS)
def test_descriptors_hold_their_floor(folder: str) -> None:
    """Over a folder of pages, descriptors by level, domain and exact words keep the mean F1 they have reached."""
    pages = [golden(folder, name) for name in names(folder)]
    scores = [f1(descriptor_keys(read_levels(page.chapter)), _descriptors(page)) for page in pages]
    assert sum(scores) / len(scores) >= DESCRIPTOR_FLOORS[folder]


@pytest.mark.parametrize(("folder", "name"), PAGES)
def test_order_runs_from_least_need(folder: str, name: str) -> None:
    """Order counts from 1 at the least need, whatever order the page prints, in as many schemes as it holds."""
    page = golden(folder, name)
    schemes = read_levels(page.chapter).schemes
    assert len(schemes) == page.schemes
    assert sorted((level.order, level.label, level.name) for one in schemes for level in one.levels) == sorted(
        page.orders
    )


@pytest.mark.parametrize(("folder", "name"), PAGES)
def test_summary_and_doubts(folder: str, name: str) -> None:
    """Sentences about a level are kept apart from its descriptors, and doubts are raised only where there is cause."""
    page = golden(folder, name)
    reading = read_levels(page.chapter)
    said = [text for one in reading.schemes for level in one.levels for text in level.summary]
    assert [text for text in page.summary if text not in said] == []
    assert bool(reading.doubts) is page.doubts


def test_scheme_carries_the_chapter() -> None:
    """A scheme knows the chapter it came from, and each level the heading it stands under."""
    page = golden("golden", "headings_over_domains")
    scheme = read_levels(page.chapter).schemes[0]
    assert (scheme.chapter, scheme.slug, scheme.url) == (page.chapter.title, page.chapter.slug, page.chapter.url)
    assert scheme.levels[1].place.path == ("Level 2 – Early Help",)
