"""Levels of need beside what was said. Signpost shows the manual's words for each level and never chooses one."""

import re
from collections.abc import Iterable, Sequence

from knowledge.answers.beside import nearness
from knowledge.answers.calling import calls, front_doors
from knowledge.answers.outcomes import Answer, Answered, AskBack, CitedLevel, Kind, Question
from knowledge.answers.shelf import Shelf
from knowledge.index.words import words
from knowledge.manual import Citation
from knowledge.thresholds import Level, LevelScheme

_NUMBER = r"(?:\d|one|two|three|four|five)"
_LABEL = re.compile(
    rf"\b(?:levels?|tiers?|bands?|stages? of need) ({_NUMBER}(?:(?:,| and| or| to|/|-| &)* {_NUMBER})*)\b"
)
_OWN = re.compile(rf"\b([a-z]{{3,}}) ({_NUMBER})\b")
_USUAL = frozenset("level levels tier tiers band bands stage stages need step".split())  # noqa: SIM905
_WORD = re.compile(rf"\b{_NUMBER}\b")
_DIGITS = {"one": "1", "two": "2", "three": "3", "four": "4", "five": "5"}
_MOST_COMPARED = 40  # of each level; the encoder needs some milliseconds for each the first time
_MOST_DESCRIPTORS = 3  # for each level; the rest is a link away
_MOST_OF_ONE = 12  # where one level alone was asked for


def compare_levels(question: Question, shelf: Shelf) -> Answer | None:
    """Each level's quoted words, those nearest to what was said first; None where this area's manual has no levels.

    Asks for the area where areas have schemes of their own: numbers must never be carried from one to another.
    """
    schemes = [one for one in shelf.schemes if shelf.serves(one.areas, one.manual, question.area)]
    if not schemes:
        return None
    if not question.area and len({one.areas for one in schemes}) > 1:
        return AskBack("area", tuple(dict.fromkeys(area for one in schemes for area in one.areas)))
    said = shelf.stems(" ".join((*question.said, question.text)))
    scheme = max(schemes, key=lambda one: len(one.levels))
    asked = named_levels(question.text, scheme)
    if not asked and _numbers(question.text):
        return None  # a level of another scheme: its number says nothing here
    most = _MOST_OF_ONE if len(asked) == 1 else _MOST_DESCRIPTORS
    told = question.said
    levels = tuple(
        _cited(level, scheme, _nearest([one.text for one in level.descriptors], said, shelf, told)[:most], shelf)
        for level in asked or scheme.levels
    )
    shown = tuple(level for level in levels if level.citations)
    if not shown:
        return None
    return Answered(
        kind=Kind.LEVEL,
        citations=tuple(dict.fromkeys(citation for level in shown for citation in level.citations)),
        scheme=scheme,
        levels=shown,
        calls=calls(shelf, front_doors(shelf, question.area), question.now),
    )


def named_levels(text: str, scheme: LevelScheme) -> tuple[Level, ...]:
    """The levels of a scheme that words name: by number in the usual words or the scheme's own ("ring 3"), or by a whole name
    of the scheme's own ("deep water")."""
    by_number = _numbers(text)
    own = _own_words(text)
    typed = f" {' '.join(words(text))} "
    return tuple(
        level
        for level in scheme.levels
        if by_number & _numbers(level.label)
        or own & _own_words(level.label)
        or (not level.label and level.name and f" {' '.join(words(level.name))} " in typed)
    )


def names_own_level(text: str, schemes: Iterable[LevelScheme]) -> bool:
    """Whether words name a level in the own words of a scheme, which nothing else tells from other talk."""
    return not _numbers(text) and any(named_levels(text, scheme) for scheme in schemes)


def _own_words(text: str) -> frozenset[tuple[str, str]]:
    """Each noun with a number behind it: "Ring Two" gives ring and 2. The usual words for levels are left to `_numbers`."""
    found = ((match[1], _DIGITS.get(match[2], match[2])) for match in _OWN.finditer(" ".join(words(text))))
    return frozenset(pair for pair in found if pair[0] not in _USUAL)


def names_level(text: str) -> bool:
    """Whether words name a level by number: "what is level 3"."""
    return bool(_numbers(text))


def _numbers(text: str) -> frozenset[str]:
    """The levels that words name by number: "Levels 3 and 4" names both, and so does "levels three and four"."""
    named = _LABEL.findall(text.casefold())
    return frozenset(_DIGITS.get(word, word) for run in named for word in _WORD.findall(run))


def _cited(level: Level, scheme: LevelScheme, descriptors: Sequence[str], shelf: Shelf) -> CitedLevel:
    shown = [*level.summary[:1], *descriptors]
    cited = (shelf.cite(scheme.manual, scheme.slug, text, level.place.path) for text in shown)
    quotes: tuple[Citation, ...] = tuple(dict.fromkeys(citation for citation in cited if citation))
    return CitedLevel(level, quotes)


def _nearest(descriptors: Sequence[str], said: frozenset[str], shelf: Shelf, told: tuple[str, ...]) -> list[str]:
    """Descriptors by shared words, the most telling first; where things were told, those that come near one of them lead."""
    shared = sorted(descriptors, key=lambda one: -shelf.weight(said & shelf.stems(one)))[:_MOST_COMPARED]
    if not told or not shared:
        return shared
    rows = nearness(told, shared, shelf)
    best = {text: max(row[place] for row in rows) for place, text in enumerate(shared)}
    return sorted(shared, key=lambda text: -best[text])
