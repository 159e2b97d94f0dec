"""`python -m benchmarks.answering`: from a question to its answer on the demonstration, and where the time goes.

Puts the golden questions to one shelf as the library's own door would, in several passes, without Rasa and without a
front. The parts are taken at their own doors: the encoder (questions into vectors), the searches around it, and the
rest (typed reading, support, citing). One answer may search, and so encode, more than once.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import fmean
from typing import Any

from benchmarks.incremental import Watched
from benchmarks.scoring import percentile
from benchmarks.tables import table
from knowledge.answers import Question, Shelf, answer
from knowledge.encoder import Encoder, Form, KnowsWords
from knowledge.encoder.onnx_form import OnnxEncoder
from knowledge.evaluation import GoldenQuestion, read_golden
from knowledge.index.files import open_generation
from knowledge.retrieval import Found, Retriever
from scraper.reindex import reindex
from signpost import demonstration

_ROOT = Path(__file__).resolve().parents[1]
_DATA = _ROOT / "training_data"
NOW = datetime(2026, 5, 12, 14, 7, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Timed:
    """One answer: milliseconds in all, in searches (their encoding included) and in encoding; how often each."""

    kind: str
    total: float
    searching: float
    encoding: float
    searches: int
    encoded: int


class WatchedWords(Watched):
    """A watched encoder whose tokeniser knows words, as the library's does."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__(encoder)
        self._known = encoder.words() if isinstance(encoder, KnowsWords) else frozenset()

    def words(self) -> frozenset[str]:
        """The watched encoder's."""
        return self._known


class WatchedRetriever(Retriever):
    """A retriever that counts its searches and how long they take."""

    searches, seconds = 0, 0.0

    def search(self, *given: Any, **named: Any) -> Found:
        """As the retriever's own."""
        began = time.perf_counter()
        found = super().search(*given, **named)
        self.searches += 1
        self.seconds += time.perf_counter() - began
        return found


def measure(
    questions: Sequence[GoldenQuestion], retriever: WatchedRetriever, encoder: Watched, passes: int
) -> list[Timed]:
    """Answer every question `passes` times; the pass before the first is not counted."""
    shelf = Shelf("measured", retriever.generation.contents, retriever)
    for question in questions:
        _time(question, shelf, retriever, encoder)
    return [_time(question, shelf, retriever, encoder) for _ in range(passes) for question in questions]


def _time(question: GoldenQuestion, shelf: Shelf, retriever: WatchedRetriever, encoder: Watched) -> Timed:
    searches, searching = retriever.searches, retriever.seconds
    texts, encoding = encoder.texts, encoder.seconds
    began = time.perf_counter()
    answer(Question(text=question.text, now=NOW, area=question.area, said=question.said), shelf)
    return Timed(
        kind=question.kind.value,
        total=(time.perf_counter() - began) * 1000,
        searching=(retriever.seconds - searching) * 1000,
        encoding=(encoder.seconds - encoding) * 1000,
        searches=retriever.searches - searches,
        encoded=encoder.texts - texts,
    )


def figures(timed: Sequence[Timed]) -> str:
    """p50 and p95 by kind of question, and the mean of each part."""
    kinds = sorted({one.kind for one in timed})
    rows = [_row(kind, [one for one in timed if one.kind == kind]) for kind in kinds]
    rows.append(_row("all", timed))
    headings = ["Kind", "answers", "p50 ms", "p95 ms", "encoding", "searching", "the rest", "searches", "encoded"]
    return table(headings, rows)


def _row(kind: str, timed: Sequence[Timed]) -> list[str]:
    def mean(part: Callable[[Timed], float]) -> str:
        return f"{fmean(map(part, timed)):.1f}"

    totals = [one.total for one in timed]
    return [
        kind,
        f"{len(timed):,}",
        f"{percentile(totals, 50):.1f}",
        f"{percentile(totals, 95):.1f}",
        mean(lambda one: one.encoding),
        mean(lambda one: one.searching - one.encoding),
        mean(lambda one: one.total - one.searching),
        mean(lambda one: one.searches),
        mean(lambda one: one.encoded),
    ]


def main(words: Sequence[str]) -> int:
    """Index the demonstration, measure, print. Returns the exit status."""
    arguments = argparse.ArgumentParser(prog="python -m benchmarks.answering", description=__doc__)
    arguments.add_argument("--passes", type=int, default=3, help="times each question is put (3)", metavar="N")
    given = arguments.parse_args(words)
    questions = read_golden(_DATA / "questions" / "report.jsonl")
    folder = _ROOT / "var" / "encoder"
    with tempfile.TemporaryDirectory() as home:
        named = demonstration.sources(_DATA / "manual")
        built = reindex(
            Path(home), named, OnnxEncoder(folder, Form.FP32), lambda: datetime.now(UTC), lambda _: None
        ).generation
        encoder = WatchedWords(OnnxEncoder(folder, Form.INT8))
        retriever = WatchedRetriever(open_generation(Path(home), built, encoder))
    timed = measure(questions, retriever, encoder, given.passes)
    print(figures(timed))
    print("encoding, searching (without encoding), the rest: mean milliseconds an answer")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
