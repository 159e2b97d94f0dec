"""Script, markup and hidden characters, in whatever a person types and in whatever a manual holds, are text."""

from html.parser import HTMLParser

import pytest

from tests.bot.front.conftest import Remembers
from tests.bot.front.web import canned
from tests.bot.front.web.conftest import Browser, hidden

FIELDS = ("text", "key", "token", "unknown")


class _Tags(HTMLParser):
    """Collects what a browser would take for tags and attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.scripts: list[str | None] = []
        self.images = 0
        self.handlers: list[str] = []
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if tag == "script":
            self.scripts.append(told.get("src"))
        self.images += tag == "img"
        self.handlers += [name for name in told if name.startswith("on")]
        self.addresses += [value or "" for name, value in told.items() if name in ("href", "action", "src")]


def harmless(page: str) -> None:
    """Assert that a page holds no tag, handler or address that is not ours."""
    tags = _Tags()
    tags.feed(page)
    assert tags.scripts == ["/static/signpost.js"]
    assert tags.images == 0
    assert tags.handlers == []
    for address in tags.addresses:
        assert address.startswith(("/", "#", "tel:", "mailto:", "https://manual.example/")), address


@pytest.mark.parametrize("field", FIELDS)
async def test_markup_in_every_field(browser: Browser, field: str) -> None:
    """It is shown as it was typed, or not at all."""
    await browser.open()
    await browser.send("/ask", **{"text": "x", field: canned.HOSTILE_WORDS})
    harmless(browser.page)


@pytest.mark.parametrize("path", ["/", "/transcript"])
async def test_markup_in_a_reply(browser: Browser, understanding: Remembers, path: str) -> None:
    """A manual that holds script is quoted, not run: in each field that a page shows."""
    understanding.answers = canned.answer
    await browser.ask("hostile")
    await browser.open(path)
    harmless(browser.page)
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in browser.page
    assert "49" not in browser.text.split("alert(4)")[0].rsplit("{{", 1)[0][-20:]


async def test_markup_in_a_reflection(browser: Browser) -> None:
    """Notes and endings too."""
    await browser.ask("/reflect neglect")
    await browser.open("/reflection")
    notes = {"note-1": canned.HOSTILE_WORDS, "decide": canned.HOSTILE_WORDS, "who": canned.HOSTILE_WORDS}
    await browser.send("/reflection", **notes, do="save")
    await browser.open("/reflection")
    harmless(browser.page)
    assert "&lt;script&gt;" in browser.page


async def test_markup_in_an_address(browser: Browser) -> None:
    """Paths and queries are not put into a page."""
    for path in ("/%3Cscript%3Ealert(1)%3C/script%3E", "/?x=<script>alert(1)</script>"):
        response = await browser.client.get(path)
        harmless(response.text)


async def test_hidden_characters(browser: Browser) -> None:
    """What hides, reorders or breaks words is gone before it is asked or shown."""
    await browser.ask("who\u202e do\u200b I\x00 ca\u00adll?")
    assert "answer to: who do I call?" in browser.text
    for sign in "\u202e\u200b\x00\u00ad":
        assert sign not in browser.page


async def test_bytes_that_are_no_text(browser: Browser) -> None:
    """Half a character, or a surrogate, is replaced and the rest is asked."""
    await browser.open()
    fields = "&".join(f"{name}={value}" for name, value in hidden(browser.page).items())
    headers = {"origin": browser.address, "content-type": "application/x-www-form-urlencoded"}
    body = f"{fields}&text=who%ED%A0%80+do+I+call%C3"
    response = await browser.client.post("/ask", content=body.encode(), headers=headers, follow_redirects=True)
    assert response.status_code == 200
    assert "do I call" in response.text
