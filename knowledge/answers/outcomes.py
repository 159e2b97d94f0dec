"""How a question can turn out. "No answer" is an answer, never an exception.

    Answer = Answered | AskBack | Conflicting | NotFound | Unavailable

`Answered` cannot be built without a Citation: every sentence of guidance in it is a checked quotation.
"""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from knowledge.checklists import Checklist
from knowledge.contacts import ContactPoint
from knowledge.ladders import Clock, Ladder, Stage
from knowledge.manual import Audience, Citation
from knowledge.retrieval import Rejected
from knowledge.thresholds import Level, LevelScheme


class Kind(StrEnum):
    """What kind of thing a question asks for."""

    DISPUTE = "dispute a decision"
    NO_RESPONSE = "no response"
    CONTACT = "whom to call"
    LEVEL = "which level"
    SIGNS = "warning signs"
    CLOCK = "how long"
    MEANING = "what it means"
    QUESTIONS = "questions to reflect on"
    HAVE_READY = "what to have ready"
    LEARNING = "learning of a review"
    GENERAL = "what the manual says"


class Force(StrEnum):
    """Whether a sentence says must or should, as printed."""

    MUST = "must"
    SHOULD = "should"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Question:
    """A question with what is known of its thread.

    `area` is "" where it is not known. `said` are earlier messages of the thread that carry its situation, newest last.
    `ladder` is a ladder's key (see `ladder_key`) and `stage` an order to show, 0 for the first. `now` has a time zone.
    """

    text: str
    now: datetime
    kind: Kind | None = None
    area: str = ""
    said: tuple[str, ...] = ()
    audience: Audience = Audience.PRACTITIONERS
    ladder: str = ""
    stage: int = 0


@dataclass(frozen=True, slots=True)
class CitedStep:
    """One thing to do, verbatim, with where it stands."""

    text: str
    force: Force
    citation: Citation


@dataclass(frozen=True, slots=True)
class CitedCall:
    """A contact point with where it is printed; `citation` is None for a national line or a register row."""

    point: ContactPoint
    open_now: bool | None
    citation: Citation | None = None


@dataclass(frozen=True, slots=True)
class CitedClock:
    """A printed clock, and when it ends if it starts at the question's moment; `why` says why it cannot be counted."""

    clock: Clock
    citation: Citation
    due: datetime | None = None
    assumptions: tuple[str, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A step, or a plain quotation where `step` is None, with what limits it: shown together or not at all.

    `exceptions` are sentences that limit it, `clocks` the time limits printed in it. The first part of an answer also
    carries what speaks of danger and limits the whole answer.
    """

    quote: Citation
    step: CitedStep | None = None
    exceptions: tuple[Citation, ...] = ()
    clocks: tuple[CitedClock, ...] = ()


@dataclass(frozen=True, slots=True)
class ShortForm:
    """A short form that stands in an answer, what the manual says it stands for, and where."""

    short: str
    meaning: str
    citation: Citation


@dataclass(frozen=True, slots=True)
class CitedItem:
    """One checklist item with where it stands."""

    text: str
    citation: Citation
    group: str = ""


@dataclass(frozen=True, slots=True)
class CitedLevel:
    """A level of need with the quotations that describe it, those nearest to the question first."""

    level: Level
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A section that may be worth reading: where it is, not what it says."""

    chapter: str
    path: tuple[str, ...]
    url: str
    manual: str


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer. `citations` are the quotations to show, in order; at least one.

    `parts` hands them out in order of importance, each with what limits it, so that a card can stop after any of them.
    """

    kind: Kind
    citations: tuple[Citation, ...]
    steps: tuple[CitedStep, ...] = ()
    exceptions: tuple[Citation, ...] = ()
    calls: tuple[CitedCall, ...] = ()
    clocks: tuple[CitedClock, ...] = ()
    ladder: Ladder | None = None
    stage: Stage | None = None
    checklist: Checklist | None = None
    items: tuple[CitedItem, ...] = ()
    scheme: LevelScheme | None = None
    levels: tuple[CitedLevel, ...] = ()
    learning: tuple[Citation, ...] = ()
    also: tuple[Section, ...] = ()
    top: bool = False  # the ladder's last stage was reached before this question
    rejected: tuple[Rejected, ...] = ()
    support: float = 1.0  # 0 to 1: how far the manual supports this answer; from 0.5 it is given
    parts: tuple[Part, ...] = ()
    short_forms: tuple[ShortForm, ...] = ()
    at: datetime | None = None  # when it was looked up

    def __post_init__(self) -> None:
        if not self.citations:
            raise ValueError("an answer needs at least one citation")


@dataclass(frozen=True, slots=True)
class AskBack:
    """A decisive fact is missing. `wanted` names it ("area", "subject", ...); `choices` are what it may be, as printed."""

    wanted: str
    choices: tuple[str, ...] = ()
    calls: tuple[CitedCall, ...] = ()
    rejected: tuple[Rejected, ...] = ()


@dataclass(frozen=True, slots=True)
class Conflicting:
    """Two procedures or passages fit, and they must not be merged: each is shown with its own words."""

    citations: tuple[Citation, ...]
    ladders: tuple[Ladder, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    calls: tuple[CitedCall, ...] = ()
    at: datetime | None = None  # when it was looked up


@dataclass(frozen=True, slots=True)
class NotFound:
    """The manual does not say. `closest` are sections that come nearest; `calls` whom to ask."""

    closest: tuple[Section, ...] = ()
    calls: tuple[CitedCall, ...] = ()
    why: str = ""
    rejected: tuple[Rejected, ...] = ()
    support: float = 0.0  # 0 to 1: how far the best that was found would have supported an answer
    stage: Stage | None = None  # the stage that was asked about, where it prints no time limit


@dataclass(frozen=True, slots=True)
class Unavailable:
    """Nothing could be looked up; `why` is a plain sentence."""

    why: str
    calls: tuple[CitedCall, ...] = field(default=())


Answer = Answered | AskBack | Conflicting | NotFound | Unavailable


def ladder_key(ladder: Ladder) -> str:
    """A name for a ladder that survives a reindex: manual, chapter slug and the ladder's own name."""
    return f"{ladder.manual}/{ladder.slug}/{ladder.name}"
