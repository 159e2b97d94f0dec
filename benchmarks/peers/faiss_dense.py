"""sentence-transformers and FAISS alone: exact inner products of unit vectors, no words."""

import json
from collections.abc import Sequence
from pathlib import Path

import faiss

from benchmarks.peers.minilm import MiniLM
from benchmarks.peers.protocol import Asked, Text, main


class FaissDense:
    """A flat index and the list of ids beside it."""

    def load(self, building: bool) -> None:
        faiss.omp_set_num_threads(1)
        self._model = MiniLM()

    def build(self, texts: Sequence[Text], store: Path) -> None:
        index = faiss.IndexFlatIP(384)
        index.add(self._model.vectors([text.whole for text in texts]))
        faiss.write_index(index, str(store / "vectors.faiss"))
        (store / "ids.json").write_text(json.dumps([text.id for text in texts]), encoding="utf-8")

    def open(self, store: Path) -> None:
        self._index = faiss.read_index(str(store / "vectors.faiss"))
        self._ids = json.loads((store / "ids.json").read_text(encoding="utf-8"))

    def search(self, asked: Asked, limit: int) -> Sequence[str]:
        _, rows = self._index.search(self._model.vectors([asked.joined]), limit)
        return [self._ids[row] for row in rows[0] if row >= 0]


if __name__ == "__main__":
    main(FaissDense)
