"""Vectors: exact, and blind outside the scope."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.errors import IndexUnreadable
from knowledge.index.dense import dump, index_vectors, load


def unit(rows: int, seed: int) -> np.ndarray:
    vectors = np.random.default_rng(seed).normal(size=(rows, 16)).astype(np.float32)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


@settings(deadline=None)
@given(rows=st.integers(1, 80), seed=st.integers(0, 1000), limit=st.integers(1, 100), share=st.floats(0, 1))
def test_search_is_exact_and_within_scope(rows: int, seed: int, limit: int, share: float) -> None:
    """The nearest in scope, in order, as working out every inner product gives; never one outside."""
    vectors, (question,) = unit(rows, seed), unit(1, seed + 1)
    scope = np.random.default_rng(seed).random(rows) < share
    found = index_vectors(vectors, 16).search(question, scope, limit)
    cosines = np.where(scope, vectors @ question, -np.inf)
    expected = np.argsort(-cosines, kind="stable")[: min(limit, int(scope.sum()))]
    assert scope[found].all()
    np.testing.assert_allclose(cosines[found], cosines[expected], atol=1e-6)


def test_scores_are_cosines() -> None:
    """Any rows can be scored, in any order; none give none."""
    vectors = unit(9, 3)
    index = index_vectors(vectors, 16)
    rows = np.array([7, 2, 2], dtype=np.int64)
    np.testing.assert_allclose(index.score(vectors[2], rows), vectors[rows] @ vectors[2], atol=1e-6)
    assert index.score(vectors[2], rows[:0]).shape == (0,)


def test_an_index_survives_the_disk() -> None:
    """Loading what was dumped finds the same; an empty index is one too."""
    index = index_vectors(unit(20, 5), 16)
    again = load(dump(index))
    everywhere = np.ones(20, dtype=np.bool_)
    np.testing.assert_array_equal(
        again.search(unit(1, 9)[0], everywhere, 5), index.search(unit(1, 9)[0], everywhere, 5)
    )
    empty = load(dump(index_vectors(unit(0, 1), 16)))
    assert empty.size == 0
    assert len(empty.search(unit(1, 9)[0], everywhere[:0], 5)) == 0


@pytest.mark.parametrize("content", [b"", b"nonsense", b"IxFI" + bytes(10)])
def test_what_is_no_index_is_refused(content: bytes) -> None:
    """A file that is not an index is an error with a name."""
    with pytest.raises(IndexUnreadable):
        load(content)
