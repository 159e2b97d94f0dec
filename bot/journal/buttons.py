"""What buttons stand for. A channel sees only a random key; a key that is not here any more is an old button."""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Engine, delete, insert, select

from bot.journal.tables import BUTTONS

CHOICE, TICK, KEPT, CLOCK = "choice", "tick", "kept", "clock"
_KEY_BYTES = 12  # 16 characters: Telegram allows 64 bytes, and nobody guesses 96 bits


@dataclass(frozen=True, slots=True)
class Button:
    """A button. `kind` is CHOICE, KEPT or CLOCK (`value` is the text that it sends), or TICK (`value` is a question's number).

    Choices stand below the newest reply only, a clock's for some days; the others as long as their reflection.
    """

    kind: str
    value: str


class Buttons:
    """The buttons that still mean something."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def make(self, conversation: str, buttons: Iterable[Button], now: float) -> list[str]:
        """Keep buttons and return their keys, in the same order."""
        rows = [
            {
                "key": secrets.token_urlsafe(_KEY_BYTES),
                "conversation": conversation,
                "kind": one.kind,
                "value": one.value,
                "made": now,
            }
            for one in buttons
        ]
        if rows:
            with self._engine.begin() as connection:
                connection.execute(insert(BUTTONS), rows)
        return [str(row["key"]) for row in rows]

    def pressed(self, conversation: str, key: str) -> Button | None:
        """The button with this key, None where it is unknown, old or another conversation's."""
        query = select(BUTTONS).where(BUTTONS.c.key == key, BUTTONS.c.conversation == conversation)
        with self._engine.connect() as connection:
            row = connection.execute(query).first()
        return Button(str(row.kind), str(row.value)) if row else None

    def of(self, conversation: str, kind: str) -> dict[str, str]:
        """The values by key of a conversation's buttons of one kind, oldest first."""
        query = (
            select(BUTTONS)
            .where(BUTTONS.c.conversation == conversation, BUTTONS.c.kind == kind)
            .order_by(BUTTONS.c.made)
        )
        with self._engine.connect() as connection:
            return {str(row.key): str(row.value) for row in connection.execute(query)}

    def void(self, conversation: str, kind: str) -> None:
        """Forget a conversation's buttons of one kind."""
        with self._engine.begin() as connection:
            connection.execute(delete(BUTTONS).where(BUTTONS.c.conversation == conversation, BUTTONS.c.kind == kind))

    def purge(self, before: float) -> int:
        """Forget buttons that were made before a moment. Returns how many."""
        with self._engine.begin() as connection:
            return int(connection.execute(delete(BUTTONS).where(BUTTONS.c.made < before)).rowcount)
