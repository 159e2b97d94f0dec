"""Bytes of a page as text, whatever encoding it declares or forgets to declare."""

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([a-zA-Z0-9_:.-]+)""", re.IGNORECASE)
_HEADER = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_LATIN = {
    "iso-8859-1",
    "latin-1",
    "latin1",
    "us-ascii",
    "ascii",
    "iso8859-1",
}  # browsers read these as cp1252
_HEAD = 4096  # bytes in which a declaration is looked for


def decode(content: bytes, media_type: str = "") -> tuple[str, tuple[str, ...]]:
    """The text of `content`, and warnings.

    In order: a byte order mark; UTF-8 where the bytes are valid UTF-8 (text in another encoding hardly ever
    is, whatever is declared); the encoding declared by the server or the page; cp1252. Bytes that fit none
    are replaced by U+FFFD, with a warning."""
    for mark, name in _MARKS:
        if content.startswith(mark):
            return content.decode(name, "replace").lstrip("\ufeff"), ()
    wide = _without_mark_wide(content)
    if wide:
        return content.decode(wide, "replace"), ()
    try:
        return content.decode("utf-8"), ()
    except UnicodeDecodeError:
        return _decode_declared(content, _declared(content, media_type))


def _without_mark_wide(content: bytes) -> str:
    """UTF-16 without a byte order mark, told by every other byte of the start being zero."""
    start = content[:400]
    if len(start) < 8:
        return ""
    if start[1::2].count(0) > 0.8 * len(start[1::2]) and not start[::2].count(0):
        return "utf-16-le"
    if start[::2].count(0) > 0.8 * len(start[::2]) and not start[1::2].count(0):
        return "utf-16-be"
    return ""


def _declared(content: bytes, media_type: str) -> str:
    header = _HEADER.search(media_type)
    if header:
        return header[1].lower()
    declared = _DECLARED.search(content[:_HEAD])
    return declared[1].decode("ascii").lower() if declared else ""


def _decode_declared(content: bytes, declared: str) -> tuple[str, tuple[str, ...]]:
    name = "cp1252" if declared in _LATIN or not _is_known(declared) else declared
    if name.replace("-", "").replace("_", "") == "utf8":
        # A page that says UTF-8 and holds some other bytes was pasted from cp1252, or is damaged.
        text = content.decode("utf-8", "replace")
        if text.count("\ufffd") * 200 < len(text) and _mostly_utf8(content):
            return text, _damaged(text)
        name = "cp1252"
    text = content.decode(name, "replace")
    return text, _damaged(text)


def _mostly_utf8(content: bytes) -> bool:
    """Whether most characters beyond ASCII are valid UTF-8 (a damaged page), rather than few (another
    encoding).
    """
    text = content.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = sum(1 for letter in text if ord(letter) > 127) - bad
    return good > bad


def _is_known(name: str) -> bool:
    try:
        b"a".decode(name)
    except LookupError:
        return False
    return True


def _damaged(text: str) -> tuple[str, ...]:
    bad = text.count("\ufffd")
    if not bad:
        return ()
    return (f"{bad} characters of this page could not be read; check its words against the page itself.",)
