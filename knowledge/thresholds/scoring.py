"""How well levels were read, as F1 against what a person wrote down."""

from collections import Counter
from collections.abc import Iterable

from knowledge.thresholds.labels import plain
from knowledge.thresholds.levels import LevelReading


def f1(found: Iterable[tuple[str, ...]], wanted: Iterable[tuple[str, ...]]) -> float:
    """F1 of two bags, 0 to 1. Two empty bags agree entirely: 1."""
    have, want = Counter(found), Counter(wanted)
    if not have and not want:
        return 1.0
    both = sum((have & want).values())
    return 2 * both / (sum(have.values()) + sum(want.values()))


def level_keys(reading: LevelReading) -> list[tuple[str, ...]]:
    """Each level as (label, name), folded to letters and digits."""
    return [(plain(level.label), plain(level.name)) for scheme in reading.schemes for level in scheme.levels]


def descriptor_keys(reading: LevelReading) -> list[tuple[str, ...]]:
    """Each descriptor as (label or name, domain, exact text)."""
    return [
        (plain(level.label or level.name), plain(one.domain), one.text)
        for scheme in reading.schemes
        for level in scheme.levels
        for one in level.descriptors
    ]
