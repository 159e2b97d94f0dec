"""What an encoder is, whatever runs it."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Protocol, runtime_checkable

import numpy as np
import numpy.typing as npt

Vectors = npt.NDArray[np.float32]


class Form(StrEnum):
    """How the weights are run. The value is what manifests record."""

    TORCH = "torch-fp32"
    FP32 = "onnx-fp32"
    INT8 = "onnx-int8"


class Encoder(Protocol):
    """Turns texts into vectors of length one, so that an inner product is a cosine.

    `digest` names the weights, tokeniser, pooling and maximum length (sha256, hex): encoders with one
    digest share one space. `form` says how the weights are run. `dimensions` is the length of a vector.
    """

    @property
    def digest(self) -> str: ...

    @property
    def form(self) -> Form: ...

    @property
    def dimensions(self) -> int: ...

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One row per text, shape (len(texts), dimensions), float32, each row of length 1. No texts give no
        rows.
        """
        ...


@runtime_checkable
class KnowsWords(Protocol):
    """An encoder whose tokeniser knows whole words, for telling a slip from a word the manual lacks."""

    def words(self) -> frozenset[str]:
        """Whole words, lower case."""
        ...


def fits(passages: Form, queries: Form) -> bool:
    """Whether vectors of passages made by one form may be searched with queries of another, the digest
    being equal.

    Passages in full precision fit every form of query (int8 on the query side only kept quality where it was
    measured); passages in int8 fit only int8.
    """
    return passages is not Form.INT8 or queries is Form.INT8
