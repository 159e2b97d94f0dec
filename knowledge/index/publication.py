"""Which generation is published: one small file, replaced in one step.

`published.json` holds the names of published generations, the current one first, and a seal over them. The
one before it is kept as `published.before.json`, so that a damaged pointer still leads to what people were
answered from. A kill or a power cut at any moment leaves the old pointer or the new one.
"""

import hashlib
import json
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock

from knowledge.encoder import Encoder
from knowledge.errors import IndexUnreadable, PublishRefused
from knowledge.index.disk import replace_synced
from knowledge.index.files import GENERATIONS, UNFINISHED, generations, open_generation, verify
from knowledge.index.generation import Generation

POINTER = "published.json"
BEFORE = "published.before.json"
LONGEST_HISTORY = 50
LOCK_SECONDS = 30  # publishing takes milliseconds; a wait this long means that something hangs


@dataclass(frozen=True, slots=True)
class Refused:
    """A generation (or the pointer, where `generation` is "") that could not be opened, and why."""

    generation: str
    error: IndexUnreadable


@dataclass(frozen=True, slots=True)
class Opened:
    """An open generation. `refused` names newer published ones that are damaged: somebody must be told."""

    generation: Generation
    refused: tuple[Refused, ...] = ()


def publish(root: Path, generation: str) -> None:
    """Point at a generation, after reading all of it once more.

    Publishing what is published changes nothing. Raises IndexUnreadable or IndexMismatch where the
    generation is missing or damaged; what was published stays published.
    """
    verify(root, generation)
    with _lock(root):
        before = _known(root)
        if before[:1] != (generation,):
            _point(root, (generation, *before))


def rollback(root: Path) -> str:
    """Point at the generation published before the current one; returns its name. A damaged one is passed
    over.

    Raises PublishRefused where there is none; what was published stays published.
    """
    with _lock(root):
        known = _known(root)
        for place, generation in enumerate(known[1:], start=1):
            try:
                verify(root, generation)
            except IndexUnreadable:
                continue
            _point(root, known[place:])
            return generation
    raise PublishRefused("There is no earlier generation to go back to. What was published stays published.")


def published(root: Path) -> str | None:
    """The published generation's name, None where nothing was ever published.

    Raises IndexUnreadable where the pointer is damaged.
    """
    return next(iter(history(root)), None)


def history(root: Path) -> tuple[str, ...]:
    """Names of published generations, the current one first. Rolled back ones are left out.

    Raises IndexUnreadable where the pointer is damaged.
    """
    return _pointer(root / POINTER)


def open_published(root: Path, encoder: Encoder | None, *, fall_back: bool = False) -> Opened:
    """Open the published generation, or with `fall_back` the newest earlier one that is undamaged.

    Raises IndexUnreadable where nothing is published or nothing can be opened, with the reason for the
    newest.
    """
    refused: list[Refused] = []
    try:
        candidates = history(root)
    except IndexUnreadable as error:
        if not fall_back:
            raise
        refused.append(Refused("", error))
        candidates = _pointer(root / BEFORE)
    if not candidates and not refused:
        raise IndexUnreadable("Nothing is published yet. Reindex a source and publish it.")
    for generation in candidates if fall_back else candidates[:1]:
        try:
            return Opened(open_generation(root, generation, encoder), tuple(refused))
        except IndexUnreadable as error:
            refused.append(Refused(generation, error))
    raise refused[0].error


def prune(root: Path, keep: int) -> tuple[str, ...]:
    """Delete old generations: all but the newest `keep` published ones and candidates newer than the
    current one.

    Unfinished builds go too, so no build may be under way. Returns the names of those deleted.
    """
    with _lock(root):
        kept = set(_known(root)[: max(keep, 1)])
        newest = max(kept, default="")
        gone = tuple(name for name in generations(root) if name not in kept and name < newest)
        for name in gone:
            shutil.rmtree(root / GENERATIONS / name)
        for left in (root / GENERATIONS).glob(f"{UNFINISHED}*"):
            shutil.rmtree(left)
    return gone


def _lock(root: Path) -> FileLock:
    root.mkdir(parents=True, exist_ok=True)
    return FileLock(root / "publish.lock", timeout=LOCK_SECONDS)


def _known(root: Path) -> tuple[str, ...]:
    """The history for writing: from the pointer, or the one before where it is damaged."""
    try:
        return history(root)
    except IndexUnreadable:
        try:
            return _pointer(root / BEFORE)
        except IndexUnreadable:
            return ()


def _point(root: Path, names: Sequence[str]) -> None:
    pointer = root / POINTER
    try:
        _pointer(pointer)
    except IndexUnreadable:
        pass  # a damaged pointer is not worth keeping
    else:
        if pointer.exists():
            replace_synced(root / BEFORE, pointer.read_bytes())
    replace_synced(pointer, _sealed(tuple(names)[:LONGEST_HISTORY]))


def _sealed(names: Sequence[str]) -> bytes:
    seal = hashlib.sha256("\n".join(names).encode()).hexdigest()
    return (json.dumps({"published": list(names), "seal": seal}, indent=2) + "\n").encode()


def _pointer(path: Path) -> tuple[str, ...]:
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise _damaged(path) from error
    try:
        names = tuple(json.loads(content)["published"])
        if content == _sealed(names):
            return names
    except (ValueError, KeyError, TypeError) as error:
        raise _damaged(path) from error
    raise _damaged(path)


def _damaged(path: Path) -> IndexUnreadable:
    return IndexUnreadable(
        f"The file {path.name}, which says what is published, is damaged. Publish a generation again."
    )
