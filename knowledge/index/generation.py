"""An open generation: all of it in memory, checked, and never changing."""

from collections.abc import Mapping
from dataclasses import dataclass

from knowledge.encoder import Encoder
from knowledge.index.contents import Contents
from knowledge.index.definitions import Definition
from knowledge.index.dense import DenseIndex
from knowledge.index.lexical import LexicalIndex
from knowledge.index.manifest import Manifest
from knowledge.manual import Manual, Passage


@dataclass(frozen=True, slots=True)
class Generation:
    """What one reindex built. Row numbers of both indexes are places in `contents.passages`.

    `words` counts how often each word (folded, not stemmed) stands in the passages. Whoever holds an open
    generation keeps it whole, whatever is published or pruned meanwhile.
    """

    id: str
    manifest: Manifest
    contents: Contents
    definitions: tuple[Definition, ...]
    words: Mapping[str, int]
    dense: DenseIndex
    lexical: LexicalIndex
    rows: Mapping[str, int]
    encoder: Encoder | None

    def passage(self, passage_id: str) -> Passage | None:
        """The passage so named, None where this generation has none: what quotations are checked against."""
        row = self.rows.get(passage_id)
        return None if row is None else self.contents.passages[row]

    def manual(self, manual_id: str) -> Manual | None:
        """The manual so named, None where this generation has none."""
        return next((manual for manual in self.contents.manuals if manual.id == manual_id), None)
