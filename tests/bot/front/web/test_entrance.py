"""Who may ask: codes work once and bind a browser; strangers get the numbers, and the card, and nothing else."""

from collections.abc import AsyncIterator

import pytest

from bot import phrases
from bot.front.web.rooms.house import House
from bot.journal.people import Role
from tests.bot.front.conftest import Remembers
from tests.bot.front.web.conftest import Browser, Hands, Web, hidden

DANGER = "the father is hitting the child right now"


@pytest.fixture
async def closed(web: Web) -> AsyncIterator[House]:
    """The front as others reach it: behind https, for people who were invited."""
    web.changed = {"web_address": "https://signpost.here.example"}
    async with web.running() as house:
        yield house


@pytest.fixture
def stranger(web: Web, closed: House) -> Browser:
    return web.browser()


async def test_a_code_lets_a_browser_in(stranger: Browser, closed: House) -> None:
    """Once entered, this browser may ask, in the person's area."""
    invitation = closed.access.invite(Role.PRACTITIONER, "Here")
    await stranger.open()
    assert phrases.WEB_SIGN_IN in stranger.text
    await stranger.send("/sign-in", code=invitation.code.lower())
    assert phrases.WEB_TITLE in stranger.text
    await stranger.ask("who do I call?")
    assert "answer to: who do I call?" in stranger.text


async def test_a_code_works_once(web: Web, stranger: Browser, closed: House) -> None:
    """A second browser with the same code is turned away."""
    code = closed.access.invite(Role.PRACTITIONER, "Here").code
    await stranger.open()
    await stranger.send("/sign-in", code=code)
    thief = web.browser()
    await thief.open()
    response = await thief.send("/sign-in", code=code)
    assert response.status_code == 422
    assert phrases.ACCESS_WRONG_CODE in thief.text
    await thief.open("/")
    assert phrases.WEB_SIGN_IN in thief.text


@pytest.mark.parametrize("code", ["", "   ", "AAAA-AAAA-AAA2", "<script>", "x" * 5000, "\x00\u202e"])
async def test_wrong_codes(stranger: Browser, code: str) -> None:
    """An error summary that leads to the field, and the field says what is wrong."""
    await stranger.open()
    response = await stranger.send("/sign-in", code=code)
    assert response.status_code == 422
    assert '<a href="#code">' in stranger.page
    assert "<script>" not in stranger.page


async def test_guessing_is_slowed(stranger: Browser, clock: Hands) -> None:
    """After five codes that do not work none is looked at for ten minutes."""
    await stranger.open()
    for _ in range(6):
        await stranger.send("/sign-in", code="AAAA-AAAA-AAA2")
    assert phrases.ACCESS_THROTTLED in stranger.text


async def test_a_stranger_who_asks(stranger: Browser, understanding: Remembers) -> None:
    """Is told how to be invited, with the national numbers; nothing is kept or asked."""
    await stranger.open()
    response = await stranger.send("/ask", text="who do I call?")
    assert response.status_code == 401
    assert phrases.WEB_STRANGER in stranger.text
    assert "tel:08088005000" in stranger.page
    assert understanding.asked == []


@pytest.mark.parametrize(("path", "field"), [("/ask", "text"), ("/sign-in", "code")])
async def test_a_stranger_in_danger(stranger: Browser, path: str, field: str) -> None:
    """Gets the card, in whichever field it was written."""
    await stranger.open()
    await stranger.send(path, **{field: DANGER})
    assert 'role="alert"' in stranger.page


async def test_the_numbers_for_everybody(stranger: Browser) -> None:
    """Stand on the page that a stranger sees."""
    await stranger.open()
    for number in ("tel:999", "tel:101", "tel:08088005000", "tel:08000280285", "tel:08001111"):
        assert number in stranger.page


async def test_revoked_in_the_middle(stranger: Browser, closed: House, clock: Hands) -> None:
    """From the next question on nothing is answered."""
    invitation = closed.access.invite(Role.PRACTITIONER, "Here")
    await stranger.open()
    await stranger.send("/sign-in", code=invitation.code)
    closed.writing.journal.people.revoke(invitation.person.id, clock())
    response = await stranger.send("/ask", text="who do I call?")
    assert response.status_code == 401
    await stranger.open("/")
    assert phrases.ACCESS_REVOKED in stranger.text


async def test_the_cookie(stranger: Browser, closed: House) -> None:
    """One cookie: HttpOnly, SameSite=Strict, Secure, for this host alone; it lasts only once somebody is bound to it."""
    first = (await stranger.client.get("/sign-in")).headers.get_list("set-cookie")
    assert len(first) == 1
    assert first[0].startswith("__Host-signpost=")
    assert {"HttpOnly", "SameSite=strict", "Secure", "Path=/"} <= set(first[0].split("; "))
    assert "Max-Age" not in first[0]
    code = closed.access.invite(Role.PRACTITIONER, "Here").code
    await stranger.open()
    data = {**hidden(stranger.page), "code": code}
    response = await stranger.client.post("/sign-in", data=data, headers={"origin": stranger.address})
    assert "Max-Age=7776000" in response.headers["set-cookie"]


async def test_arriving_from_another_site(stranger: Browser) -> None:
    """A strict cookie stays at home then, so no new one may be handed out over it: the page opens itself again."""
    response = await stranger.client.get("/", headers={"sec-fetch-site": "cross-site"})
    assert "set-cookie" not in response.headers
    assert 'content="0; url=/"' in response.text


async def test_a_signed_in_browser_outlives_its_visits(stranger: Browser, closed: House, clock: Hands) -> None:
    """What was said is erased when a visit ends; the person need not be invited again."""
    await stranger.open()
    await stranger.send("/sign-in", code=closed.access.invite(Role.PRACTITIONER, "Here").code)
    await stranger.ask("first")
    clock.time += 3 * 86_400
    await closed.tidy()
    await stranger.open()
    assert "answer to" not in stranger.text
    await stranger.ask("second")
    assert "answer to: second" in stranger.text
    clock.time += 90 * 86_400
    await stranger.open("/")
    assert phrases.ACCESS_LAPSED in stranger.text
