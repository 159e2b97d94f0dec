"""A Telegram front at work against the Bot API server of these tests."""

# ruff: noqa: ASYNC110  # what these tests wait for is another process or server, which sets no event here

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from bot.front.telegram.api import Api
from bot.front.telegram.front import TelegramFront
from bot.front.telegram.sending import Tempo
from bot.journal import Journal, open_journal
from bot.settings import FrontSettings
from tests.bot.front.conftest import KNOWN, Remembers, counter_over
from tests.bot.front.telegram.bot_api import TOKEN, BotApi

QUICK = Tempo(first=0.02, longest=0.1)


class Bench:
    """A server, an understanding, a journal, and a front that can be started again over them."""

    def __init__(
        self, server: BotApi, understanding: Remembers, journal: Journal, now: Callable[[], float] = time.time
    ) -> None:
        self.server, self.understanding, self.journal, self.now = server, understanding, journal, now
        self.settings = FrontSettings(_env_file=None)
        self.front: TelegramFront | None = None

    @asynccontextmanager
    async def running(self, **counter: Any) -> AsyncIterator[TelegramFront]:
        async with Api(TOKEN, self.server.url) as api:
            over = counter_over(self.understanding, self.journal, **counter)
            front = TelegramFront(
                api, over, self.journal, lambda: KNOWN, self.settings, tempo=QUICK, poll_wait=1, now=self.now
            )
            work = asyncio.create_task(front.run())
            self.front = front
            try:
                yield front
            finally:
                work.cancel()
                await asyncio.gather(work, return_exceptions=True)

    async def until(self, seen: Callable[[], Any], within: float = 5.0) -> None:
        """Wait until something can be seen; fail where it cannot in time."""
        async with asyncio.timeout(within):
            while not seen():
                await asyncio.sleep(0.005)

    async def quiet(self, seconds: float = 0.15) -> None:
        """Wait until everything in flight is done, and nothing more comes for a moment."""
        await asyncio.sleep(seconds)
        assert self.front is not None
        await self.front.settled()


@pytest.fixture
async def server() -> AsyncIterator[BotApi]:
    api = BotApi()
    await api.start()
    yield api
    await api.stop()


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "journal.sqlite"


@pytest.fixture
def bench(server: BotApi, understanding: Remembers, kept: Path) -> Any:
    journal = open_journal(kept)
    yield Bench(server, understanding, journal)
    journal.close()
