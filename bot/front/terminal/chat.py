"""The conversation in a terminal."""

import shutil
from collections.abc import AsyncIterator, Callable
from pathlib import Path

from bot import phrases
from bot.front.counter import Counter
from bot.front.messages import Document, Message, Served
from bot.front.terminal.page import page, picked
from bot.replies import Choice, Reply


class Chat:
    """One conversation. `say` prints a text; `folder` is where exports go."""

    def __init__(self, counter: Counter, channel: str, say: Callable[[str], None], folder: Path, *, bold: bool) -> None:
        self._counter, self._channel, self._say, self._folder, self._bold = counter, channel, say, folder, bold
        self._choices: tuple[Choice, ...] = ()

    async def hold(self, lines: AsyncIterator[str], area: str = "") -> None:
        """Greet, then answer line by line until there are no more."""
        self._greet(area)
        if area:
            self._show(await self._counter.serve(self._message(f"/area {area}")))
        async for line in lines:
            if line.strip():
                await self._answer(line)
        self._say(phrases.CHAT_ENDED)

    async def _answer(self, line: str) -> None:
        message = self._message(picked(line, self._choices))
        served = await self._counter.serve(message, self._show_card)
        self._show(served)
        if served.document:
            self._write(served.document, message)

    def _message(self, text: str) -> Message:
        return Message(self._channel, "terminal", text, owner="terminal")

    def _greet(self, area: str) -> None:
        welcome = self._counter.welcome()
        message = welcome.message if not area else "\n".join(welcome.message.split("\n")[:-1])
        message = message.replace(phrases.WELCOME_PRIVACY, f"{phrases.WELCOME_PRIVACY} {phrases.CHAT_STOPS}")
        self._choices = () if area else welcome.choices
        self._print(Reply(welcome.outcome, message, choices=self._choices))

    async def _show_card(self, card: Reply) -> None:
        self._print(card)

    def _show(self, served: Served) -> None:
        self._choices = served.reply.choices
        if served.reply.message:
            self._print(served.reply)

    def _print(self, reply: Reply) -> None:
        self._say(page(reply, shutil.get_terminal_size((88, 24)).columns, bold=self._bold) + "\n")

    def _write(self, document: Document, message: Message) -> None:
        """Write the file beside the others, and only then let go of the reflection."""
        path = self._folder / document.name
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with path.open("xb") as file:
                file.write(document.content)
        except OSError as error:
            self._say(phrases.CHAT_NOT_SAVED.format(path=path, why=error.strerror or "unknown"))
            return
        self._counter.exported(message)
        self._say(phrases.CHAT_SAVED.format(path=path) + "\n")
