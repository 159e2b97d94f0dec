"""Dated copies of sources, so that every quotation can be traced to the page it came from.

On disk, below one folder for each source:

    <root>/<source>/blobs/<sha256>        each page's bytes, once however many snapshots hold it
    <root>/<source>/<moment>.json         one snapshot: its pages with address, media type, digest and date

A snapshot's file is written last and renamed into place, so a reader never sees half of one.
"""

import hashlib
import os
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from knowledge.errors import SourceError


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it was fetched: its address, bytes, media type ("" where unknown) and the moment."""

    url: str
    content: bytes
    media_type: str
    fetched: datetime


@dataclass(frozen=True, slots=True)
class KeptPage:
    """A page of a snapshot: where it came from and the sha256 of its bytes, in hex."""

    url: str
    digest: str
    media_type: str
    fetched: datetime


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A dated copy of a source. `moment` is its name, which sorts by time; `skipped` says what was left out and why."""

    source: str
    moment: str
    taken: datetime
    pages: tuple[KeptPage, ...]
    skipped: tuple[str, ...] = ()


_STORED: TypeAdapter[Snapshot] = TypeAdapter(Snapshot)


def digest(content: bytes) -> str:
    """The sha256 of bytes, in hex."""
    return hashlib.sha256(content).hexdigest()


class Snapshots:
    """The snapshots of all sources below one folder."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def take(self, source: str, pages: Iterable[Page], taken: datetime, skipped: Iterable[str] = ()) -> Snapshot:
        """Keep a dated copy. `taken` has a time zone; pages are kept in the order given."""
        blobs = self._root / source / "blobs"
        blobs.mkdir(parents=True, exist_ok=True)
        kept = tuple(self._keep(blobs, page) for page in pages)
        snapshot = Snapshot(source, f"{taken:%Y%m%dT%H%M%S%f}", taken, kept, tuple(skipped))
        _write(self._root / source / f"{snapshot.moment}.json", _STORED.dump_json(snapshot, indent=1))
        return snapshot

    def _keep(self, blobs: Path, page: Page) -> KeptPage:
        name = digest(page.content)
        if not (blobs / name).exists():
            _write(blobs / name, page.content)
        return KeptPage(page.url, name, page.media_type, page.fetched)

    def latest(self, source: str) -> Snapshot | None:
        """The newest snapshot of a source, or None. Raises SourceError where its file is damaged."""
        found = sorted((self._root / source).glob("*.json"))
        return self.open(source, found[-1].stem) if found else None

    def open(self, source: str, moment: str) -> Snapshot:
        """The snapshot of that name. Raises SourceError where it is missing or damaged."""
        path = self._root / source / f"{moment}.json"
        try:
            return _STORED.validate_json(path.read_bytes())
        except (OSError, ValidationError) as error:
            raise SourceError(
                f"The snapshot {source} {moment} cannot be read. Run `signpost reindex` to take a new one."
            ) from error

    def content(self, snapshot: Snapshot, page: KeptPage) -> bytes:
        """A page's bytes, checked against their digest. Raises SourceError where they are missing or altered."""
        path = self._root / snapshot.source / "blobs" / page.digest
        try:
            content = path.read_bytes()
        except OSError as error:
            raise SourceError(
                f"The copy of {page.url} is missing. Run `signpost reindex` to take a new one."
            ) from error
        if digest(content) != page.digest:
            raise SourceError(f"The copy of {page.url} is damaged. Run `signpost reindex` to take a new one.")
        return content


def _write(path: Path, content: bytes) -> None:
    """Write a file whole or not at all."""
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    with draft.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
