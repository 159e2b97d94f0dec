"""The pages in a real browser: Debian's Chromium, at a phone's and a desktop's width, with and without JavaScript."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from bot import phrases
from bot.front.access import Access
from bot.front.senders import Senders
from bot.journal import open_journal
from bot.journal.people import Role

PROJECT = Path(__file__).resolve().parents[4]
AXE = Path(__file__).with_name("node_modules") / "axe-core" / "axe.min.js"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
PHONE, DESKTOP = {"width": 360, "height": 740}, {"width": 1280, "height": 900}
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed (Debian: apt-get install chromium)"),
]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A front that is served for these tests, open to all."""
    with front(tmp_path_factory.mktemp("web") / "journal.sqlite", "yes") as where:
        yield where


@contextmanager
def front(place: Path, open_to_all: str) -> Iterator[str]:
    """The address of a front in a process of its own."""
    command = [sys.executable, "-m", "tests.bot.front.web.served", str(place), open_to_all]
    with subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        port = process.stdout.readline().strip()
        yield f"http://127.0.0.1:{port}"
        process.terminate()


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield browser
        browser.close()


@contextmanager
def opened(chromium: Browser, address: str, **how: Any) -> Iterator[Page]:
    """A page on the start, in a browser of its own; any error that it reports fails the test."""
    context: BrowserContext = chromium.new_context(base_url=address, **{"viewport": DESKTOP, **how})
    context.set_default_timeout(8000)
    page = context.new_page()
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda request: None if request.url.startswith(address) else wrong.append(request.url))
    page.goto("/")
    yield page
    context.close()
    assert [one for one in wrong if "422" not in one] == []


def ask(page: Page, words: str) -> None:
    """Ask, and wait for the answer to be on the page."""
    page.get_by_role("textbox").fill(words)
    page.get_by_role("button", name=phrases.WEB_ASK, exact=True).click()
    expect(page.locator(".asked-words").first).to_have_text(words)


def violations(page: Page) -> list[str]:
    """What axe-core finds wrong with the page as it stands, every disclosure open."""
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    # Run from outside the page: its policy lets nothing in.
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("(rules) => axe.run(document, { runOnly: rules })", RULES)
    return [
        f"{one['id']}: {node['html'][:160]} {node['failureSummary'][:300]}"
        for one in found["violations"]
        for node in one["nodes"]
    ]


def test_a_conversation(chromium: Browser, address: str) -> None:
    """The answer comes without leaving the page; focus is on it, and a screen reader is told."""
    with opened(chromium, address) as page:
        ask(page, "slow steps")
        expect(page.locator("#answer")).to_be_focused()
        expect(page.get_by_role("status")).to_have_text(phrases.WEB_ANSWERED)
        expect(page).to_have_title(re.compile(phrases.WEB_ANSWER))
        page.get_by_role("button", name="If they still say no").click()
        expect(page.locator(".asked-words").first).to_have_text("and if they still say no?")
        expect(page.get_by_role("heading", name=phrases.WEB_EARLIER)).to_be_visible()


def test_a_quotation_opens_in_place(chromium: Browser, address: str) -> None:
    """With section and version, and a link only where the host is the manual's own."""
    with opened(chromium, address) as page:
        ask(page, "steps")
        step = page.locator(".part-next li").first
        step.locator("summary").click()
        expect(step).to_contain_text("Here Procedures, Escalation, 3.1 When they say no")
        expect(step).to_contain_text("Version of May 2026")
        expect(step.get_by_role("link")).to_have_attribute("href", "https://manual.example/escalation")
        page.get_by_text(phrases.WEB_MORE_STEPS.format(count=1)).click()
        third = page.locator(".part-next details.more li").first
        third.locator("summary").click()
        expect(third).to_contain_text("Keep a copy.")
        expect(third.get_by_role("link")).to_have_count(0)
        assert page.locator("a[href*='elsewhere.example']").count() == 0


def test_whom_to_call(chromium: Browser, address: str) -> None:
    """A number to dial, and in words whether somebody is there."""
    with opened(chromium, address, viewport=PHONE) as page:
        ask(page, "steps")
        door = page.locator(".call", has_text="Front Door")
        expect(door.get_by_role("link", name="01632 960111")).to_have_attribute("href", "tel:+441632960111")
        expect(door).to_contain_text(phrases.WEB_CALL_NOW)
        night = page.locator(".call", has_text="Night Team")
        expect(night).to_contain_text(phrases.WEB_CALL_CLOSED)
        expect(night).to_contain_text(phrases.WEB_CALL_OUT)
        expect(page.locator(".part-next li").first).to_contain_text(phrases.WEB_MUST)


