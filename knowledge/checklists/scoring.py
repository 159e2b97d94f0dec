"""How well checklists were read, as F1 of their items' exact words against what a person wrote down."""

from collections import Counter
from collections.abc import Iterable

from knowledge.checklists.lists import ChecklistReading


def f1(found: Iterable[tuple[str, ...]], wanted: Iterable[tuple[str, ...]]) -> float:
    """F1 of two bags, 0 to 1. Two empty bags agree entirely: 1."""
    have, want = Counter(found), Counter(wanted)
    if not have and not want:
        return 1.0
    both = sum((have & want).values())
    return 2 * both / (sum(have.values()) + sum(want.values()))


def item_keys(reading: ChecklistReading) -> list[tuple[str, ...]]:
    """Each item by its kind and exact text."""
    return [(one.kind.value, item.text) for one in reading.checklists for item in one.items]
