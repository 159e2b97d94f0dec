"""Measures of rankings with known answers: recall, reciprocal rank, discounted gain."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

Ranking = Sequence[str]
Grades = Mapping[str, int]

NDCG_DEPTH = 10
RECALL_DEPTHS = (1, 5, 10)


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
