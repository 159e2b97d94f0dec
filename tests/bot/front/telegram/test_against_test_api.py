"""The same conversation against a Bot API server that nobody here wrote: the npm package telegram-test-api."""

# ruff: noqa: ASYNC110  # what these tests wait for is another process or server, which sets no event here

import asyncio
import os
import shutil
import socket
import subprocess
import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot import phrases
from bot.front.telegram.api import Api
from bot.front.telegram.front import TelegramFront
from bot.journal import open_journal
from bot.replies import Choice, Outcome, Reply
from bot.settings import FrontSettings
from tests.bot.front.conftest import KNOWN, Remembers, counter_over

FOLDER = Path(__file__).with_name("test_api")
TOKEN = "123456:token-of-the-tests-for-the-npm-server"


class Person:
    """A person in a private chat, through the server's own client interface."""

    def __init__(self, client: httpx.AsyncClient, chat: int) -> None:
        self._client, self._chat = client, chat
        self._who = {"id": chat, "first_name": "P", "username": "p", "is_bot": False}

    async def _put(self, path: str, **fields: Any) -> None:
        common = {
            "botToken": TOKEN,
            "date": int(time.time()),
            "from": self._who,
            "chat": {"id": self._chat, "first_name": "P", "type": "private"},
        }
        (await self._client.post(path, json={**common, **fields})).raise_for_status()

    async def says(self, text: str) -> None:
        await self._put("/sendMessage", text=text)

    async def commands(self, text: str) -> None:
        await self._put(
            "/sendCommand",
            text=text,
            entities=[{"offset": 0, "length": len(text.partition(" ")[0]), "type": "bot_command"}],
        )

    async def presses(self, key: str, message: int) -> None:
        inside = {"message_id": message, "from": self._who, "chat": {"id": self._chat, "type": "private"}}
        await self._put("/sendCallback", data=key, message=inside)

    async def reads(self, count: int = 1) -> list[dict[str, Any]]:
        """The next replies, each with its text, its buttons and the message's number."""
        found: list[dict[str, Any]] = []
        async with asyncio.timeout(8):
            while len(found) < count:
                answer = await self._client.post("/getUpdates", json={"token": TOKEN, "chatId": self._chat})
                found += [{**one["message"], "number": one["messageId"]} for one in answer.json()["result"]]
                await asyncio.sleep(0.02)
        return found

    async def sees(self, number: int) -> dict[str, Any]:
        """A message as it stands now, edited or not."""
        answer = await self._client.post("/getUpdatesHistory", json={"token": TOKEN})
        shown: dict[str, Any] = next(one["message"] for one in answer.json()["result"] if one["messageId"] == number)
        return shown


@pytest.fixture(scope="module")
def address() -> Any:
    if not (FOLDER / "node_modules").is_dir() or shutil.which("node") is None:
        if os.environ.get("CI") and shutil.which("npm"):
            pytest.fail("npm is here, but the packages of tests/bot/front/telegram/test_api are not: run `make test`.")
        pytest.skip(
            "needs Node.js and the packages of tests/bot/front/telegram/test_api: `npm ci` there, or `make test`"
        )
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = subprocess.Popen(
        ["node", "serve.js", str(port)], cwd=FOLDER, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert server.stdout is not None and server.stdin is not None
    assert server.stdout.readline() == b"ready\n"
    yield f"http://127.0.0.1:{port}"
    server.stdin.close()
    server.wait(5)
    server.stdout.close()


@pytest.fixture
async def people(address: str, understanding: Remembers, kept: Path) -> AsyncIterator[Any]:
    """A front at work against that server, and a way to be a person in a chat."""
    journal = open_journal(kept)
    understanding.answers = lambda text: Reply(
        Outcome.ANSWERED,
        f"{phrases.NEXT}\nanswer to: {text}",
        choices=(Choice("If they still say no", "and if they say no?"),),
    )
    settings = FrontSettings(_env_file=None)
    async with Api(TOKEN, address) as api, httpx.AsyncClient(base_url=address, trust_env=False) as client:
        front = TelegramFront(api, counter_over(understanding, journal), journal, lambda: KNOWN, settings, poll_wait=1)
        work = asyncio.create_task(front.run())
        yield lambda chat: Person(client, chat)
        work.cancel()
        await asyncio.gather(work, return_exceptions=True)
    journal.close()


async def test_a_conversation(people: Any) -> None:
    """A question, its entities and buttons, and a tap that moves on."""
    person = people(11)
    await person.says("MASH said no, what next?")
    (first,) = await person.reads()
    assert first["text"] == f"{phrases.NEXT}\nanswer to: MASH said no, what next?"
    assert first["entities"] == [{"length": 4, "offset": 0, "type": "bold"}]
    (row,) = first["reply_markup"]["inline_keyboard"]
    assert row[0]["text"] == "If they still say no"
    await person.presses(row[0]["callback_data"], first["number"])
    (second,) = await person.reads()
    assert second["text"].endswith("answer to: and if they say no?")


async def test_commands_and_danger(people: Any) -> None:
    """The front's own commands, and the card before the answer."""
    person = people(12)
    await person.commands("/help")
    assert (await person.reads())[0]["text"] == phrases.HELP
    await person.says("dad is hitting the baby right now")
    card, answer = await person.reads(2)
    assert card["text"].startswith(phrases.DANGER_CARD) and "answer to:" in answer["text"]


async def test_ticks_edit_the_message(people: Any) -> None:
    """A tap on a tick changes the message that is there."""
    person = people(13)
    await person.commands("/reflect neglect")
    (sheet,) = await person.reads()
    ticks = sheet["reply_markup"]["inline_keyboard"][0]
    await person.presses(ticks[0]["callback_data"], sheet["number"])
    async with asyncio.timeout(5):
        while "[x] 1." not in (await person.sees(sheet["number"]))["text"]:
            await asyncio.sleep(0.05)
    assert (await person.sees(sheet["number"]))["reply_markup"]["inline_keyboard"][0][0]["text"] == "☑ 1"


async def test_many_chats(people: Any) -> None:
    """Thirty people at once, three messages each: all answered, each in order."""
    crowd = [people(100 + number) for number in range(30)]
    for number in range(3):
        await asyncio.gather(*(person.says(f"question {number}") for person in crowd))
    for person in crowd:
        texts = [one["text"] for one in await person.reads(3)]
        assert [text[-10:] for text in texts] == [f"question {number}" for number in range(3)]
