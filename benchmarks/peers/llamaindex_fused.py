"""LlamaIndex: its vector index and its BM25 retriever, joined by reciprocal ranks, without rewritten questions."""

from collections.abc import Sequence
from pathlib import Path

from llama_index.core import StorageContext, VectorStoreIndex, load_index_from_storage
from llama_index.core.llms import MockLLM
from llama_index.core.retrievers import QueryFusionRetriever
from llama_index.core.retrievers.fusion_retriever import FUSION_MODES
from llama_index.core.schema import TextNode
from llama_index.embeddings.huggingface import HuggingFaceEmbedding
from llama_index.retrievers.bm25 import BM25Retriever

from benchmarks.peers.minilm import folder
from benchmarks.peers.protocol import LIMIT, Asked, Text, main

DEPTH = 2 * LIMIT  # candidates of each half


class LlamaIndexFused:
    """The default store, kept as LlamaIndex keeps it, and a BM25 retriever beside it."""

    def load(self, building: bool) -> None:
        self._model = HuggingFaceEmbedding(model_name=folder(), device="cpu")

    def build(self, texts: Sequence[Text], store: Path) -> None:
        nodes = [TextNode(id_=text.id, text=text.whole) for text in texts]
        index = VectorStoreIndex(nodes, embed_model=self._model)
        index.storage_context.persist(str(store / "vectors"))
        BM25Retriever.from_defaults(nodes=nodes, similarity_top_k=min(DEPTH, len(nodes))).persist(str(store / "words"))

    def open(self, store: Path) -> None:
        context = StorageContext.from_defaults(persist_dir=str(store / "vectors"))
        index = load_index_from_storage(context, embed_model=self._model)
        self._fused = QueryFusionRetriever(
            [index.as_retriever(similarity_top_k=DEPTH), BM25Retriever.from_persist_dir(str(store / "words"))],
            llm=MockLLM(),  # never asked: one question stays one question
            mode=FUSION_MODES.RECIPROCAL_RANK,
            similarity_top_k=LIMIT,
            num_queries=1,
            use_async=False,
        )

    def search(self, asked: Asked, limit: int) -> Sequence[str]:
        return [found.node.node_id for found in self._fused.retrieve(asked.joined)][:limit]


if __name__ == "__main__":
    main(LlamaIndexFused)
