"""Stemmed BM25 with each term's contribution worked out when the index is built.

Robertson and Zaragoza, The Probabilistic Relevance Framework (2009), with the form of idf that is never
negative (as in Lucene): log(1 + (N - n + 0.5) / (n + 0.5)). k1 and b are the textbook's 1.2 and 0.75.
"""

import io
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from knowledge.errors import IndexUnreadable

K1 = 1.2
B = 0.75

Scores = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class LexicalIndex:
    """Postings of each term: `rows[starts[t]:starts[t + 1]]` with their `impacts`, rows ascending."""

    vocabulary: Mapping[str, int]
    starts: npt.NDArray[np.int64]
    rows: npt.NDArray[np.int32]
    impacts: Scores
    size: int

    def score(self, query: Mapping[str, float]) -> Scores:
        """BM25 of each passage for terms with weights: shape (size,), 0 where no term stands in the
        passage.
        """
        scores = np.zeros(self.size, dtype=np.float32)
        for term, weight in query.items():
            number = self.vocabulary.get(term)
            if number is not None:
                span = slice(self.starts[number], self.starts[number + 1])
                scores[self.rows[span]] += np.float32(weight) * self.impacts[span]
        return scores

    def frequency(self, term: str) -> int:
        """In how many passages a term stands."""
        number = self.vocabulary.get(term)
        return 0 if number is None else int(self.starts[number + 1] - self.starts[number])

    def idf(self, term: str) -> float:
        """How telling a term is: the rarer the higher; a term that stands nowhere counts as the rarest."""
        return float(_idf(np.array([max(self.frequency(term), 1)]), self.size)[0])


def index_terms(documents: Sequence[Sequence[str]]) -> LexicalIndex:
    """An index of documents given as their terms, in order. Row numbers are the documents' places."""
    counts = [Counter(document) for document in documents]
    vocabulary = {term: number for number, term in enumerate(sorted(set().union(*counts)))}
    places = np.array([vocabulary[term] for counted in counts for term in counted], dtype=np.int64)
    times = np.array([times for counted in counts for times in counted.values()], dtype=np.float64)
    holders = np.repeat(np.arange(len(counts)), [len(counted) for counted in counts])
    order = np.argsort(places, kind="stable")  # rows stay ascending within a term
    numbers, rows, frequencies = places[order], holders[order], times[order]
    lengths = np.array([len(document) for document in documents], dtype=np.float64)
    mean_length = float(lengths.mean()) if lengths.sum() else 1.0
    per_term = np.bincount(numbers, minlength=len(vocabulary))
    idf = _idf(per_term, len(documents))
    saturation = frequencies + K1 * (1 - B + B * lengths[rows] / mean_length)
    return LexicalIndex(
        vocabulary=vocabulary,
        starts=np.concatenate(([0], np.cumsum(per_term))).astype(np.int64),
        rows=rows.astype(np.int32),
        impacts=(idf[numbers] * frequencies * (K1 + 1) / saturation).astype(np.float32),
        size=len(documents),
    )


def dump(index: LexicalIndex) -> bytes:
    """The index as one NumPy archive without pickles."""
    buffer = io.BytesIO()
    np.savez(
        buffer,
        vocabulary=np.frombuffer("\n".join(index.vocabulary).encode("utf-8"), dtype=np.uint8),
        starts=index.starts,
        rows=index.rows,
        impacts=index.impacts,
        size=np.array([index.size]),
    )
    return buffer.getvalue()


def load(content: bytes) -> LexicalIndex:
    """The inverse of `dump`. Raises IndexUnreadable where the content is no such archive."""
    try:
        with np.load(io.BytesIO(content), allow_pickle=False) as archive:
            joined = archive["vocabulary"].tobytes().decode("utf-8")
            terms = joined.split("\n") if joined else []
            return LexicalIndex(
                vocabulary={term: number for number, term in enumerate(terms)},
                starts=archive["starts"],
                rows=archive["rows"],
                impacts=archive["impacts"],
                size=int(archive["size"][0]),
            )
    except (OSError, ValueError, KeyError, EOFError) as error:
        raise IndexUnreadable("The index of words cannot be read.") from error


def _idf(documents_with: npt.NDArray[np.int64], documents: int) -> npt.NDArray[np.float64]:
    return np.log1p((documents - documents_with + 0.5) / (documents_with + 0.5))
