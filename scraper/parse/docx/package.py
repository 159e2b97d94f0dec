"""A DOCX as a package of XML parts, opened with bounds: no bombs, no entities, no macros run."""

import io
import zipfile
from dataclasses import dataclass
from xml.etree.ElementTree import Element
from xml.etree.ElementTree import ParseError as XmlError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from knowledge.errors import ParseError

_MOST_ENTRIES = 4000
_MOST_PART = 40_000_000  # bytes of one part unpacked; a long manual's text is some hundred kilobytes
_DEEPEST = 200  # elements inside each other; real documents stay under about 60
_MOST_RATIO = 400  # unpacked to packed, for parts over a megabyte

_DAMAGED = "{url} is a damaged Word document. Save it again, then add it again."
_BOMB = "{url} unpacks to far more than a document holds, so it was not opened. Check where it came from."
_ENTITIES = "{url} holds XML that a Word document never needs (a DTD or entities, or a tower of tags): it was not read."
_LOCKED = "{url} is protected by a password, so it cannot be read. Ask its owner for a copy without one."

_MACROS = "This Word document carries macros. Only its words were read; nothing in it was run."


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a document by name, and warnings about the package."""

    parts: dict[str, Element]
    warnings: tuple[str, ...] = ()

    def part(self, name: str) -> Element | None:
        """The root of a part, None where the document has none of that name."""
        return self.parts.get(name)

    def named(self, start: str) -> list[Element]:
        """The parts whose names begin with `start`, by name."""
        return [self.parts[name] for name in sorted(self.parts) if name.startswith(start)]


_WANTED = ("word/document.xml", "word/styles.xml", "word/numbering.xml", "word/_rels/document.xml.rels")
_WANTED_TOO = ("word/footnotes.xml", "word/endnotes.xml", "docProps/core.xml")
_WANTED_STARTS = ("word/header", "word/footer")


def open_package(content: bytes, url: str) -> Package:
    """The parts that are read. Raises ParseError for a damaged, protected, bombed or unsafe document."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            _check(entries, url)
            wanted = [entry for entry in entries if _is_wanted(entry.filename)]
            parts = {entry.filename: _read(archive, entry, url) for entry in wanted}
    except (zipfile.BadZipFile, OSError, EOFError, ValueError, NotImplementedError, RuntimeError) as error:
        locked = isinstance(error, RuntimeError) and "encrypted" in str(error)
        raise ParseError((_LOCKED if locked else _DAMAGED).format(url=url)) from error
    if "word/document.xml" not in parts:
        raise ParseError(_DAMAGED.format(url=url))
    has_macros = any(entry.filename.lower().endswith("vbaproject.bin") for entry in entries)
    return Package(parts, (_MACROS,) if has_macros else ())


def _check(entries: list[zipfile.ZipInfo], url: str) -> None:
    if len(entries) > _MOST_ENTRIES:
        raise ParseError(_BOMB.format(url=url))
    for entry in entries:
        packed = max(entry.compress_size, 1)
        if entry.file_size > 1_000_000 and entry.file_size / packed > _MOST_RATIO:
            raise ParseError(_BOMB.format(url=url))


def _is_wanted(name: str) -> bool:
    return name in _WANTED or name in _WANTED_TOO or (name.startswith(_WANTED_STARTS) and name.endswith(".xml"))


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, url: str) -> Element:
    """A part's root; read with a cap, since an archive may lie about its sizes."""
    with archive.open(entry) as stream:
        data = stream.read(_MOST_PART + 1)
    if len(data) > _MOST_PART:
        raise ParseError(_BOMB.format(url=url))
    try:
        root: Element = fromstring(data, forbid_dtd=True)
    except DefusedXmlException as error:
        raise ParseError(_ENTITIES.format(url=url)) from error
    except XmlError as error:
        raise ParseError(_DAMAGED.format(url=url)) from error
    if _depth(root) > _DEEPEST:
        raise ParseError(_ENTITIES.format(url=url))
    return root


def _depth(root: Element) -> int:
    deepest = 0
    stack = [(root, 1)]
    while stack:
        element, depth = stack.pop()
        deepest = max(deepest, depth)
        if depth > _DEEPEST:
            break
        stack.extend((child, depth + 1) for child in element)
    return deepest
