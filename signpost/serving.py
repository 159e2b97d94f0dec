"""Opens what a conversation needs: Rasa with its actions, the counter, and what keeps both fresh and clean meanwhile."""

import asyncio
import logging
import signal
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from contextlib import ExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from signpost.settings import Settings

if TYPE_CHECKING:
    from bot.front.access import Access
    from bot.front.counter import Counter
    from bot.journal import Housekeeping, Journal
    from bot.settings import FrontSettings

_NOBODY = "http://127.0.0.1:9"  # the discard port: where no server could be started, every question finds nobody
Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Rasa:
    """A Rasa server's address, and where it keeps its threads: a file, or a database's address."""

    url: str
    tracker: str | Path


def settings() -> "tuple[Settings, FrontSettings]":
    """The settings, with logs at WARNING. Raises SettingWrong."""
    from bot.settings import front_settings

    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s %(message)s")
    logging.getLogger("httpx").setLevel(logging.WARNING)
    return Settings(), front_settings(Settings.model_fields)


def access(home: Settings, front: "FrontSettings", journal: "Journal") -> "Access":
    """Who may ask, by a journal."""
    from bot.front.access import Access
    from bot.front.senders import kept_senders

    return Access(journal.people, kept_senders(home.home / "sender.key"), now, front.verified_for)


def journal_or_none(home: Settings, front: "FrontSettings") -> "Journal | None":
    """The journal, None where it cannot be opened: a conversation in a terminal goes on without it."""
    from bot.journal import JournalUnusable, open_journal
    from bot.settings import journal_place

    try:
        return open_journal(journal_place(front, home.home))
    except JournalUnusable as error:
        aside(f"{error} Clocks end with this conversation.")
        return None


def housekeeping(home: Settings, front: "FrontSettings", journal: "Journal", tracker: str | Path) -> "Housekeeping":
    """What takes away what has been kept long enough."""
    from bot.journal import Housekeeping, Threads
    from signpost.opening import places

    return Housekeeping(journal, Threads(tracker), places(home).run, front.retention)


@asynccontextmanager
async def counter(  # noqa: PLR0913  # each is opened by the command
    home: Settings,
    front: "FrontSettings",
    journal: "Journal",
    rasa: Rasa,
    *,
    members: "Access | None" = None,
    lasting: "Journal | None" = None,
) -> "AsyncIterator[Counter]":
    """The counter over a Rasa server, with its last-known numbers kept fresh.

    With `members` only they are answered, and what has been kept long enough is deleted meanwhile; else everybody is.
    `lasting` is another journal that keeps the clocks, where `journal` ends with the process.
    """
    from bot.front.last_known import FILE, LastKnownFile
    from bot.front.nightly import keep_clean
    from bot.front.privacy_guard import guard
    from bot.front.rasa import Understanding
    from bot.front.senders import kept_senders
    from bot.front.standing_by import keep_fresh, refresh_quietly
    from bot.front.timekeeping import Timekeeper
    from bot.front.wiring import counter_over
    from bot.journal import Threads
    from knowledge.library import verified_points

    register = verified_points(home.register_file)
    last_known = LastKnownFile(home.home / FILE)
    await asyncio.to_thread(refresh_quietly, home.home, register, now)
    long = lasting or journal
    timekeeper = Timekeeper(beats=long.beats)
    background = [asyncio.create_task(keep_fresh(home.home, register, now))]
    if members:
        keeping = housekeeping(home, front, journal, rasa.tracker)
        background.append(asyncio.create_task(keep_clean(keeping, now, timekeeper)))
    try:
        async with Understanding(rasa.url, front.answer_within) as understanding:
            yield counter_over(
                understanding,
                journal,
                senders=kept_senders(home.home / "sender.key"),
                last_known=last_known,
                clock=now,
                access=members,
                open_to_all=front.open_to_all,
                threads=Threads(rasa.tracker),
                retention=front.retention,
                screen=guard(last_known),
                answer_within=front.answer_within,
                clocks=long.clocks,
                trusted=timekeeper.is_sure,
            )
    finally:
        for task in background:
            task.cancel()


@contextmanager
def rasa_server(home: Settings, front: "FrontSettings", say: Say, *, lasting: bool = False) -> Iterator[Rasa]:
    """The Rasa server that the settings name, else one that is started, with its actions.

    Threads end with the server, unless they are `lasting`.
    """
    from bot.processes import model_of, start, train, watched
    from bot.settings import tracker_place
    from signpost.opening import places as places_of

    if front.rasa_url:
        yield Rasa(front.rasa_url, tracker_place(front, home.home))
        return
    places = places_of(home)
    if not model_of(places).is_file():
        say("What Rasa learns from has changed, so it learns anew (about half a minute) ...")
    model = train(places)
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="signpost-thread-") as kept:
        say("Starting Rasa and the actions ...")
        tracker = places.tracker if lasting else Path(kept) / "tracker.sqlite"
        with start(places, model, tracker=tracker) as running, watched(running.servers):
            say(f"Ready in {time.monotonic() - began:.0f} s.\n")
            yield Rasa(running.rasa, tracker)


@contextmanager
def rasa_or_nobody(home: Settings, front: "FrontSettings", say: Say, *, lasting: bool = False) -> Iterator[Rasa]:
    """As `rasa_server`; where it cannot be started, that is said, and the safe card answers everything."""
    from bot.settings import tracker_place
    from knowledge.errors import ProceduresError

    with ExitStack() as running:
        try:
            reached = running.enter_context(rasa_server(home, front, say, lasting=lasting))
        except ProceduresError as error:
            say(f"{error}\nEvery question gets the safe card until that is mended.")
            reached = Rasa(_NOBODY, tracker_place(front, home.home))
        yield reached


async def until_told(work: Coroutine[object, object, None]) -> None:
    """Do the work until the process is asked to stop."""
    task = asyncio.ensure_future(work)
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
    try:
        await task
    except asyncio.CancelledError:
        if not task.cancelled():
            raise


def now() -> datetime:
    """The moment in England."""
    from knowledge.calendar import LONDON

    return datetime.now(LONDON)


def aside(words: str) -> None:
    """What is not a reply goes to standard error."""
    click.echo(words.rstrip("\n"), err=True)
