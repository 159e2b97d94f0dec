"""Reflections under way: kept until they are exported or dropped, then deleted."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from pydantic import TypeAdapter, ValidationError
from sqlalchemy import Engine, delete, insert, select

from bot.journal.tables import REFLECTIONS
from bot.journal.tidying import tidy
from bot.replies import CheckList, Quote


@dataclass(frozen=True, slots=True)
class Reflection:
    """A reflection under way. `ticked` and the keys of `notes` are question numbers, from 1.

    `endings` are the answers to the three closing questions, "" where unanswered.
    """

    checklist: CheckList
    quotes: tuple[Quote, ...]
    begun: datetime
    area: str = ""
    ticked: frozenset[int] = frozenset()
    notes: Mapping[int, str] = field(default_factory=dict)
    endings: tuple[str, str, str] = ("", "", "")

    @property
    def untouched(self) -> bool:
        """Whether nobody has ticked or written anything yet."""
        return not (self.ticked or self.notes or any(self.endings))


_STATE: TypeAdapter[Reflection] = TypeAdapter(Reflection)


class Reflections:
    """At most one reflection for each conversation."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def get(self, conversation: str) -> Reflection | None:
        """The reflection under way, None where there is none (or one of an older shape, which cannot be read)."""
        with self._engine.connect() as connection:
            row = connection.execute(
                select(REFLECTIONS.c.state).where(REFLECTIONS.c.conversation == conversation)
            ).first()
        if row is None:
            return None
        try:
            return _STATE.validate_json(row.state)
        except ValidationError:
            return None

    def keep(self, conversation: str, reflection: Reflection, now: datetime) -> None:
        """Keep a reflection as it stands now."""
        row = {"conversation": conversation, "state": _STATE.dump_json(reflection).decode(), "changed": now.timestamp()}
        with self._engine.begin() as connection:
            connection.execute(delete(REFLECTIONS).where(REFLECTIONS.c.conversation == conversation))
            connection.execute(insert(REFLECTIONS), row)

    def drop(self, conversation: str) -> None:
        """Delete a conversation's reflection with its notes, from the write-ahead log too."""
        with self._engine.begin() as connection:
            connection.execute(delete(REFLECTIONS).where(REFLECTIONS.c.conversation == conversation))
        tidy(self._engine)

    def purge(self, before: float) -> int:
        """Delete reflections that nobody has touched since a moment. Returns how many."""
        with self._engine.begin() as connection:
            return int(connection.execute(delete(REFLECTIONS).where(REFLECTIONS.c.changed < before)).rowcount)
