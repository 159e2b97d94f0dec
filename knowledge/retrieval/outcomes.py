"""What a search is given and what it gives back."""

from dataclasses import dataclass

from knowledge.manual import Audience, Passage
from knowledge.questions import Query


@dataclass(frozen=True, slots=True)
class Situation:
    """Who asks, where, and what was said before.

    `area` is one the manuals serve, in any case; "" searches all of them. `said` are earlier messages,
    oldest first. `audience` decides whose pages may answer. `manuals` narrows the search to manuals by id;
    empty means all.
    """

    area: str = ""
    said: tuple[str, ...] = ()
    audience: Audience = Audience.PRACTITIONERS
    manuals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that was found. `score` orders the hits of one search and means nothing between searches.

    `dense` is the cosine of the question and the passage, -1 to 1. `lexical` is its BM25 as a part of the
    most that the question's words could score in this generation, 0 to 1. Both may be compared between
    searches.
    """

    passage: Passage
    score: float
    dense: float
    lexical: float


@dataclass(frozen=True, slots=True)
class Rejected:
    """A passage that came near and was not kept; `why` ends a sentence that begins "Left out because"."""

    passage: Passage
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class Found:
    """Hits, best first; the nearest of what was left out, best first; and how the question was understood."""

    kept: tuple[Hit, ...]
    rejected: tuple[Rejected, ...]
    query: Query
