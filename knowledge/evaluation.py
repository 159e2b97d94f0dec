"""Questions with known answers, and how well a search finds them.

Folders follow BEIR (Thakur and others, 2021): `corpus.jsonl` (`_id`, `title`, `text`), `queries.jsonl`
(`_id`, `text`, `metadata`), `qrels/test.tsv` (tab-separated with a heading: query, document, grade). A
question's `metadata.scenario` is what the asker said about the situation.
"""

import csv
import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from knowledge.errors import ProceduresError

Ranking = Sequence[str]
Grades = Mapping[str, int]

NDCG_DEPTH = 10
RECALL_DEPTHS = (1, 5, 10)


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


@dataclass(frozen=True, slots=True)
class Measures:
    """Means over questions, each from 0 to 1.

    `hit` at a depth: the share of questions with a right document that high; `recall`: the share of a
    question's right documents; `mrr`: reciprocal rank of the first right one (0 where none is listed);
    `ndcg`: at 10, with the grade as gain and a logarithmic discount (Jarvelin and Kekalainen, 2002).
    """

    questions: int
    hit: Mapping[int, float]
    recall: Mapping[int, float]
    mrr: float
    ndcg: float

    def line(self) -> str:
        """One line for people."""
        hits = "  ".join(f"hit@{depth} {share:.3f}" for depth, share in self.hit.items())
        return f"{hits}  recall@10 {self.recall[10]:.3f}  MRR {self.mrr:.3f}  nDCG@10 {self.ndcg:.3f}"


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


def measure(rankings: Sequence[tuple[Ranking, Grades]]) -> Measures:
    """Measures of rankings (document ids, best first), each with its question's grades. No rankings measure
    0.
    """
    count = len(rankings)

    def mean(values: Iterator[float]) -> float:
        return math.fsum(values) / count if count else 0.0

    return Measures(
        questions=count,
        hit={depth: mean(float(recall_at(r, g, depth) > 0) for r, g in rankings) for depth in RECALL_DEPTHS},
        recall={depth: mean(recall_at(r, g, depth) for r, g in rankings) for depth in RECALL_DEPTHS},
        mrr=mean(reciprocal_rank(r, g) for r, g in rankings),
        ndcg=mean(ndcg_at(r, g, NDCG_DEPTH) for r, g in rankings),
    )


def recall_at(ranking: Ranking, grades: Grades, depth: int) -> float:
    """The share of right documents among the first `depth`; 0 where there is none to find."""
    return len(grades.keys() & set(ranking[:depth])) / len(grades) if grades else 0.0


def reciprocal_rank(ranking: Ranking, grades: Grades) -> float:
    """1 over the rank of the first right document, 0 where none is listed."""
    return next((1 / rank for rank, document in enumerate(ranking, start=1) if document in grades), 0.0)


def ndcg_at(ranking: Ranking, grades: Grades, depth: int) -> float:
    """Discounted gain of the first `depth` over the best there could be; a document listed twice counts
    once.
    """
    gains = [grades.get(document, 0) for document in dict.fromkeys(ranking)][:depth]
    best = _discounted(sorted(grades.values(), reverse=True)[:depth])
    return _discounted(gains) / best if best else 0.0


def _discounted(gains: Sequence[int]) -> float:
    return math.fsum(gain / math.log2(rank + 1) for rank, gain in enumerate(gains, start=1))


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
