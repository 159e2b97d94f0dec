"""Visits to the web pages: when a browser's visit began, and when it was last heard of."""

from dataclasses import dataclass

from sqlalchemy import Engine, delete, insert, select, update

from bot.journal.tables import EXCHANGES, VISITS


@dataclass(frozen=True, slots=True)
class Visit:
    """One browser's visit. Times are seconds since 1970.

    `browser` is a keyed hash and `conversation` the name under which the counter is asked; neither leads back to the
    cookie. Forms handed out before `since` belong to a visit that has ended.
    """

    browser: str
    conversation: str
    since: float
    started: float
    seen: float


class Visits:
    """At most one visit for each browser."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def get(self, browser: str) -> Visit | None:
        """The browser's visit, None where it has none."""
        with self._engine.connect() as connection:
            row = connection.execute(select(VISITS).where(VISITS.c.browser == browser)).first()
        return Visit(*row) if row else None

    def begin(self, visit: Visit) -> None:
        """Keep a visit; an earlier one of this browser goes, with what was said on it."""
        with self._engine.begin() as connection:
            for table in (EXCHANGES, VISITS):
                connection.execute(delete(table).where(table.c.browser == visit.browser))
            values = (visit.browser, visit.conversation, visit.since, visit.started, visit.seen)
            connection.execute(insert(VISITS).values(values))

    def see(self, browser: str, now: float) -> None:
        """Note that a browser was heard of."""
        with self._engine.begin() as connection:
            connection.execute(update(VISITS).where(VISITS.c.browser == browser).values(seen=now))

    def end(self, browser: str) -> None:
        """Forget a visit and all that was said on it."""
        with self._engine.begin() as connection:
            for table in (EXCHANGES, VISITS):
                connection.execute(delete(table).where(table.c.browser == browser))

    def over(self, seen_before: float, started_before: float) -> list[Visit]:
        """Visits last heard of before a moment, or begun before another."""
        query = select(VISITS).where((VISITS.c.seen < seen_before) | (VISITS.c.started < started_before))
        with self._engine.connect() as connection:
            return [Visit(*row) for row in connection.execute(query)]
