"""Which addresses may be clicked: those on the hosts of the published sources, and no others.

Telegram itself makes links of anything that looks like an address. Its front therefore marks what is not allowed as code,
inside of which Telegram makes none.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

# Addresses with a scheme, and bare names with dots, in any script; each begins where a word does, so that a long run of
# letters is read once.
_ADDRESS = re.compile(
    r"(?<![a-z0-9+.-])[a-z][a-z0-9+.-]*:(?://)?[^\s<>“”\"')\]]+"
    r"|(?<![\w-])@?[\w-]+(?P<labels>(?:[.．。｡][\w-]+)+)(?:[:/?#][^\s<>“”\"')\]]*)?",
    re.IGNORECASE,
)
_DOT = re.compile("[.．。｡]")
_HANDLE = re.compile(r"(?<![\w@/])[@#/$][\w]+")
_EMAIL_BEFORE = re.compile(r"[\w.+-]@$")
_EMAIL = re.compile(r"[\w.+-]+@\w")
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
    for found in _candidates(text):
        shown = found.group().rstrip(_TRAILING)
        yield Address(found.start(), found.start() + len(shown), shown, allowed(shown, hosts))
    for found in _HANDLE.finditer(text):
        yield Address(found.start(), found.end(), found.group(), False)


def _candidates(text: str) -> Iterator[re.Match[str]]:
    """What looks like an address. Where a name turns out to be none, what stands behind it may still hold one."""
    place = 0
    while found := _ADDRESS.search(text, place):
        if found["labels"] and (not _may_be_a_host(found["labels"]) or _is_e_mail(text, found)):
            place = found.end("labels")
        else:
            place = found.end()
            yield found


def _may_be_a_host(labels: str) -> bool:
    """Whether a name's later labels hold one that could be a top-level domain: two letters or more, and nothing else."""
    return any(len(label) > 1 and label.isalpha() for label in _DOT.split(labels)[1:])


def _is_e_mail(text: str, name: re.Match[str]) -> bool:
    """Whether a name is part of an e-mail address: what stands before the @, or behind it."""
    at = name.start() + name.group().startswith("@")
    return bool(_EMAIL_BEFORE.search(text, max(0, at - 2), at) or _EMAIL.match(text, name.start()))


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
