"""Reading a source that is a folder or one file on this machine."""

import mimetypes
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from knowledge.errors import SourceError
from knowledge.snapshots import Page

_TYPES = {".html": "text/html", ".htm": "text/html", ".pdf": "application/pdf", ".txt": "text/plain",
          ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document"}  # fmt: skip
_DRAFTS = frozenset({"templates", "drafts"})  # manuals keep unpublished pages there
_LARGEST = 50 * 1024 * 1024  # bytes; a larger file is not a chapter


def read_path(path: Path, now: datetime) -> tuple[list[Page], list[str]]:
    """The pages of a folder (all below it) or of one file, and a sentence for each file left out.

    Raises SourceError where the path is missing, empty, or a file of a type that Signpost does not read.
    """
    if not path.exists():
        raise SourceError(f"There is no file or folder at {path}. Check the address, or edit the source.")
    if path.is_file():
        if path.suffix.casefold() not in _TYPES:
            raise SourceError(
                f"{path.name} is not a type that Signpost reads. Give it an HTML, PDF, DOCX or text file."
            )
        if path.stat().st_size == 0:
            raise SourceError(f"{path.name} is empty. Check that it was saved or copied whole.")
        if path.stat().st_size > _LARGEST:
            raise SourceError(
                f"{path.name} is larger than 50 MB, too large to be a chapter. Split it or give another copy."
            )
        return [_page(path, path.name, now)], []
    return _folder(path, now)


def _folder(folder: Path, now: datetime) -> tuple[list[Page], list[str]]:
    pages, skipped = [], []
    for path in _files(folder):
        name = path.relative_to(folder).as_posix()
        if path.stat().st_size == 0:
            skipped.append(f"{name} is empty.")
        elif path.stat().st_size > _LARGEST:
            skipped.append(f"{name} is larger than 50 MB.")
        else:
            pages.append(_page(path, name, now))
    return pages, skipped


def _files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder).parts
        if (
            path.is_file()
            and path.suffix.casefold() in _TYPES
            and not _DRAFTS & set(inside[:-1])
            and not inside[-1].startswith(".")
        ):
            yield path


def _page(path: Path, name: str, now: datetime) -> Page:
    kind = _TYPES.get(path.suffix.casefold()) or mimetypes.guess_type(path.name)[0] or ""
    return Page(name, path.read_bytes(), kind, now)
