"""One reindex at a time: who has started one, and when."""

import getpass
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from knowledge.errors import ProceduresError


class ReindexUnderWay(ProceduresError):
    """Another reindex or publish is under way."""


@contextmanager
def only_one(root: Path, now: datetime) -> Iterator[None]:
    """Hold the lock. Raises ReindexUnderWay, which names who holds it and since when."""
    root.mkdir(parents=True, exist_ok=True)
    lock, note = FileLock(root / "reindex.lock"), root / "reindex.started.json"
    try:
        lock.acquire(timeout=0)
    except Timeout as error:
        raise ReindexUnderWay(
            f"A reindex is under way: {_started(note)}. Wait until it ends. What is published stays published."
        ) from error
    try:
        note.write_text(json.dumps({"who": _who(), "when": now.isoformat(timespec="minutes")}), encoding="utf-8")
        yield
    finally:
        note.unlink(missing_ok=True)
        lock.release()


def _who() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return f"user {os.getuid()}"


def _started(note: Path) -> str:
    try:
        told = json.loads(note.read_text(encoding="utf-8"))
        return f"started by {told['who']} at {told['when']}"
    except (OSError, ValueError, KeyError):
        return "started a moment ago"
