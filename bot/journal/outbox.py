"""Calls to make to a channel: kept until one succeeds, tried a bounded number of times, then erased."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, Engine, delete, insert, select, update

from bot.journal.tables import OUTBOX

WAITING, DONE, FAILED, BLOCKED = "waiting", "done", "failed", "blocked"


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One call. `payload` is its JSON. An urgent one (a danger card) goes before everything else of its conversation.

    `tries` counts the attempts begun; `due` is the moment before which it is not tried again.
    """

    conversation: str
    chat: int
    payload: str
    made: float
    urgent: bool = False
    update_id: int | None = None
    id: int = 0
    tries: int = 0
    due: float = 0.0


class Outbox:
    """The calls, in the order in which each conversation must see them."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def add(self, calls: Iterable[Outgoing]) -> None:
        """Keep calls, in order."""
        with self._engine.begin() as connection:
            put(connection, calls)

    def head(self, conversation: str) -> Outgoing | None:
        """The call that this conversation must see next, due or not."""
        query = (
            select(OUTBOX)
            .where(OUTBOX.c.state == WAITING, OUTBOX.c.conversation == conversation)
            .order_by(OUTBOX.c.urgent.desc(), OUTBOX.c.id)
            .limit(1)
        )
        with self._engine.connect() as connection:
            row = connection.execute(query).first()
        return _outgoing(row) if row else None

    def conversations(self) -> list[str]:
        """The conversations that wait for something."""
        query = select(OUTBOX.c.conversation).where(OUTBOX.c.state == WAITING).distinct()
        with self._engine.connect() as connection:
            return [str(row.conversation) for row in connection.execute(query)]

    def begin(self, call: int) -> None:
        """Note an attempt before it is made, so that a crash in the middle of it leaves a trace."""
        with self._engine.begin() as connection:
            connection.execute(update(OUTBOX).where(OUTBOX.c.id == call).values(tries=OUTBOX.c.tries + 1))

    def later(self, call: int, due: float, payload: str | None = None) -> None:
        """Put an attempt off, with another payload where one is given."""
        values: dict[str, object] = {"due": due} if payload is None else {"due": due, "payload": payload}
        with self._engine.begin() as connection:
            connection.execute(update(OUTBOX).where(OUTBOX.c.id == call).values(**values))

    def end(self, call: int, state: str = DONE) -> None:
        """Erase a call that was made (DONE) or given up (FAILED)."""
        with self._engine.begin() as connection:
            connection.execute(update(OUTBOX).where(OUTBOX.c.id == call).values(state=state, payload="", chat=None))

    def stop(self, conversation: str) -> int:
        """Erase everything that waits for a conversation that has blocked us. Returns how many."""
        waiting = OUTBOX.c.state == WAITING
        with self._engine.begin() as connection:
            gone = connection.execute(
                update(OUTBOX)
                .where(waiting, OUTBOX.c.conversation == conversation)
                .values(state=BLOCKED, payload="", chat=None)
            )
        return int(gone.rowcount)

    def purge(self, before: float, waiting_before: float) -> int:
        """Drop calls that ended and were made before a moment, and waiting ones before an earlier one. Returns how many."""
        ended = (OUTBOX.c.state != WAITING) & (OUTBOX.c.made < before)
        with self._engine.begin() as connection:
            gone = connection.execute(delete(OUTBOX).where(ended | (OUTBOX.c.made < waiting_before)))
        return int(gone.rowcount)


def put(connection: Connection, calls: Iterable[Outgoing]) -> None:
    """Insert calls within a transaction that is open."""
    rows = [
        {
            "conversation": one.conversation,
            "chat": one.chat,
            "urgent": one.urgent,
            "state": WAITING,
            "tries": 0,
            "due": one.due,
            "made": one.made,
            "payload": one.payload,
        }
        for one in calls
    ]
    if rows:
        connection.execute(insert(OUTBOX), rows)


def _outgoing(row: object) -> Outgoing:
    return Outgoing(
        conversation=str(row.conversation),  # type: ignore[attr-defined]
        chat=int(row.chat or 0),  # type: ignore[attr-defined]
        payload=str(row.payload),  # type: ignore[attr-defined]
        made=float(row.made),  # type: ignore[attr-defined]
        urgent=bool(row.urgent),  # type: ignore[attr-defined]
        id=int(row.id),  # type: ignore[attr-defined]
        tries=int(row.tries),  # type: ignore[attr-defined]
        due=float(row.due),  # type: ignore[attr-defined]
    )
