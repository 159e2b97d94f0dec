"""The linear head: which intent a message has, from its sentence vector and its letters.

The sentence vector knows meaning; hashed runs of three to five letters know the trade's words and survive typos. One
multinomial logistic regression reads both. It is kept as plain arrays, so that serving needs numpy alone.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np

LETTER_BUCKETS = 4096
LETTER_RUNS = (3, 4, 5)


def letter_features(texts: list[str], weight: float) -> np.ndarray:
    """Float32 of shape (texts, LETTER_BUCKETS): square roots of counts of hashed letter runs, rows of length `weight`.

    Runs stay inside a word, whose edges are marked by a space. crc32 is the hash because it never changes.
    """
    features = np.zeros((len(texts), LETTER_BUCKETS), dtype=np.float32)
    for row, text in enumerate(texts):
        for word in text.split():
            marked = f" {word} "
            for length in LETTER_RUNS:
                for start in range(max(1, len(marked) - length + 1)):
                    features[row, zlib.crc32(marked[start : start + length].encode()) % LETTER_BUCKETS] += 1
    features = np.sqrt(features)
    lengths = np.linalg.norm(features, axis=1, keepdims=True)
    return weight * features / np.where(lengths == 0, 1, lengths)


@dataclass(frozen=True)
class LinearHead:
    """Weights of shape (features, intents), one bias an intent, and the digest of the encoder they were trained with."""

    intents: tuple[str, ...]
    weights: np.ndarray
    bias: np.ndarray
    letters: float
    encoder: str

    def probabilities(self, vectors: np.ndarray, texts: list[str]) -> np.ndarray:
        """Shape (texts, intents); each row sums to one."""
        features = np.hstack([vectors, letter_features(texts, self.letters)])
        scores = features @ self.weights + self.bias
        raised = np.exp(scores - scores.max(axis=1, keepdims=True))
        return raised / raised.sum(axis=1, keepdims=True)

    def save(self, path: Path) -> None:
        """Write the head as one .npz file."""
        np.savez(
            path,
            intents=np.array(self.intents),
            weights=self.weights,
            bias=self.bias,
            letters=np.float32(self.letters),
            encoder=np.array(self.encoder),
        )

    @classmethod
    def load(cls, path: Path) -> LinearHead:
        """Read what `save` wrote. Raises ValueError or KeyError on any other file."""
        with np.load(path, allow_pickle=False) as stored:
            return cls(
                tuple(str(intent) for intent in stored["intents"]),
                stored["weights"],
                stored["bias"],
                float(stored["letters"]),
                str(stored["encoder"]),
            )


def train_head(  # noqa: PLR0913  # the data, the two settings, and what the vectors came from
    vectors: np.ndarray, texts: list[str], intents: list[str], *, letters: float, regularisation: float, encoder: str
) -> LinearHead:
    """Fit the head. `regularisation` is scikit-learn's C (larger trusts the examples more)."""
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415  # only training needs it, and it is slow to import

    features = np.hstack([vectors, letter_features(texts, letters)])
    model = LogisticRegression(C=regularisation, max_iter=500, class_weight="balanced", random_state=7)
    model.fit(features, np.array(intents))
    weights, bias = model.coef_.T.astype(np.float32), model.intercept_.astype(np.float32)
    if len(model.classes_) == 2:  # scikit-learn keeps the second class's scores alone: the first's are nought
        weights, bias = np.hstack([np.zeros_like(weights), weights]), np.array([0, bias[0]], dtype=np.float32)
    return LinearHead(tuple(model.classes_), weights, bias, letters, encoder)
