"""From Rasa's tracker to a Turn, and from a Thread back to a slot."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, fields, replace
from datetime import datetime

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet

from bot.conversations import Thread, Turn

Clock = Callable[[], datetime]
THREAD_SLOT = "thread"
FALLBACK_INTENT = "nlu_fallback"
_OTHER_NAMES = {"begin_again": "restart"}  # "restart" is a command of Rasa's own
_TEXTS = tuple(field.name for field in fields(Thread) if field.default == ())  # Thread's fields that hold several texts


def turn_of(tracker: Tracker, clock: Clock) -> Turn:
    """The newest message as a Turn.

    Area, role, time and whether to explain come from the message's metadata, which the front fills; `now` is an ISO
    time with a zone, and `clock` is read where there is none. `ladder` and `stage` there put the thread back at a stage
    that was left, perhaps days ago: a clock's.
    """
    message = tracker.latest_message or {}
    metadata = message.get("metadata") or {}
    intent = message.get("intent") or {}
    return Turn(
        text=message.get("text") or "",
        intent=intent_of(intent),
        confidence=float(intent.get("confidence") or 0.0),
        now=_moment(metadata.get("now")) or clock(),
        area=_text(metadata.get("area")),
        role=_text(metadata.get("role")),
        entities=entities_of(message.get("entities") or []),
        thread=_put_back(thread_of(tracker.get_slot(THREAD_SLOT)), metadata),
        explain=metadata.get("explain") is True,
    )


def _put_back(thread: Thread, metadata: Mapping[str, object]) -> Thread:
    ladder, stage = _text(metadata.get("ladder")), _text(metadata.get("stage"))
    return replace(thread, ladder=ladder, stage=stage, sheet="") if ladder and stage.isdecimal() else thread


def intent_of(understood: Mapping[str, object]) -> str:
    """The intent by the name that the conversations know; the fallback's where there is none."""
    name = _text(understood.get("name")) or FALLBACK_INTENT
    return _OTHER_NAMES.get(name, name)


def entities_of(found: list[Mapping[str, object]]) -> dict[str, tuple[str, ...]]:
    """Values by kind in the order they stand in the message, each once."""
    by_kind: dict[str, tuple[str, ...]] = {}
    for one in sorted(found, key=lambda entity: int(str(entity.get("start") or 0))):
        kind, value = str(one.get("entity") or ""), str(one.get("value") or "")
        if kind and value and value not in by_kind.get(kind, ()):
            by_kind[kind] = (*by_kind.get(kind, ()), value)
    return by_kind


def thread_of(slot: object) -> Thread:
    """The Thread that a slot holds; an empty one where it holds none or one of another shape."""
    if not isinstance(slot, dict):
        return Thread()
    known = {field.name for field in fields(Thread)}
    kept: dict[str, object] = {}
    for name, value in slot.items():
        if name not in known:
            continue
        if name in _TEXTS:
            kept[name] = tuple(str(one) for one in value) if isinstance(value, list | tuple) else ()
        else:
            kept[name] = _text(value)
    return Thread(**kept)  # type: ignore[arg-type]  # names and kinds are those of Thread's own fields


def remember(thread: Thread) -> SlotSet:
    """The event that keeps a Thread in its slot, as plain JSON."""
    plain = {name: list(value) if isinstance(value, tuple) else value for name, value in asdict(thread).items()}
    return SlotSet(THREAD_SLOT, plain)


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _moment(written: object) -> datetime | None:
    if not isinstance(written, str):
        return None
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        return None
    return moment if moment.tzinfo else None
