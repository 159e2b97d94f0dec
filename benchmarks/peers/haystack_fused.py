"""Haystack: BM25 and embedding retrievers over its in-memory store, joined by reciprocal ranks in a pipeline."""

from collections.abc import Sequence
from pathlib import Path

from haystack import Document, Pipeline
from haystack.components.joiners import DocumentJoiner
from haystack.components.retrievers.in_memory import InMemoryBM25Retriever, InMemoryEmbeddingRetriever
from haystack.document_stores.in_memory import InMemoryDocumentStore
from haystack.utils import ComponentDevice
from haystack_integrations.components.embedders.sentence_transformers import (
    SentenceTransformersDocumentEmbedder,
    SentenceTransformersTextEmbedder,
)

from benchmarks.peers.minilm import folder
from benchmarks.peers.protocol import LIMIT, Asked, Text, main

DEPTH = 2 * LIMIT  # candidates of each half
_CPU = ComponentDevice.from_str("cpu")


class HaystackFused:
    """The in-memory store, kept as its own JSON; its documents do not hand their vectors back."""

    def load(self, building: bool) -> None:
        kind = SentenceTransformersDocumentEmbedder if building else SentenceTransformersTextEmbedder
        self._embedder = kind(model=folder(), device=_CPU, normalize_embeddings=True, progress_bar=False)
        self._embedder.warm_up()

    def build(self, texts: Sequence[Text], store: Path) -> None:
        documents = [Document(id=text.id, content=text.whole) for text in texts]
        kept = InMemoryDocumentStore(return_embedding=False)
        kept.write_documents(self._embedder.run(documents)["documents"])
        kept.save_to_disk(str(store / "documents.json"))

    def open(self, store: Path) -> None:
        kept = InMemoryDocumentStore.load_from_disk(str(store / "documents.json"))
        pipeline = Pipeline()
        pipeline.add_component("asked", self._embedder)
        pipeline.add_component("near", InMemoryEmbeddingRetriever(kept, top_k=DEPTH))
        pipeline.add_component("words", InMemoryBM25Retriever(kept, top_k=DEPTH))
        pipeline.add_component("joined", DocumentJoiner(join_mode="reciprocal_rank_fusion", top_k=LIMIT))
        pipeline.connect("asked.embedding", "near.query_embedding")
        pipeline.connect("near", "joined")
        pipeline.connect("words", "joined")
        self._pipeline = pipeline

    def search(self, asked: Asked, limit: int) -> Sequence[str]:
        given = {"asked": {"text": asked.joined}, "words": {"query": asked.joined}}
        return [found.id for found in self._pipeline.run(given)["joined"]["documents"]][:limit]


if __name__ == "__main__":
    main(HaystackFused)
