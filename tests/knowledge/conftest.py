"""What the tests of knowledge share: the exported encoder, an encoder made of counting, and passages to
order.
"""

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import pytest

from knowledge.encoder import Form, Vectors
from knowledge.encoder.folder import whole
from knowledge.encoder.weights import packaged, read_weights
from knowledge.index.words import terms
from knowledge.manual import Audience, Passage

FOLDER = Path(__file__).parents[2] / "var" / "encoder"  # where the set-up writes it


@pytest.fixture(scope="session")
def encoder_folder() -> Path:
    """An undamaged exported encoder, written once and kept between runs."""
    if not whole(FOLDER, read_weights(packaged()).digest):
        from knowledge.encoder.export import export

        export(FOLDER)
    return FOLDER


class CountingEncoder:
    """Vectors that count terms: alike texts lie close, and it remembers what it was asked to encode."""

    def __init__(self, digest: str = "counting", form: Form = Form.FP32, dimensions: int = 256) -> None:
        self.digest, self.form, self.dimensions = digest, form, dimensions
        self.encoded: list[str] = []

    def encode(self, texts: Sequence[str]) -> Vectors:
        self.encoded.extend(texts)
        vectors = np.full((len(texts), self.dimensions), 1e-3, dtype=np.float32)
        for row, text in enumerate(texts):
            for term in terms(text):
                place = int.from_bytes(hashlib.sha256(term.encode()).digest()[:4])
                vectors[row, place % self.dimensions] += 1
        lengths: Vectors = np.linalg.norm(vectors, axis=1, keepdims=True)
        return vectors / lengths


@pytest.fixture
def counting() -> type[CountingEncoder]:
    return CountingEncoder


class PassageMaker(Protocol):
    def __call__(self, text: str, **fields: Any) -> Passage: ...


@pytest.fixture(scope="session")
def passage() -> PassageMaker:
    """A passage with the given text; its id follows its manual, slug and path."""

    def make(text: str, **fields: Any) -> Passage:
        manual = fields.get("manual", "manual")
        slug = fields.get("slug", "chapter")
        path = fields.get("path", ())
        given: dict[str, Any] = {
            "id": "/".join((manual, slug, *path, str(fields.pop("ordinal", 0)))),
            "manual": manual,
            "areas": (),
            "audience": Audience.PRACTITIONERS,
            "chapter": "Chapter",
            "slug": slug,
            "path": path,
            "text": text,
            "url": f"https://manual.example/{slug}.html",
            "amended": None,
            "fetched": datetime(2026, 5, 12, 9, 0, tzinfo=UTC),
            "digest": hashlib.sha256(text.encode()).hexdigest(),
        }
        return Passage(**(given | fields))

    return make
