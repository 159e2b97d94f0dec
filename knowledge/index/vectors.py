"""Vectors kept between builds, so that a reindex embeds only the words that changed."""

import hashlib
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from knowledge.encoder import Encoder, Vectors

CHUNK = 128  # texts encoded between two commits: what an interrupted build may lose
_TABLE = "CREATE TABLE IF NOT EXISTS vectors (key BLOB PRIMARY KEY, vector BLOB NOT NULL, seal BLOB NOT NULL)"

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Embedded:
    """Vectors, one row per text, and how many of the texts had to be encoded."""

    vectors: Vectors
    encoded: int


class VectorCache:
    """A SQLite file of vectors. The key is a digest of the encoder (weights and form) and the exact text
    encoded.

    It is a cache: a damaged vector is encoded again, a damaged file is begun anew.
    """

    def __init__(self, directory: Path) -> None:
        self._path = directory / "vectors.sqlite"

    def embed(self, texts: Sequence[str], encoder: Encoder, progress: Progress | None = None) -> Embedded:
        """Vectors of the texts, shape (len(texts), dimensions); encodes those it does not know and keeps
        them.

        `progress` is told how many of the unknown texts are done, and how many there are.
        """
        keys = [_key(text, encoder) for text in texts]
        with self._open() as connection:
            known = dict(_read(connection, keys, encoder.dimensions))
            unknown = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
            waiting = list(unknown.items())
            for start in range(0, len(waiting), CHUNK):
                chunk = waiting[start : start + CHUNK]
                vectors = encoder.encode([text for _, text in chunk])
                fresh = {key: vector for (key, _), vector in zip(chunk, vectors, strict=True)}
                _write(connection, fresh)
                known |= fresh
                if progress:
                    progress(start + len(chunk), len(waiting))
        rows = [known[key] for key in keys]
        empty = np.empty((0, encoder.dimensions), dtype=np.float32)
        return Embedded(np.vstack(rows) if rows else empty, len(waiting))

    def forget_all_but(self, texts: Sequence[str], encoder: Encoder) -> int:
        """Drop every vector but those of the given texts; returns how many went."""
        keep = {_key(text, encoder) for text in texts}
        with self._open() as connection:
            gone = [(key,) for (key,) in connection.execute("SELECT key FROM vectors") if key not in keep]
            connection.executemany("DELETE FROM vectors WHERE key = ?", gone)
            connection.commit()
        return len(gone)

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with closing(self._connect()) as connection:
            yield connection

    def _connect(self) -> sqlite3.Connection:
        try:
            return _prepared(self._path)
        except sqlite3.DatabaseError:
            self._path.unlink()
            return _prepared(self._path)


def _prepared(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=30)
    try:
        connection.execute(_TABLE)
        connection.execute("PRAGMA quick_check")
    except BaseException:
        connection.close()
        raise
    return connection


def _key(text: str, encoder: Encoder) -> bytes:
    return hashlib.sha256(f"{encoder.digest} {encoder.form}\n{text}".encode()).digest()


def _seal(content: bytes) -> bytes:
    return hashlib.blake2b(content, digest_size=16).digest()


def _read(connection: sqlite3.Connection, keys: Sequence[bytes], dimensions: int) -> Iterator[tuple[bytes, Vectors]]:
    for key in keys:
        row = connection.execute("SELECT vector, seal FROM vectors WHERE key = ?", (key,)).fetchone()
        if row and len(row[0]) == 4 * dimensions and _seal(row[0]) == row[1]:
            yield key, np.frombuffer(row[0], dtype="<f4")


def _write(connection: sqlite3.Connection, vectors: dict[bytes, Vectors]) -> None:
    rows = [
        (key, content, _seal(content))
        for key, vector in vectors.items()
        for content in (np.asarray(vector, dtype="<f4").tobytes(),)
    ]
    connection.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?, ?)", rows)
    connection.commit()


def embed(
    texts: Sequence[str], encoder: Encoder, cache: VectorCache | None, progress: Progress | None = None
) -> Embedded:
    """Vectors of the texts, through the cache where there is one."""
    if cache is not None:
        return cache.embed(texts, encoder, progress)
    return Embedded(encoder.encode(texts), len(texts))
