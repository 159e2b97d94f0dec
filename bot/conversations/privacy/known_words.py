"""The lists that names are told by: first names, surnames, and the words and phrases that are nobody's."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class KnownWords:
    """Lower-case words. `also_words` are first names that are ordinary words as well;
    `plain_surnames` those surnames that are nothing else."""

    first_names: frozenset[str]
    also_words: frozenset[str]
    surnames: frozenset[str]
    plain_surnames: frozenset[str]
    passing: frozenset[str]
    phrases: tuple[str, ...]


@cache
def known_words() -> KnownWords:
    """The lists beside this module."""
    names, surnames, passing = _parts("first_names.txt"), _parts("surnames.txt"), _parts("passing.txt")
    also = frozenset(_words(names["also words"]))
    words = frozenset(_words(passing["words"]))
    return KnownWords(
        first_names=frozenset(_words(names["plain"])) - also - words,
        also_words=also,
        surnames=frozenset(_words([*surnames["plain"], *surnames["also words"]])) - words,
        plain_surnames=frozenset(_words(surnames["plain"])) - words - also,
        passing=words,
        phrases=tuple(passing["phrases"]),
    )


def _parts(name: str) -> dict[str, list[str]]:
    """The lines of a file under the [heading] they stand below."""
    text = files("bot.conversations.privacy").joinpath(name).read_text(encoding="utf-8")
    parts: dict[str, list[str]] = {"": []}
    heading = ""
    for line in text.splitlines():
        if line.startswith("["):
            heading = line.strip("[]")
            parts[heading] = []
        elif line and not line.startswith("#"):
            parts[heading].append(line)
    return parts


def _words(lines: list[str]) -> list[str]:
    return [word for line in lines for word in line.split()]
