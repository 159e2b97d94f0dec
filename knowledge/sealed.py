"""What can be made again, kept between runs in one SQLite file: a cache may lose things, never alter them.

Each value carries a seal over its bytes. A value that does not fit its seal is as good as missing, and a file that is no
database is begun anew.
"""

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from itertools import islice
from pathlib import Path

_TABLE = "CREATE TABLE IF NOT EXISTS kept (key BLOB PRIMARY KEY, value BLOB NOT NULL, seal BLOB NOT NULL)"
_AT_ONCE = 500  # keys asked for in one statement; SQLite takes 999 at least


class SealedFile:
    """Values by key, both bytes. One writer at a time; a reader never sees half of a `keep`."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def known(self, keys: Iterable[bytes]) -> dict[bytes, bytes]:
        """The values that are kept for some keys, without those that are missing or damaged."""
        found: dict[bytes, bytes] = {}
        with self._open() as connection:
            for some in _batches(keys):
                marks = ",".join("?" * len(some))
                rows = connection.execute(f"SELECT key, value, seal FROM kept WHERE key IN ({marks})", some)  # noqa: S608  # only marks
                found |= {key: value for key, value, seal in rows if _seal(value) == seal}
        return found

    def keep(self, values: Mapping[bytes, bytes]) -> None:
        """Keep values, in the place of those that were kept for the same keys."""
        with self._open() as connection:
            rows = [(key, value, _seal(value)) for key, value in values.items()]
            connection.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", rows)
            connection.commit()

    def forget_all_but(self, keys: Iterable[bytes]) -> int:
        """Drop every value but those of the given keys; returns how many went."""
        wanted = set(keys)
        with self._open() as connection:
            gone = [(key,) for (key,) in connection.execute("SELECT key FROM kept") if key not in wanted]
            connection.executemany("DELETE FROM kept WHERE key = ?", gone)
            connection.commit()
        return len(gone)

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with closing(self._connect()) as connection:
            yield connection

    def _connect(self) -> sqlite3.Connection:
        try:
            return _prepared(self._path)
        except sqlite3.DatabaseError:
            self._path.unlink()
            return _prepared(self._path)


def _prepared(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=30)
    try:
        connection.execute(_TABLE)
    except BaseException:
        connection.close()
        raise
    return connection


def _batches(keys: Iterable[bytes]) -> Iterator[list[bytes]]:
    waiting = iter(dict.fromkeys(keys))
    while some := list(islice(waiting, _AT_ONCE)):
        yield some


def _seal(value: bytes) -> bytes:
    return hashlib.blake2b(value, digest_size=16).digest()
