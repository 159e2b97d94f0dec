"""The built-in demonstration: which manuals it has, and whether it must be indexed anew."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from knowledge.index import publication
from knowledge.manual import Manual
from scraper.sources import Source

_STAMP = "demonstration.digest"


def sources(manuals: Path) -> tuple[Source, ...]:
    """The demonstration's sources below the folder of the built-in manuals."""
    exampleshire = Manual(
        id="exampleshire",
        name="Exampleshire Safeguarding Children Partnership Procedures",
        areas=("Ambleford", "Kelderby"),
        demonstration=True,
    )
    learning = Manual(id="js-learning", name="Learning from the JS case (a digest)", learning=True, demonstration=True)
    return (
        Source(exampleshire, str(manuals / "exampleshire")),
        Source(learning, str(manuals / "js-learning")),
    )


def is_only_source(named: tuple[Source, ...], manuals: Path) -> bool:
    """Whether nobody has added, changed or removed a source since the demonstration was set up."""
    return named == sources(manuals)


def needs_indexing(home: Path, manuals: Path) -> bool:
    """Whether the demonstration's pages, or the programs that read them, changed since it was indexed."""
    stamp = home / _STAMP
    return (
        publication.published(home) is None
        or not stamp.exists()
        or stamp.read_text(encoding="ascii") != _digest(manuals)
    )


def note_indexed(home: Path, manuals: Path) -> None:
    """Remember what was indexed."""
    (home / _STAMP).write_text(_digest(manuals), encoding="ascii")


def _digest(manuals: Path) -> str:
    whole = hashlib.sha256()
    for path in _inputs(manuals):
        whole.update(path.as_posix().encode() + hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()


def _inputs(manuals: Path) -> Iterator[Path]:
    project = manuals.parent.parent
    readers = (path for room in ("knowledge", "scraper") for path in (project / room).rglob("*.py"))
    yield from sorted([*(path for path in manuals.rglob("*") if path.is_file()), *readers])
