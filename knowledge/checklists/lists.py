"""Checklists: warning signs, indicators, questions and things to have ready, item by item, verbatim."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from knowledge.manual import Audience, Doubt, Place


class ChecklistKind(StrEnum):
    """What a list is for."""

    SIGNS = "warning signs"
    QUESTIONS = "reflective questions"
    REFERRAL = "have ready for a referral"
    ACTIONS = "actions"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class ChecklistItem:
    """One item verbatim, with the sub-heading it stands under in the list ("" where none)."""

    text: str
    place: Place
    group: str = ""


@dataclass(frozen=True, slots=True)
class Checklist:
    """A list with its heading and the sentence that leads it in, as printed."""

    title: str
    kind: ChecklistKind
    items: tuple[ChecklistItem, ...]
    place: Place
    lead_in: str = ""
    manual: str = ""
    chapter: str = ""
    slug: str = ""
    url: str = ""
    areas: tuple[str, ...] = ()
    audience: Audience = Audience.PRACTITIONERS
    amended: date | None = None
    learning: bool = False


@dataclass(frozen=True, slots=True)
class ChecklistReading:
    """What was read from a chapter, and what the reader was unsure of."""

    checklists: tuple[Checklist, ...] = ()
    doubts: tuple[Doubt, ...] = ()
