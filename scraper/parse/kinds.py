"""What kind of document some bytes are, told from the bytes first, and by their type and address where those
are silent.
"""

import io
import re
import zipfile
from enum import StrEnum

from knowledge.errors import ParseError


class Kind(StrEnum):
    """A kind of document that can be read."""

    HTML = "web page"
    PDF = "PDF"
    DOCX = "Word document"
    TEXT = "plain text"


_MARKUP = re.compile(
    rb"<\s*(?:!doctype|!--|\?xml|(?:html|head|body|h[1-6]|p|div|table|main|article|section|ul|ol)\b)",
    re.IGNORECASE,
)
_HEAD = 2048
_PICTURES = {
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"II*\x00": "a TIFF image",
}
_OTHERS = {
    b"{\\rtf": "a rich text (RTF) document: save it as DOCX or PDF",
    b"\xd0\xcf\x11\xe0": (
        "an old Word (.doc) or a password-protected Office document: save it as DOCX, without a password"
    ),
    b"Rar!": "a RAR archive: unpack it first",
    b"7z\xbc\xaf": "a 7z archive: unpack it first",
    b"\x1f\x8b": "a compressed (gzip) file: unpack it first",
    b"%!PS": "a PostScript file: save it as PDF",
    b"ID3": "a sound recording",
    b"MZ": "a program",
    b"\x7fELF": "a program",
}


def kind_of(content: bytes, url: str, media_type: str) -> Kind:
    """The kind of `content`. Raises ParseError for what is empty or is no document that can be read."""
    if not content.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise ParseError(f"{url} is empty: there is nothing in it to read. Check the source, or fetch it again.")
    head = content[:_HEAD].lstrip()
    if b"%PDF-" in content[:1024]:
        return Kind.PDF
    if head.startswith(b"PK\x03\x04"):
        return _packaged(content, url)
    for mark, name in {**_PICTURES, **_OTHERS}.items():
        if head.startswith(mark):
            raise ParseError(f"{url} is {name}. Signpost reads web pages, PDF, DOCX and plain text.")
    return _worded(content, head, url, media_type)


def _packaged(content: bytes, url: str) -> Kind:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            names = set(package.namelist())
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise ParseError(f"{url} is a damaged Word document or archive. Save it again, then add it again.") from error
    if "word/document.xml" in names:
        return Kind.DOCX
    if "[Content_Types].xml" in names:
        raise ParseError(f"{url} is an Office file, but not a Word document. Save its words as DOCX or PDF.")
    raise ParseError(f"{url} is an archive, not a document. Unpack it, and add the documents in it.")


def _worded(content: bytes, head: bytes, url: str, media_type: str) -> Kind:
    if _is_binary(content):
        raise ParseError(f"{url} is not a document that Signpost reads (web page, PDF, DOCX or plain text).")
    declared = media_type.split(";", maxsplit=1)[0].strip().lower()
    if declared == "text/plain" or (not declared and url.lower().split("?")[0].endswith((".txt", ".text", ".md"))):
        return Kind.TEXT
    wide = head.replace(b"\x00", b"")
    return Kind.HTML if "html" in declared or _MARKUP.search(wide) else Kind.TEXT


def _is_binary(content: bytes) -> bool:
    """Many control characters, and not UTF-16: no text."""
    start = content[:4096]
    if start.startswith((b"\xff\xfe", b"\xfe\xff")) or start[1::2].count(0) > 0.8 * len(start[1::2]):
        return False
    control = sum(1 for byte in start if byte < 9 or 13 < byte < 32)
    return control > 0.05 * len(start)
