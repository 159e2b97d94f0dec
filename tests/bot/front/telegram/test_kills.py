"""Kill -9 under load: no message that Telegram handed over is lost, and none is answered out of order."""

# ruff: noqa: ASYNC110  # what these tests wait for is another process or server, which sets no event here

import asyncio
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bot import phrases
from tests.bot.front.telegram.bot_api import BotApi

PROJECT = Path(__file__).resolve().parents[4]
PATIENCE = 60.0  # seconds: a busy machine must not pass for a lost message
KILLS, CHATS = int(os.environ.get("SIGNPOST_TEST_KILLS", "4")), 20  # the full figure: `make proofs`


async def start(kept: Path, server: BotApi) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        sys.executable, str(Path(__file__).with_name("killed_front.py")), str(kept), server.url,
        cwd=PROJECT, env={**os.environ, "PYTHONPATH": str(PROJECT)}, stderr=asyncio.subprocess.DEVNULL,
    )  # fmt: skip


@pytest.mark.timeout(120 + 30 * KILLS)
async def test_nothing_is_lost(server: BotApi, kept: Path, record_property: Callable[[str, str], None]) -> None:
    """The front is killed again and again while people write; every message is answered, in order within its chat."""
    written = 0
    for _ in range(KILLS):
        process = await start(kept, server)
        try:
            before, polls = len(server.sent()), len(server.offsets)
            async with asyncio.timeout(PATIENCE):
                while len(server.offsets) == polls:
                    await asyncio.sleep(0.01)
            for _ in range(3):
                for chat in range(CHATS):
                    server.say(f"message {written // CHATS}", chat=chat + 1)
                    written += 1
            async with asyncio.timeout(PATIENCE):
                while len(server.sent()) < before + CHATS:  # in the middle of it
                    await asyncio.sleep(0.002)
        finally:
            process.kill()
            await process.wait()
    process = await start(kept, server)
    try:
        async with asyncio.timeout(2 * PATIENCE):
            while sum(len(set(texts)) for texts in answered(server).values()) < written:
                await asyncio.sleep(0.02)
    finally:
        process.kill()
        await process.wait()
    for chat, texts in answered(server).items():
        first_seen = list(dict.fromkeys(texts))  # in order, though a repeat is allowed
        assert first_seen == [f"answer to: message {number}" for number in range(written // CHATS)], chat
    record_property("figures", f"{KILLS} kills, {written} messages: 0 lost, 0 out of order")


def answered(server: BotApi) -> dict[int, list[str]]:
    """Each chat's replies, the mark of a repeated one taken off."""
    return {
        chat: [text.removeprefix(f"{phrases.SENT_AGAIN}\n") for text in texts]
        for chat, texts in server.by_chat().items()
    }
