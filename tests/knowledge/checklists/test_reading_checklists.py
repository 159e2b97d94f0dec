"""Checklists are read item by item from any form, without their neighbours."""

import pytest

from knowledge.checklists import read_checklists
from knowledge.checklists.scoring import f1, item_keys
from tests.knowledge.checklists.golden_pages import golden, names

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
}  # mean F1 of a folder; raised on purpose only
PAGES = [(folder, name) for folder in FLOORS for name in names(folder)]


@pytest.mark.parametrize("folder", FLOORS)
def test_items_hold_their_floor(folder: str) -> None:
    """Over a folder of pages, items by kind and exact words keep the mean F1 they have reached."""
    pages = [golden(folder, name) for name in names(folder)]
    scores = [f1(item_keys(read_checklists(page.chapter)), page.items()) for page in pages]
    assert sum(scores) / len(scores) >= FLOORS[folder]


@pytest.mark.parametrize(("folder", "name"), PAGES)
def test_titles_groups_and_lead_ins(folder: str, name: str) -> None:
    """Each checklist keeps its title, its lead-in sentence, its section's number and its items' sub-headings."""
    page = golden(folder, name)
    found = read_checklists(page.chapter).checklists
    assert [one.title for one in found] == [one.title for one in page.checklists]
    for one, wanted in zip(found, page.checklists, strict=True):
        assert [(item.group, item.text) for item in one.items] == wanted.items
        assert wanted.lead_in in (None, one.lead_in)
        assert wanted.number in (None, one.place.number)
