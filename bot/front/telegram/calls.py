"""The calls that the outbox holds, as JSON: built here, read here."""

import base64
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from telegram import InlineKeyboardMarkup, MessageEntity

from bot.front.messages import Document
from bot.front.telegram.rendering import Sheet
from bot.front.telegram.units import CAPTION, MOST, fitting, length

DROP_REFLECTION = "drop reflection"
_REMINDER = "reminder "
_GARNISH = ("entities", "link_preview_options")


@dataclass(frozen=True, slots=True)
class ApiCall:
    """A method of the Bot API, its arguments, and what follows once it has succeeded ("" for nothing)."""

    method: str
    arguments: Mapping[str, Any]
    then: str = ""

    def written(self) -> str:
        """As the outbox holds it."""
        return json.dumps(
            {"method": self.method, "arguments": dict(self.arguments), "then": self.then}, ensure_ascii=True
        )


def call_in(payload: str) -> ApiCall:
    """The call that `written` wrote. Raises ValueError where it is not one."""
    told = json.loads(payload)
    return ApiCall(told["method"], told["arguments"], told["then"])


def send(chat: int, sheet: Sheet, keyboard: InlineKeyboardMarkup | None = None) -> ApiCall:
    """Send a message, without a preview of any page."""
    return ApiCall("sendMessage", {"chat_id": chat, **_words(sheet), **_buttons(keyboard)})


def remind(chat: int, sheet: Sheet, keyboard: InlineKeyboardMarkup | None, clock: int) -> ApiCall:
    """Send the reminder of a clock, known by its number."""
    return replace(send(chat, sheet, keyboard), then=f"{_REMINDER}{clock}")


def clock_of(call: ApiCall) -> int | None:
    """The number of the clock that a call reminds of, None for any other call."""
    number = call.then.removeprefix(_REMINDER)
    return int(number) if number != call.then and number.isdecimal() else None


def edit(chat: int, message: int, sheet: Sheet | None, keyboard: InlineKeyboardMarkup | None) -> ApiCall:
    """Edit a message's text and buttons; its buttons alone where no text is given."""
    where = {"chat_id": chat, "message_id": message}
    if sheet is None:
        return ApiCall("editMessageReplyMarkup", {**where, **_buttons(keyboard)})
    return ApiCall("editMessageText", {**where, **_words(sheet), **_buttons(keyboard)})


def delete(chat: int, message: int) -> ApiCall:
    """Delete a message; bots may delete an incoming one in a private chat for 48 hours."""
    return ApiCall("deleteMessage", {"chat_id": chat, "message_id": message})


def hand_over(chat: int, document: Document, words: str) -> ApiCall:
    """Send a file, and delete the reflection that it came from once Telegram has it."""
    content = {"name": document.name, "base64": base64.b64encode(document.content).decode("ascii")}
    caption = words[: fitting(words, CAPTION)]
    return ApiCall("sendDocument", {"chat_id": chat, "document": content, "caption": caption}, DROP_REFLECTION)


def again(call: ApiCall, label: str) -> ApiCall:
    """A message that may have been sent already, marked so; any other call as it is."""
    words = call.arguments.get("text")
    if call.method != "sendMessage" or not isinstance(words, str) or words.startswith(label):
        return call
    shift = length(label) + 1
    if length(words) + shift > MOST:
        return call
    moved = [{**one, "offset": one["offset"] + shift} for one in call.arguments.get("entities", ())]
    return ApiCall(call.method, {**call.arguments, "text": f"{label}\n{words}", "entities": moved}, call.then)


def plain(call: ApiCall) -> ApiCall | None:
    """A message without entities, for a server that would not take them; None where it has none."""
    if call.method not in ("sendMessage", "editMessageText") or not any(call.arguments.get(key) for key in _GARNISH):
        return None
    bare = {key: value for key, value in call.arguments.items() if key not in _GARNISH}
    return ApiCall(call.method, bare, call.then)


def _words(sheet: Sheet) -> dict[str, Any]:
    return {
        "text": sheet.text,
        "entities": _plain_entities(sheet.entities),
        "link_preview_options": {"is_disabled": True},
    }


def _plain_entities(entities: Sequence[MessageEntity]) -> list[dict[str, Any]]:
    return [entity.to_dict() for entity in entities]


def _buttons(keyboard: InlineKeyboardMarkup | None) -> dict[str, Any]:
    return {"reply_markup": keyboard.to_dict()} if keyboard else {}
