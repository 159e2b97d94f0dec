"""Chroma with vectors supplied: a persistent collection over cosines, its default index."""

from collections.abc import Sequence
from pathlib import Path

import chromadb
from chromadb.config import Settings

from benchmarks.peers.minilm import MiniLM
from benchmarks.peers.protocol import Asked, Text, main

BATCH = 1000  # texts handed over at a time; Chroma has an upper limit


class ChromaVectors:
    """One collection; vectors come from the same model as everyone's."""

    def load(self, building: bool) -> None:
        self._model = MiniLM()

    def build(self, texts: Sequence[Text], store: Path) -> None:
        collection = _client(store).create_collection("texts", metadata={"hnsw:space": "cosine"})
        for start in range(0, len(texts), BATCH):
            part = texts[start : start + BATCH]
            whole = [text.whole for text in part]
            collection.add(
                ids=[text.id for text in part], documents=whole, embeddings=self._model.vectors(whole).tolist()
            )

    def open(self, store: Path) -> None:
        self._collection = _client(store).get_collection("texts")

    def search(self, asked: Asked, limit: int) -> Sequence[str]:
        vectors = self._model.vectors([asked.joined]).tolist()
        found = self._collection.query(query_embeddings=vectors, n_results=limit, include=[])
        return list(found["ids"][0])


def _client(store: Path) -> chromadb.ClientAPI:
    return chromadb.PersistentClient(str(store / "chroma"), Settings(anonymized_telemetry=False))


if __name__ == "__main__":
    main(ChromaVectors)
