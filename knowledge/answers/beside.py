"""What a person said, set beside the manual's own words: which of them come near, and never how many.

Nearness is the sentence encoder's cosine, and shared words weighted by how telling they are. It says that words are near,
and nothing about the child: the person reads both and judges.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.answers.outcomes import CitedItem
from knowledge.answers.shelf import Shelf
from knowledge.checklists import Checklist, ChecklistItem, ChecklistKind

# Chosen by reading what came near in the demonstration's lists: below it, words are of the same subject and no more.
NEAR = 0.55  # cosine plus the weight below, for items of lists, which name things seen
ALONGSIDE = 0.46  # the same for descriptors of levels, which are terser and more abstract, and are all shown anyway
_WEIGHT = 0.04  # of a shared word's inverse document frequency, which is 2 for a common and 5 for a telling word
_LEAST_ALIKE = 0.28  # cosine under which shared words are an accident
MOST_ITEMS = 160  # items that are compared; the encoder needs some milliseconds for each the first time
_MOST_FOR_EACH = 2  # items shown beside one thing said


@dataclass(frozen=True, slots=True)
class Beside:
    """One thing said, an item that comes near it, and the list that the item stands in."""

    said: str
    item: CitedItem
    checklist: Checklist


def nearness(said: Sequence[str], words: Sequence[str], shelf: Shelf) -> list[list[float]]:
    """How near each of the manual's `words` is to each thing said; 0 where what they share is an accident."""
    if not said or not words:
        return [[] for _ in said]
    alike = shelf.vectors(said) @ shelf.vectors_of_items(words).T
    stems = [shelf.stems(one) for one in words]
    rows = []
    for thing, row in zip(said, alike, strict=True):
        own = shelf.stems(thing)
        rows.append(
            [
                float(cosine) + _WEIGHT * shelf.weight(own & held) if cosine >= _LEAST_ALIKE else 0.0
                for cosine, held in zip(row, stems, strict=True)
            ]
        )
    return rows


def signs_beside(said: Sequence[str], shelf: Shelf, area: str) -> tuple[Beside, ...]:
    """The items of this area's warning-sign lists that come near what was said: for each thing its nearest two."""
    entries = _entries(" ".join(said), shelf, area)
    found = []
    for thing, row in zip(said, nearness(said, [item.text for _, item in entries], shelf), strict=True):
        ranked = sorted((place for place, score in enumerate(row) if score >= NEAR), key=lambda place: -row[place])
        for one, item in (entries[place] for place in ranked[:_MOST_FOR_EACH]):
            citation = shelf.cite(one.manual, one.slug, item.text, item.place.path)
            if citation is not None:
                found.append(Beside(thing, CitedItem(item.text, citation, item.group), one))
    return tuple(found)


def _entries(said: str, shelf: Shelf, area: str) -> list[tuple[Checklist, ChecklistItem]]:
    """Items with their lists: those of the lists that the search leads to first, at most MOST_ITEMS."""
    lists = [
        one for one in shelf.checklists if one.kind is ChecklistKind.SIGNS and shelf.serves(one.areas, one.manual, area)
    ]
    hits = [(hit.passage.manual, hit.passage.slug) for hit in shelf.search(said, area=area, learning=True).kept]
    rank = {key: place for place, key in reversed(list(enumerate(hits)))}
    lists.sort(key=lambda one: rank.get((one.manual, one.slug), len(hits)))
    return [(one, item) for one in lists for item in one.items][:MOST_ITEMS]
