"""The vectors' cache: a cache may lose things, never alter them."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import numpy as np

from knowledge.encoder import Encoder
from knowledge.index.vectors import VectorCache

TEXTS = ["one stage", "two stages", "one stage", "three"]


def test_each_text_is_encoded_once(tmp_path: Path, counting: Callable[..., Encoder]) -> None:
    """Repeats within a build and between builds are encoded once; rows keep the order of the texts."""
    cache, encoder = VectorCache(tmp_path), counting()
    embedded = cache.embed(TEXTS, encoder)
    assert embedded.encoded == 3
    np.testing.assert_array_equal(embedded.vectors, counting().encode(TEXTS))
    again = VectorCache(tmp_path).embed(TEXTS, encoder)
    assert again.encoded == 0
    np.testing.assert_array_equal(again.vectors, embedded.vectors)


def test_an_altered_vector_is_encoded_again(tmp_path: Path, counting: Callable[..., Encoder]) -> None:
    """A flipped bit in a kept vector never reaches an index."""
    cache = VectorCache(tmp_path)
    cache.embed(TEXTS, counting())
    connection = sqlite3.connect(tmp_path / "vectors.sqlite")
    connection.execute("UPDATE kept SET value = zeroblob(length(value))")
    connection.commit()
    connection.close()
    again = cache.embed(TEXTS, counting())
    assert again.encoded == 3
    np.testing.assert_array_equal(again.vectors, counting().encode(TEXTS))


def test_a_damaged_file_is_begun_anew(tmp_path: Path, counting: Callable[..., Encoder]) -> None:
    """Losing the cache costs time, never a reindex."""
    (tmp_path / "vectors.sqlite").write_bytes(b"this is no database" * 100)
    assert VectorCache(tmp_path).embed(TEXTS, counting()).encoded == 3
    assert VectorCache(tmp_path).embed(TEXTS, counting()).encoded == 0


def test_unused_vectors_can_go(tmp_path: Path, counting: Callable[..., Encoder]) -> None:
    """Words that left the manual leave the cache."""
    cache, encoder = VectorCache(tmp_path), counting()
    cache.embed(TEXTS, encoder)
    assert cache.forget_all_but(["three"], encoder) == 2
    assert cache.embed(TEXTS, encoder).encoded == 2


def test_progress_is_told(tmp_path: Path, counting: Callable[..., Encoder]) -> None:
    """A person who waits for a first reindex sees it move."""
    told: list[tuple[int, int]] = []
    texts = [f"text {n}" for n in range(300)]
    VectorCache(tmp_path).embed(texts, counting(), lambda done, of: told.append((done, of)))
    assert told == [(128, 300), (256, 300), (300, 300)]
