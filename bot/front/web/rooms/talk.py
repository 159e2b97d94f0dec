"""The talk: ask, read, print, finish. A question is posted, the answer is fetched, so that a reload asks nothing again."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot import phrases
from bot.front.cleaning import cleaned
from bot.front.web import browsers
from bot.front.web.layout import parts
from bot.front.web.pages import Frame
from bot.front.web.rooms.house import House, Visitor
from bot.front.web.talking import Shown
from bot.front.web.troubles import Refused
from bot.journal import JournalFailure

SEE_OTHER = 303
ON_PAGE, ON_PAPER = 6, 60  # exchanges: a page of hundreds would be slow to send, to read and to make


class TalkRoom:
    """The pages of the conversation."""

    def __init__(self, house: House) -> None:
        self._house = house

    async def page(self, request: Request) -> Response:
        """The conversation with its newest answer first, and the form to ask."""
        house, visitor = self._house, self._house.visitor(request)
        if visitor.new and request.headers.get("sec-fetch-site") == "cross-site":
            # A browser that was sent here by another site keeps a strict cookie back: let it come again by itself.
            return Response(house.pages.draw("arriving", house.frame(visitor)), media_type="text/html")
        if not house.may_ask(visitor):
            return RedirectResponse("/sign-in", SEE_OTHER)
        exchanges = await self._exchanges(visitor)
        return house.page(visitor, self._drawn(self._frame(visitor, exchanges), exchanges))

    async def ask(self, request: Request) -> Response:
        """Take a question; wait for its answer, unless it tells of danger, when the card is shown at once."""
        house = self._house
        visitor, form = await house.form(request)
        text = form.get("text")
        if not house.may_ask(visitor):
            raise Refused(401, text)
        house.count(visitor, text)
        if not cleaned(text):
            exchanges = await self._exchanges(visitor)
            html = self._drawn(self._frame(visitor, exchanges), exchanges, "", phrases.WEB_NEEDS_QUESTION)
            return house.page(visitor, html, 422)
        key = form.get("key")
        try:
            visit = await house.visiting.open(visitor.secret)
            number = await house.talking.ask(visit, browsers.once(key, text), text)
        except JournalFailure:
            raise Refused(503, text) from None
        if number is not None and not house.card(visitor, text):
            await house.talking.answered(number)
        return RedirectResponse("/#answer", SEE_OTHER)

    async def finish(self, request: Request) -> Response:
        """End the visit and erase it."""
        house = self._house
        visitor, _ = await house.form(request)
        visit = await house.visiting.current(visitor.secret)
        if visit:
            await house.visiting.end(visit)
        return RedirectResponse("/", SEE_OTHER)

    async def transcript(self, request: Request) -> Response:
        """The whole conversation as one page to print, oldest first, every source spelt out."""
        house, visitor = self._house, self._house.visitor(request)
        if not house.may_ask(visitor):
            return RedirectResponse("/sign-in", SEE_OTHER)
        exchanges = await self._exchanges(visitor, ON_PAPER)
        told = [(one, self._parts(one)) for one in exchanges]
        return house.page(visitor, house.pages.draw("transcript", house.frame(visitor), exchanges=told))

    def _frame(self, visitor: Visitor, exchanges: list[Shown]) -> Frame:
        return self._house.frame(visitor, next((one.reply.area for one in reversed(exchanges) if one.reply), ""))

    def _drawn(self, frame: Frame, exchanges: list[Shown], typed: str = "", wrong: str = "") -> str:
        told = [(one, self._parts(one)) for one in reversed(exchanges)]
        welcome = self._house.counter.welcome()
        return self._house.pages.draw(
            "talk", frame, welcome=welcome, exchanges=told, typed=typed, wrong=wrong, wrong_at="text"
        )

    async def _exchanges(self, visitor: Visitor, most: int = ON_PAGE) -> list[Shown]:
        visit = await self._house.visiting.current(visitor.secret)
        return await self._house.talking.shown(visit.conversation, most) if visit else []

    def _parts(self, shown: Shown) -> list[object]:
        reply = shown.reply or shown.card
        return list(parts(reply, self._house.known().hosts)) if reply else []
