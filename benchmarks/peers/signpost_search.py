"""Signpost's own retriever, as the library opens it: passages in full precision, questions in int8.

The situation is handed over as what was said before, which is how a conversation hands it over.
"""

import hashlib
import os
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.peers.protocol import Asked, Text, main
from knowledge.encoder import Form
from knowledge.encoder.onnx_form import OnnxEncoder
from knowledge.index import publication
from knowledge.index.contents import Contents
from knowledge.index.files import build
from knowledge.manual import Audience, Manual, Passage
from knowledge.retrieval import Retriever, Situation

_MANUAL = Manual("corpus", "The benchmark's corpus")
ENCODER = "SIGNPOST_ENCODER"


class SignpostSearch:
    """A published generation and its retriever; the encoder is the exported one."""

    def load(self, building: bool) -> None:
        folder = Path(os.environ.get(ENCODER) or "var/encoder")
        self._encoder = OnnxEncoder(folder, Form.FP32 if building else Form.INT8)

    def build(self, texts: Sequence[Text], store: Path) -> None:
        contents = Contents((_MANUAL,), (), tuple(map(passage_of, texts)))
        publication.publish(store, build(store, contents, self._encoder, created=datetime.now(UTC)))

    def open(self, store: Path) -> None:
        opened = publication.open_published(store, self._encoder)
        self._retriever = Retriever(opened.generation)

    def search(self, asked: Asked, limit: int) -> Sequence[str]:
        situation = Situation(said=(asked.situation,) if asked.situation else ())
        return [hit.passage.id for hit in self._retriever.search(asked.question, situation, limit=limit).kept]


def passage_of(text: Text) -> Passage:
    """A text of the corpus as a passage: its title is the chapter's."""
    return Passage(
        id=text.id,
        manual=_MANUAL.id,
        areas=(),
        audience=Audience.PRACTITIONERS,
        chapter=text.title,
        slug=text.id,
        path=(),
        text=text.body,
        url="",
        amended=None,
        fetched=None,
        digest=hashlib.sha256(text.body.encode()).hexdigest(),
    )


if __name__ == "__main__":
    main(SignpostSearch)
