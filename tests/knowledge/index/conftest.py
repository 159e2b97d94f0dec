"""A small library to index."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from knowledge.checklists import Checklist, ChecklistItem, ChecklistKind
from knowledge.contacts import ContactPoint, Telephone
from knowledge.index.contents import ChapterRecord, Contents, SourceRecord
from knowledge.ladders import Clock, Exemption, Ladder, Stage, Unit
from knowledge.manual import Dates, Manual, Place
from knowledge.thresholds import Descriptor, Level, LevelScheme

CREATED = datetime(2026, 5, 12, 14, 7, tzinfo=UTC)


@pytest.fixture
def library(passage: Callable[..., object]) -> Callable[[str], Contents]:
    """Contents whose every passage carries a mark, so that a mixture of two libraries would be seen."""

    def make(mark: str = "one") -> Contents:
        place = Place(path=("Stages",), text=f"Raise it within 2 working days. {mark}", anchor="s2")
        clock = Clock(2.0, Unit.WORKING_DAYS, "within 2 working days", runs_from="the decision")
        ladder = Ladder(
            name="Resolving disagreements",
            stages=(Stage("Stage 1", 1, place, clocks=(clock,), text=("Raise it within 2 working days.",)),),
            exceptions=(Exemption("At once where a child is at imminent risk.", place),),
            manual="manual",
            amended=date(2026, 5, 1),
        )
        scheme = LevelScheme("Levels", (Level("Level 1", "Universal", 1, place, (Descriptor("Thrives", place),)),))
        checklist = Checklist("Signs", ChecklistKind.SIGNS, (ChecklistItem("Cancelled visits", place),), place)
        contact = ContactPoint("Front door", place, (Telephone("01632 960001", "+441632960001"),))
        return Contents(
            manuals=(Manual("manual", "The manual", areas=("Northshire",)),),
            chapters=(ChapterRecord("manual", "chapter", "Chapter", dates=Dates(amended=date(2026, 5, 1))),),
            passages=tuple(
                passage(
                    f"Passage {n} of library {mark}: the Multi-Agency Safeguarding Hub (MASH) replies.",
                    ordinal=n,
                )
                for n in range(12)
            ),
            ladders=(ladder,),
            schemes=(scheme,),
            checklists=(checklist,),
            contacts=(contact,),
            sources=(SourceRecord("site", "manual", "2026-05-12", CREATED),),
            parser="7",
        )

    return make