@pytest.mark.parametrize("scripted", [True, False])
def test_danger_first(chromium: Browser, address: str, scripted: bool) -> None:
    """The card is the first thing on the page while the rest is still looked up, and no other thing stands above it."""
    with opened(chromium, address, java_script_enabled=scripted) as page:
        page.get_by_role("textbox").fill("never mind, he is hitting the child right now")
        page.get_by_role("button", name=phrases.WEB_ASK, exact=True).click()
        alert = page.get_by_role("alert")
        expect(alert).to_contain_text("Call 999")
        expect(alert.get_by_role("heading", level=1)).to_be_visible()
        expect(alert.get_by_role("link", name="999").first).to_have_attribute("href", "tel:999")
        box = alert.bounding_box()
        asked = page.locator(".asked").bounding_box()
        assert box and asked and box["y"] < asked["y"]


def test_without_javascript(chromium: Browser, address: str) -> None:
    """Ask, choose, read a source, print, finish: all of it works."""
    with opened(chromium, address, java_script_enabled=False, viewport=PHONE) as page:
        ask(page, "steps")
        assert page.url.endswith("/#answer")
        page.locator(".part-next li").first.locator("summary").click()
        expect(page.get_by_text("Version of May 2026").first).to_be_visible()
        page.get_by_role("button", name="If they still say no").click()
        expect(page.locator(".asked-words").first).to_have_text("and if they still say no?")
        page.reload()
        expect(page.locator(".asked-words")).to_have_count(1)
        page.get_by_role("link", name=phrases.WEB_PRINT).click()
        expect(page.get_by_role("heading", level=1)).to_have_text(phrases.WEB_PRINT_TITLE)
        page.get_by_role("link", name=phrases.WEB_BACK).click()
        page.get_by_role("button", name=phrases.WEB_FINISH).click()
        expect(page.get_by_role("heading", level=1)).to_have_text(phrases.WEB_TITLE)


def test_keyboard_alone(chromium: Browser, address: str) -> None:
    """From the skip link to the answer and its sources, without a mouse; focus can always be seen."""
    with opened(chromium, address) as page:
        press = page.keyboard.press
        press("Tab")
        expect(page.get_by_role("link", name=phrases.WEB_SKIP)).to_be_focused()
        press("Enter")
        _tab_to(page, "textarea")
        page.keyboard.type("steps")
        _tab_to(page, "button[type=submit]")
        press("Enter")
        expect(page.locator("#answer")).to_be_focused()
        _tab_to(page, ".part-next summary")
        press("Enter")
        expect(page.locator(".part-next details").first).to_have_attribute("open", "")
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
        _tab_to(page, "button.choice[value^='and if']")
        press("Space")
        expect(page.locator(".asked-words").first).to_have_text("and if they still say no?")
        _tab_to(page, "textarea")
        page.keyboard.type("signs")
        press("Control+Enter")
        expect(page.locator(".asked-words").first).to_have_text("signs")
        _tab_to(page, "input[type=checkbox]")
        press("Space")
        expect(page.get_by_role("checkbox").first).to_be_checked()


def test_an_error_leads_to_its_field(chromium: Browser, address: str) -> None:
    """Nothing asked: the summary has the focus, its link goes to the field, the field is described by the error."""
    with opened(chromium, address) as page:
        page.get_by_role("button", name=phrases.WEB_ASK, exact=True).click()
        expect(page.get_by_role("alert")).to_be_focused()
        page.get_by_role("link", name=phrases.WEB_NEEDS_QUESTION).click()
        field = page.get_by_role("textbox")
        expect(field).to_be_focused()
        expect(field).to_have_accessible_description(re.compile(phrases.WEB_NEEDS_QUESTION))


def test_a_reflection(chromium: Browser, address: str, tmp_path: Path) -> None:
    """Tick, note, save, take it away as Word; then the sheet is gone."""
    with opened(chromium, address, accept_downloads=True) as page:
        ask(page, "/reflect neglect")
        page.get_by_role("link", name=phrases.WEB_REFLECTION_OPEN).click()
        page.get_by_role("checkbox").first.check()
        page.get_by_label(phrases.WEB_REFLECTION_NOTE.format(number=1)).fill("we saw too little")
        page.get_by_label(phrases.REFLECT_END[0]).fill("we escalate")
        page.get_by_role("button", name=phrases.WEB_REFLECTION_SAVE, exact=True).click()
        expect(page.get_by_role("checkbox").first).to_be_checked()
        expect(page.get_by_label(phrases.REFLECT_END[0])).to_have_value("we escalate")
        assert violations(page) == []
        with page.expect_download() as download:
            page.get_by_role("button", name="Export as Word").click()
        file = tmp_path / download.value.suggested_filename
        download.value.save_as(file)
        assert file.suffix == ".docx"
        assert file.read_bytes()[:2] == b"PK"
        page.goto("/reflection")
        expect(page.get_by_role("heading", level=1)).to_have_text(phrases.WEB_REFLECTION_NONE)


def test_a_list_that_the_conversation_ticks(chromium: Browser, address: str) -> None:
    """What is had and what is still to find, in words; a button for each, and none of them twice."""
    with opened(chromium, address) as page:
        ask(page, "referral")
        expect(page.locator(".having li").first).to_contain_text(phrases.WEB_HAVE_IT)
        assert violations(page) == []
        expect(page.get_by_role("button", name="Have 2")).to_have_count(0)
        page.get_by_role("button", name=re.compile(f"{phrases.WEB_TICK_DO}.*What you saw")).click()
        expect(page.locator(".asked-words").first).to_have_text("have 2")


