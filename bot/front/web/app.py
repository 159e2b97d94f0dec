"""The web front's application: its addresses, and what stands around every request."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from bot.front.web.headers import Headers
from bot.front.web.pages import FOLDER
from bot.front.web.rooms.entrance import Entrance
from bot.front.web.rooms.house import House
from bot.front.web.rooms.reflection import ReflectionRoom
from bot.front.web.rooms.talk import TalkRoom
from bot.front.web.troubles import Refused
from bot.journal import JournalFailure

TIDY_EVERY = 60.0  # seconds
logger = logging.getLogger(__name__)


def application(house: House) -> ASGIApp:
    """The pages over what `house` holds."""
    talk, entrance, reflection = TalkRoom(house), Entrance(house), ReflectionRoom(house)
    app = Starlette(
        routes=[
            Route("/", talk.page, methods=["GET"]),
            Route("/ask", talk.ask, methods=["POST"]),
            Route("/finish", talk.finish, methods=["POST"]),
            Route("/transcript", talk.transcript, methods=["GET"]),
            Route("/reflection", reflection.page, methods=["GET"]),
            Route("/reflection", reflection.save, methods=["POST"]),
            Route("/sign-in", entrance.page, methods=["GET"]),
            Route("/sign-in", entrance.join, methods=["POST"]),
            Route("/about", entrance.about, methods=["GET"]),
            Route("/health", entrance.health, methods=["GET"]),
            Mount("/static", StaticFiles(directory=FOLDER / "static")),
        ],
        exception_handlers={
            Refused: house.refused,
            HTTPException: _as_refused(house),
            ClientDisconnect: _gone,
            Exception: house.failed,
        },
        lifespan=_lasting(house),
    )
    return Headers(app, secure=house.site.secure)


def _lasting(house: House):  # type: ignore[no-untyped-def]  # Starlette's own type of it is long and says less
    @asynccontextmanager
    async def lasting(_: Starlette) -> AsyncIterator[None]:
        try:
            await house.talking.resume()
        except JournalFailure as error:  # pages say that nothing can be taken, and the card is still shown
            logger.error("what a former run left could not be read: %s", type(error).__name__)
        tidying = asyncio.create_task(_tidy(house))
        try:
            yield
        finally:
            tidying.cancel()
            await house.talking.stop()

    return lasting


async def _tidy(house: House) -> None:
    while True:
        await asyncio.sleep(TIDY_EVERY)
        try:
            await house.tidy()
        except Exception as error:  # it is tried again in a minute
            logger.error("old visits could not be erased: %s", type(error).__name__)


def _as_refused(house: House):  # type: ignore[no-untyped-def]  # a handler, as Starlette takes it
    async def refused(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        return await house.refused(request, Refused(error.status_code))

    return refused


async def _gone(_request: Request, _error: Exception) -> Response:
    return Response(status_code=400)
