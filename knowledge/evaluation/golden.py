"""Golden questions: what people ask, and what a right answer must hold. Their file form is in training_data/questions."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from knowledge.answers import Kind
from knowledge.evaluation.beir import EvaluationUnreadable


@dataclass(frozen=True, slots=True)
class Expected:
    """What a right answer holds: an outcome by name, words of the manual (one of `quotes`), an exception shown."""

    outcomes: tuple[str, ...]
    quotes: tuple[str, ...] = ()
    chapters: tuple[str, ...] = ()
    exception: str = ""


@dataclass(frozen=True, slots=True)
class GoldenQuestion:
    """A question as typed, who asks it, and what is expected. `trap` says why a search might be fooled."""

    id: str
    text: str
    area: str
    said: tuple[str, ...]
    kind: Kind
    answerable: bool
    expected: Expected
    trap: str = ""


def read_golden(path: Path) -> tuple[GoldenQuestion, ...]:
    """The questions of a file. Raises EvaluationUnreadable, which names the line, where one is not whole."""
    questions = tuple(_rows(path))
    if len({question.id for question in questions}) < len(questions):
        raise EvaluationUnreadable(f"{path.name}: two questions have the same id. Give each its own.")
    return questions


def _rows(path: Path) -> Iterator[GoldenQuestion]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise EvaluationUnreadable(f"{path.name} cannot be read in {path.parent}: {error}.") from error
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                yield _question(json.loads(line))
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                raise EvaluationUnreadable(
                    f"{path.name}, line {number}: not a golden question ({error}). The keys are in README.md beside it."
                ) from error


def _question(row: dict[str, Any]) -> GoldenQuestion:
    expect = row["expect"]
    return GoldenQuestion(
        id=str(row["id"]),
        text=str(row["text"]),
        area=str(row.get("area", "")),
        said=tuple(map(str, row.get("said", ()))),
        kind=Kind[row["kind"].upper()],
        answerable=bool(row["answerable"]),
        expected=Expected(
            outcomes=tuple(map(str, expect["outcome"])),
            quotes=tuple(map(str, expect.get("quotes", ()))),
            chapters=tuple(map(str, expect.get("chapters", ()))),
            exception=str(expect.get("exception", "")),
        ),
        trap=str(row.get("trap", "")),
    )
