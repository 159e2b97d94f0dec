"""txtai with `hybrid` on: its own BM25 and vectors, half and half."""

from collections.abc import Sequence
from pathlib import Path

from txtai import Embeddings

from benchmarks.peers.minilm import folder
from benchmarks.peers.protocol import Asked, Text, main


class TxtaiHybrid:
    """txtai's embeddings database with its defaults, without stored content."""

    def load(self, building: bool) -> None:
        self._embeddings = Embeddings(path=folder(), hybrid=True, gpu=False)

    def build(self, texts: Sequence[Text], store: Path) -> None:
        self._embeddings.index((text.id, text.whole, None) for text in texts)
        self._embeddings.save(str(store / "txtai"))

    def open(self, store: Path) -> None:
        self._embeddings.load(str(store / "txtai"))

    def search(self, asked: Asked, limit: int) -> Sequence[str]:
        return [found for found, _ in self._embeddings.search(asked.joined, limit)]


if __name__ == "__main__":
    main(TxtaiHybrid)
