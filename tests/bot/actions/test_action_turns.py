"""From Rasa's tracker to a Turn, and from a Thread to its slot and back."""

import json
from datetime import UTC, datetime
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from rasa_sdk import Tracker

from bot.actions.turns import THREAD_SLOT, remember, thread_of, turn_of
from bot.conversations import Thread

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
texts = st.text(max_size=20)
threads = st.builds(
    Thread,
    topic=texts,
    subject=texts,
    ladder=texts,
    stage=texts,
    outcome=texts,
    agency=texts,
    area=texts,
    said=st.lists(texts).map(tuple),
    offered=st.lists(texts).map(tuple),
    pending=texts,
)


def tracker(message: dict[str, Any], slots: dict[str, Any] | None = None) -> Tracker:
    """A tracker whose newest message is `message`."""
    return Tracker.from_dict({"sender_id": "a", "slots": slots or {}, "latest_message": message, "events": []})


@given(threads)
def test_a_thread_survives_its_slot(thread: Thread) -> None:
    """What is remembered comes back the same, through JSON."""
    event = json.loads(json.dumps(remember(thread)))
    assert event["name"] == THREAD_SLOT
    assert thread_of(event["value"]) == thread


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | texts, lambda inner: st.lists(inner) | st.dictionaries(texts, inner)
    )
)
def test_any_slot_can_be_read(slot: object) -> None:
    """A slot of another version or shape gives a thread, never an error."""
    assert isinstance(thread_of(slot), Thread)


@given(
    st.fixed_dictionaries(
        {}, optional={"said": st.integers() | st.lists(st.integers()), "topic": st.lists(texts), "new": texts}
    )
)
def test_fields_of_a_wrong_kind_do_not_break_a_thread(slot: dict[str, object]) -> None:
    """Unknown fields are dropped, and wrong ones become empty."""
    thread = thread_of(slot)
    assert isinstance(thread.topic, str)
    assert all(isinstance(one, str) for one in thread.said)


def test_a_whole_message_becomes_a_turn() -> None:
    """Intent, entities in the order they stand, area, role, time and thread all reach the conversation."""
    turn = turn_of(
        tracker(
            {
                "text": "stage 2, mash said no to the health visitor and the health visitor",
                "intent": {"name": "disputed_decision", "confidence": 0.8},
                "entities": [
                    {"entity": "role", "value": "health visitor", "start": 30},
                    {"entity": "stage", "value": "stage 2", "start": 0},
                    {"entity": "role", "value": "health visitor", "start": 52},
                ],
                "metadata": {
                    "area": "Here",
                    "role": "practitioner",
                    "now": "2026-11-23T09:00:00+00:00",
                    "explain": True,
                },
            },
            {THREAD_SLOT: {"stage": "1"}},
        ),
        lambda: NOON,
    )
    assert (turn.intent, turn.confidence, turn.area, turn.role, turn.explain) == (
        "disputed_decision",
        0.8,
        "Here",
        "practitioner",
        True,
    )
    assert turn.entities == {"stage": ("stage 2",), "role": ("health visitor",)}
    assert turn.now == datetime(2026, 11, 23, 9, tzinfo=UTC)
    assert turn.thread == Thread(stage="1")


def test_a_bare_message_becomes_a_turn() -> None:
    """Without intent or metadata it is a question for the manual, now."""
    turn = turn_of(tracker({"text": "hm"}), lambda: NOON)
    assert (turn.intent, turn.area, turn.now, turn.explain) == ("nlu_fallback", "", NOON, False)


def test_a_time_without_a_zone_is_not_believed() -> None:
    """A deadline counted from a time without a zone could be an hour out."""
    for written in ("2026-11-23T09:00:00", "yesterday", 5, None):
        assert turn_of(tracker({"text": "", "metadata": {"now": written}}), lambda: NOON).now == NOON


def test_starting_again_has_the_name_the_conversations_know() -> None:
    """Rasa keeps "restart" for itself."""
    assert turn_of(tracker({"text": "", "intent": {"name": "begin_again"}}), lambda: NOON).intent == "restart"
