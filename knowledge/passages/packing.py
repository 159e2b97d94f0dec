"""Units put together into passages of a readable size."""

from collections.abc import Iterator, Sequence

from knowledge.passages.units import MOST_WORDS, Unit

_FEWEST_WORDS = 40
_SLACK = 320  # words up to which a passage grows rather than leave a scrap behind

Group = tuple[Unit, ...]


def pack(units: Sequence[Unit]) -> Iterator[Group]:
    """Groups of units, in order, each one passage. Held units stay with the one before, whatever the size."""
    groups: list[Group] = []
    for bound in _bound(units):
        if groups and _joins(groups[-1], bound):
            groups[-1] = (*groups[-1], *bound)
        else:
            groups.append(bound)
    if len(groups) > 1 and _words(groups[-1]) < _FEWEST_WORDS and _words(groups[-1]) + _words(groups[-2]) <= _SLACK:
        groups[-2:] = [(*groups[-2], *groups[-1])]
    yield from groups


def _bound(units: Sequence[Unit]) -> list[Group]:
    bound: list[Group] = []
    for unit in units:
        if unit.held and bound:
            bound[-1] = (*bound[-1], unit)
        else:
            bound.append((unit,))
    return bound


def _joins(group: Group, bound: Group) -> bool:
    together = _words(group) + _words(bound)
    return together <= MOST_WORDS or (_words(group) < _FEWEST_WORDS and together <= _SLACK)


def _words(group: Group) -> int:
    return sum(unit.words for unit in group)
