"""SQLite's FTS5 alone: Porter's stemmer, any of the words, its own bm25() for the order."""

import re
import sqlite3
from collections.abc import Sequence
from pathlib import Path

from benchmarks.peers.protocol import Asked, Text, main

_WORD = re.compile(r"\w+")


class SqliteWords:
    """One virtual table in one file; no vectors."""

    def load(self, building: bool) -> None:
        pass

    def build(self, texts: Sequence[Text], store: Path) -> None:
        connection = sqlite3.connect(store / "words.sqlite")
        connection.execute("CREATE VIRTUAL TABLE texts USING fts5(id UNINDEXED, whole, tokenize = 'porter unicode61')")
        connection.executemany("INSERT INTO texts VALUES (?, ?)", [(text.id, text.whole) for text in texts])
        connection.commit()
        connection.close()

    def open(self, store: Path) -> None:
        self._connection = sqlite3.connect(store / "words.sqlite")

    def search(self, asked: Asked, limit: int) -> Sequence[str]:
        words = dict.fromkeys(_WORD.findall(asked.joined.lower()))
        if not words:
            return []
        any_of = " OR ".join(f'"{word}"' for word in words)
        rows = self._connection.execute(
            "SELECT id FROM texts WHERE texts MATCH ? ORDER BY bm25(texts) LIMIT ?", (any_of, limit)
        )
        return [row[0] for row in rows]


if __name__ == "__main__":
    main(SqliteWords)
