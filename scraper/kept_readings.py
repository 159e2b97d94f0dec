"""What was read from unchanged pages, kept between reindexes, so that a reindex reads only what changed.

The key of a page is its address, media type and bytes; the key of a chapter is its pages' keys, its manual as the source
declares it, and which of its words the site repeats on every page. Both hold the readers' version, so that another version
reads everything anew. What can't be taken from here is read again: losing it costs time and nothing else.
"""

import hashlib
import zlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import TypeAdapter, ValidationError

from knowledge.manual import Manual
from knowledge.sealed import SealedFile
from knowledge.snapshots import KeptPage
from scraper.leaves import Leaf
from scraper.one_chapter import ChapterReading

Thing = TypeVar("Thing")
_MANUAL = TypeAdapter(Manual)
_QUICKLY = 1  # zlib's fastest; the words of a chapter stand in it several times over


class Kept(Generic[Thing]):
    """Things of one type by key. Remembers which keys were asked for or kept, to forget the others."""

    def __init__(self, file: SealedFile, kind: type[Thing]) -> None:
        self._file, self._adapter = file, TypeAdapter(kind)
        self._wanted: set[bytes] = set()

    def known(self, keys: Iterable[bytes]) -> dict[bytes, Thing]:
        """What is kept for some keys; what cannot be read any more is left out."""
        asked = list(keys)
        self._wanted.update(asked)
        found = {}
        for key, value in self._file.known(asked).items():
            try:
                found[key] = self._adapter.validate_json(zlib.decompress(value))
            except (zlib.error, ValidationError):
                continue
        return found

    def keep(self, things: Mapping[bytes, Thing]) -> None:
        """Keep things for the next time."""
        packed = {key: zlib.compress(self._adapter.dump_json(thing), _QUICKLY) for key, thing in things.items()}
        self._file.keep(packed)

    def forget_unwanted(self) -> int:
        """Drop what nobody asked for since this was opened; returns how many went."""
        return self._file.forget_all_but(self._wanted)


class KeptReadings:
    """The leaves and chapter readings below one folder, of one version of the readers."""

    def __init__(self, directory: Path, version: str) -> None:
        self._version = version
        self.leaves = Kept(SealedFile(directory / "leaves.sqlite"), Leaf)
        self.chapters = Kept(SealedFile(directory / "chapters.sqlite"), ChapterReading)

    def key_of_page(self, page: KeptPage) -> bytes:
        """The key of a page's leaf."""
        return _digest(self._version, page.url, page.media_type, page.digest)

    def key_of_chapter(self, slug: str, pages: Iterable[KeptPage], manual: Manual, left_out: Iterable[str]) -> bytes:
        """The key of the reading of a chapter that stands on `pages`, without the words `left_out`."""
        keys = (self.key_of_page(page).hex() for page in pages)
        return _digest(self._version, _MANUAL.dump_json(manual).decode(), slug, *keys, "|", *sorted(left_out))

    def forget_unwanted(self) -> None:
        """Drop what nobody asked for since this was opened: pages and chapters that are gone."""
        self.leaves.forget_unwanted()
        self.chapters.forget_unwanted()


def _digest(*parts: str) -> bytes:
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass")).digest()