def test_copying_the_line_for_the_record(chromium: Browser, address: str) -> None:
    """One button puts it on the clipboard, and says so."""
    with opened(chromium, address, permissions=["clipboard-read", "clipboard-write"]) as page:
        ask(page, "steps")
        page.get_by_role("button", name=phrases.WEB_COPY).click()
        expect(page.get_by_role("status")).to_have_text(phrases.WEB_COPIED)
        assert page.evaluate("navigator.clipboard.readText()").startswith("Consulted Here Procedures")


@pytest.mark.parametrize(("width", "scheme"), [(PHONE, "light"), (DESKTOP, "dark")], ids=["phone", "desktop"])
def test_accessible(chromium: Browser, address: str, width: dict[str, int], scheme: Any) -> None:
    """axe-core finds nothing against WCAG 2.2 AA or its own best practice, on any page: a phone in light, a desktop in dark."""
    if not AXE.is_file():
        pytest.skip("axe-core is not installed: npm ci in tests/bot/front/web")
    with opened(chromium, address, viewport=width, color_scheme=scheme, reduced_motion="reduce") as page:
        assert violations(page) == []
        for words in ("steps", "signs", "level", "colour", "he is hitting the child right now", "/reflect neglect"):
            ask(page, words)
            assert violations(page) == [], words
        page.get_by_role("button", name=phrases.WEB_ASK, exact=True).click()
        expect(page.get_by_role("alert").last).to_be_visible()
        assert violations(page) == []
        for path in ("/transcript", "/reflection", "/about"):
            page.goto(path)
            assert violations(page) == [], path


def test_signing_in(chromium: Browser, tmp_path: Path) -> None:
    """A code that does not work leads back to its field; one that does opens the conversation; both pages are accessible."""
    place = tmp_path / "journal.sqlite"
    with front(place, "no") as where, opened(chromium, where, viewport=PHONE) as page:
        expect(page.get_by_role("heading", level=1)).to_have_text(phrases.WEB_SIGN_IN)
        assert violations(page) == []
        page.get_by_label(phrases.WEB_CODE).fill("AAAA-AAAA-AAA2")
        page.get_by_role("button", name=phrases.WEB_SIGN_IN_DO).click()
        expect(page.get_by_role("alert")).to_be_focused()
        expect(page.get_by_label(phrases.WEB_CODE)).to_have_accessible_description(
            re.compile(phrases.ACCESS_WRONG_CODE)
        )
        assert violations(page) == []
        journal = open_journal(place)
        invitation = Access(journal.people, Senders(b"k" * 32), lambda: datetime.now(UTC)).invite(Role.PRACTITIONER, "")
        journal.close()
        page.get_by_label(phrases.WEB_CODE).fill(invitation.code)
        page.keyboard.press("Enter")
        ask(page, "steps")
        (cookie,) = page.context.cookies()
        assert (cookie["httpOnly"], cookie["sameSite"]) == (True, "Strict")


def test_trouble_is_accessible(chromium: Browser, address: str) -> None:
    """A page that refuses, and one that is not there."""
    context = chromium.new_context(base_url=address)
    page = context.new_page()
    page.goto("/nowhere")
    assert violations(page) == []
    page.goto("/")
    page.evaluate("document.querySelector('form.question input[name=token]').value = 'forged'")
    page.evaluate("document.querySelector('textarea').value = 'he is hitting the child right now'")
    page.evaluate("HTMLFormElement.prototype.submit.call(document.querySelector('form.question'))")
    expect(page.get_by_role("heading", level=1)).to_have_text(phrases.WEB_FORGED)
    assert violations(page) == []
    context.close()


def test_narrow_and_large(chromium: Browser, address: str) -> None:
    """At 320 pixels nothing scrolls sideways, and what can be pressed is at least 24 pixels high."""
    with opened(chromium, address, viewport={"width": 320, "height": 600}) as page:
        for words in ("steps", "signs", "level", "hostile", "/reflect neglect"):
            ask(page, words)
            page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
            assert page.evaluate("document.documentElement.scrollWidth") <= 320, words
            small = page.evaluate(
                "[...document.querySelectorAll('button, summary, input[type=checkbox], .reach a, .links a')]"
                ".filter((one) => one.getClientRects().length && one.getBoundingClientRect().height < 24)"
                ".map((one) => one.outerHTML)"
            )
            assert small == [], words


def test_printing(chromium: Browser, address: str) -> None:
    """The transcript on paper: the words and their sources, and nothing to press."""
    with opened(chromium, address) as page:
        ask(page, "steps")
        page.goto("/transcript")
        page.emulate_media(media="print")
        expect(page.get_by_text("Keep a copy.").first).to_be_visible()
        expect(page.locator("footer")).to_be_hidden()
        assert page.locator("button:visible").count() == 0


def _tab_to(page: Page, selector: str) -> None:
    """Press the tabulator until what `selector` names has the focus."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"the tabulator does not lead to {selector}")
