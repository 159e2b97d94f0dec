"""Rasa's tracker store, as far as it must forget: Rasa itself never deletes a conversation.

Its table is Rasa's own, made by Rasa, and nothing is written into it here. Each call opens the database anew, since it
belongs to another process.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, column, create_engine, delete, event, func, inspect, select, table, text
from sqlalchemy.pool import ConnectionPoolEntry, NullPool

from bot.journal.addresses import address_of

_EVENTS = table("events", column("sender_id"), column("timestamp"))
_BUSY = 10.0  # seconds to wait for a write of Rasa's


class Threads:
    """The conversations that Rasa keeps, by sender. Where there is no tracker yet, there are none.

    Each method may raise JournalFailure.
    """

    def __init__(self, place: str | Path) -> None:
        """`place` is the SQLite file, or a database address. Raises JournalUnusable where it is no address."""
        self._address = address_of(place, "SIGNPOST_TRACKER")

    def has(self, sender: str) -> bool:
        """Whether anything is kept of a conversation."""
        query = select(_EVENTS.c.sender_id).where(_EVENTS.c.sender_id == sender).limit(1)
        with self._open() as connection:
            return connection is not None and connection.execute(query).first() is not None

    def forget(self, sender: str) -> None:
        """Delete a conversation."""
        with self._open() as connection:
            if connection is not None:
                connection.execute(delete(_EVENTS).where(_EVENTS.c.sender_id == sender))

    def purge(self, before: float) -> int:
        """Delete the conversations in which nothing has happened since a moment. Returns how many."""
        idle = select(_EVENTS.c.sender_id).group_by(_EVENTS.c.sender_id).having(func.max(_EVENTS.c.timestamp) < before)
        with self._open() as connection:
            if connection is None:
                return 0
            senders = [row.sender_id for row in connection.execute(idle)]
            for sender in senders:
                connection.execute(delete(_EVENTS).where(_EVENTS.c.sender_id == sender))
        return len(senders)

    def compact(self) -> None:
        """Write the file anew without the room of what was deleted. Rasa waits meanwhile, a moment for each 100 MB."""
        if self._address.get_backend_name() == "sqlite" and self._exists():
            with self._engine().connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
                connection.execute(text("VACUUM"))

    @contextmanager
    def _open(self) -> Iterator[Connection | None]:
        if not self._exists():
            yield None
            return
        with self._engine().begin() as connection:
            yield connection if inspect(connection).has_table("events") else None

    def _exists(self) -> bool:
        """Opening a SQLite file that is not there would make it."""
        return self._address.get_backend_name() != "sqlite" or Path(self._address.database or "").is_file()

    def _engine(self) -> Engine:
        if self._address.get_backend_name() != "sqlite":
            return create_engine(self._address, poolclass=NullPool, hide_parameters=True)
        engine = create_engine(self._address, poolclass=NullPool, connect_args={"timeout": _BUSY}, hide_parameters=True)
        event.listen(engine, "connect", _overwrite_deleted)
        return engine


def _overwrite_deleted(connection: object, _: ConnectionPoolEntry) -> None:
    cursor = connection.cursor()  # type: ignore[attr-defined]  # a DBAPI connection
    cursor.execute("PRAGMA secure_delete=ON")
    cursor.close()
