"""Short forms and people's own words, joined by the words that procedures use."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from knowledge.index.words import folded, words
from knowledge.questions.language import language

# "nfa'd", "DNA'd", "s47'd", "IROs": a short form used as a verb or in the plural.
_TOKEN = re.compile(r"(?P<word>[A-Za-z][A-Za-z0-9&-]*)(?:['\u2019]?(?P<ending>d|ed|s|ing))?(?![\w'\u2019])")
GENERIC = frozenset(("front door",))  # what every area has one of, whatever it calls it
_LONGEST_NAME = 5  # words of a thing's name
_SECTION = re.compile(r"\bs(?:ection|\.)?\s?(\d{2})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Expansion:
    """Words typed and what they may stand for.

    `meant` is what they mean, `alike` what the same thing is called elsewhere or since. `own` where the
    manual explains the short form itself; `short` where the words typed are a short form.
    """

    typed: str
    meant: tuple[str, ...]
    alike: tuple[str, ...] = ()
    own: bool = False
    short: bool = False


def expand(
    text: str, glossary: Mapping[str, Sequence[str]], names: Mapping[tuple[str, ...], tuple[str, ...]] | None = None
) -> tuple[Expansion, ...]:
    """Everything in the text that stands for something else, each once, in the order typed.

    `glossary` holds the manual's own short forms, folded; they come before the general table. `names` are what the manual
    says that things are also called, by the words of a name; they stand beside whatever else a name may mean.
    """
    found = (*_short_forms(text, glossary), *_sections(text), *_phrases(text))
    return _named(text, names or {}, _once(found))


def _named(
    text: str, names: Mapping[tuple[str, ...], tuple[str, ...]], found: tuple[Expansion, ...]
) -> tuple[Expansion, ...]:
    """What was found, joined by the manual's other names for what is typed and for what it may stand for."""
    if not names:
        return found
    own = {" ".join(phrase): names[phrase] for phrase in _runs(words(text)) if phrase in names}
    joined = []
    for one in found:
        meant = (*own.pop(" ".join(words(one.typed)), ()), *_further((*one.meant, *one.alike), names))
        joined.append(replace(one, meant=_in_order(meant, one.meant), own=True) if meant else one)
    return (*joined, *(Expansion(phrase, meant, own=True) for phrase, meant in own.items()))


def _in_order(own: Iterable[str], usual: Iterable[str]) -> tuple[str, ...]:
    """The manual's own names first, then what is usually meant, then what kind of thing it is ("front door")."""
    every = tuple(own)
    proper = [name for name in every if name[:1].isupper()]
    return tuple(dict.fromkeys((*proper, *usual, *every)))


def _further(meant: Iterable[str], names: Mapping[tuple[str, ...], tuple[str, ...]]) -> Iterator[str]:
    """The manual's own names for what a phrase stands for: "initial child protection conference" holds one."""
    for phrase in meant:
        for run in _runs(words(phrase)):
            if len(run) > 1:
                yield from names.get(run, ())


def _runs(typed: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Every run of words that may be a name."""
    for start in range(len(typed)):
        for length in range(1, min(_LONGEST_NAME, len(typed) - start) + 1):
            yield tuple(typed[start : start + length])


def _once(found: Sequence[Expansion]) -> tuple[Expansion, ...]:
    return tuple({expansion.typed.casefold(): expansion for expansion in reversed(found)}.values())[::-1]


def spelled_out(text: str, expansions: Iterable[Expansion]) -> str:
    """The text with each short form, and each name that the manual has another for, followed by its first meaning in
    brackets, for embedding."""
    for expansion in expansions:
        if expansion.meant and (expansion.short or expansion.own):
            found = re.search(
                rf"(?<!\w){re.escape(expansion.typed)}(?:['\u2019]?(?:d|ed|s))?(?!\w)", text, re.IGNORECASE
            )
            if found:
                text = f"{text[: found.end()]} ({_spelled(expansion)}){text[found.end() :]}"
    return text


def _spelled(expansion: Expansion) -> str:
    """What is meant, and what kind of thing it is where the manual says so."""
    kind = expansion.meant[-1]
    told = (expansion.meant[0], kind) if expansion.own and expansion.short and kind in GENERIC else expansion.meant[:1]
    return ", ".join(dict.fromkeys(told))


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
                meant = own or general
                yield Expansion(typed, meant, _elsewhere(key, *meant), own=bool(own), short=True)
                break


def _readings(match: re.Match[str]) -> tuple[str, ...]:
    """The word whole, and without an ending: "TAFs" may be TAF, "cps" is not looked for."""
    whole = match[0]
    short = match["word"]
    bare = short[:-1] if short.endswith("s") and short[:-1].isupper() and len(short) > 2 else short
    return tuple(dict.fromkeys((whole, short, bare)))


def _elsewhere(*names: str) -> tuple[str, ...]:
    """What the things so named are called elsewhere or since."""
    keys = [tuple(words(name)) for name in names]
    found = (other for key in keys for table in (language().phrases, language().alike) for other in table.get(key, ()))
    return tuple(dict.fromkeys(other for other in found if tuple(words(other)) not in keys))


def _sections(text: str) -> Iterator[Expansion]:
    for match in _SECTION.finditer(text):
        meant = language().short.get(f"s{match[1]}")
        if meant:
            yield Expansion(f"s{match[1]}", meant, short=True)


def _phrases(text: str) -> Iterator[Expansion]:
    """Known phrases, the longest first at each place."""
    typed = words(text)
    place = 0
    while place < len(typed):
        length = next((long for long in _lengths(len(typed) - place) if _known(typed[place : place + long])), 1)
        phrase = tuple(typed[place : place + length])
        if _known(phrase):
            meant = language().phrases.get(phrase, ())
            yield Expansion(" ".join(phrase), meant, language().alike.get(phrase, ()))
        place += length


def _lengths(left: int) -> Iterable[int]:
    return range(min(language().longest, left), 0, -1)


def _known(phrase: Sequence[str]) -> bool:
    key = tuple(phrase)
    return (key in language().phrases or key in language().alike) and " ".join(key) not in language().short
