"""Vectors kept between builds, so that a reindex embeds only the words that changed."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from knowledge.encoder import Encoder, Vectors
from knowledge.sealed import SealedFile

CHUNK = 128  # texts encoded between two commits: what an interrupted build may lose

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Embedded:
    """Vectors, one row per text, and how many of the texts had to be encoded."""

    vectors: Vectors
    encoded: int


class VectorCache:
    """Vectors in a sealed file. The key is a digest of the encoder (weights and form) and the exact text encoded."""

    def __init__(self, directory: Path) -> None:
        self._kept = SealedFile(directory / "vectors.sqlite")

    def embed(self, texts: Sequence[str], encoder: Encoder, progress: Progress | None = None) -> Embedded:
        """Vectors of the texts, shape (len(texts), dimensions); encodes those it does not know and keeps them.

        `progress` is told how many of the unknown texts are done, and how many there are.
        """
        keys = [_key(text, encoder) for text in texts]
        known = self._known(keys, encoder.dimensions)
        unknown = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
        waiting = list(unknown.items())
        for start in range(0, len(waiting), CHUNK):
            chunk = waiting[start : start + CHUNK]
            vectors = encoder.encode([text for _, text in chunk])
            fresh = {key: np.asarray(vector, dtype="<f4") for (key, _), vector in zip(chunk, vectors, strict=True)}
            self._kept.keep({key: vector.tobytes() for key, vector in fresh.items()})
            known |= fresh
            if progress:
                progress(start + len(chunk), len(waiting))
        rows = [known[key] for key in keys]
        empty = np.empty((0, encoder.dimensions), dtype=np.float32)
        return Embedded(np.vstack(rows) if rows else empty, len(waiting))

    def forget_all_but(self, texts: Sequence[str], encoder: Encoder) -> int:
        """Drop every vector but those of the given texts; returns how many went."""
        return self._kept.forget_all_but(_key(text, encoder) for text in texts)

    def _known(self, keys: Sequence[bytes], dimensions: int) -> dict[bytes, Vectors]:
        return {
            key: np.frombuffer(value, dtype="<f4")
            for key, value in self._kept.known(keys).items()
            if len(value) == 4 * dimensions
        }


def _key(text: str, encoder: Encoder) -> bytes:
    return hashlib.sha256(f"{encoder.digest} {encoder.form}\n{text}".encode()).digest()


def embed(
    texts: Sequence[str], encoder: Encoder, cache: VectorCache | None, progress: Progress | None = None
) -> Embedded:
    """Vectors of the texts, through the cache where there is one."""
    if cache is not None:
        return cache.embed(texts, encoder, progress)
    return Embedded(encoder.encode(texts), len(texts))
