"""Visits to the web pages: when a browser's visit began, and when it was last heard of."""

from dataclasses import dataclass

from sqlalchemy import Engine, delete, insert, select, update

from bot.journal.tables import EXCHANGES, VISITS


@dataclass(frozen=True, slots=True)
class Visit:
    """One browser's visit. Times are seconds since 1970.

    `conversation` is a keyed hash and `name` what the counter is asked under; neither leads back to the
    cookie. Forms handed out before `since` belong to a visit that has ended.
    """

    conversation: str
    name: str
    since: float
    started: float
    seen: float


class Visits:
    """At most one visit for each browser."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def get(self, conversation: str) -> Visit | None:
        """The browser's visit, None where it has none."""
        with self._engine.connect() as connection:
            row = connection.execute(select(VISITS).where(VISITS.c.conversation == conversation)).first()
        return Visit(*row) if row else None

    def begin(self, visit: Visit) -> None:
        """Keep a visit; an earlier one of this browser goes, with what was said on it."""
        with self._engine.begin() as connection:
            for table in (EXCHANGES, VISITS):
                connection.execute(delete(table).where(table.c.conversation == visit.conversation))
            values = (visit.conversation, visit.name, visit.since, visit.started, visit.seen)
            connection.execute(insert(VISITS).values(values))

    def see(self, conversation: str, now: float) -> None:
        """Note that a browser was heard of."""
        with self._engine.begin() as connection:
            connection.execute(update(VISITS).where(VISITS.c.conversation == conversation).values(seen=now))

    def end(self, conversation: str) -> None:
        """Forget a visit and all that was said on it."""
        with self._engine.begin() as connection:
            for table in (EXCHANGES, VISITS):
                connection.execute(delete(table).where(table.c.conversation == conversation))

    def over(self, seen_before: float, started_before: float) -> list[Visit]:
        """Visits last heard of before a moment, or begun before another."""
        query = select(VISITS).where((VISITS.c.seen < seen_before) | (VISITS.c.started < started_before))
        with self._engine.connect() as connection:
            return [Visit(*row) for row in connection.execute(query)]
