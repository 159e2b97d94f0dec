"""A reflection on a page: tick, note, close, take away as a file."""

from collections.abc import Iterator
from urllib.parse import quote

from starlette.background import BackgroundTask
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.front.messages import Message, Served
from bot.front.web import browsers
from bot.front.web.forms import Posted
from bot.front.web.rooms.house import House, Visitor
from bot.front.web.rooms.talk import SEE_OTHER
from bot.front.web.talking import message
from bot.front.web.troubles import Refused
from bot.journal.reflections import Reflection
from bot.phrases import REFLECT_END
from bot.replies import Choice

ENDINGS = ("decide", "who", "when")
_EXPORT = "/export "  # what a choice that takes the reflection away sends


class ReflectionRoom:
    """The sheet of the reflection under way."""

    def __init__(self, house: House) -> None:
        self._house = house

    async def page(self, request: Request) -> Response:
        """The sheet as it stands."""
        house, visitor = self._house, self._house.visitor(request)
        if not house.may_ask(visitor):
            return RedirectResponse("/sign-in", SEE_OTHER)
        return self._sheet(visitor)

    async def save(self, request: Request) -> Response:
        """Keep what was ticked and noted; then hand over the file, drop the sheet, or show it again."""
        house = self._house
        visitor, form = await house.form(request, "")
        if not house.may_ask(visitor):
            raise Refused(401)
        house.count(visitor, "")
        await house.visiting.open(visitor.secret)
        told: list[Served] = []
        standing = self._standing(visitor)
        if standing and form.get("do") != "drop":
            told = [await self._serve(visitor, command) for command in _commands(standing, form)]
        if form.get("do") == "drop":
            await self._serve(visitor, "/drop")
            return RedirectResponse("/", SEE_OTHER)
        if form.get("do") in [choice.send for choice in self._exports(visitor)]:
            served = await self._serve(visitor, form.get("do"))
            if served.document:
                return self._file(visitor, served)
            told.append(served)
        found = tuple(dict.fromkeys(kind for served in told for kind in served.left_out))
        troubles = [served.reply.message for served in told if served.reply.outcome != "answered"]
        if found or troubles:
            return self._sheet(visitor, found, troubles)
        return RedirectResponse("/reflection#saved", SEE_OTHER)

    def _sheet(self, visitor: Visitor, found: tuple[str, ...] = (), troubles: list[str] | None = None) -> Response:
        house = self._house
        standing = self._standing(visitor)
        html = house.pages.draw(
            "reflection",
            house.frame(visitor),
            standing=standing,
            found=found,
            troubles=troubles or [],
            exports=self._exports(visitor),
            endings=list(zip(ENDINGS, REFLECT_END, standing.endings, strict=True)) if standing else [],
        )
        return house.page(visitor, html)

    def _file(self, visitor: Visitor, served: Served) -> Response:
        """The file; the reflection is deleted once it is sent."""
        document = served.document
        assert document is not None
        done = BackgroundTask(self._house.counter.exported, self._message(visitor, ""))
        named = f"attachment; filename*=UTF-8''{quote(document.name)}"
        return Response(
            document.content,
            media_type=document.media_type,
            headers={"content-disposition": named},
            background=done,
        )

    async def _serve(self, visitor: Visitor, command: str) -> Served:
        return await self._house.counter.serve(self._message(visitor, command))

    def _standing(self, visitor: Visitor) -> Reflection | None:
        return self._house.counter.reflecting.standing(self._house.visiting.account(visitor.secret))

    def _exports(self, visitor: Visitor) -> list[Choice]:
        """The forms in which the sheet can be taken away, as the sheet itself offers them."""
        sheet = self._house.counter.reflecting.sheet(self._house.visiting.account(visitor.secret))
        return [choice for choice in sheet.choices if choice.send.startswith(_EXPORT)] if sheet else []

    def _message(self, visitor: Visitor, text: str) -> Message:
        return message(browsers.conversation(visitor.secret), text)


def _commands(standing: Reflection, form: Posted) -> Iterator[str]:
    """What must be said at the counter for the sheet to become what the form shows."""
    for number in range(1, len(standing.checklist.items) + 1):
        ticked, note = bool(form.get(f"tick-{number}")), _line(form.get(f"note-{number}"))
        if note and note != standing.notes.get(number, ""):
            yield f"/tick {number} {note}"
            if not ticked:
                yield f"/untick {number}"
        elif ticked != (number in standing.ticked):
            yield f"/{'tick' if ticked else 'untick'} {number}"
    for place, name in enumerate(ENDINGS):
        said = _line(form.get(name))
        if said and said != standing.endings[place]:
            yield f"/{name} {said}"


def _line(text: str) -> str:
    return " ".join(text.split())
