"""Rasa's SQL tracker, made forgetful: what a thread needs stays on disk, what people typed does not.

Rasa's store writes every message and never deletes. This one writes each event without its text, keeps only the newest
value of each slot, and drops a conversation's earlier sessions. What must be known to go on (intents, actions, slots)
is there after a restart. SQLite is told to overwrite what it deletes.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from rasa.core.tracker_store import SQLTrackerStore
from rasa.shared.core.events import BotUttered, Event, SessionStarted, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

_KEPT_OF_PARSE = ("intent", "intent_ranking", "message_id", "metadata")


class ForgetfulTracker(SQLTrackerStore):
    """The tracker store to name in endpoints.yml. Takes what SQLTrackerStore takes."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Open the database, with deleted content overwritten."""
        super().__init__(*args, **kwargs)
        if self.engine.dialect.name == "sqlite":
            sa.event.listen(self.engine, "connect", _overwrite_deleted)
            self.engine.dispose()  # the connections made before the line above do not overwrite

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Write the new events without their text, then forget what they replace."""
        await super().save(tracker)
        with self.session_scope() as session:
            self._forget_earlier_sessions(session, tracker.sender_id)
            self._forget_replaced_slots(session, tracker.sender_id)
            session.commit()

    def _additional_events(self, session: Any, tracker: DialogueStateTracker) -> Iterator[Event]:
        """The events to be written, each without its text."""
        for event in super()._additional_events(session, tracker):
            yield without_text(event)

    def _forget_earlier_sessions(self, session: Any, sender: str) -> None:
        started = (
            session.query(sa.func.max(self.SQLEvent.id))
            .filter(self.SQLEvent.sender_id == sender, self.SQLEvent.type_name == SessionStarted.type_name)
            .scalar()
        )
        if started is None:
            return
        # the action that began the session stands one event before it and belongs to it
        session.query(self.SQLEvent).filter(
            self.SQLEvent.sender_id == sender,
            self.SQLEvent.id < started,
            self.SQLEvent.action_name != "action_session_start",
        ).delete(synchronize_session=False)
        session.query(self.SQLEvent).filter(
            self.SQLEvent.sender_id == sender, self.SQLEvent.id < started, self.SQLEvent.action_name.is_(None)
        ).delete(synchronize_session=False)

    def _forget_replaced_slots(self, session: Any, sender: str) -> None:
        """Empty the values that a later value of the same slot has replaced; the events stay, so that they still count."""
        newest: set = set()
        of_slots = (
            session.query(self.SQLEvent)
            .filter(self.SQLEvent.sender_id == sender, self.SQLEvent.type_name == SlotSet.type_name)
            .order_by(self.SQLEvent.id.desc())
        )
        for row in of_slots:
            if row.action_name not in newest:
                newest.add(row.action_name)
                continue
            data = json.loads(row.data)
            if data.get("value") is not None:
                row.data = json.dumps({**data, "value": None})


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
