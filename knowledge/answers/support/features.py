"""What tells whether a passage answers a question: nine measures, each from 0 to 1 or near it.

Retrieval scores alone are not a safe ground to answer on (AUROC .74 to .85 where they were measured), so these look at the
passage's own sentences, at the words that the manual does not know, and at how much the question's meaning hangs on them.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass, fields
from functools import lru_cache

import numpy as np

from knowledge.answers.sentences import points_back, sentences
from knowledge.answers.shelf import Shelf
from knowledge.answers.support.concepts import Concept
from knowledge.answers.support.wanted import Wanted, asks_how_long_to_keep, counted, holds, tells_keeping
from knowledge.encoder import Encoder, Vectors
from knowledge.manual import Passage
from knowledge.retrieval import Found, Hit

_MOST_UNITS = 24  # sentences of a passage that are looked at; longer passages are cut when they are indexed


@dataclass(frozen=True, slots=True)
class Features:
    """Measures of one question and one passage.

    `covered`: of the question's telling words, weighed by rarity, the part that passage, headings and title hold.
    `together`: the same for the best single sentence with its headings, of those that hold the kind of thing asked for.
    `fits`: 1 where some sentence holds the kind of thing asked for. `unknown`: the part of the question that the manual
    nowhere speaks of. `hinge`: how far the question's meaning moves when the words that the passage lacks are taken out
    (1 less the cosine). `dense`: cosine of question and passage. `lexical`: BM25 as a part of the most possible.
    `agreed`: 1 where the passage's chapter leads both halves of the search, a half where it leads one. `lead`: how far
    the passage's score is above that of the best of another chapter.

    The cosine of the nearest sentence and the part that the headings hold were tried too: out of fold they took away
    (AUC .949 with the first, .968 without it) or gave nothing.
    """

    covered: float
    together: float
    fits: float
    unknown: float
    hinge: float
    dense: float
    lexical: float
    agreed: float
    lead: float

    def row(self) -> tuple[float, ...]:
        """The values in the order of `names()`."""
        return astuple(self)


def names() -> tuple[str, ...]:
    """The features' names, in the order of a row."""
    return tuple(field.name for field in fields(Features))


@lru_cache(maxsize=16384)
def _vector(encoder: Encoder, text: str) -> Vectors:
    """The vector of a sentence, kept, since the same sentences come near again and again; shape (dimensions,)."""
    vector: Vectors = encoder.encode([text])[0]
    return vector


def embedded(text: str, shelf: Shelf) -> Vectors:
    """The vector of a text, shape (dimensions,), of length 1."""
    encoder = shelf.retriever.generation.encoder
    assert encoder is not None  # a retriever cannot be made without one
    return _vector(encoder, text)  # type: ignore[arg-type]  # an encoder is hashed by its identity


def units(passage: Passage) -> tuple[str, ...]:
    """What may be quoted of a passage by itself: its sentences, a table's rows whole. Exact substrings, in order."""
    found = []
    for line in passage.text.split("\n"):
        found += [line] if " | " in line else list(sentences(line))
    return tuple(found[:_MOST_UNITS])


def weigh(concept: Concept, shelf: Shelf) -> float:
    """How telling a word is in this manual: its inverse document frequency, or that of the best-known of its meanings."""
    index = shelf.retriever.generation.lexical
    own = index.idf(concept.stem)
    if index.frequency(concept.stem) or not concept.meanings:
        return own
    known = [
        max(map(index.idf, meaning)) for meaning in concept.meanings if meaning and all(map(index.frequency, meaning))
    ]
    return min((own, *known))


def part(those: Iterable[Concept], every: Sequence[Concept], shelf: Shelf) -> float:
    """The part of a question that some of its words are, by weight; 0 for a question without telling words."""
    whole = sum(weigh(one, shelf) for one in every)
    return sum(weigh(one, shelf) for one in those) / whole if whole else 0.0


def unknown(asked: Sequence[Concept], shelf: Shelf) -> tuple[Concept, ...]:
    """The telling words that the manual nowhere speaks of, in any of their meanings."""
    vocabulary = shelf.retriever.generation.lexical.vocabulary
    return tuple(one for one in asked if not one.known_to(vocabulary))


def without(text: str, lacking: Iterable[Concept]) -> str:
    """A question without some of its words."""
    for one in lacking:
        text = re.sub(rf"(?<!\w){re.escape(one.word)}\w*", " ", text, flags=re.I)
    return " ".join(text.split())


def hinge(text: str, lacking: Sequence[Concept], shelf: Shelf) -> float:
    """How far a question's meaning moves when some words are taken out: 0 not at all, 1 where nothing is left."""
    if not lacking:
        return 0.0
    rest = without(text, lacking)
    if not re.search(r"\w", rest):
        return 1.0
    return float(1.0 - embedded(text, shelf) @ embedded(rest, shelf))


def measure(asked: Sequence[Concept], thing: Wanted, hit: Hit, found: Found, shelf: Shelf) -> Features:
    """The features of one hit among what was found for a question with these telling words."""
    passage = hit.passage
    named = shelf.manuals[passage.manual].name if passage.learning and passage.manual in shelf.manuals else ""
    headings = shelf.stems(" ".join((passage.chapter, *passage.path, named)))
    held = headings | shelf.stems(passage.text)
    lacking = [one for one in asked if not one.held_by(held)]
    parts = units(passage)
    fitting = [unit for unit in parts if holds(thing, unit) and _counts(found.query.asked, thing, unit, shelf)]
    return Features(
        covered=1.0 - part(lacking, asked, shelf) if asked else 0.0,
        together=max(
            (_covered(_with_what_it_leans_on(unit, passage), headings, asked, shelf) for unit in fitting), default=0.0
        ),
        fits=float(bool(fitting)),
        unknown=part(unknown(asked, shelf), asked, shelf),
        hinge=hinge(found.query.text, lacking, shelf),
        dense=hit.dense,
        lexical=hit.lexical,
        agreed=_agreed(hit, found),
        lead=_lead(hit, found),
    )


def _covered(unit: str, headings: frozenset[str], asked: Sequence[Concept], shelf: Shelf) -> float:
    held = headings | shelf.stems(unit)
    return part([one for one in asked if one.held_by(held)], asked, shelf)


def _with_what_it_leans_on(unit: str, passage: Passage) -> str:
    """A sentence, and the one before it where it points back to that: "You need a signed form. It lasts for a year."""
    if not points_back(unit):
        return unit
    parts = units(passage)
    at = parts.index(unit) if unit in parts else 0
    return f"{parts[at - 1]} {unit}" if at else unit


def _counts(question: str, thing: Wanted, unit: str, shelf: Shelf) -> bool:
    """Whether a sentence counts what a question asks the number of, or speaks of keeping where it asks how long something is
    kept; true for other questions."""
    if thing is Wanted.TIME and asks_how_long_to_keep(question):
        return tells_keeping(unit)
    return thing is not Wanted.AMOUNT or shelf.stems(counted(question)) <= shelf.stems(unit)


def _chapter(hit: Hit) -> tuple[str, str]:
    return hit.passage.manual, hit.passage.slug


def _agreed(hit: Hit, found: Found) -> float:
    dense = max(found.kept, key=lambda one: one.dense)
    lexical = max(found.kept, key=lambda one: one.lexical)
    return float(np.mean([_chapter(dense) == _chapter(hit), _chapter(lexical) == _chapter(hit)]))


def _lead(hit: Hit, found: Found) -> float:
    others = [one.score for one in found.kept if _chapter(one) != _chapter(hit)]
    return hit.score - max(others, default=0.0)
