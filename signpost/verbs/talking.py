"""Verbs that hold conversations: chat, converse, telegram. They start Rasa and the actions, and stop what they started."""

import asyncio
import secrets
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from signpost import serving
from signpost.serving import Rasa, aside

if TYPE_CHECKING:
    from bot.front.access import Access
    from bot.front.telegram.api import Api


@click.command()
@click.option("--area", default="", help="The area you work in; you are asked where it is not given.")
def chat(area: str) -> None:
    """Hold a conversation in the terminal. Ctrl-D ends it and stops everything that it started; clocks that you started
    are there the next time.

    For example: signpost chat --area Ambleford
    """
    from bot.front.terminal.chat import Chat
    from bot.front.terminal.typing import is_terminal, piped_lines, typed_lines
    from bot.journal import in_memory
    from bot.phrases import CHAT_YOU

    settings, front = serving.settings()
    journal = in_memory()
    lasting = serving.journal_or_none(settings, front)

    async def hold(rasa: Rasa) -> None:
        async with serving.counter(settings, front, journal, rasa, lasting=lasting) as counter:
            talk = Chat(counter, _only_this_time("terminal"), click.echo, Path.cwd(), bold=is_terminal())
            lines = typed_lines(CHAT_YOU) if is_terminal() else piped_lines(sys.stdin.fileno())
            await talk.hold(lines, area)

    try:
        with serving.rasa_server(settings, front, click.echo) as rasa:
            asyncio.run(hold(rasa))
    except KeyboardInterrupt:
        click.echo("")
    finally:
        if lasting:
            lasting.close()


@click.command()
@click.option("--explain", is_flag=True, help="Also list what was found and not used, and why.")
@click.option(
    "--journal",
    "kept",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Keep clocks in this file from one run to the next.",
)
def converse(explain: bool, kept: Path | None) -> None:
    """Answer JSON lines on standard input with JSON lines on standard output, through the whole path.

    For example: echo '{"conversation": "1", "text": "who do I call?", "area": "Ambleford"}' | signpost converse
    """
    from bot.front.terminal.converse import converse as answer_lines
    from bot.front.terminal.typing import piped_lines
    from bot.journal import in_memory, open_journal

    settings, front = serving.settings()
    journal = in_memory()
    lasting = open_journal(kept) if kept else None

    async def answer(rasa: Rasa) -> None:
        async with serving.counter(settings, front, journal, rasa, lasting=lasting) as counter:
            lines = piped_lines(sys.stdin.fileno())
            await answer_lines(counter, _only_this_time("converse"), lines, _print_line, explain=explain)

    try:
        with serving.rasa_or_nobody(settings, front, aside) as rasa:
            asyncio.run(answer(rasa))
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:  # whoever read the replies has gone
        sys.stderr.close()
    finally:
        if lasting:
            lasting.close()


@click.command()
@click.option("--api", default="", metavar="URL", help="Another Bot API server than Telegram's own.")
def telegram(api: str) -> None:
    """Answer on Telegram, with the bot token in SIGNPOST_TELEGRAM_TOKEN. Ctrl-C ends it; nothing is lost by that.

    Only people who were invited are answered: signpost people invite.

    For example: SIGNPOST_TELEGRAM_TOKEN=... signpost telegram --api http://127.0.0.1:8081
    """
    from bot.front.last_known import FILE, LastKnownFile
    from bot.front.telegram.api import Api
    from bot.front.telegram.front import TelegramFront
    from bot.front.telegram.redaction import guard_logs
    from bot.journal import open_journal
    from bot.settings import SettingWrong, journal_place

    settings, front = serving.settings()
    token = front.telegram_token.get_secret_value().strip()
    if not token:
        raise SettingWrong(
            "SIGNPOST_TELEGRAM_TOKEN is not set. Put the bot's token from @BotFather there, or into .env."
        )
    guard_logs(token)
    journal = open_journal(journal_place(front, settings.home))
    members = serving.access(settings, front, journal)

    async def answer(rasa: Rasa) -> None:
        known = LastKnownFile(settings.home / FILE)
        opened = serving.counter(settings, front, journal, rasa, members=members)
        async with opened as counter, Api(token, api or front.telegram_api) as server:
            await _greet_bot(server)
            _say_who_may_ask(members, open_to_all=front.open_to_all)
            await serving.until_told(TelegramFront(server, counter, journal, known, front).run())

    try:
        with serving.rasa_or_nobody(settings, front, aside, lasting=True) as rasa:
            asyncio.run(answer(rasa))
    except KeyboardInterrupt:
        aside("Ended. What was not answered yet is answered at the next start.")
    finally:
        journal.close()


async def _greet_bot(server: "Api") -> None:
    """Find out at once whether the token is good, and say under which name the bot answers."""
    name = await server.name()
    aside("Telegram does not answer yet; trying on." if name is None else f"Answering as @{name}. Ctrl-C ends it.")


def _say_who_may_ask(members: "Access", *, open_to_all: bool) -> None:
    from bot import phrases

    if open_to_all:
        aside(phrases.ACCESS_OPEN)
    elif not members.anybody():
        aside(phrases.ACCESS_NOBODY)


def _only_this_time(channel: str) -> str:
    """A channel's name that no later run shares, so that a thread ends with the process that held it."""
    return f"{channel}:{secrets.token_hex(8)}"


def _print_line(line: str) -> None:
    sys.stdout.buffer.write(line.encode("utf-8") + b"\n")
    sys.stdout.buffer.flush()
