"""Rasa's SQL tracker, made forgetful: what a thread needs stays on disk, what people typed does not.

Rasa's store writes every message, never deletes, and reads all of a conversation again with each message, so that a long
one becomes slow. This one writes each event without its text, and keeps of a conversation what the next message needs:
its session's start, the newest value of each slot, whether a form is open, and the last few turns. All that is there
after a restart. SQLite is told to overwrite what it deletes.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

import sqlalchemy as sa
from rasa.core.tracker_store import SQLTrackerStore
from rasa.shared.core.events import ActionExecuted, ActiveLoop, BotUttered, Event, SessionStarted, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

TURNS = 3  # kept whole: a rule looks back over one, and a form that is interrupted over two
_KEPT_OF_PARSE = ("intent", "intent_ranking", "message_id", "metadata")
_STORED = "signpost_stored"  # on a tracker: how many of its events the store holds or held


class ForgetfulTracker(SQLTrackerStore):
    """The tracker store to name in endpoints.yml. Takes what SQLTrackerStore takes."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Open the database, with deleted content overwritten."""
        super().__init__(*args, **kwargs)
        if self.engine.dialect.name == "sqlite":
            sa.event.listen(self.engine, "connect", _overwrite_deleted)
            self.engine.dispose()  # the connections made before the line above do not overwrite

    async def _retrieve(self, sender_id: str, fetch_events_from_all_sessions: bool) -> DialogueStateTracker | None:
        """The tracker as stored; it remembers how many events it came with, since the store will forget some."""
        tracker = await super()._retrieve(sender_id, fetch_events_from_all_sessions)
        if tracker is not None:
            setattr(tracker, _STORED, len(tracker.events))
        return tracker

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Write the new events without their text and forget what the next message does not need, in one commit."""
        await self.stream_events(tracker)
        with self.session_scope() as session:
            session.add_all(self._row(tracker.sender_id, event) for event in self._additional_events(session, tracker))
            session.flush()  # so that what is new has its ids
            self._forget(session, tracker.sender_id)
            session.commit()
        setattr(tracker, _STORED, len(tracker.events))

    def _row(self, sender: str, event: Event) -> Any:
        """An event as a row, with the columns that Rasa's own store fills."""
        data = event.as_dict()
        return self.SQLEvent(
            sender_id=sender,
            type_name=event.type_name,
            timestamp=data.get("timestamp"),
            intent_name=data.get("parse_data", {}).get("intent", {}).get("name"),
            action_name=data.get("name"),
            data=json.dumps(data),
        )

    def _additional_events(self, session: Any, tracker: DialogueStateTracker) -> Iterator[Event]:
        """The events to be written, each without its text. A tracker that was never stored is written whole."""
        for event in islice(tracker.events, getattr(tracker, _STORED, 0), None):
            yield without_text(event)

    def _forget(self, session: Any, sender: str) -> None:
        table = self.SQLEvent
        rows = (
            session.query(table.id, table.type_name, table.action_name)
            .filter(table.sender_id == sender)
            .order_by(table.id)
            .all()
        )
        gone = sorted({row.id for row in rows} - needed(rows))
        if gone:
            session.query(table).filter(table.id.in_(gone)).delete(synchronize_session=False)


def needed(rows: Sequence[Any]) -> set[int]:
    """The ids of a conversation's rows that the next message needs; rows in order, each with id, type_name, action_name."""
    begins = [place for place, row in enumerate(rows) if row.type_name == SessionStarted.type_name]
    start = begins[-1] if begins else 0
    before, session = rows[:start], rows[start:]
    slots = {row.action_name: row.id for row in session if row.type_name == SlotSet.type_name}
    told = [row for row in session if row.type_name != SlotSet.type_name]
    kept = {row.id for row in told if row.id >= _since(told) or row.type_name == SessionStarted.type_name}
    for kind, which in ((ActionExecuted, slice(1)), (ActiveLoop, slice(-1, None))):  # the first wait, the last form
        kept |= {row.id for row in [one for one in told if one.type_name == kind.type_name][which]}
    kept |= {row.id for row in before[-1:] if row.type_name == ActionExecuted.type_name}  # it began the session
    return kept | set(slots.values())


def _since(rows: Sequence[Any]) -> int:
    """The id of the message that the turns to keep begin with."""
    users = [row.id for row in rows if row.type_name == UserUttered.type_name]
    return users[-TURNS] if len(users) > TURNS else 0


def without_text(event: Event) -> Event:
    """A copy of a message or an utterance without its words; any other event as it is."""
    if isinstance(event, UserUttered):
        bare = copy.copy(event)
        bare.text = ""
        bare.entities = []
        bare.parse_data = {key: kept for key, kept in event.parse_data.items() if key in _KEPT_OF_PARSE}
        bare.parse_data.update(text="", entities=[])
        return bare
    if isinstance(event, BotUttered):
        bare = copy.copy(event)
        bare.text = None
        bare.data = {}
        return bare
    return event


def _overwrite_deleted(connection: Any, _: Any) -> None:
    connection.execute("PRAGMA secure_delete = ON")
