"""Golden questions put to one shelf: how each turned out."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from knowledge.answers import Answer, Answered, AskBack, Conflicting, Kind, NotFound, Question, Shelf, answer
from knowledge.answers.kinds import kind_of
from knowledge.evaluation.golden import GoldenQuestion
from knowledge.evaluation.measures import Grades
from knowledge.evaluation.quoting import limits_left_out, not_verbatim, quotations, reachable

_NAMES: tuple[tuple[type, str], ...] = (
    (Answered, "answered"),
    (AskBack, "ask_back"),
    (Conflicting, "conflicting"),
    (NotFound, "not_found"),
)
_DEPTH = 10
REPLIES = ("answered", "conflicting")  # outcomes that give guidance


@dataclass(frozen=True, slots=True)
class Tried:
    """One golden question and how it turned out.

    `right`: the outcome was expected, and where words were, they were quoted. `support`: 0 to 1, what the answer rests
    on. `exception_due`: the annotated exception limits what was quoted. `ranking` and `grades` are passage ids. `not_verbatim` and `left_out` should be empty, always.
    """

    question: GoldenQuestion
    outcome: str
    support: float
    quoted: bool
    right: bool
    told_kind: Kind
    ranking: tuple[str, ...]
    grades: Grades
    quotes: int
    not_verbatim: tuple[str, ...]
    left_out: tuple[str, ...]
    exception_due: bool
    exception_shown: bool
    first_words: str = ""

    @property
    def replied(self) -> bool:
        """Whether guidance was given."""
        return self.outcome in REPLIES


def try_all(questions: Iterable[GoldenQuestion], shelf: Shelf, now: datetime) -> tuple[Tried, ...]:
    """Put each question to the shelf as the library's own door would, and look at what came back."""
    return tuple(_try(question, shelf, now) for question in questions)


def _try(question: GoldenQuestion, shelf: Shelf, now: datetime) -> Tried:
    found = answer(Question(text=question.text, now=now, area=question.area, said=question.said), shelf)
    quotes = quotations(found)
    words = [*(citation.quote for citation in quotes), *reachable(found)]
    quoted = _holds_one(words, question.expected.quotes)
    name = outcome_of(found)
    right = name in question.expected.outcomes and (quoted or not question.expected.quotes or name not in REPLIES)
    exception = question.expected.exception
    return Tried(
        question=question,
        outcome=name,
        support=found.support if isinstance(found, Answered | NotFound) else 1.0,
        quoted=quoted,
        right=right,
        told_kind=kind_of(question.text),
        ranking=_ranking(question, shelf),
        grades=_grades(question, shelf),
        quotes=len(quotes),
        not_verbatim=tuple(citation.quote for citation in not_verbatim(found, shelf)),
        left_out=limits_left_out(found, shelf) if isinstance(found, Answered) else (),
        exception_due=_due(exception, found, shelf),
        exception_shown=not exception or any(exception in quote for quote in words),
        first_words=words[0][:90] if words else "",
    )


def _due(exception: str, found: Answer, shelf: Shelf) -> bool:
    """Whether an annotated exception limits what was quoted: it stands in a quoted section, or in the ladder's chapter."""
    if not exception or not isinstance(found, Answered):
        return False
    quoted = {citation.passage for citation in found.citations}
    ladder = (found.ladder.manual, found.ladder.slug) if found.ladder else None
    return any(
        exception in passage.text and (passage.id in quoted or (passage.manual, passage.slug) == ladder)
        for passage in shelf.contents.passages
    )


def outcome_of(found: Answer) -> str:
    """The outcome's name as the golden questions use it."""
    return next((name for kind, name in _NAMES if isinstance(found, kind)), "unavailable")


def _holds_one(quotes: Iterable[str], expected: Iterable[str]) -> bool:
    shown = [quote.casefold() for quote in quotes]
    return any(words.casefold() in quote for words in expected for quote in shown)


def _ranking(question: GoldenQuestion, shelf: Shelf) -> tuple[str, ...]:
    """The plain search's passages, best first, before any kind of answer is thought of."""
    learning = question.kind is Kind.LEARNING
    found = shelf.search(question.text, area=question.area, said=question.said, learning=learning, limit=_DEPTH)
    return tuple(hit.passage.id for hit in found.kept)


def _grades(question: GoldenQuestion, shelf: Shelf) -> dict[str, int]:
    wanted = [words.casefold() for words in question.expected.quotes]
    return {
        passage.id: 1
        for passage in shelf.contents.passages
        if any(words in passage.text.casefold() for words in wanted)
    }
