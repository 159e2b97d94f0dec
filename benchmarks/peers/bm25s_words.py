"""bm25s alone, with English stop words and the Snowball stemmer as its documentation has it."""

import json
from collections.abc import Sequence
from pathlib import Path

import bm25s
import Stemmer

from benchmarks.peers.protocol import Asked, Text, main


class Bm25sWords:
    """BM25 kept in bm25s's own form and the list of ids beside it."""

    def load(self, building: bool) -> None:
        self._stemmer = Stemmer.Stemmer("english")

    def build(self, texts: Sequence[Text], store: Path) -> None:
        retriever = bm25s.BM25()
        retriever.index(self._tokens([text.whole for text in texts]), show_progress=False)
        retriever.save(str(store / "bm25s"))
        (store / "ids.json").write_text(json.dumps([text.id for text in texts]), encoding="utf-8")

    def open(self, store: Path) -> None:
        self._retriever = bm25s.BM25.load(str(store / "bm25s"))
        self._ids = json.loads((store / "ids.json").read_text(encoding="utf-8"))

    def search(self, asked: Asked, limit: int) -> Sequence[str]:
        tokens = self._tokens([asked.joined])
        rows, scores = self._retriever.retrieve(tokens, k=min(limit, len(self._ids)), show_progress=False, n_threads=1)
        return [self._ids[row] for row, score in zip(rows[0], scores[0], strict=True) if score > 0]

    def _tokens(self, texts: list[str]) -> object:
        return bm25s.tokenize(texts, stopwords="en", stemmer=self._stemmer, show_progress=False)


if __name__ == "__main__":
    main(Bm25sWords)
