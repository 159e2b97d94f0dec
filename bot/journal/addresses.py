"""Where a database is: a file's path, or an address such as postgresql+psycopg://host/name."""

from pathlib import Path

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from knowledge.errors import ProceduresError


class JournalUnusable(ProceduresError):
    """A database could not be opened: the message says where it is and what to do."""


def address_of(place: str | Path, setting: str) -> URL:
    """The address. Raises JournalUnusable, which names the setting, where it is none."""
    if isinstance(place, Path):
        return URL.create("sqlite", database=str(place))
    try:
        return make_url(place)
    except ArgumentError:
        raise JournalUnusable(
            f"{setting} is not a database address. It looks like sqlite:///journal.sqlite or postgresql+psycopg://host/name."
        ) from None
