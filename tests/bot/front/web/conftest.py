"""The web front's application, asked as a browser asks it: a client that keeps the cookie and reads the forms."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.front.access import Access
from bot.front.privacy_guard import Screen, pass_through
from bot.front.senders import Senders
from bot.front.web.app import application
from bot.front.web.rooms.house import House
from bot.front.web.site import site
from bot.journal import Journal, Threads, open_journal
from bot.settings import FrontSettings
from tests.bot.front.conftest import KNOWN, NOW, Remembers, counter_over

ADDRESS = "http://127.0.0.1:8080"
_FIELD = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)">')


class Hands:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.time = NOW.timestamp()

    def __call__(self) -> float:
        return self.time


@dataclass
class Web:
    """The front over a journal on disk, which can be started again."""

    place: Path
    understanding: Remembers
    clock: Hands
    changed: dict[str, Any] = field(default_factory=dict)
    house: House | None = None
    screen: Screen = pass_through

    @asynccontextmanager
    async def running(self) -> AsyncIterator[House]:
        """The application at work."""
        journal = open_journal(self.place)
        settings = FrontSettings(_env_file=None, **self.changed)
        where = site(settings, demonstration=True)
        access = Access(journal.people, Senders(b"k" * 32), lambda: NOW.fromtimestamp(self.clock(), NOW.tzinfo))
        counter = counter_over(
            self.understanding, journal, access=access, open_to_all=where.open_to_all, screen=self.screen
        )
        self.house = House(
            counter,
            journal,
            access=access,
            site=where,
            settings=settings,
            known=lambda: KNOWN,
            threads=Threads(self.place.with_name("tracker.sqlite")),
            now=self.clock,
        )
        app = application(self.house)
        lifespan = app._app.router.lifespan_context  # the client runs none itself
        async with lifespan(app._app):
            self.app = app
            yield self.house
        self.house.writing.close()
        journal.close()

    def browser(self, **headers: str) -> "Browser":
        """A browser that has never been here."""
        transport = httpx.ASGITransport(self.app, raise_app_exceptions=False)
        address = next(iter(self.house.site.origins)) if self.house and self.house.site.secure else ADDRESS
        return Browser(httpx.AsyncClient(transport=transport, base_url=address, headers=headers), address)


class Browser:
    """Opens pages and sends the forms that it finds there, as a browser without JavaScript does."""

    def __init__(self, client: httpx.AsyncClient, address: str) -> None:
        self.client, self.address, self.page = client, address, ""

    async def open(self, path: str = "/") -> httpx.Response:
        """Open a page, going where it leads."""
        response = await self.client.get(path, follow_redirects=True)
        self.page = response.text
        return response

    async def send(self, path: str, origin: str | None = None, **fields: str) -> httpx.Response:
        """Send a form with the hidden fields of the page that is open; where it leads is opened."""
        headers = {"origin": self.address if origin is None else origin}
        response = await self.client.post(path, data={**hidden(self.page), **fields}, headers=headers)
        if response.status_code == 303:
            return await self.open(response.headers["location"])
        self.page = response.text
        return response

    async def ask(self, text: str, **fields: str) -> httpx.Response:
        """Ask from the page that is open, from the start where none is."""
        if not self.page:
            await self.open()
        return await self.send("/ask", text=text, **fields)

    @property
    def text(self) -> str:
        """What the page says, without markup."""
        return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", self.page)))


@pytest.fixture
def clock() -> Hands:
    return Hands()


@pytest.fixture
def web(tmp_path: Path, understanding: Remembers, clock: Hands) -> Web:
    return Web(tmp_path / "journal.sqlite", understanding, clock)


@pytest.fixture
async def house(web: Web) -> AsyncIterator[House]:
    """The open demonstration, at work."""
    async with web.running() as house:
        yield house


@pytest.fixture
def browser(web: Web, house: House) -> Browser:
    return web.browser()


def hidden(page: str) -> dict[str, str]:
    """The hidden fields of a page's forms."""
    return dict(_FIELD.findall(page))


def journal_of(house: House) -> Journal:
    """Its journal."""
    return house.writing.journal
