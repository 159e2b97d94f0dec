"""What every response carries, and what no page holds."""

import re

import pytest

from bot.front.web.pages import FOLDER
from tests.bot.front.conftest import Remembers
from tests.bot.front.web import canned
from tests.bot.front.web.conftest import Browser

PATHS = ("/", "/ask", "/sign-in", "/about", "/transcript", "/reflection", "/health", "/nowhere", "/static/signpost.css")


@pytest.mark.parametrize("path", PATHS)
async def test_every_response(browser: Browser, path: str) -> None:
    """A strict policy, no sniffing, no framing; nothing is kept by a cache."""
    headers = (await browser.client.get(path)).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["cache-control"] == "no-store"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"


async def test_no_page_runs_or_loads_what_is_not_ours(browser: Browser, understanding: Remembers) -> None:
    """No inline script or style, no handler in an attribute, nothing from another host."""
    understanding.answers = canned.answer
    pages = [(await browser.open(path)).text for path in ("/", "/sign-in", "/about", "/nowhere", "/reflection")]
    for text in ("steps", "signs", "level", "colour", "/reflect"):
        await browser.ask(text)
        pages.append(browser.page)
    pages.append((await browser.open("/transcript")).text)
    pages.append((await browser.open("/reflection")).text)
    for page in pages:
        assert re.findall(r"<script(?![^>]* src=\"/static/)", page) == []
        assert re.findall(r"<style|\sstyle=|\son\w+=", page) == []
        assert re.findall(r'(?:src|action|<link[^>]*href)="(?!/)', page) == []


def test_nothing_is_marked_as_safe() -> None:
    """No template switches escaping off."""
    for template in (FOLDER / "templates").glob("*.html"):
        assert not re.search(r"\|\s*safe|autoescape\s+false|Markup", template.read_text(encoding="utf-8"))


async def test_static_files_say_what_they_are(browser: Browser) -> None:
    """So that a browser told not to guess takes them."""
    assert (await browser.client.get("/static/signpost.css")).headers["content-type"].startswith("text/css")
    assert "javascript" in (await browser.client.get("/static/signpost.js")).headers["content-type"]
