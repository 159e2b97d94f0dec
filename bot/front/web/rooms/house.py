"""What all rooms share: who asks, whether their form is ours, and how a page goes out."""

import logging
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from bot.front.access import Access
from bot.front.counter import Counter
from bot.front.flood import Flood, Verdict
from bot.front.last_known import LastKnown
from bot.front.web import browsers
from bot.front.web.asking import Cookies, is_here, is_own
from bot.front.web.forms import Posted, TooLarge, Unreadable, posted
from bot.front.web.layout import Part, parts
from bot.front.web.pages import Frame, Pages
from bot.front.web.site import Site
from bot.front.web.talking import Talking, message
from bot.front.web.troubles import Refused, status_of, trouble_of
from bot.front.web.visiting import Form, Limits, Visiting
from bot.front.writing import Writing
from bot.journal import Journal, JournalFailure, Threads
from bot.settings import FrontSettings

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Visitor:
    """Whose browser asks. `new` is true where it brought no cookie of ours."""

    secret: str
    new: bool


class House:
    """Wired once, by the command."""

    def __init__(  # noqa: PLR0913  # each is a thing that the command hands in
        self,
        counter: Counter,
        journal: Journal,
        *,
        access: Access,
        site: Site,
        settings: FrontSettings,
        known: Callable[[], LastKnown],
        threads: Threads,
        now: Callable[[], float] = time.time,
    ) -> None:
        self.counter, self.access, self.site, self.known, self.now = counter, access, site, known, now
        self.writing = Writing(journal)
        self.talking = Talking(counter, self.writing, now)
        limits = Limits(settings.web_idle_minutes * 60.0, settings.web_longest_hours * 3600.0)
        self.visiting = Visiting(counter, self.talking, self.writing, threads, limits=limits, now=now)
        self.flood = Flood(settings.flood_per_minute)
        self.cookies = Cookies(site.secure)
        self.pages = Pages()

    def visitor(self, request: Request) -> Visitor:
        """Whose browser asks. Raises Refused where the host asked for is not ours."""
        if not is_here(request.headers, self.site):
            raise Refused(421)
        secret = self.cookies.secret(request)
        return Visitor(secret or browsers.new_secret(), not secret)

    def may_ask(self, visitor: Visitor) -> bool:
        """Whether this browser is bound to a person, or nobody needs to be."""
        return self.site.open_to_all or self.access.may_ask(self.visiting.account(visitor.secret))

    async def form(self, request: Request, typed: str = "text") -> tuple[Visitor, Posted]:
        """A form of ours, from this browser and this visit. `typed` names the field that a refusal gives back.

        Raises Refused otherwise. What was typed is not shown again where another site may have sent the form.
        """
        visitor = self.visitor(request)
        given = await self._read(request)
        words = given.get(typed)
        if not is_own(request.headers, self.site):
            raise Refused(403, heard=words)
        if visitor.new:
            raise Refused(403, words)
        try:
            worth = await self.visiting.judge(visitor.secret, given.get("token"))
        except JournalFailure:
            raise Refused(503, words) from None
        match worth:
            case Form.FORGED:
                raise Refused(403, words)
            case Form.OLD:
                raise Refused(419, words)
            case Form.GOOD:
                return visitor, given

    def count(self, visitor: Visitor, typed: str) -> None:
        """Count a form. Raises Refused where this browser sends more than it may."""
        if self.flood.count(self.visiting.account(visitor.secret), self.now()) is not Verdict.ANSWER:
            raise Refused(429, typed)

    def frame(self, visitor: Visitor, area: str = "") -> Frame:
        """What a page of this browser's needs."""
        return Frame(
            token=browsers.token(visitor.secret, self.now()),
            key=browsers.new_key(),
            area=area,
            demonstration=self.known().demonstration,
            hosts=self.known().hosts,
        )

    def page(self, visitor: Visitor, html: str, status: int = 200, *, linked: bool = False) -> Response:
        """A page, with the browser's cookie where it has none yet."""
        response = HTMLResponse(html, status)
        if visitor.new or linked:
            self.cookies.give(response, visitor.secret, lasting=linked)
        return response

    def card(self, visitor: Visitor, typed: str) -> Sequence[Part]:
        """The danger card for what was typed, nothing where it tells of none. For everybody, whoever they are."""
        card = self.counter.card_for(message(browsers.conversation(visitor.secret), typed)) if typed else None
        return parts(card, self.known().hosts) if card else ()

    async def refused(self, request: Request, error: Exception) -> Response:
        """The page of a refusal: the danger card first, where what was typed tells of danger."""
        assert isinstance(error, Refused)
        secret = self.cookies.secret(request)
        visitor = Visitor(secret or browsers.new_secret(), not secret)
        trouble = trouble_of(error.status, error.typed)
        html = self.pages.draw("trouble", self.frame(visitor), trouble=trouble, danger=self.card(visitor, error.heard))
        status = status_of(error.status)
        return self.page(visitor, html, status) if error.status != 421 else HTMLResponse(html, status)

    async def failed(self, request: Request, error: Exception) -> Response:
        """The page of what nobody foresaw."""
        # Its text may hold what somebody typed.
        logger.error("a page could not be served: %s", type(error).__name__)
        return await self.refused(request, Refused(503))

    async def tidy(self) -> None:
        """Erase what is over, and what was erased from the journal's own log."""
        await self.visiting.end_old()
        await self.writing.do(self.writing.journal.tidy)
        self.flood.forget(self.now() - 120)

    async def _read(self, request: Request) -> Posted:
        headers = request.headers
        try:
            return await posted(request.stream(), headers.get("content-type", ""), headers.get("content-length", ""))
        except TooLarge:
            raise Refused(413) from None
        except Unreadable:
            raise Refused(400) from None
        except TimeoutError:
            raise Refused(408) from None
