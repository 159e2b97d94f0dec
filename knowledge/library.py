"""Opens the published generation, and opens the next one when the pointer moves. The only wiring in this room."""

import threading
from pathlib import Path

from knowledge.answers import Shelf
from knowledge.contacts import ContactPoint
from knowledge.encoder import Encoder
from knowledge.errors import IndexUnreadable
from knowledge.index import publication
from knowledge.index.files import open_generation
from knowledge.retrieval import Retriever


class Library:
    """The published manuals below one folder. Safe to use from several threads."""

    def __init__(self, root: Path, encoder: Encoder, register: tuple[ContactPoint, ...] = ()) -> None:
        self._root, self._encoder, self._register = root, encoder, register
        self._shelf: Shelf | None = None
        self._opening = threading.Lock()

    def current(self) -> Shelf:
        """The generation that is published now.

        Raises IndexUnreadable where none is published, or where it cannot be read and none was open before. A generation
        that is open goes on answering when its successor cannot be read.
        """
        with self._opening:
            published = publication.published(self._root)
            if published is None:
                raise IndexUnreadable("No manual is published yet. Run `signpost reindex`, then `signpost publish`.")
            if self._shelf is None or self._shelf.generation != published:
                self._shelf = self._open(published)
            return self._shelf

    def _open(self, generation: str) -> Shelf:
        try:
            opened = open_generation(self._root, generation, self._encoder)
        except IndexUnreadable:
            if self._shelf is None:
                raise
            return self._shelf
        return Shelf(generation, opened.contents, Retriever(opened), self._register)
