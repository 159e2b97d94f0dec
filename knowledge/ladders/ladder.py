"""Escalation ladders: how a manual says that a decision is disputed, stage by stage."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from knowledge.manual import Audience, Doubt, Place


class Unit(StrEnum):
    """What a clock counts in, as printed. "15 days" is not "15 working days"."""

    MINUTES = "minutes"
    HOURS = "hours"
    WORKING_HOURS = "working hours"
    DAYS = "days"
    SCHOOL_DAYS = "school days"
    WORKING_DAYS = "working days"
    WEEKS = "weeks"
    WORKING_WEEKS = "working weeks"
    MONTHS = "months"
    IMMEDIATELY = "immediately"
    SAME_DAY = "same day"
    SAME_WORKING_DAY = "same working day"


@dataclass(frozen=True, slots=True)
class Clock:
    """A printed time limit.

    `value` is the number printed (in figures or words; the upper one of a range; 1 for "the next working day"), None
    for "immediately" and "the same day". `text` is the exact sentence, item or cell it stands in. `runs_from` is the
    trigger in the manual's own words ("receipt of the referral"), "" where none is printed; it begins with "before"
    where the limit counts backwards. `actor` is who must act, as printed, "" where not said. `qualifier` keeps the
    words that change its force as printed ("at most", "indicative", "5-7", "whichever is shorter"), several of them
    joined by "; ".
    """

    value: float | None
    unit: Unit
    text: str
    runs_from: str = ""
    actor: str = ""
    qualifier: str = ""


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage of a ladder, in the manual's words.

    `label` is as printed ("Stage 2", "Step Two", "Level 1", "" where the manual labels none); `name` is the rest of its
    heading ("Discussion between managers"). `order` counts from 1 in the order to be taken. `raised_by` and
    `raised_to` are roles as printed, "" where not said. `record` are the sentences on what to record. `text` are the
    stage's own sentences, each an exact run of the printed text.
    """

    label: str
    order: int
    place: Place
    name: str = ""
    raised_by: str = ""
    raised_to: str = ""
    clocks: tuple[Clock, ...] = ()
    record: tuple[str, ...] = ()
    text: tuple[str, ...] = ()
    formal: bool | None = None


@dataclass(frozen=True, slots=True)
class Exemption:
    """A rule that lets a person leave the ladder, such as imminent risk: its exact text and where it stands."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Ladder:
    """An escalation procedure. `name` is the chapter's or section's title, as printed.

    Stages stand in the order to be taken. Two stages have the same `order` where a chapter prints two forms of one
    step (such as one for each area); a Doubt then says so. Two procedures of one area stay two ladders; each knows its manual, chapter, audience and areas.
    """

    name: str
    stages: tuple[Stage, ...]
    exceptions: tuple[Exemption, ...] = ()
    clocks: tuple[Clock, ...] = ()  # clocks of the whole procedure, outside its stages
    manual: str = ""
    chapter: str = ""
    slug: str = ""
    url: str = ""
    areas: tuple[str, ...] = ()
    audience: Audience = Audience.PRACTITIONERS
    amended: date | None = None

    def first(self) -> Stage:
        """The stage that begins the ladder."""
        return self.stages[0]

    def after(self, stage: Stage) -> Stage | None:
        """The stage that follows, or None at the top."""
        return next((later for later in self.stages if later.order == stage.order + 1), None)


@dataclass(frozen=True, slots=True)
class LadderReading:
    """What was read from a chapter, and what the reader was unsure of."""

    ladders: tuple[Ladder, ...] = ()
    doubts: tuple[Doubt, ...] = ()
