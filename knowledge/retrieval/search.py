"""The search, step by step: prepare the question, bound the scope, look twice, join, choose, and say what
was left out.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from knowledge.encoder import KnowsWords, Vectors
from knowledge.errors import IndexMismatch
from knowledge.index.dense import Rows, Scope
from knowledge.index.fusion import DENSE_WEIGHT, Fusion, Scores, fuse
from knowledge.index.generation import Generation
from knowledge.index.lexical import K1
from knowledge.index.words import terms
from knowledge.questions import Preparer, Query, other_names
from knowledge.retrieval.outcomes import Found, Hit, Rejected, Situation
from knowledge.retrieval.recent import RecentVectors
from knowledge.retrieval.scope import Scopes


@dataclass(frozen=True, slots=True)
class Tuning:
    """How the two halves are joined, and what is too little to be shown. The defaults were measured, not
    fitted.

    `depth` passages of each half become candidates. A passage whose cosine is under `floor` and which holds
    under `floor` of the question's words by weight has nothing to do with it.
    """

    fusion: Fusion = Fusion.SCORES
    dense_weight: float = DENSE_WEIGHT
    depth: int = 100
    floor: float = 0.15
    explained: int = 5


@dataclass(frozen=True, slots=True)
class _Candidates:
    """Rows that came near in one scope, with their scores; all of shape (candidates,)."""

    rows: Rows
    dense: Scores
    lexical: Scores
    fused: Scores


class Retriever:
    """Searches one open generation. Remembers nothing but the vectors of the last questions: safe for many threads.

    Raises IndexMismatch where the generation was opened without an encoder.
    """

    def __init__(self, generation: Generation, tuning: Tuning | None = None) -> None:
        if generation.encoder is None:
            raise IndexMismatch("This generation was opened for reading only; searching needs its encoder.")
        self.generation = generation
        self._vectors = RecentVectors(generation.encoder)
        self._tuning = tuning or Tuning()
        self._passages = generation.contents.passages
        self._scopes = Scopes(generation.contents.manuals, self._passages)
        encoder = generation.encoder
        known = encoder.words() if isinstance(encoder, KnowsWords) else frozenset()
        self._preparer = Preparer(generation.words, generation.definitions, known, other_names(self._passages))

    @property
    def areas(self) -> tuple[str, ...]:
        """The areas that may be asked about, as printed."""
        return self._scopes.areas

    def search(
        self,
        question: str,
        situation: Situation | None = None,
        limit: int = 8,
        *,
        include_learning: bool = False,
    ) -> Found:
        """At most `limit` passages that may answer this question in this situation, best first.

        Passages of other areas, audiences and manuals (and of reviews, unless `include_learning`) are out
        of scope before anything is scored. Raises UnknownArea where no manual serves the situation's area.
        """
        situation = situation or Situation()
        scope = self._scopes.of(situation, include_learning)
        query = self._preparer.prepare(question, situation.said)
        if not query.text:
            return Found((), (), query)
        vector = self._vectors.of(query.text)
        lexical = self._lexical(query)
        near = self._candidates(vector, lexical, scope)
        kept, left = self._choose(near, limit)
        outside = self._candidates(vector, lexical, ~scope)
        rejected = (*left, *self._outsiders(near, outside, situation, include_learning))
        return Found(kept, tuple(sorted(rejected, key=lambda one: -one.score)), query)

    def stems(self, text: str) -> frozenset[str]:
        """The stems of a text's telling words, as they are indexed."""
        return frozenset(terms(text))

    def weight(self, stems: Iterable[str]) -> float:
        """How much stems tell together: the sum of how rare each is in this generation."""
        return sum(self.generation.lexical.idf(stem) for stem in stems)

    def _lexical(self, query: Query) -> Scores:
        """BM25 of every passage, as a part of the most that the question's own words could score."""
        index = self.generation.lexical
        most = sum(weight * index.idf(term) * (K1 + 1) for term, weight in query.terms.items() if weight == 1.0)
        scores = index.score(query.terms)
        return np.minimum(scores / np.float32(most), 1.0) if most else scores

    def _candidates(self, vector: Vectors, lexical: Scores, scope: Scope) -> _Candidates:
        dense_rows = self.generation.dense.search(vector, scope, self._tuning.depth)
        lexical_rows = _best(np.where(scope, lexical, 0), self._tuning.depth)
        rows = np.union1d(dense_rows, lexical_rows)
        dense = self.generation.dense.score(vector, rows)
        fused = fuse(dense, lexical[rows], self._tuning.fusion, self._tuning.dense_weight)
        order = np.argsort(-fused, kind="stable")
        return _Candidates(rows[order], dense[order], lexical[rows][order], fused[order])

    def _choose(self, near: _Candidates, limit: int) -> tuple[tuple[Hit, ...], tuple[Rejected, ...]]:
        kept: list[Hit] = []
        left: list[Rejected] = []
        for hit in self._hits(near):
            if len(kept) == limit and len(left) >= self._tuning.explained:
                break
            why = self._why_left_out(hit, kept, limit)
            if why:
                left.append(Rejected(hit.passage, hit.score, why))
            else:
                kept.append(hit)
        return tuple(kept), tuple(left)

    def _hits(self, near: _Candidates) -> Iterator[Hit]:
        for row, dense, lexical, fused in zip(near.rows, near.dense, near.lexical, near.fused, strict=True):
            yield Hit(self._passages[row], float(fused), float(dense), float(lexical))

    def _why_left_out(self, hit: Hit, kept: list[Hit], limit: int) -> str:
        if hit.dense < self._tuning.floor and hit.lexical < self._tuning.floor:
            return "it has too little to do with the question"
        for better in kept:
            same = better.passage.digest == hit.passage.digest and better.passage.manual == hit.passage.manual
            if same:
                return f"the same words stand in {better.passage.id}"
        return f"{limit} others came nearer" if len(kept) == limit else ""

    def _outsiders(
        self, near: _Candidates, outside: _Candidates, situation: Situation, include_learning: bool
    ) -> Iterator[Rejected]:
        """The nearest passages out of scope, scored as if they had been in it, each with the reason."""
        together = fuse(
            np.concatenate((outside.dense, near.dense)),
            np.concatenate((outside.lexical, near.lexical)),
            self._tuning.fusion,
            self._tuning.dense_weight,
        )[: len(outside.rows)]
        for place in np.argsort(-together, kind="stable")[: self._tuning.explained]:
            passage = self._passages[outside.rows[place]]
            why = self._scopes.why_not(passage, situation, include_learning)
            yield Rejected(passage, float(together[place]), why)


def _best(scores: Scores, limit: int) -> Rows:
    """Rows of the highest scores above 0, in any order."""
    enough = len(scores) > limit
    rows = np.argpartition(-scores, limit)[:limit] if enough else np.arange(len(scores))
    return rows[scores[rows] > 0].astype(np.int64)
