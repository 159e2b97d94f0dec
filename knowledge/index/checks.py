"""Good checks of manuals and extensions given by people, kept in `checks.json` beside the generations.

A check is kept with a digest of what the manual then held, so that it counts only for a generation that holds the same: after
a rollback the newer pages' check does not vouch for the older ones.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from knowledge.errors import IndexUnreadable
from knowledge.freshness import Extension, Freshness
from knowledge.index.contents import Contents
from knowledge.index.disk import replace_synced

FILE = "checks.json"
_MOST = 5  # checks kept of each manual


@dataclass(frozen=True, slots=True)
class Check:
    """The moment at which a manual's source held exactly what `digest` names."""

    manual: str
    digest: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Checks:
    """All that is on record, oldest first."""

    checks: tuple[Check, ...] = ()
    extensions: tuple[Extension, ...] = ()


_FORM: TypeAdapter[Checks] = TypeAdapter(Checks)


def read_checks(root: Path) -> Checks:
    """What is on record; nothing where nothing was ever noted. Raises IndexUnreadable where the file is damaged."""
    path = root / FILE
    try:
        return _FORM.validate_json(path.read_bytes())
    except FileNotFoundError:
        return Checks()
    except (OSError, ValidationError) as error:
        raise IndexUnreadable(f"{path} cannot be read. Delete it and run `signpost reindex` again.") from error


def note_checks(root: Path, contents: Contents) -> None:
    """Note that each manual of what was just read held this at that moment."""
    known = read_checks(root)
    read = [
        Check(source.manual, manual_digest(contents, source.manual), source.taken)
        for source in contents.sources
        if source.taken is not None
    ]
    kept = [one for new in read for one in known.checks if one.manual == new.manual][-_MOST * len(read) :]
    others = [one for one in known.checks if one.manual not in {new.manual for new in read}]
    _write(root, replace(known, checks=(*others, *kept, *read)))


def note_extension(root: Path, extension: Extension) -> None:
    """Keep a person's extension; the last one given for a manual counts."""
    known = read_checks(root)
    _write(root, replace(known, extensions=(*known.extensions, extension)))


def freshness(contents: Contents, known: Checks) -> tuple[Freshness, ...]:
    """How fresh each manual of a generation is: its own snapshot, or a later check that found the same."""
    return tuple(
        Freshness(
            manual=manual.id,
            name=manual.name,
            checked=max(_good(contents, manual.id, known), default=None),
            extension=next((one for one in reversed(known.extensions) if one.manual == manual.id), None),
            exempt=manual.demonstration,
        )
        for manual in contents.manuals
    )


def manual_digest(contents: Contents, manual: str) -> str:
    """Names what a manual holds: the sha256, in hex, of its chapters' names and digests."""
    whole = hashlib.sha256()
    for slug, digest in sorted((one.slug, one.digest) for one in contents.chapters if one.manual == manual):
        whole.update(f"{slug}\x00{digest}\x00".encode())
    return whole.hexdigest()


def _good(contents: Contents, manual: str, known: Checks) -> Iterable[datetime]:
    digest = manual_digest(contents, manual)
    yield from (one.taken for one in contents.sources if one.manual == manual and one.taken is not None)
    yield from (one.at for one in known.checks if one.manual == manual and one.digest == digest)


def _write(root: Path, known: Checks) -> None:
    root.mkdir(parents=True, exist_ok=True)
    replace_synced(root / FILE, _FORM.dump_json(known, indent=1) + b"\n")
