"""What the front can say when nothing else answers: the areas, the front doors' numbers, the sources' hosts and the
printed time limits as last read.

A small JSON file beside the generations, written whenever a newly published one can be opened, and read without the
index, the encoder or Rasa. A number in it is the register's, or stands in the manual as printed; the day says how old it is.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import cast
from urllib.parse import urlsplit

from pydantic import TypeAdapter, ValidationError

from bot.replies import Call
from knowledge.answers import Shelf, ladder_key
from knowledge.answers.calling import front_doors
from knowledge.contacts import ContactPoint
from knowledge.index import publication
from knowledge.retrieval import Retriever

FILE = "front-doors.json"


@dataclass(frozen=True, slots=True)
class LastKnown:
    """One generation, as far as the front needs it. `doors` holds the front doors' calls by area; "" is for no area.

    `ladders` holds, by a ladder's key, each stage's order with the time limits printed there, verbatim.
    """

    generation: str = ""
    read: date | None = None
    areas: tuple[str, ...] = ()
    doors: tuple[tuple[str, tuple[Call, ...]], ...] = ()
    hosts: tuple[str, ...] = ()
    demonstration: bool = False
    ladders: tuple[tuple[str, tuple[tuple[int, tuple[str, ...]], ...]], ...] = ()

    def calls(self, area: str) -> tuple[Call, ...]:
        """The front doors for an area; all of them where the area is unknown or ""."""
        by_area = dict(self.doors)
        return by_area.get(self.area(area), by_area.get("", ()))

    def area(self, name: str) -> str:
        """The area as printed, whatever case it was typed in; "" where there is no such area."""
        wanted = " ".join(name.split()).casefold()
        return next((area for area in self.areas if area.casefold() == wanted), "")


_FORM: TypeAdapter[LastKnown] = TypeAdapter(LastKnown)


class LastKnownFile:
    """The file, read again whenever it has been replaced."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._stamp: tuple[int, int] | None = None
        self._known = LastKnown()

    def __call__(self) -> LastKnown:
        """What is known; what was known before where the file is missing or damaged."""
        try:
            status = self._path.stat()
            stamp = (status.st_mtime_ns, status.st_ino)
            if stamp != self._stamp:
                self._known = _FORM.validate_json(self._path.read_bytes())
                self._stamp = stamp
        except (OSError, ValidationError):
            pass
        return self._known


def refresh(home: Path, register: tuple[ContactPoint, ...], now: datetime) -> bool:
    """Write the file anew where another generation is published than the one it was written from.

    Returns whether it was written. Opens the generation without the encoder, so nothing can be searched in it.
    Raises IndexUnreadable where no published generation can be read; the file then stays as it was.
    """
    path = home / FILE
    if publication.published(home) == LastKnownFile(path)().generation and path.exists():
        return False
    opened = publication.open_published(home, None, fall_back=True).generation
    unsearchable = cast("Retriever", None)  # the front doors are found by reading, not by searching
    keep(path, last_known(Shelf(opened.id, opened.contents, unsearchable, register), now))
    return True


def last_known(shelf: Shelf, now: datetime) -> LastKnown:
    """What the front needs of an open generation."""
    return LastKnown(
        generation=shelf.generation,
        read=now.date(),
        areas=shelf.areas,
        doors=tuple((area, tuple(_call(point) for point in front_doors(shelf, area))) for area in ("", *shelf.areas)),
        hosts=tuple(sorted(_hosts(passage.url for passage in shelf.contents.passages))),
        demonstration=any(manual.demonstration for manual in shelf.contents.manuals),
        ladders=tuple(
            (ladder_key(one), tuple((stage.order, tuple(clock.text for clock in stage.clocks)) for stage in one.stages))
            for one in shelf.ladders
        ),
    )


def keep(path: Path, known: LastKnown) -> None:
    """Replace the file in one step."""
    part = path.with_name(f".{path.name}.part")
    part.write_text(json.dumps(_FORM.dump_python(known, mode="json"), ensure_ascii=False, indent=1), encoding="utf-8")
    part.replace(path)


def _hosts(urls: Iterable[str]) -> set[str]:
    split = (urlsplit(url) for url in set(urls))
    return {one.hostname for one in split if one.scheme in ("http", "https") and one.hostname}


def _call(point: ContactPoint) -> Call:
    """A contact point as a Call without a citation: whether it is open now is not known here, so hours are shown as printed."""
    return Call(
        service=point.service,
        areas=point.areas,
        telephones=tuple(phone.shown for phone in point.telephones),
        e164=tuple(phone.e164 for phone in point.telephones),
        emails=point.emails,
        hours=point.hours,
        out_of_hours=point.out_of_hours,
        open_now=None,
        verified=point.verified,
        citation=None,
    )
