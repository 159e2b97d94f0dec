"""A Bot API server on loopback, as far as the front uses one, that can be told to fail.

It keeps Telegram's promise about offsets: an update is handed out until a later poll asks for a number above it.
"""

import asyncio
import json
import time
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs

TOKEN = "123456:canary-token-of-the-tests-abcdef"
PERSON = {"id": 7, "is_bot": False, "first_name": "P"}


@dataclass
class Answer:
    """What the server sends back: a status, and a body (JSON unless it is bytes)."""

    status: int = 200
    body: Any = field(default_factory=lambda: {"ok": True, "result": True})


Fault = Callable[[str, dict[str, Any]], Answer | str | None]


@dataclass
class BotApi:
    """The server. `calls` holds (method, arguments) of everything but polls; `fault` may answer in its place.

    A fault returns an Answer, "hang" (no answer), "drop" (done, but the connection is cut), or None.
    """

    updates: deque[dict[str, Any]] = field(default_factory=deque)
    calls: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    tried: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    offsets: list[int | None] = field(default_factory=list)
    told: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    fault: Fault | None = None
    port: int = 0
    _server: asyncio.Server | None = None
    _news: asyncio.Event = field(default_factory=asyncio.Event)
    _next_update: int = 1000
    _next_message: int = 1

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def start(self) -> None:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", self.port)
        self.port = self._server.sockets[0].getsockname()[1]

    async def stop(self) -> None:
        assert self._server is not None
        self._server.close()

    # --- what people do

    def say(self, text: str, chat: int = 7, **fields: Any) -> int:
        return self.put({"message": self.message(chat, text=text, **fields)})

    def message(self, chat: int, **fields: Any) -> dict[str, Any]:
        self._next_message += 1
        return {
            "message_id": self._next_message,
            "date": int(time.time()),
            "chat": {"id": chat, "type": "private", "first_name": "P"},
            "from": {**PERSON, "id": chat},
            **fields,
        }

    def press(self, key: str, chat: int = 7, message: int = 500) -> int:
        query = {"id": "q1", "from": {**PERSON, "id": chat}, "data": key, "chat_instance": "1"}
        query["message"] = {"message_id": message, "date": 1, "chat": {"id": chat, "type": "private"}}
        return self.put({"callback_query": query})

    def put(self, update: dict[str, Any]) -> int:
        number = update.setdefault("update_id", self._next_update)
        self._next_update = max(self._next_update, number) + 1
        self.updates.append(update)
        self._news.set()
        return int(number)

    # --- what the bot did

    def sent(self, chat: int | None = None) -> list[str]:
        return [one["text"] for one in self.messages(chat)]

    def sent_to(self, chat: int) -> list[str]:
        """What one chat was sent, kept by chat, so that thousands can be looked at."""
        return self.told[chat]

    def messages(self, chat: int | None = None) -> list[dict[str, Any]]:
        found = [arguments for method, arguments in self.calls if method == "sendMessage"]
        return [one for one in found if chat is None or one["chat_id"] == chat]

    def buttons(self, message: dict[str, Any]) -> dict[str, str]:
        rows = (message.get("reply_markup") or {}).get("inline_keyboard", [])
        return {one["text"]: one.get("callback_data", one.get("url")) for row in rows for one in row}

    def by_chat(self) -> dict[int, list[str]]:
        found: dict[int, list[str]] = defaultdict(list)
        for one in self.messages():
            found[one["chat_id"]].append(one["text"])
        return found

    # --- HTTP

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while request := await _request(reader):
                path, arguments = request
                answer = await self._answer(path, arguments)
                if answer is None:
                    break
                body = answer.body if isinstance(answer.body, bytes) else json.dumps(answer.body).encode()
                head = f"HTTP/1.1 {answer.status} X\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
                writer.write(head.encode() + body)
                await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            pass
        finally:
            writer.close()

    async def _answer(self, path: str, arguments: dict[str, Any]) -> Answer | None:
        _, bot, method = path.split("/", 2)
        if bot != f"bot{TOKEN}":
            return Answer(401, {"ok": False, "error_code": 401, "description": "Unauthorized"})
        if method != "getUpdates":
            self.tried.append((method, arguments))
        fault = self.fault(method, arguments) if self.fault else None
        if fault == "hang":
            await asyncio.sleep(60)
            return None
        if isinstance(fault, Answer):
            return fault
        answer = await self._polled(arguments) if method == "getUpdates" else self._done(method, arguments)
        return None if fault == "drop" else answer

    async def _polled(self, arguments: dict[str, Any]) -> Answer:
        offset = arguments.get("offset")
        self.offsets.append(offset)
        while offset is not None and self.updates and self.updates[0]["update_id"] < offset:
            self.updates.popleft()
        if not self.updates:
            self._news.clear()
            try:
                async with asyncio.timeout(min(float(arguments.get("timeout", 0)), 1.0)):
                    await self._news.wait()
            except TimeoutError:
                pass
        return Answer(body={"ok": True, "result": list(self.updates)[:100]})

    def _done(self, method: str, arguments: dict[str, Any]) -> Answer:
        self.calls.append((method, arguments))
        if method == "sendMessage":
            self.told[arguments["chat_id"]].append(arguments["text"])
        if method == "getMe":
            return Answer(
                body={"ok": True, "result": {"id": 1, "is_bot": True, "first_name": "S", "username": "signpost_bot"}}
            )
        self._next_message += 1
        return Answer(
            body={
                "ok": True,
                "result": {"message_id": self._next_message, "date": 1, "chat": {"id": 7, "type": "private"}},
            }
        )


def too_many(seconds: float) -> Answer:
    return Answer(
        429,
        {"ok": False, "error_code": 429, "description": "Too Many Requests", "parameters": {"retry_after": seconds}},
    )


def error(status: int, description: str) -> Answer:
    return Answer(status, {"ok": False, "error_code": status, "description": description})


async def _request(reader: asyncio.StreamReader) -> tuple[str, dict[str, Any]] | None:
    line = await reader.readline()
    if not line:
        return None
    headers: dict[str, str] = {}
    while (header := (await reader.readline()).decode().strip()) != "":
        name, _, value = header.partition(":")
        headers[name.casefold()] = value.strip()
    body = await reader.readexactly(int(headers.get("content-length", 0)))
    kind = headers.get("content-type", "")
    if kind.startswith("multipart/"):
        return line.split()[1].decode(), _multipart(body, kind)
    told = parse_qs(body.decode(), keep_blank_values=True)
    return line.split()[1].decode(), {key: _value(values[0]) for key, values in told.items()}


def _multipart(body: bytes, kind: str) -> dict[str, Any]:
    from email.parser import BytesParser

    parsed = BytesParser().parsebytes(f"Content-Type: {kind}\r\n\r\n".encode() + body)
    found: dict[str, Any] = {}
    for part in parsed.get_payload():
        name = part.get_param("name", header="content-disposition")  # type: ignore[union-attr]
        content = part.get_payload(decode=True)  # type: ignore[union-attr]
        file = part.get_filename()  # type: ignore[union-attr]
        found[str(name)] = {"name": file, "content": content} if file else _value(content.decode())  # type: ignore[union-attr]
    return found


def _value(text: str) -> Any:
    try:
        value = json.loads(text)
    except ValueError:
        return text
    return value if isinstance(value, dict | list | int | bool) else text
