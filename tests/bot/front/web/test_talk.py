"""Ask and answer without JavaScript: post, redirect, get; what is kept and what is erased."""

import json
import sqlite3

from bot import phrases
from bot.front.privacy_guard import guard
from tests.bot.front.conftest import KNOWN, Remembers
from tests.bot.front.web.conftest import Browser, Hands, Web, hidden, journal_of


async def test_a_question_is_answered(browser: Browser) -> None:
    """A form posted gets a redirect to the page with the answer, and a reload shows the same and asks nothing again."""
    response = await browser.ask("who do I call?")
    assert response.status_code == 200
    assert "answer to: who do I call?" in browser.text
    await browser.open()
    assert browser.text.count("answer to: who do I call?") == 1


async def test_the_redirect_leads_to_the_answer(browser: Browser) -> None:
    """So that the browser itself moves to the answer."""
    await browser.open()
    response = await browser.client.post(
        "/ask", data={"text": "x", **hidden(browser.page)}, headers={"origin": browser.address}
    )
    assert (response.status_code, response.headers["location"]) == (303, "/#answer")
    assert 'id="answer"' in (await browser.open()).text


async def test_two_clicks_ask_once(browser: Browser, understanding: Remembers) -> None:
    """A form that is sent twice is answered once; other words from the same page are another question."""
    await browser.open()
    fields = hidden(browser.page)
    for text in ("same", "same", "other"):
        data = {**fields, "text": text}
        await browser.client.post("/ask", data=data, headers={"origin": browser.address})
    assert [text for _, text, _ in understanding.asked] == ["same", "other"]


async def test_danger_comes_first_and_at_once(browser: Browser, understanding: Remembers) -> None:
    """The card does not wait for the answer: it is on the page while the question is still looked up, as an alert."""
    understanding.wait = 0.15
    await browser.ask("there is a man with a knife in the house with the children now")
    assert 'class="danger" role="alert"' in browser.page
    assert "Call 999" in browser.text
    assert phrases.WEB_PENDING in browser.text
    assert browser.page.index('role="alert"') < browser.page.index(phrases.WEB_PENDING)


async def test_nothing_is_lost_when_the_process_dies(web: Web, understanding: Remembers) -> None:
    """A question that was taken and not answered is answered at the next start, and the same browser finds it."""
    understanding.wait = 60
    async with web.running() as house:
        browser = web.browser()
        await browser.open()
        cookies = browser.client.cookies
        visit = await house.visiting.open(cookies["signpost"])
        await house.writing.do(
            journal_of(house).exchanges.take, visit.conversation, "key", _question(visit.name), web.clock()
        )
    understanding.wait = 0
    async with web.running() as house:
        again = web.browser()
        again.client.cookies = cookies
        for number in list(house.talking._answering):
            await house.talking.answered(number)
        await again.open()
        assert "answer to: canary question" in again.text
        assert phrases.WEB_ASKED_GONE in again.text


async def test_what_was_asked_is_erased_once_answered(web: Web) -> None:
    """No file of the journal holds the words any more, while the page still shows them from memory."""
    async with web.running() as house:
        browser = web.browser()
        await browser.ask("canary-4711 is hungry")
        await house.tidy()
        assert "canary-4711" in browser.text
        with sqlite3.connect(web.place) as connection:
            assert [row[0] for row in connection.execute("select question from exchanges")] == [""]


async def test_a_visit_ends_when_told(browser: Browser, web: Web) -> None:
    """Finish and erase: nothing of the conversation is on the page or in the journal."""
    await browser.ask("who do I call?")
    await browser.send("/finish")
    assert "answer to" not in browser.text
    with sqlite3.connect(web.place) as connection:
        assert connection.execute("select count(*) from exchanges").fetchone() == (0,)


async def test_a_visit_ends_by_quiet(browser: Browser, web: Web, clock: Hands) -> None:
    """After the idle time the page shows nothing of it; the typed question of an old form is kept for another try."""
    await browser.ask("who do I call?")
    clock.time += 31 * 60
    response = await browser.ask("and if they say no?")
    assert response.status_code == 403
    assert phrases.WEB_ENDED in browser.text
    assert "and if they say no?</textarea>" in browser.page
    await browser.send("/ask", text="and if they say no?")
    assert "answer to: and if they say no?" in browser.text
    assert "who do I call?" not in browser.text


async def test_an_empty_question(browser: Browser) -> None:
    """An error summary leads to the field."""
    response = await browser.ask("   ")
    assert response.status_code == 422
    assert phrases.WEB_NEEDS_QUESTION in browser.text
    assert '<a href="#text">' in browser.page


async def test_the_transcript(browser: Browser) -> None:
    """All that was said on this visit, oldest first."""
    await browser.ask("first question")
    await browser.ask("second question")
    await browser.open("/transcript")
    assert browser.text.index("answer to: first question") < browser.text.index("answer to: second question")


def _question(conversation: str) -> str:
    return json.dumps({"name": conversation, "text": "canary question"})


async def test_a_long_conversation(browser: Browser, clock: Hands) -> None:
    """The page stays small however much was asked; the transcript has more of it."""
    for number in range(12):
        clock.time += 10
        await browser.ask(f"question-{number};")
    assert browser.text.count("answer to:") == 6
    await browser.open("/transcript")
    assert browser.text.count("answer to:") == 12


async def test_forgetting(browser: Browser, web: Web) -> None:
    """/forget takes what was said before with it, and its own answer can still be read."""
    await browser.ask("canary-4711")
    await browser.ask("/forget yes")
    assert "canary-4711" not in browser.text
    assert phrases.FORGOTTEN.split("{")[0][:20] in browser.text
    with sqlite3.connect(web.place) as connection:
        assert connection.execute("select count(*) from exchanges").fetchone() == (1,)


async def test_personal_data_is_not_shown_again(web: Web, understanding: Remembers) -> None:
    """Words that held personal details stand on no page, though the visit goes on."""
    web.screen = guard(lambda: KNOWN)
    async with web.running():
        browser = web.browser()
        await browser.ask("his NHS number is 943 476 5919, who do I call?")
        assert "943 476 5919" not in browser.page
        assert phrases.WEB_ASKED_PRIVATE in browser.text
        assert "943 476 5919" not in understanding.asked[0][1]
