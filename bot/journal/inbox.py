"""Updates that came in: on disk before the channel forgets them, erased once they are answered."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Engine, delete, func, insert, select, update

from bot.journal.outbox import Outgoing, put
from bot.journal.tables import INBOX

WAITING, DONE = "waiting", "done"


@dataclass(frozen=True, slots=True)
class Incoming:
    """One update. `payload` is its JSON; `carded` says that its danger card is in the outbox already."""

    update_id: int
    conversation: str
    received: float
    payload: str
    message: int | None = None
    edited: bool = False
    carded: bool = False
    tries: int = 0


class Inbox:
    """The updates, each known by its number."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def take(self, updates: Sequence[Incoming], cards: Iterable[Outgoing] = ()) -> list[Incoming]:
        """Keep updates, and the danger cards they ask for, in one commit. Returns those that were not here before."""
        with self._engine.begin() as connection:
            known = _known(connection, [one.update_id for one in updates])
            fresh = list({one.update_id: one for one in updates if one.update_id not in known}.values())
            if fresh:
                connection.execute(insert(INBOX), [_row(one) for one in fresh])
            numbers = {one.update_id for one in fresh}
            put(connection, [card for card in cards if card.update_id in numbers])
        return fresh

    def waiting(self) -> list[Incoming]:
        """All updates that have not been answered, in order."""
        query = select(INBOX).where(INBOX.c.state == WAITING).order_by(INBOX.c.update_id)
        with self._engine.connect() as connection:
            return [_incoming(row) for row in connection.execute(query)]

    def begin(self, numbers: Sequence[int]) -> None:
        """Note that somebody is about to answer these, so that a second attempt can be told from the first."""
        with self._engine.begin() as connection:
            connection.execute(update(INBOX).where(INBOX.c.update_id.in_(numbers)).values(tries=INBOX.c.tries + 1))

    def finish(self, numbers: Sequence[int], replies: Sequence[Outgoing] = ()) -> None:
        """Erase updates and put their replies into the outbox, in one commit."""
        with self._engine.begin() as connection:
            connection.execute(update(INBOX).where(INBOX.c.update_id.in_(numbers)).values(state=DONE, payload=""))
            put(connection, replies)

    def edits_answered(self, conversation: str, message: int, but: int) -> int:
        """How many edits of a message came before update `but`."""
        query = (
            select(func.count())
            .select_from(INBOX)
            .where(
                INBOX.c.conversation == conversation,
                INBOX.c.message == message,
                INBOX.c.edited,
                INBOX.c.update_id < but,
            )
        )
        with self._engine.connect() as connection:
            return int(connection.execute(query).scalar_one())

    def purge(self, before: float, waiting_before: float) -> int:
        """Drop answered updates that came before a moment, and unanswered ones before an earlier one. Returns how many."""
        answered = (INBOX.c.state == DONE) & (INBOX.c.received < before)
        with self._engine.begin() as connection:
            gone = connection.execute(delete(INBOX).where(answered | (INBOX.c.received < waiting_before)))
        return int(gone.rowcount)


def _known(connection: Connection, numbers: Sequence[int]) -> set[int]:
    found = connection.execute(select(INBOX.c.update_id).where(INBOX.c.update_id.in_(numbers)))
    return {int(row.update_id) for row in found}


def _row(one: Incoming) -> dict[str, object]:
    return {
        "update_id": one.update_id,
        "conversation": one.conversation,
        "state": WAITING,
        "received": one.received,
        "message": one.message,
        "edited": one.edited,
        "carded": one.carded,
        "tries": 0,
        "payload": one.payload,
    }


def _incoming(row: object) -> Incoming:
    return Incoming(
        update_id=int(row.update_id),  # type: ignore[attr-defined]
        conversation=str(row.conversation),  # type: ignore[attr-defined]
        received=float(row.received),  # type: ignore[attr-defined]
        payload=str(row.payload),  # type: ignore[attr-defined]
        message=row.message,  # type: ignore[attr-defined]
        edited=bool(row.edited),  # type: ignore[attr-defined]
        carded=bool(row.carded),  # type: ignore[attr-defined]
        tries=int(row.tries),  # type: ignore[attr-defined]
    )
