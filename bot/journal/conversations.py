"""What is known of a conversation between sessions: its area, and whether the person has blocked us."""

from sqlalchemy import Engine, delete, insert, select, update

from bot.journal.tables import CONVERSATIONS

_SEEN_EVERY = 86_400.0  # seconds: to know that a conversation is idle for months, a day is near enough


class Conversations:
    """One row for each conversation, by its keyed hash."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def area(self, conversation: str) -> str:
        """The area that was set, "" where none was."""
        with self._engine.connect() as connection:
            found = connection.execute(
                select(CONVERSATIONS.c.area).where(CONVERSATIONS.c.conversation == conversation)
            ).first()
        return str(found.area) if found else ""

    def set_area(self, conversation: str, area: str) -> None:
        """Keep the area."""
        self._set(conversation, {"area": area})

    def blocked(self, conversation: str) -> bool:
        """Whether the person has blocked us."""
        query = select(CONVERSATIONS.c.blocked).where(CONVERSATIONS.c.conversation == conversation)
        with self._engine.connect() as connection:
            found = connection.execute(query).first()
        return bool(found.blocked) if found else False

    def set_blocked(self, conversation: str, blocked: bool) -> None:
        """Note that the person has blocked us, or writes to us again."""
        self._set(conversation, {"blocked": blocked})

    def see(self, conversation: str, now: float) -> None:
        """Note that a conversation of which something is kept goes on. Writes at most once a day."""
        known = CONVERSATIONS.c.conversation == conversation
        with self._engine.connect() as connection:
            row = connection.execute(select(CONVERSATIONS.c.seen).where(known)).first()
        if row is not None and now - row.seen > _SEEN_EVERY:
            with self._engine.begin() as connection:
                connection.execute(update(CONVERSATIONS).where(known).values(seen=now))

    def purge(self, before: float, now: float) -> int:
        """Forget conversations that were idle since a moment. Returns how many.

        Of one that was never seen since it is kept nobody knows how long it has been idle: it is counted from `now` on.
        """
        seen = CONVERSATIONS.c.seen
        with self._engine.begin() as connection:
            connection.execute(update(CONVERSATIONS).where(seen == 0.0).values(seen=now))
            return int(connection.execute(delete(CONVERSATIONS).where(seen < before)).rowcount)

    def _set(self, conversation: str, values: dict[str, object]) -> None:
        with self._engine.begin() as connection:
            changed = connection.execute(
                update(CONVERSATIONS).where(CONVERSATIONS.c.conversation == conversation).values(**values)
            )
            if not changed.rowcount:
                row = {"area": "", "blocked": False, "seen": 0.0, **values, "conversation": conversation}
                connection.execute(insert(CONVERSATIONS), row)
