"""The version of everything that reads a page: another version may read other words from the same bytes.

It is a digest of the readers' own source, so that nobody has to remember to raise a number, with the versions of the
libraries they read with.
"""

import hashlib
import sys
from collections.abc import Iterator
from functools import cache
from importlib.metadata import version
from pathlib import Path

_PROJECT = Path(__file__).resolve().parents[1]
_AFTER_READING = (
    "answers",
    "encoder",
    "evaluation",
    "index",
    "questions",
    "retrieval",
)  # knowledge's rooms that read no page
_LIBRARIES = ("beautifulsoup4", "lxml", "pdfplumber", "pdfminer.six", "pypdfium2", "python-docx", "phonenumbers")


@cache
def readers_version() -> str:
    """16 hex digits that change with the readers' source, their word lists, their libraries, or Python."""
    whole = hashlib.sha256(sys.version.encode())
    for library in _LIBRARIES:
        whole.update(f"{library} {version(library)}\n".encode())
    for path in sorted(_sources()):
        whole.update(path.relative_to(_PROJECT).as_posix().encode() + hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()[:16]


def _sources() -> Iterator[Path]:
    for room in ("knowledge", "scraper"):
        for path in (_PROJECT / room).rglob("*"):
            inside = path.relative_to(_PROJECT / room).parts
            if path.suffix in (".py", ".txt", ".toml") and inside[0] not in _AFTER_READING:
                yield path
