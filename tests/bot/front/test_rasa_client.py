"""The client of Rasa: one Reply or Silence, never an exception, and nobody types a command."""

import asyncio
import json
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.front.rasa import Silence, Understanding, Why, read, together, without_command
from bot.replies import Choice, Outcome, Reply, to_wire

FINE = Reply(Outcome.ANSWERED, "Do this.", choices=(Choice("More", "more"),))


def client(handler: Any, budget: float = 2.0) -> Understanding:
    """A client whose requests go to `handler`."""
    return Understanding("http://127.0.0.1:1", budget, httpx.AsyncClient(transport=httpx.MockTransport(handler)))


def body(*replies: Reply) -> bytes:
    """What the channel sends for these replies."""
    return json.dumps([{"recipient_id": "a", "custom": to_wire(one)} for one in replies]).encode()


async def test_a_reply_comes_back_whole() -> None:
    """What an action said is what the front gets, field by field."""
    async with client(lambda request: httpx.Response(200, content=body(FINE))) as rasa:
        assert await rasa.reply("a", "hello", {}) == FINE


async def test_what_is_sent() -> None:
    """The sender, the text and the metadata reach Rasa as they were given."""
    sent: list[dict[str, Any]] = []

    def keep(request: httpx.Request) -> httpx.Response:
        sent.append(json.loads(request.content))
        return httpx.Response(200, content=body(FINE))

    async with client(keep) as rasa:
        await rasa.reply("hash", "what next", {"area": "Here", "explain": True})
    assert sent == [{"sender": "hash", "message": "what next", "metadata": {"area": "Here", "explain": True}}]


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (httpx.Response(200, content=b"[]"), Why.EMPTY),
        (httpx.Response(500, content=b'{"error": "failed"}'), Why.FAILED),
        (httpx.Response(404), Why.FAILED),
        (httpx.Response(200, content=b""), Why.BROKEN),
        (httpx.Response(200, content=b"[{"), Why.BROKEN),
        (httpx.Response(200, content=b"{}"), Why.BROKEN),
        (httpx.Response(200, content=b"null"), Why.BROKEN),
        (httpx.Response(200, content=b"\xff\xfe"), Why.BROKEN),
        (httpx.Response(200, content=b'[{"text": "hi"}]'), Why.BROKEN),
        (httpx.Response(200, content=b'[{"custom": {"outcome": "sure", "message": 1}}]'), Why.BROKEN),
        (httpx.Response(200, content=b"[" * 100_000), Why.BROKEN),
    ],
)
async def test_anything_but_a_reply_is_silence(answer: httpx.Response, why: Why) -> None:
    """An empty, failed or broken answer is told apart from a reply, so that the front can show its safe card."""
    async with client(lambda request: answer) as rasa:
        assert await rasa.reply("a", "hello", {}) == Silence(why)


async def test_a_late_reply_is_silence_in_time() -> None:
    """The budget holds: whoever waits gets the safe card when it is over."""

    async def slow(request: httpx.Request) -> httpx.Response:
        await asyncio.sleep(5)
        return httpx.Response(200, content=body(FINE))

    async with client(slow, budget=0.05) as rasa:
        before = asyncio.get_running_loop().time()
        assert await rasa.reply("a", "hello", {}) == Silence(Why.LATE)
        assert asyncio.get_running_loop().time() - before < 1


async def test_nobody_there_is_silence() -> None:
    """A server that is down is no exception."""
    async with Understanding("http://127.0.0.1:9") as rasa:
        assert await rasa.reply("a", "hello", {}) == Silence(Why.UNREACHABLE)


async def test_one_chat_keeps_its_order_and_others_do_not_wait() -> None:
    """Messages of one chat go out one after the other; another chat's goes out at once."""
    seen: list[str] = []

    async def slow_first(request: httpx.Request) -> httpx.Response:
        told = json.loads(request.content)
        if told["message"] == "0":
            await asyncio.sleep(0.05)
        seen.append(told["sender"] + told["message"])
        return httpx.Response(200, content=body(FINE))

    async with client(slow_first) as rasa:
        await asyncio.gather(*(rasa.reply("a", str(place), {}) for place in range(4)), rasa.reply("b", "x", {}))
    assert seen == ["bx", "a0", "a1", "a2", "a3"]


@given(st.text())
def test_no_text_is_a_command(text: str) -> None:
    """Whatever is typed, Rasa sees no leading slash; text that has none is not touched."""
    cleaned = without_command(text)
    assert not cleaned.strip().startswith("/")
    if not text.strip().startswith("/"):
        assert cleaned == text


@given(st.binary())
def test_any_bytes_can_be_read(content: bytes) -> None:
    """Reading an answer never raises."""
    assert isinstance(read(content), Reply | Silence)


def test_several_replies_become_one() -> None:
    """An answer in the middle of the guided help comes with the question that is asked again."""
    asked = Reply(Outcome.ASK_BACK, "And then?", choices=(Choice("Yes", "yes"),))
    both = together([FINE, asked])
    assert both.message == "Do this.\n\nAnd then?"
    assert both.outcome is Outcome.ANSWERED
    assert both.choices == asked.choices
