"""What a site family is: how it is told, and what is put right before its pages are read."""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from scraper.parse.html.nodes import Node


@dataclass(frozen=True, slots=True)
class Family:
    """A kind of site. `fits(url, root)` tells it; `prepare(root)` changes the tree in place."""

    name: str
    fits: Callable[[str, Node], bool]
    prepare: Callable[[Node], None]


def host_of(url: str) -> str:
    """The host of an address in small letters, "" where it has none."""
    try:
        return (urlsplit(url).hostname or "").lower()
    except ValueError:
        return ""


def is_host(url: str, *names: str) -> bool:
    """Whether the address stands on one of the named hosts or below it."""
    host = host_of(url)
    return any(host == name or host.endswith(f".{name}") for name in names)


def leave(_: Node) -> None:
    """Change nothing."""
