"""Does a passage answer what was asked? A check beyond retrieval scores, which alone are not a safe ground to answer on.

Four features of a question and one passage, each between 0 and 1, are weighed by a logistic function:

- coverage: of the question's words, weighed by how rare each is in the manual, the part that the passage, its headings
  or its chapter's title hold;
- dense: the cosine of their embeddings;
- fits: whether the passage holds the kind of thing asked for (a time limit, a role or number, a step);
- lexical: the passage's lexical score beside the best one's.
"""

import math
from dataclasses import dataclass

from knowledge.answers.outcomes import Kind
from knowledge.answers.sentences import directs, sentences
from knowledge.answers.shelf import Shelf
from knowledge.ladders import read_clocks
from knowledge.manual import Passage
from knowledge.retrieval import Hit


@dataclass(frozen=True, slots=True)
class Support:
    """How far a passage supports an answer: `score` between 0 and 1, whether it is `enough`, and `why` in words."""

    score: float
    enough: bool
    why: str


# Weights and floor: hand-set to begin with; `signpost evaluate` reports what they give.
_BIAS, _COVERAGE, _DENSE, _FITS, _FLOOR = -6.0, 5.0, 6.0, 1.0, 0.5


def assess(question: str, kind: Kind, hit: Hit, shelf: Shelf) -> Support:
    """Weigh one hit against the question."""
    covered, missing = coverage(question, hit.passage, shelf)
    fitting = fits(kind, hit.passage)
    score = 1 / (1 + math.exp(-(_BIAS + _COVERAGE * covered + _DENSE * hit.dense + _FITS * fitting)))
    return Support(score, score >= _FLOOR, _why(covered, missing, fitting))


def coverage(question: str, passage: Passage, shelf: Shelf) -> tuple[float, tuple[str, ...]]:
    """The weighed part of the question's words that the passage and its headings hold, and the words that they lack."""
    asked = shelf.stems(question)
    held = shelf.stems(" ".join((passage.chapter, *passage.path, passage.text)))
    whole = shelf.weight(asked)
    return (shelf.weight(asked & held) / whole if whole else 0.0), tuple(sorted(asked - held))


def fits(kind: Kind, passage: Passage) -> float:
    """1.0 where the passage holds the kind of thing that was asked for, else 0.0."""
    if kind is Kind.CLOCK:
        return float(any(read_clocks(sentence) for sentence in sentences(passage.text)))
    if kind in (Kind.DISPUTE, Kind.NO_RESPONSE):
        return float(any(directs(sentence) for sentence in sentences(passage.text)))
    return 1.0


def _why(covered: float, missing: tuple[str, ...], fitting: float) -> str:
    if not fitting:
        return "the nearest section does not hold the kind of thing that was asked for"
    if missing:
        return f"the nearest section holds {covered:.0%} of the question's telling words"
    return "the nearest section is not near enough in meaning"
