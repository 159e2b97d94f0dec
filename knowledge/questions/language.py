"""The table of the language people use, read from language.toml."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from knowledge.index.words import words

Phrase = tuple[str, ...]  # a phrase as its words, folded


@dataclass(frozen=True, slots=True)
class Language:
    """What may stand for what. Keys are phrases; values are the alternatives as written.

    `short` keys are short forms, folded; those in `capitals` count only where they are typed in capitals.
    `phrases` hold what a phrase means; `alike` the other local names of the same thing.
    """

    short: Mapping[str, tuple[str, ...]]
    capitals: frozenset[str]
    phrases: Mapping[Phrase, tuple[str, ...]]
    alike: Mapping[Phrase, tuple[str, ...]]
    longest: int


@cache
def language() -> Language:
    """The table, read once."""
    table = tomllib.loads(Path(__file__).with_name("language.toml").read_text(encoding="utf-8"))
    phrases: dict[Phrase, tuple[str, ...]] = {}
    for said, meant in (*table["renamed"].items(), *table["said"].items()):
        _add(phrases, said, meant)
    alike: dict[Phrase, tuple[str, ...]] = {}
    for names in table["alike"].values():
        for name in names:
            _add(alike, name, [other for other in names if other != name])
    return Language(
        short={short.casefold(): tuple(longs) for short, longs in table["short"].items()},
        capitals=frozenset(short.casefold() for short in table["capitals"]),
        phrases=phrases,
        alike=alike,
        longest=max(len(phrase) for phrase in (*phrases, *alike)),
    )


def _add(phrases: dict[Phrase, tuple[str, ...]], said: str, meant: list[str]) -> None:
    key = tuple(words(said))
    phrases[key] = tuple(dict.fromkeys((*phrases.get(key, ()), *meant)))
