"""Which addresses may be clicked: those on the hosts of the published sources, and no others.

Telegram itself makes links of anything that looks like an address. What is not allowed is therefore marked as code, inside
of which Telegram makes none.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

# Addresses with a scheme, and bare names with a dot and a top-level domain, in any script.
_ADDRESS = re.compile(
    r"(?:[a-z][a-z0-9+.-]*:(?://)?[^\s<>“”\"')\]]+)|(?:@?[\w-]+(?:[.．。｡][\w-]+)*[.．。｡][^\W\d_]{2,}(?:[:/?#][^\s<>“”\"')\]]*)?)",
    re.IGNORECASE,
)
_HANDLE = re.compile(r"(?<![\w@/])[@#/$][\w]+")
_EMAIL_BEFORE = re.compile(r"[\w.+-]+@$")
_TRAILING = ".,;:!?"


@dataclass(frozen=True, slots=True)
class Address:
    """An address in a text, from `start` to `end` in characters."""

    start: int
    end: int
    url: str
    allowed: bool


def addresses(text: str, hosts: Collection[str]) -> Iterator[Address]:
    """Everything in a text that Telegram might make a link of; e-mail addresses left out, which open no page."""
    for found in _ADDRESS.finditer(text):
        shown = found.group().rstrip(_TRAILING)
        end = found.start() + len(shown)
        if _EMAIL_BEFORE.search(text[: found.start()]) or re.match(r"[\w.+-]+@", text[found.start() : end + 64]):
            continue
        yield Address(found.start(), end, shown, allowed(shown, hosts))
    for found in _HANDLE.finditer(text):
        yield Address(found.start(), found.end(), found.group(), False)


def allowed(url: str, hosts: Collection[str]) -> bool:
    """Whether an address is http(s), plain ASCII, without a user's name in it, and on one of the hosts exactly."""
    if not url.isascii() or "\\" in url:
        return False
    try:
        split = urlsplit(url)
        named, port = split.hostname, split.port
    except ValueError:
        return False
    return split.scheme in ("http", "https") and split.username is None and port in (None, 80, 443) and named in hosts
