"""Floors that evaluations are held to. They only rise on purpose: a person edits the file and says why."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from knowledge.evaluation.beir import EvaluationUnreadable


@dataclass(frozen=True, slots=True)
class Breach:
    """A figure that fell below its floor."""

    questions: str
    figure: str
    floor: float
    measured: float

    def __str__(self) -> str:
        return f"{self.questions}: {self.figure} is {self.measured:.3f}, below its floor of {self.floor:.3f}"


def read_floors(path: Path) -> dict[str, dict[str, float]]:
    """Floors by set of questions and figure. Raises EvaluationUnreadable where the file is no table of numbers."""
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
        return {name: {figure: float(value) for figure, value in table.items()} for name, table in tables.items()}
    except (OSError, UnicodeDecodeError, ValueError, TypeError, AttributeError) as error:
        raise EvaluationUnreadable(f"{path.name} is not a table of floors: {error}.") from error


def breaches(
    floors: Mapping[str, Mapping[str, float]], measured: Mapping[str, Mapping[str, float]]
) -> tuple[Breach, ...]:
    """Every figure below its floor, of the sets that were measured. A floor on an unknown figure is a breach at 0."""
    return tuple(
        Breach(name, figure, floor, measured[name].get(figure, 0.0))
        for name, figures in floors.items()
        if name in measured
        for figure, floor in figures.items()
        if measured[name].get(figure, 0.0) < floor
    )
