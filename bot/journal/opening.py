"""Opens the journal: makes its tables, and sets SQLite so that what was committed survives a power cut."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Engine, create_engine, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import ConnectionPoolEntry, StaticPool

from bot.journal.addresses import JournalUnusable, address_of
from bot.journal.buttons import Buttons
from bot.journal.clocks import Beats, Clocks
from bot.journal.conversations import Conversations
from bot.journal.exchanges import Exchanges
from bot.journal.forgetting import forget
from bot.journal.inbox import Inbox
from bot.journal.outbox import Outbox
from bot.journal.people import People
from bot.journal.reflections import Reflections
from bot.journal.tables import METADATA
from bot.journal.tidying import tidy
from bot.journal.visits import Visits

JournalFailure = SQLAlchemyError  # what any of the journal's calls may raise where its database fails
_BUSY = 10.0  # seconds that a connection waits for another's write


@dataclass(frozen=True, slots=True)
class Journal:
    """An open journal. Safe to use from several threads; each method is one transaction."""

    engine: Engine
    inbox: Inbox
    outbox: Outbox
    buttons: Buttons
    reflections: Reflections
    conversations: Conversations
    people: People
    visits: Visits
    exchanges: Exchanges
    clocks: Clocks
    beats: Beats

    def tidy(self) -> None:
        """Take what was erased out of SQLite's write-ahead log too, so that no file still holds it."""
        tidy(self.engine)

    def compact(self) -> None:
        """Write a SQLite file anew without the room of what was deleted, and tidy."""
        if self.engine.dialect.name == "sqlite":
            with self.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
                connection.execute(text("VACUUM"))
        self.tidy()

    def forget(self, conversation: str) -> None:
        """Delete everything kept of a conversation and of the account that it belongs to, and take it out of the files."""
        with self.engine.begin() as connection:
            forget(connection, conversation)
        self.people.leave(conversation)
        self.tidy()

    def close(self) -> None:
        """Tidy and let go of the database."""
        self.tidy()
        self.engine.dispose()


def open_journal(place: str | Path) -> Journal:
    """The journal in a SQLite file, or at a database address such as postgresql+psycopg://...

    Raises JournalUnusable where it cannot be opened.
    """
    url = address_of(place, "SIGNPOST_JOURNAL")
    if url.get_backend_name() == "sqlite" and url.database:
        Path(url.database).parent.mkdir(parents=True, exist_ok=True)
        Path(url.database).touch(mode=0o600)
    return _open(url)


def in_memory() -> Journal:
    """A journal that is gone when the process ends: for a terminal, whose conversation ends with it.

    It has one connection, so only one thread may use it.
    """
    return _open(make_url("sqlite://"))


def _open(url: URL) -> Journal:
    shown = url.render_as_string(hide_password=True)
    try:
        engine = _engine(url)
        METADATA.create_all(engine)
    except (SQLAlchemyError, ModuleNotFoundError, OSError) as error:
        raise JournalUnusable(
            f"The journal at {shown} could not be opened ({type(error).__name__}). Check the address and that it may be written to."
        ) from error
    return Journal(
        engine,
        Inbox(engine),
        Outbox(engine),
        Buttons(engine),
        Reflections(engine),
        Conversations(engine),
        People(engine),
        Visits(engine),
        Exchanges(engine),
        Clocks(engine),
        Beats(engine),
    )


def _engine(url: URL) -> Engine:
    if url.get_backend_name() != "sqlite":
        return create_engine(url, pool_pre_ping=True, hide_parameters=True)
    connect = {"check_same_thread": False, "timeout": _BUSY}
    if url.database:
        engine = create_engine(url, connect_args=connect, hide_parameters=True)
    else:
        engine = create_engine(url, connect_args=connect, poolclass=StaticPool, hide_parameters=True)
    event.listen(engine, "connect", _careful)
    return engine


def _careful(connection: object, _: ConnectionPoolEntry) -> None:
    """WAL with FULL lost no acknowledged commit in simulated power cuts, NORMAL did; secure_delete overwrites erased text."""
    cursor = connection.cursor()  # type: ignore[attr-defined]  # a DBAPI connection
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "secure_delete=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()
