"""The entrance: an invitation is redeemed here once; what is kept is told; a proxy asks whether we are well."""

from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from bot import phrases
from bot.front.access import Redeemed, Standing
from bot.front.web.rooms.house import House, Visitor
from bot.front.web.rooms.talk import SEE_OTHER
from bot.front.web.talking import CHANNEL
from bot.journal import JournalFailure

_LONGEST_CODE = 64
_WRONG = {Redeemed.WRONG: phrases.ACCESS_WRONG_CODE, Redeemed.THROTTLED: phrases.ACCESS_THROTTLED}
_WHY = {
    Standing.STRANGER: "",
    Standing.MEMBER: "",
    Standing.LAPSED: phrases.ACCESS_LAPSED,
    Standing.REVOKED: phrases.ACCESS_REVOKED,
}


class Entrance:
    """Pages for everybody."""

    def __init__(self, house: House) -> None:
        self._house = house

    async def page(self, request: Request) -> Response:
        """The form for an invitation's code, with the national numbers."""
        visitor = self._house.visitor(request)
        if self._house.may_ask(visitor):
            return RedirectResponse("/", SEE_OTHER)
        return self._form(visitor)

    async def join(self, request: Request) -> Response:
        """Redeem a code: the browser is bound to the person it was made for."""
        house = self._house
        visitor, form = await house.form(request, "code")
        code = form.get("code")[:_LONGEST_CODE]
        house.count(visitor, "")
        if not code.strip():
            return self._form(visitor, phrases.WEB_CODE_EMPTY)
        account = house.visiting.account(visitor.secret)
        redeemed = house.access.redeem(account, CHANNEL, code)
        if redeemed in _WRONG:
            return self._form(visitor, _WRONG[redeemed], code)
        response = RedirectResponse("/", SEE_OTHER)
        house.cookies.give(response, visitor.secret, lasting=True)
        return response

    async def about(self, request: Request) -> Response:
        """What this is, what is kept, and how accessible it is."""
        visitor = self._house.visitor(request)
        return self._house.page(visitor, self._house.pages.draw("about", self._house.frame(visitor)))

    async def health(self, _request: Request) -> Response:
        """Whether questions can be taken: the journal answers."""
        writing = self._house.writing
        try:
            await writing.do(writing.journal.visits.get, "")
        except JournalFailure:
            return PlainTextResponse("journal", 503)
        return PlainTextResponse("ok")

    def _form(self, visitor: Visitor, wrong: str = "", typed: str = "") -> Response:
        house = self._house
        standing = house.access.standing(house.visiting.account(visitor.secret))
        html = house.pages.draw(
            "sign_in",
            house.frame(visitor),
            why=_WHY[standing],
            wrong=wrong,
            wrong_at="code",
            danger=house.card(visitor, typed),
        )
        return house.page(visitor, html, 422 if wrong else 200)
