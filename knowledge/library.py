"""Opens the published generation, and opens the next one when the pointer moves. The only wiring in this room."""

import logging
import threading
from dataclasses import replace
from pathlib import Path

from knowledge.answers import Shelf
from knowledge.contacts import ContactPoint, load_register
from knowledge.encoder import Encoder
from knowledge.errors import IndexUnreadable
from knowledge.index import checks, publication
from knowledge.retrieval import Retriever

logger = logging.getLogger(__name__)


class Library:
    """The published manuals below one folder. Safe to use from several threads."""

    def __init__(self, root: Path, encoder: Encoder, register: tuple[ContactPoint, ...] = ()) -> None:
        self._root, self._encoder, self._register = root, encoder, register
        self._shelf: Shelf | None = None
        self._pointer: str | None = None
        self._checks: int | None = None  # when the file of checks was last changed, in nanoseconds
        self._opening = threading.Lock()

    def current(self) -> Shelf:
        """The generation that is published now; the newest earlier one where that is damaged.

        Raises IndexUnreadable where none is published, or where none can be read and none was open before.
        """
        with self._opening:
            published = self._published()
            if self._shelf is None or published != self._pointer:
                self._shelf, self._pointer, self._checks = self._open(), published, None
            noted = self._noted()
            if noted != self._checks:
                self._shelf, self._checks = self._dated(self._shelf), noted
            return self._shelf

    def _published(self) -> str | None:
        """The pointer's name; None where the pointer is damaged, so that the fall-back is tried."""
        try:
            return publication.published(self._root)
        except IndexUnreadable:
            return None

    def _noted(self) -> int:
        """When a check or an extension was last noted; 0 where none was."""
        try:
            return (self._root / checks.FILE).stat().st_mtime_ns
        except OSError:
            return 0

    def _dated(self, shelf: Shelf) -> Shelf:
        """The shelf with how fresh its manuals are; where that record is damaged, by their own snapshots alone."""
        try:
            known = checks.read_checks(self._root)
        except IndexUnreadable as error:
            logger.error("the checks on record cannot be read: %s", error)
            known = checks.Checks()
        return replace(shelf, freshness=checks.freshness(shelf.contents, known))

    def _open(self) -> Shelf:
        try:
            opened = publication.open_published(self._root, self._encoder, fall_back=True)
        except IndexUnreadable as error:
            if self._shelf is None:
                raise
            logger.error("what is published cannot be read, so the earlier generation goes on answering: %s", error)
            return self._shelf
        for refused in opened.refused:
            logger.error("a published generation is damaged and was passed over: %s", refused.error)
        generation = opened.generation
        return Shelf(generation.id, generation.contents, Retriever(generation), self._register)


def verified_points(register: Path) -> tuple[ContactPoint, ...]:
    """The contact points of the register, none where there is no register yet. Raises BadContactRegister."""
    return load_register(register).contacts if register.exists() else ()
