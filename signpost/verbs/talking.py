"""Verbs that hold conversations: chat, converse, telegram. They start Rasa and the actions, and stop what they started."""

import asyncio
import logging
import secrets
import signal
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from contextlib import ExitStack, asynccontextmanager, contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from signpost.settings import Settings

if TYPE_CHECKING:
    from bot.front.counter import Counter
    from bot.front.telegram.api import Api
    from bot.journal import Journal
    from bot.settings import FrontSettings

_NOBODY = "http://127.0.0.1:9"  # the discard port: where no server could be started, every question finds nobody


@click.command()
@click.option("--area", default="", help="The area you work in; you are asked where it is not given.")
def chat(area: str) -> None:
    """Hold a conversation in the terminal. Ctrl-D ends it and stops everything that it started.

    For example: signpost chat --area Ambleford
    """
    from bot.front.terminal.chat import Chat
    from bot.front.terminal.typing import is_terminal, piped_lines, typed_lines
    from bot.journal import in_memory
    from bot.phrases import CHAT_YOU

    settings, front = _settings()
    journal = in_memory()

    async def hold(url: str) -> None:
        async with _counter(settings, front, journal, url) as counter:
            talk = Chat(counter, _only_this_time("terminal"), click.echo, Path.cwd(), bold=is_terminal())
            lines = typed_lines(CHAT_YOU) if is_terminal() else piped_lines(sys.stdin.fileno())
            await talk.hold(lines, area)

    try:
        with _rasa(settings, front, click.echo) as url:
            asyncio.run(hold(url))
    except KeyboardInterrupt:
        click.echo("")


@click.command()
@click.option("--explain", is_flag=True, help="Also list what was found and not used, and why.")
def converse(explain: bool) -> None:
    """Answer JSON lines on standard input with JSON lines on standard output, through the whole path.

    For example: echo '{"conversation": "1", "text": "who do I call?", "area": "Ambleford"}' | signpost converse
    """
    from bot.front.terminal.converse import converse as answer_lines
    from bot.front.terminal.typing import piped_lines
    from bot.journal import in_memory

    settings, front = _settings()
    journal = in_memory()

    async def answer(url: str) -> None:
        async with _counter(settings, front, journal, url) as counter:
            lines = piped_lines(sys.stdin.fileno())
            await answer_lines(counter, _only_this_time("converse"), lines, _print_line, explain=explain)

    try:
        with _rasa_or_nobody(settings, front, _aside) as url:
            asyncio.run(answer(url))
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:  # whoever read the replies has gone
        sys.stderr.close()


@click.command()
@click.option("--api", default="", metavar="URL", help="Another Bot API server than Telegram's own.")
def telegram(api: str) -> None:
    """Answer on Telegram, with the bot token in SIGNPOST_TELEGRAM_TOKEN. Ctrl-C ends it; nothing is lost by that.

    For example: SIGNPOST_TELEGRAM_TOKEN=... signpost telegram --api http://127.0.0.1:8081
    """
    from bot.front.last_known import FILE, LastKnownFile
    from bot.front.telegram.api import Api
    from bot.front.telegram.front import TelegramFront
    from bot.front.telegram.redaction import guard_logs
    from bot.journal import open_journal
    from bot.settings import SettingWrong, journal_place

    settings, front = _settings()
    token = front.telegram_token.get_secret_value().strip()
    if not token:
        raise SettingWrong(
            "SIGNPOST_TELEGRAM_TOKEN is not set. Put the bot's token from @BotFather there, or into .env."
        )
    guard_logs(token)
    journal = open_journal(journal_place(front, settings.home))

    async def answer(url: str) -> None:
        known = LastKnownFile(settings.home / FILE)
        async with _counter(settings, front, journal, url) as counter, Api(token, api or front.telegram_api) as server:
            await _greet_bot(server)
            await _until_told(TelegramFront(server, counter, journal, known, front).run())

    try:
        with _rasa_or_nobody(settings, front, _aside, lasting=True) as url:
            asyncio.run(answer(url))
    except KeyboardInterrupt:
        _aside("Ended. What was not answered yet is answered at the next start.")
    finally:
        journal.close()


