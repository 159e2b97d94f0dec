"""Stages without a label: neighbours that climb from practitioner to partnership, each taking up what the one before it
did not settle.

Two things show a step: it says that it goes further ("if this does not resolve it", "Third:", "escalate"), and the role
it goes to stands higher than the last. A run of neighbours is a ladder where enough of its steps show the first, or all
show the second by their headings and tell what is done.
"""

import re
from collections.abc import Iterator, Sequence

from knowledge.ladders.durations import durations
from knowledge.ladders.heads import Head
from knowledge.ladders.lines import Line
from knowledge.ladders.roles import roles
from knowledge.ladders.series import Unit, headed, listed
from knowledge.ladders.topics import escalation_words
from knowledge.ladders.turns import BEGINS, FIRST, RAISES

_FEWEST = 2
_MOST = 30  # neighbours looked at from one on: no ladder is longer, and a page may hold thousands
_ROLE_LIST = re.compile(
    r"\b(?:roles?|responsibilit\w+|membership|training|contacts?|definitions?|who['’]?s\s+who|duties|glossary)\b",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"\b(?:introduction|purpose|scope|aims?|principles?|background|definitions?|about|overview|context|why|values|what\s+is|legislation|policy\s+statement|expectations|general)\b",
    re.IGNORECASE,
)
_PAIR = re.compile(r"\b(\w+)\s+to\s+(?:\w+\s+)?\1\b", re.IGNORECASE)


def climbing(lines: Sequence[Line], region: Sequence[int]) -> Iterator[list[Head]]:
    """The runs of neighbours that are a ladder, those with headings first."""
    for units in headed(lines, region):
        if not _lists_roles(units) and (steps := _best(units, by_names=True)):
            yield [unit.head() for unit in steps]
    for units in listed(lines, region):
        if steps := _best(units, by_names=False):
            yield [unit.head() for unit in _with_between(units, steps)]


def _lists_roles(units: Sequence[Unit]) -> bool:
    """Sections named after roles that say who is responsible for what, rather than what is done in turn."""
    return any(_ROLE_LIST.search(heading) for unit in units[:1] for heading in unit.line.path[:-1])


def _best(units: Sequence[Unit], *, by_names: bool) -> list[Unit]:
    """The longest run of steps that is a ladder, empty where none is. `by_names`: the names alone may show the climb."""
    runs = (_run_from(units, start) for start, unit in enumerate(units) if _is_step(unit) and not _opens(unit))
    return max((run for run in runs if _is_ladder(run, by_names=by_names)), key=len, default=[])


def _run_from(units: Sequence[Unit], start: int) -> list[Unit]:
    """The steps from one unit on, each following the one before; what tells no step belongs to the step before it."""
    run = [units[start]]
    for unit in units[start + 1 : start + _MOST]:
        if _follows(run[-1], unit):
            run.append(unit)
        elif unit.name or _is_step(unit):
            break
    return run


def _is_step(unit: Unit) -> bool:
    told = unit.acting or unit.named_height or (unit.is_further and (unit.name or unit.height))
    begins = FIRST.search(unit.name) and RAISES.search(unit.name)
    counted = any(BEGINS.match(words) for words in (unit.name, *unit.told[:1])) and any(map(roles, unit.told[:1]))
    return bool(told or begins or counted)


def _opens(unit: Unit) -> bool:
    return bool(unit.name and _OPENING.search(unit.name))


def _follows(one: Unit, other: Unit) -> bool:
    if not _is_step(other):
        return False
    climbs = 0 < one.height < other.height and bool(other.named_height or not other.name)
    return other.is_further or climbs or 0 < one.named_height <= other.named_height


def _is_ladder(run: Sequence[Unit], *, by_names: bool) -> bool:
    further = sum(unit.is_further for unit in run[1:])
    if len(run) < _FEWEST:
        return False
    heights = {unit.height for unit in run if unit.height}
    if further and further * 2 >= len(run) - 1 and len(heights) >= _FEWEST:
        return True
    if not by_names:
        return False
    asked = further >= _FEWEST and further == len(run) - 1
    return asked or (_climbs_by_names(run) and _tells_steps(run))


def _climbs_by_names(run: Sequence[Unit]) -> bool:
    return len({unit.named_height for unit in run}) >= _FEWEST and all(unit.named_height for unit in run[1:])


def _tells_steps(run: Sequence[Unit]) -> bool:
    telling = [
        bool(
            _PAIR.search(unit.name)
            or any(escalation_words(said) or durations(said) for said in (unit.name, *unit.told))
        )
        for unit in run
    ]
    return sum(telling) * 2 >= len(run)


def _with_between(units: Sequence[Unit], steps: Sequence[Unit]) -> list[Unit]:
    """In a list that the page itself numbers, every item from the first step to the last is one."""
    if not steps[0].line.ordered:
        return list(steps)
    return [unit for unit in units if steps[0].at <= unit.at <= steps[-1].at]
