"""Contact points as a shelf holds them: each number with the areas it belongs to, and none twice. Pure."""

from collections.abc import Iterable
from dataclasses import replace

from knowledge.contacts import ContactPoint

Reach = tuple[str, ...]


def placed(points: Iterable[ContactPoint]) -> tuple[ContactPoint, ...]:
    """The points that can be reached. A number that is printed with areas in one place and without in another belongs to
    those areas."""
    every = [point for point in points if point.telephones or point.emails]
    homes: dict[Reach, tuple[str, ...]] = {}
    for point in every:
        homes[_reach(point)] = tuple(dict.fromkeys((*homes.get(_reach(point), ()), *point.areas)))
    return tuple(point if point.areas else replace(point, areas=homes[_reach(point)]) for point in every)


def without_repeats(points: Iterable[ContactPoint]) -> tuple[ContactPoint, ...]:
    """One point for each number or address and set of areas, the one that says most; verified before printed ones."""
    best: dict[tuple[Reach, Reach], ContactPoint] = {}
    for point in points:
        key = (_reach(point), tuple(sorted(point.areas)))
        standing = best.get(key)
        if standing is None or _fullness(point) > _fullness(standing):
            best[key] = point
    return tuple(best.values())


def _reach(point: ContactPoint) -> Reach:
    return tuple(sorted(phone.e164 or phone.printed for phone in point.telephones)) or point.emails


def _fullness(point: ContactPoint) -> tuple[bool, bool, int, bool]:
    return (point.verified is not None, bool(point.areas), len(point.hours), bool(point.emails))
