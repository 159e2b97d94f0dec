"""What changed between what is published and what was read now: pure, section by section.

Sections are matched by passage id, which survives renumbering; a section whose words stand unchanged under another
heading has moved, and is not shown as two changes. White space never counts as a change.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from knowledge.contacts import ContactPoint
from knowledge.ladders import Ladder
from knowledge.manual import Passage


class AmendmentKind(StrEnum):
    """What happened to a section."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Amendment:
    """One section's change. `before` and `after` are its words; "" where it was not there."""

    manual: str
    chapter: str
    path: tuple[str, ...]
    kind: AmendmentKind
    before: str = ""
    after: str = ""


def amendments(before: Iterable[Passage], after: Iterable[Passage]) -> tuple[Amendment, ...]:
    """The sections that differ, in the order of the new manual, those removed last."""
    old = {passage.id: passage for passage in before}
    new = {passage.id: passage for passage in after}
    gone = [passage for key, passage in old.items() if key not in new]
    come = [passage for key, passage in new.items() if key not in old]
    moved = _moved(gone, come)
    changes = []
    for key, passage in new.items():
        if key in moved:
            changes.append(_amendment(passage, AmendmentKind.MOVED, passage.text, passage.text))
        elif key not in old:
            changes.append(_amendment(passage, AmendmentKind.ADDED, "", passage.text))
        elif old[key].text.split() != passage.text.split():
            changes.append(_amendment(passage, AmendmentKind.CHANGED, old[key].text, passage.text))
    left = set(moved.values())
    changes += [
        _amendment(passage, AmendmentKind.REMOVED, passage.text, "") for passage in gone if passage.id not in left
    ]
    return tuple(changes)


def _moved(gone: Sequence[Passage], come: Sequence[Passage]) -> dict[str, str]:
    """New ids whose words stood under an old id that is gone, each with that old id."""
    by_words: dict[tuple[str, str], list[str]] = defaultdict(list)
    for passage in gone:
        by_words[passage.manual, passage.digest].append(passage.id)
    moved = {}
    for passage in come:
        waiting = by_words[passage.manual, passage.digest]
        if waiting:
            moved[passage.id] = waiting.pop(0)
    return moved


def _amendment(passage: Passage, kind: AmendmentKind, before: str, after: str) -> Amendment:
    return Amendment(passage.manual, passage.chapter, passage.path, kind, before, after)


@dataclass(frozen=True, slots=True)
class TypedChange:
    """A change to a stage's time limits, a ladder's stages or a contact point: always seen by a person."""

    what: str
    before: str
    after: str


def ladder_changes(before: Iterable[Ladder], after: Iterable[Ladder]) -> tuple[TypedChange, ...]:
    """Stages and time limits that differ, ladder by ladder."""
    return _differences(
        {key: words for ladder in before for key, words in _rungs(ladder)},
        {key: words for ladder in after for key, words in _rungs(ladder)},
    )


def _rungs(ladder: Ladder) -> Iterable[tuple[str, str]]:
    for stage in ladder.stages:
        limits = "; ".join(clock.text for clock in stage.clocks) or "no time limit stated"
        yield f"{ladder.name}: {stage.label or f'stage {stage.order}'}", f"{stage.name} ({limits})".strip()


def contact_changes(before: Iterable[ContactPoint], after: Iterable[ContactPoint]) -> tuple[TypedChange, ...]:
    """Telephone numbers, addresses and hours that differ, service by service."""
    return _differences(_reaching(before), _reaching(after))


def _reaching(points: Iterable[ContactPoint]) -> dict[str, str]:
    """How each service is reached, by its name; a number that several pages print is told once."""
    reach: dict[str, dict[str, None]] = {}
    for point in points:
        key = " ".join((point.service, *point.areas, "(out of hours)" if point.out_of_hours else "")).strip()
        told = (*(phone.printed for phone in point.telephones), *point.emails, point.hours)
        reach.setdefault(key, {}).update(dict.fromkeys(part for part in told if part))
    return {key: "; ".join(parts) for key, parts in reach.items()}


def _differences(before: dict[str, str], after: dict[str, str]) -> tuple[TypedChange, ...]:
    keys = dict.fromkeys((*after, *before))
    return tuple(
        TypedChange(key, before.get(key, ""), after.get(key, ""))
        for key in keys
        if before.get(key, "") != after.get(key, "")
    )
