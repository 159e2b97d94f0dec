"""Two scores into one: worked out by hand."""

import numpy as np

from knowledge.index.fusion import RRF_CONSTANT, Fusion, fuse

DENSE = np.array([0.9, 0.5, 0.1], dtype=np.float32)
LEXICAL = np.array([0.0, 8.0, 4.0], dtype=np.float32)


def test_scores_are_scaled_and_weighted() -> None:
    """Each half from 0 to 1 over the candidates, 0.6 to 0.4."""
    np.testing.assert_allclose(fuse(DENSE, LEXICAL), [0.6, 0.3 + 0.4, 0.2], atol=1e-6)


def test_ranks() -> None:
    """Reciprocal ranks; a passage that shares no word with the question gets nothing for being listed."""
    k = RRF_CONSTANT
    expected = [1 / (k + 1), 1 / (k + 2) + 1 / (k + 1), 1 / (k + 3) + 1 / (k + 2)]
    np.testing.assert_allclose(fuse(DENSE, LEXICAL, Fusion.RANKS), expected, atol=1e-6)


def test_halves_alone() -> None:
    """Either half may be asked for by itself."""
    assert fuse(DENSE, LEXICAL, Fusion.DENSE) is DENSE
    assert fuse(DENSE, LEXICAL, Fusion.LEXICAL) is LEXICAL


def test_no_candidates_and_equal_ones() -> None:
    """Nothing to tell apart is no division by zero."""
    assert fuse(DENSE[:0], LEXICAL[:0]).shape == (0,)
    same = np.ones(3, dtype=np.float32)
    np.testing.assert_array_equal(fuse(same, same), [0, 0, 0])
