"""Short forms and people's own words, joined by the words that procedures use."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from knowledge.index.words import folded, words
from knowledge.questions.language import language

# "nfa'd", "DNA'd", "s47'd", "IROs": a short form used as a verb or in the plural.
_TOKEN = re.compile(r"(?P<word>[A-Za-z][A-Za-z0-9&-]*)(?:['\u2019]?(?P<ending>d|ed|s|ing))?(?![\w'\u2019])")
_SECTION = re.compile(r"\bs(?:ection|\.)?\s?(\d{2})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Expansion:
    """Words typed and what they may stand for. `own` where the manual explains the short form itself."""

    typed: str
    meant: tuple[str, ...]
    own: bool = False


def expand(text: str, glossary: Mapping[str, Sequence[str]]) -> tuple[Expansion, ...]:
    """Everything in the text that stands for something else, each once, in the order typed.

    `glossary` holds the manual's own short forms, folded; they come before the general table.
    """
    found = (*_short_forms(text, glossary), *_sections(text), *_phrases(text))
    return tuple({expansion.typed.casefold(): expansion for expansion in reversed(found)}.values())[::-1]


def spelled_out(text: str, expansions: Iterable[Expansion]) -> str:
    """The text with each short form followed by its first meaning in brackets, for embedding."""
    for expansion in expansions:
        if expansion.own or folded(expansion.typed) in language().short:
            found = re.search(
                rf"(?<!\w){re.escape(expansion.typed)}(?:['\u2019]?(?:d|ed|s))?(?!\w)", text, re.IGNORECASE
            )
            if found:
                text = f"{text[: found.end()]} ({expansion.meant[0]}){text[found.end() :]}"
    return text


def is_short_form(word: str, glossary: Mapping[str, Sequence[str]]) -> bool:
    """Whether a folded word is a known short form, so that it is never taken for a typing slip."""
    return word in language().short or word in glossary


def _short_forms(text: str, glossary: Mapping[str, Sequence[str]]) -> Iterator[Expansion]:
    for match in _TOKEN.finditer(text):
        for typed in _readings(match):
            key = folded(typed)
            own = tuple(glossary.get(key, ()))
            general = language().short.get(key, ())
            if key in language().capitals and not typed.isupper():
                continue
            if own or general:
                phrases = (*own, *(general if not own else ()))
                yield Expansion(typed, tuple(dict.fromkeys((*phrases, *_since(key, phrases)))), own=bool(own))
                break


def _readings(match: re.Match[str]) -> tuple[str, ...]:
    """The word whole, and without an ending: "TAFs" may be TAF, "cps" is not looked for."""
    whole = match[0]
    short = match["word"]
    bare = short[:-1] if short.endswith("s") and short[:-1].isupper() and len(short) > 2 else short
    return tuple(dict.fromkeys((whole, short, bare)))


def _since(key: str, phrases: Iterable[str]) -> Iterator[str]:
    """What a short form, or what it stands for, is called elsewhere or since."""
    for phrase in (key, *phrases):
        yield from language().phrases.get(tuple(words(phrase)), ())


def _sections(text: str) -> Iterator[Expansion]:
    for match in _SECTION.finditer(text):
        meant = language().short.get(f"s{match[1]}")
        if meant:
            yield Expansion(f"s{match[1]}", meant)


def _phrases(text: str) -> Iterator[Expansion]:
    typed = words(text)
    place = 0
    while place < len(typed):
        for length in range(min(language().longest, len(typed) - place), 0, -1):
            phrase = tuple(typed[place : place + length])
            meant = language().phrases.get(phrase)
            if meant and " ".join(phrase) not in language().short:
                yield Expansion(" ".join(phrase), meant)
                place += length - 1
                break
        place += 1
