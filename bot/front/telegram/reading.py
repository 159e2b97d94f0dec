"""What an update says, read from its JSON whatever its shape. Pure."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

_FAR = 4_102_444_800.0  # 1 January 2100; a later date is in other units, or nonsense


class Kind(StrEnum):
    """What came."""

    TEXT = "text"
    BUTTON = "button"
    NOT_TEXT = "not text"
    GROUP = "group"
    GONE = "gone"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Heard:
    """One update. `text` is a message's text, or the caption of what is no text; `sent` is in seconds since 1970.

    `query` and `key` belong to a button that was pressed: the call to answer, and the key that it carries.
    """

    update_id: int
    kind: Kind
    chat: int = 0
    message: int | None = None
    text: str = ""
    sent: float | None = None
    edited: bool = False
    query: str = ""
    key: str = ""


def heard(update: Mapping[str, Any]) -> Heard | None:
    """The update, None where it has not even a number."""
    number = _int(update.get("update_id"))
    if number is None:
        return None
    if isinstance(update.get("callback_query"), dict):
        return _button(number, update["callback_query"])
    if isinstance(update.get("my_chat_member"), dict):
        return _membership(number, update["my_chat_member"])
    for name in ("message", "edited_message"):
        if isinstance(update.get(name), dict):
            return _message(number, update[name], edited=name == "edited_message")
    return Heard(number, Kind.NOTHING)


def heard_in(payload: str) -> Heard | None:
    """The update that an inbox's payload holds."""
    try:
        update = json.loads(payload)
    except (ValueError, RecursionError):
        return None
    return heard(update) if isinstance(update, dict) else None


def _message(number: int, message: Mapping[str, Any], *, edited: bool) -> Heard:
    chat, private = _chat(message)
    if chat is None:
        return Heard(number, Kind.NOTHING)
    text, caption = message.get("text"), message.get("caption")
    said = text if isinstance(text, str) else caption if isinstance(caption, str) else ""
    kind = Kind.TEXT if isinstance(text, str) else Kind.NOT_TEXT
    return Heard(
        update_id=number,
        kind=kind if private else Kind.GROUP,
        chat=chat,
        message=_int(message.get("message_id")),
        text=said,
        sent=_moment(message.get("edit_date")) or _moment(message.get("date")),
        edited=edited,
    )


def _button(number: int, query: Mapping[str, Any]) -> Heard:
    message = query.get("message")
    holder: Mapping[str, Any] = message if isinstance(message, dict) else {}
    chat, private = _chat(holder)
    if chat is None:  # a message too old to be sent along: in a private chat the person is the chat
        person = query.get("from")
        chat, private = (_int(person.get("id")) if isinstance(person, dict) else None), True
    if chat is None:
        return Heard(number, Kind.NOTHING)
    return Heard(
        update_id=number,
        kind=Kind.BUTTON if private else Kind.GROUP,
        chat=chat,
        message=_int(holder.get("message_id")),
        query=str(query.get("id") or ""),
        key=str(query.get("data") or "")[:64],
    )


def _membership(number: int, change: Mapping[str, Any]) -> Heard:
    chat, private = _chat(change)
    now = change.get("new_chat_member")
    status = now.get("status") if isinstance(now, dict) else None
    gone = chat is not None and private and status in ("kicked", "left")
    return Heard(number, Kind.GONE if gone else Kind.NOTHING, chat or 0)


def _chat(holder: Mapping[str, Any]) -> tuple[int | None, bool]:
    """The chat's number, and whether it is a private one."""
    chat = holder.get("chat")
    if not isinstance(chat, dict):
        return None, False
    return _int(chat.get("id")), chat.get("type", "private") == "private"


def _int(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 2**63 else None


def _moment(value: object) -> float | None:
    if not isinstance(value, int | float) or isinstance(value, bool) or not value > 0:
        return None
    return float(value) if value < _FAR else float(value) / 1000