async def _greet_bot(server: "Api") -> None:
    """Find out at once whether the token is good, and say under which name the bot answers."""
    name = await server.name()
    _aside("Telegram does not answer yet; trying on." if name is None else f"Answering as @{name}. Ctrl-C ends it.")


async def _until_told(work: Coroutine[object, object, None]) -> None:
    """Do the work until the process is asked to stop."""
    task = asyncio.ensure_future(work)
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
    try:
        await task
    except asyncio.CancelledError:
        if not task.cancelled():
            raise


def _settings() -> "tuple[Settings, FrontSettings]":
    from bot.settings import front_settings

    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s %(message)s")
    logging.getLogger("httpx").setLevel(logging.WARNING)
    return Settings(), front_settings()


def _only_this_time(channel: str) -> str:
    """A channel's name that no later run shares, so that a thread ends with the process that held it."""
    return f"{channel}:{secrets.token_hex(8)}"


@asynccontextmanager
async def _counter(
    settings: Settings, front: "FrontSettings", journal: "Journal", url: str
) -> "AsyncIterator[Counter]":
    """The counter over a Rasa server, with its last-known numbers kept fresh."""
    from bot.front.last_known import FILE, LastKnownFile
    from bot.front.privacy_guard import guard
    from bot.front.rasa import Understanding
    from bot.front.senders import kept_senders
    from bot.front.standing_by import keep_fresh, refresh_quietly
    from bot.front.wiring import counter_over
    from knowledge.library import verified_points

    register = verified_points(settings.register_file)
    last_known = LastKnownFile(settings.home / FILE)
    await asyncio.to_thread(refresh_quietly, settings.home, register, _now)
    freshening = asyncio.create_task(keep_fresh(settings.home, register, _now))
    try:
        async with Understanding(url, front.answer_within) as understanding:
            yield counter_over(
                understanding,
                journal,
                senders=kept_senders(settings.home / "sender.key"),
                last_known=last_known,
                clock=_now,
                screen=guard(last_known),
                answer_within=front.answer_within,
            )
    finally:
        freshening.cancel()


def _now() -> datetime:
    from knowledge.calendar import LONDON

    return datetime.now(LONDON)


@contextmanager
def _rasa(
    settings: Settings, front: "FrontSettings", say: Callable[[str], None], *, lasting: bool = False
) -> Iterator[str]:
    """The address of a Rasa server: the one that the settings name, else one that is started, with its actions.

    Threads end with the server, unless they are `lasting`.
    """
    from bot.processes import model_of, start, train, watched
    from signpost.opening import places as places_of

    if front.rasa_url:
        yield front.rasa_url
        return
    places = places_of(settings)
    if not model_of(places).is_file():
        say("What Rasa learns from has changed, so it learns anew (about half a minute) ...")
    model = train(places)
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="signpost-thread-") as kept:
        say("Starting Rasa and the actions ...")
        tracker = places.tracker if lasting else Path(kept) / "tracker.sqlite"
        with start(places, model, tracker=tracker) as running, watched(running.servers):
            say(f"Ready in {time.monotonic() - began:.0f} s.\n")
            yield running.rasa


@contextmanager
def _rasa_or_nobody(
    settings: Settings, front: "FrontSettings", say: Callable[[str], None], *, lasting: bool = False
) -> Iterator[str]:
    """As `_rasa`; where it cannot be started, that is said, and the safe card answers everything."""
    from knowledge.errors import ProceduresError

    with ExitStack() as running:
        try:
            url = running.enter_context(_rasa(settings, front, say, lasting=lasting))
        except ProceduresError as error:
            say(f"{error}\nEvery question gets the safe card until that is mended.")
            url = _NOBODY
        yield url


def _print_line(line: str) -> None:
    sys.stdout.buffer.write(line.encode("utf-8") + b"\n")
    sys.stdout.buffer.flush()


def _aside(words: str) -> None:
    """What is not a reply goes to standard error."""
    click.echo(words.rstrip("\n"), err=True)
