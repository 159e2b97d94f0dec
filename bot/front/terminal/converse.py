"""JSON lines in, one JSON line out for each, in the order of the input: the conversation for programs.

Conversations go on side by side; within one, a line is answered when the one before it has been. Documented in
docs/json.md.
"""

import asyncio
import base64
import json
from collections.abc import AsyncIterator, Callable
from datetime import datetime
from typing import Any

from bot import phrases
from bot.front.counter import Counter
from bot.front.messages import Message, Served
from bot.replies import Outcome, Reply, to_wire

_EXAMPLE = '{"conversation": "1", "text": "who do I call?", "area": ""}'
_AT_ONCE = 4  # conversations answered side by side: Rasa is one process, and the budget counts from when it is asked
_EARLIEST, _LATEST = 1990, 2090  # years in which England's bank holidays are known or foreseeable
_AHEAD = 64  # lines read ahead of the oldest that is still being answered


class BadLine(Exception):
    """A line that is not a message; its text says what was wrong with it."""


async def converse(
    counter: Counter, channel: str, lines: AsyncIterator[str], say: Callable[[str], None], *, explain: bool = False
) -> None:
    """Answer every line; `say` gets each JSON line as soon as those before it are out."""
    answers: asyncio.Queue[asyncio.Task[str] | None] = asyncio.Queue(_AHEAD)
    talking = _Talking(counter, channel, explain)
    async with asyncio.TaskGroup() as group:
        group.create_task(_print_in_order(answers, say))
        number = 0
        async for line in lines:
            number += 1
            await answers.put(group.create_task(talking.answer(number, line)))
        await answers.put(None)


async def _print_in_order(answers: "asyncio.Queue[asyncio.Task[str] | None]", say: Callable[[str], None]) -> None:
    while task := await answers.get():
        say(await task)


class _Talking:
    """Answers lines, a few conversations at a time."""

    def __init__(self, counter: Counter, channel: str, explain: bool) -> None:
        self._counter, self._channel, self._explain = counter, channel, explain
        self._few = asyncio.Semaphore(_AT_ONCE)

    async def answer(self, number: int, line: str) -> str:
        try:
            message = message_in(line, number, self._channel, explain=self._explain)
        except BadLine as wrong:
            return _json(Served(Reply(Outcome.UNAVAILABLE, str(wrong))), line)
        async with self._few:
            served = await self._counter.serve(message)
        if served.document:
            self._counter.exported(message)
        return _json(served, line)


def message_in(line: str, number: int, channel: str, *, explain: bool = False) -> Message:
    """The message that a line holds. Raises BadLine, which names the line and what is wrong with it."""
    try:
        told = json.loads(line)
    except (ValueError, RecursionError) as error:
        why = error.msg if isinstance(error, json.JSONDecodeError) else "it cannot be read"
        raise BadLine(phrases.LINE_NOT_JSON.format(number=number, why=why, example=_EXAMPLE)) from None
    if not isinstance(told, dict):
        raise BadLine(phrases.LINE_NOT_JSON.format(number=number, why="it is something else", example=_EXAMPLE))
    conversation = _text(told, "conversation", number)
    return Message(
        channel,
        conversation,
        _text(told, "text", number),
        _text({"area": "", **told}, "area", number),
        explain,
        now=_moment(told, number),
        owner=f"converse:{conversation}",
    )


def _text(told: dict[str, Any], key: str, number: int) -> str:
    value = told.get(key)
    if key == "conversation" and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if key == "area" and value is None:
        return ""
    if not isinstance(value, str):
        raise BadLine(phrases.LINE_MISSING.format(number=number, key=key, example=_EXAMPLE))
    return value


def _moment(told: dict[str, Any], number: int) -> datetime | None:
    """When the line says that it was said, None where it does not."""
    value = told.get("now")
    if value in (None, ""):
        return None
    try:
        moment = datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None or not _EARLIEST <= moment.year <= _LATEST:
        raise BadLine(phrases.LINE_NOW.format(number=number))
    return moment


def _conversation_in(line: str) -> str | int:
    """The conversation as the line names it, "" where it names none."""
    try:
        told = json.loads(line)
    except (ValueError, RecursionError):
        return ""
    named = told.get("conversation") if isinstance(told, dict) else None
    return named if isinstance(named, str | int) else ""


def _json(served: Served, line: str) -> str:
    """One line: the Reply's wire form, the conversation, and a file in base64 where one was exported."""
    wire: dict[str, Any] = {"conversation": _conversation_in(line), **to_wire(served.reply)}
    wire["left_out"] = list(served.left_out)
    wire["document"] = None
    if served.document:
        content = base64.b64encode(served.document.content).decode("ascii")
        wire["document"] = {"name": served.document.name, "media_type": served.document.media_type, "base64": content}
    # A lone surrogate in a conversation's name cannot be written as UTF-8; as an escape it can.
    text = json.dumps(wire, ensure_ascii=False)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        text = json.dumps(wire)
    return text
