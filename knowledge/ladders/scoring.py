"""How well a reading matches what a person read: stages and clocks found, missed and invented.

Pure, so that tests and an evaluation use the same arithmetic. F1 is the harmonic mean of precision and recall.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from knowledge.ladders.ladder import Clock, Ladder

_Key = TypeVar("_Key")
Reading = tuple[float | None, str]  # a clock's value and unit


@dataclass(frozen=True, slots=True)
class ExpectedStage:
    """A stage as a person read it: its label as printed, its clocks as (value, unit)."""

    label: str
    clocks: tuple[Reading, ...] = ()


@dataclass(frozen=True, slots=True)
class ExpectedLadder:
    """A ladder as a person read it."""

    stages: tuple[ExpectedStage, ...]
    clocks: tuple[Reading, ...] = ()


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts over any number of pages. An empty tally has an F1 of 1: nothing was to be found, nothing was invented."""

    found: int = 0
    missed: int = 0
    invented: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.found + other.found, self.missed + other.missed, self.invented + other.invented)

    @property
    def f1(self) -> float:
        """Between 0 and 1."""
        total = 2 * self.found + self.missed + self.invented
        return 2 * self.found / total if total else 1.0


@dataclass(frozen=True, slots=True)
class Score:
    """The tallies of stages (label and order) and of clocks (value and unit, in the right stage)."""

    stages: Tally = Tally()
    clocks: Tally = Tally()

    def __add__(self, other: "Score") -> "Score":
        return Score(self.stages + other.stages, self.clocks + other.clocks)


def score(expected: Sequence[ExpectedLadder], read: Sequence[Ladder]) -> Score:
    """Compare ladder by ladder in printed order. A stage counts as found with its label at its place in the order."""
    total = Score()
    for at in range(max(len(expected), len(read))):
        wanted = expected[at] if at < len(expected) else ExpectedLadder(())
        got = read[at] if at < len(read) else None
        total += _ladder(wanted, got)
    return total


def _ladder(wanted: ExpectedLadder, got: Ladder | None) -> Score:
    stages = got.stages if got else ()
    want = Counter((at, _plain(stage.label)) for at, stage in enumerate(wanted.stages))
    have = Counter((at, _plain(stage.label)) for at, stage in enumerate(stages))
    clocks_wanted = Counter((at, clock) for at, stage in enumerate(wanted.stages) for clock in stage.clocks)
    clocks_wanted.update((-1, clock) for clock in wanted.clocks)
    clocks_have = Counter((at, clock) for at, stage in enumerate(stages) for clock in _readings(stage.clocks))
    clocks_have.update((-1, clock) for clock in _readings(got.clocks if got else ()))
    return Score(_tally(want, have), _tally(clocks_wanted, clocks_have))


def _readings(clocks: Iterable[Clock]) -> list[Reading]:
    return [(clock.value, clock.unit.value) for clock in clocks]


def _tally(want: Counter[_Key], have: Counter[_Key]) -> Tally:
    found = (want & have).total()
    return Tally(found, want.total() - found, have.total() - found)


def _plain(label: str) -> str:
    return " ".join(label.lower().split())
