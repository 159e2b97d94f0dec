"""Folders of questions with known answers, in BEIR's layout (Thakur and others, 2021).

`corpus.jsonl` (`_id`, `title`, `text`), `queries.jsonl` (`_id`, `text`, `metadata`), `qrels/test.tsv` (tab-separated with
a heading: query, document, grade). A question's `metadata.scenario` is what the asker said about the situation.
"""

import csv
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from knowledge.errors import ProceduresError
from knowledge.evaluation.measures import Grades


class EvaluationUnreadable(ProceduresError):
    """A folder of questions cannot be read: what is wrong with it, and where."""


@dataclass(frozen=True, slots=True)
class Document:
    """A document of a BEIR corpus; `title` may be empty."""

    id: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class GradedQuestion:
    """A question, what was said about the situation before it, and the documents that answer it with their
    grades.
    """

    id: str
    text: str
    scenario: str
    grades: Grades


@dataclass(frozen=True, slots=True)
class Benchmark:
    """A BEIR folder. Only questions with a graded document are kept."""

    name: str
    documents: tuple[Document, ...]
    questions: tuple[GradedQuestion, ...]


def read_benchmark(folder: Path, split: str = "test") -> Benchmark:
    """Read a BEIR folder. Raises EvaluationUnreadable, naming the file and line, where it is none."""
    grades: dict[str, dict[str, int]] = {}
    for question, document, grade in _judgements(folder / "qrels" / f"{split}.tsv"):
        if grade > 0:
            grades.setdefault(question, {})[document] = grade
    documents = tuple(
        Document(row["_id"], row.get("title") or "", row["text"]) for row in _lines(folder / "corpus.jsonl")
    )
    questions = tuple(
        GradedQuestion(row["_id"], row["text"], _scenario(row), grades[row["_id"]])
        for row in _lines(folder / "queries.jsonl")
        if row["_id"] in grades
    )
    return Benchmark(folder.name, documents, questions)


def _scenario(row: Mapping[str, Any]) -> str:
    metadata = row.get("metadata")
    return str(metadata.get("scenario") or "") if isinstance(metadata, dict) else ""


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(_text(path).splitlines(), start=1):
        if line.strip():
            try:
                row = json.loads(line)
                if not isinstance(row["_id"], str) or not isinstance(row["text"], str):
                    raise TypeError
            except (ValueError, KeyError, TypeError) as error:
                raise EvaluationUnreadable(
                    f'{path.name}, line {number}: expected an object with "_id" and "text".'
                ) from error
            yield row


def _judgements(path: Path) -> Iterator[tuple[str, str, int]]:
    rows = csv.reader(_text(path).splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    for number, row in enumerate(rows, start=1):
        if number > 1 and row:
            try:
                question, document, grade = row
                yield question, document, int(grade)
            except ValueError as error:
                raise EvaluationUnreadable(
                    f"{path.name}, line {number}: expected question, document and grade, separated by tabs."
                ) from error


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise EvaluationUnreadable(f"{path.name} cannot be read in {path.parent}: {error}.") from error
