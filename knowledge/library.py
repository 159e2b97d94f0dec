"""Opens the published generation, and opens the next one when the pointer moves. The only wiring in this room."""

import threading
from pathlib import Path

from knowledge.answers import Shelf
from knowledge.contacts import ContactPoint, load_register
from knowledge.encoder import Encoder
from knowledge.errors import IndexUnreadable
from knowledge.index import publication
from knowledge.retrieval import Retriever


class Library:
    """The published manuals below one folder. Safe to use from several threads."""

    def __init__(self, root: Path, encoder: Encoder, register: tuple[ContactPoint, ...] = ()) -> None:
        self._root, self._encoder, self._register = root, encoder, register
        self._shelf: Shelf | None = None
        self._pointer: str | None = None
        self._opening = threading.Lock()

    def current(self) -> Shelf:
        """The generation that is published now; the newest earlier one where that is damaged.

        Raises IndexUnreadable where none is published, or where none can be read and none was open before.
        """
        with self._opening:
            published = publication.published(self._root)
            if self._shelf is None or published != self._pointer:
                self._shelf, self._pointer = self._open(), published
            return self._shelf

    def _open(self) -> Shelf:
        try:
            opened = publication.open_published(self._root, self._encoder, fall_back=True).generation
        except IndexUnreadable:
            if self._shelf is None:
                raise
            return self._shelf
        return Shelf(opened.id, opened.contents, Retriever(opened), self._register)


def verified_points(register: Path) -> tuple[ContactPoint, ...]:
    """The contact points of the register, none where there is no register yet. Raises BadContactRegister."""
    return load_register(register).contacts if register.exists() else ()
