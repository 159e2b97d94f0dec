"""What golden questions showed, in figures: retrieval, outcomes, refusals, quotations, and the curve between them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.evaluation.asking import Tried
from knowledge.evaluation.measures import Measures, measure

MOST_FALSE = 0.05  # of the unanswerable: what may be answered falsely at most
FLOORS = tuple(round(0.05 * step, 2) for step in range(1, 20))


@dataclass(frozen=True, slots=True)
class Point:
    """At one floor of support: the part of answerable questions answered, and of unanswerable ones answered falsely."""

    floor: float
    answered: float
    false: float


@dataclass(frozen=True, slots=True)
class OfKind:
    """Of the answerable questions of a kind: how many, how many given guidance, how many with the expected words."""

    kind: str
    questions: int
    answered: int
    right: int


@dataclass(frozen=True, slots=True)
class Summary:
    """Figures of one set of questions; parts are from 0 to 1.

    `answered`: of the answerable, those given guidance. `right`: of the answerable, those that turned out as expected,
    with expected words quoted. `false`: of the unanswerable, those given guidance. `asked_back`: of the unanswerable,
    those asked for more. `verbatim`: of all quotations, those that stand word for word in their passage. `limits`: of the
    answers, those that leave no limiting sentence of a quoted section unshown. `exceptions`: of the annotated exceptions
    that limit what was quoted, those shown; `annotated` is how many. `curve` holds a point for each of FLOORS, `within` the
    point at the lowest floor that answers at most MOST_FALSE of the unanswerable.
    """

    questions: int
    answerable: int
    retrieval: Measures
    answered: float
    right: float
    false: float
    asked_back: float
    outcomes: float
    kinds: float
    quotes: int
    verbatim: float
    limits: float
    exceptions: float
    annotated: int
    curve: tuple[Point, ...]
    within: Point
    by_kind: tuple["OfKind", ...] = ()

    def figures(self) -> dict[str, float]:
        """The figures that floors may be set on, by name."""
        return {
            "recall@5": self.retrieval.recall[5],
            "hit@5": self.retrieval.hit[5],
            "mrr": self.retrieval.mrr,
            "ndcg@10": self.retrieval.ndcg,
            "answered": self.answered,
            "right": self.right,
            "refused": 1 - self.false,
            "outcomes": self.outcomes,
            "kinds": self.kinds,
            "verbatim": self.verbatim,
            "limits": self.limits,
            "exceptions": self.exceptions,
        }


def summarise(tried: Sequence[Tried]) -> Summary:
    """The figures of a set of questions that were tried."""
    answerable = [one for one in tried if one.question.answerable]
    others = [one for one in tried if not one.question.answerable]
    replied = [one for one in tried if one.replied]
    annotated = [one for one in answerable if one.exception_due]
    quotes = sum(one.quotes for one in tried)
    return Summary(
        questions=len(tried),
        answerable=len(answerable),
        retrieval=measure([(one.ranking, one.grades) for one in answerable if one.grades]),
        answered=_part(one.replied for one in answerable if one.question.expected.outcomes[0] != "ask_back"),
        right=_part(one.right for one in answerable),
        false=_part(one.replied for one in others),
        asked_back=_part(one.outcome == "ask_back" for one in others),
        outcomes=_part(one.outcome in one.question.expected.outcomes for one in tried),
        kinds=_part(one.told_kind is one.question.kind for one in answerable),
        quotes=quotes,
        verbatim=1 - sum(len(one.not_verbatim) for one in tried) / quotes if quotes else 1.0,
        limits=_part(not one.left_out for one in replied),
        exceptions=_part(one.exception_shown for one in annotated),
        annotated=len(annotated),
        curve=tuple(_points(answerable, others)),
        within=_within(answerable, others),
        by_kind=tuple(_by_kind(answerable)),
    )


def _by_kind(answerable: Sequence[Tried]) -> Iterator[OfKind]:
    for kind in dict.fromkeys(one.question.kind for one in answerable):
        own = [one for one in answerable if one.question.kind is kind]
        yield OfKind(kind.value, len(own), sum(one.replied for one in own), sum(one.right for one in own))


def _points(answerable: Sequence[Tried], others: Sequence[Tried]) -> Iterator[Point]:
    for floor in FLOORS:
        yield _at(floor, answerable, others)


def _within(answerable: Sequence[Tried], others: Sequence[Tried]) -> Point:
    """The point of the lowest floor that lets few enough unanswerable questions through."""
    floors = sorted({0.0, *(round(one.support + 0.0001, 4) for one in others)})
    points = (_at(floor, answerable, others) for floor in floors)
    return next((point for point in points if point.false <= MOST_FALSE), _at(1.0, answerable, others))


def _at(floor: float, answerable: Sequence[Tried], others: Sequence[Tried]) -> Point:
    wanted = [one for one in answerable if "answered" in one.question.expected.outcomes]
    answered, false = (_part(_would_reply(one, floor) for one in each) for each in (wanted, others))
    return Point(floor, answered, false)


def _would_reply(one: Tried, floor: float) -> bool:
    return one.outcome in ("answered", "conflicting", "not_found") and one.support >= floor


def _part(held: Iterator[bool]) -> float:
    """The part of true values; 1 where there are none, since nothing went wrong."""
    every = list(held)
    return sum(every) / len(every) if every else 1.0
