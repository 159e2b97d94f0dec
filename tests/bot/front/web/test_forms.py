"""Forms that are not ours, too large or too odd: refused with a page that says what to do, and danger is answered all the same."""

import pytest

from bot import phrases
from bot.front.web.forms import LARGEST
from tests.bot.front.conftest import Remembers
from tests.bot.front.web.conftest import Browser, hidden

DANGER = "the father is hitting the child right now"


async def test_a_missing_token(browser: Browser, understanding: Remembers) -> None:
    """403, nothing is asked, and what was typed stands in a form that works."""
    await browser.open()
    response = await browser.send("/ask", token="", text="who do I call?")
    assert response.status_code == 403
    assert phrases.WEB_FORGED in browser.text
    assert "who do I call?</textarea>" in browser.page
    assert understanding.asked == []
    await browser.send("/ask", text="who do I call?")
    assert "answer to: who do I call?" in browser.text


@pytest.mark.parametrize("token", ["x", "0.", "6b0b114b." + "0" * 64, "-1.", "\x00", "9" * 4000])
async def test_a_forged_token(browser: Browser, understanding: Remembers, token: str) -> None:
    """Whatever it is, it is refused."""
    await browser.open()
    assert (await browser.send("/ask", token=token, text="x")).status_code == 403
    assert understanding.asked == []


async def test_another_browsers_token(web: object, browser: Browser, understanding: Remembers) -> None:
    """A token is good for the browser that it was made for."""
    other = web.browser()  # type: ignore[attr-defined]
    await other.open()
    await browser.open()
    token = hidden(other.page)["token"]
    assert (await browser.send("/ask", token=token, text="x")).status_code == 403
    assert understanding.asked == []


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "", "http://127.0.0.1:9", "http://127.0.0.1:8080.evil.example"])  # fmt: skip
async def test_another_sites_form(browser: Browser, understanding: Remembers, origin: str) -> None:
    """Even with a good token: refused, and its words are not put into our page."""
    await browser.open()
    response = await browser.send("/ask", origin=origin, text="planted words")
    assert response.status_code == 403
    assert "planted words" not in browser.page
    assert understanding.asked == []


async def test_danger_from_another_site(browser: Browser) -> None:
    """Whoever sent it, the card is shown; the words are not."""
    await browser.open()
    await browser.send("/ask", origin="https://evil.example", text=f"planted words {DANGER}")
    assert 'role="alert"' in browser.page
    assert "planted words" not in browser.page


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"sec-fetch-site": "same-origin"}, 303),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site"}, 403),
        ({}, 403),
        ({"origin": "http://127.0.0.1:8080", "sec-fetch-site": "cross-site"}, 403),
    ],
)
async def test_where_a_form_comes_from(browser: Browser, headers: dict[str, str], status: int) -> None:
    """One of the two headers must say that it is ours, and neither may say that it is not."""
    await browser.open()
    data = {**hidden(browser.page), "text": "x"}
    assert (await browser.client.post("/ask", data=data, headers=headers)).status_code == status


async def test_a_form_without_a_cookie(web: object, browser: Browser, understanding: Remembers) -> None:
    """Cookies blocked: the page says so and keeps the words."""
    await browser.open()
    browser.client.cookies.clear()
    assert (await browser.send("/ask", text="my words")).status_code == 403
    assert "my words</textarea>" in browser.page
    assert understanding.asked == []


async def test_danger_in_a_refused_form(browser: Browser) -> None:
    """The card stands above the refusal."""
    await browser.open()
    await browser.send("/ask", token="forged", text=DANGER)
    assert browser.page.index('role="alert"') < browser.page.index(f">{phrases.WEB_FORGED}</h1>")


async def test_a_flood(browser: Browser) -> None:
    """Past the limit: 429 with what was typed; danger still gets its card; a minute later all is well."""
    for number in range(15):
        assert (await browser.ask(f"question {number}")).status_code == 200
    assert (await browser.ask("one more")).status_code == 429
    assert "one more</textarea>" in browser.page
    assert (await browser.send("/ask", text=DANGER)).status_code == 429
    assert 'role="alert"' in browser.page


async def test_an_oversized_body(browser: Browser, understanding: Remembers) -> None:
    """413 with a page in plain English, by its announced length as by what really comes."""
    response = await browser.ask("x" * (LARGEST + 1))
    assert response.status_code == 413
    assert phrases.WEB_LARGE in browser.text

    async def endless():  # type: ignore[no-untyped-def]
        yield b"text="
        for _ in range(LARGEST):
            yield b"x" * 1024

    headers = {"origin": browser.address, "content-type": "application/x-www-form-urlencoded"}
    response = await browser.client.post("/ask", content=endless(), headers=headers)
    assert response.status_code == 413
    assert understanding.asked == []


async def test_a_long_question_passes(browser: Browser) -> None:
    """What a person may write fits, in any script: 8,000 characters of it."""
    assert (await browser.ask("é" * 8000)).status_code == 200


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("application/json", b'{"text": "x"}'),
        ("multipart/form-data; boundary=x", b"--x--"),
        ("", b"text=x"),
        ("application/x-www-form-urlencoded", "text=é".encode()),
        ("application/x-www-form-urlencoded", b"&".join(b"a=1" for _ in range(5000))),
    ],
)
async def test_another_kind_of_body(browser: Browser, understanding: Remembers, kind: str, body: bytes) -> None:
    """400, and a page."""
    await browser.open()
    headers = {"origin": browser.address, "content-type": kind}
    response = await browser.client.post("/ask", content=body, headers=headers)
    assert response.status_code == 400
    assert phrases.WEB_UNREADABLE in response.text
    assert understanding.asked == []


@pytest.mark.parametrize(("method", "path", "status"), [("GET", "/ask", 405), ("GET", "/nowhere", 404), ("DELETE", "/", 405), ("POST", "/", 405), ("GET", "/static/../app.py", 404), ("GET", "/static/nothing.js", 404)])  # fmt: skip
async def test_wrong_addresses_are_pages_too(browser: Browser, method: str, path: str, status: int) -> None:
    """In plain English, with the national numbers and a way back."""
    response = await browser.client.request(method, path)
    assert response.status_code == status
    assert phrases.WEB_MISSING in response.text
    assert "tel:999" in response.text


async def test_a_name_that_somebody_else_points_here(browser: Browser) -> None:
    """A host that is not ours is refused, and no cookie is handed out under it."""
    response = await browser.client.get("/", headers={"host": "evil.example"})
    assert response.status_code == 421
    assert "set-cookie" not in response.headers


async def test_broken_journal(browser: Browser, house: object) -> None:
    """Where nothing can be kept nothing is answered, the page says so, and danger still gets its card."""
    await browser.open()
    engine = house.writing.journal.engine  # type: ignore[attr-defined]
    with engine.begin() as connection:
        connection.exec_driver_sql("drop table exchanges")
        connection.exec_driver_sql("drop table visits")
    response = await browser.send("/ask", text=DANGER)
    assert response.status_code == 503
    assert 'role="alert"' in browser.page
    assert (await browser.client.get("/health")).status_code == 503
