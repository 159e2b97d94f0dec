"""Printed clocks with their citations, and when each would end if it started now."""

from collections.abc import Iterable
from datetime import datetime

from knowledge.answers.outcomes import CitedClock
from knowledge.answers.shelf import Shelf
from knowledge.calendar import deadline
from knowledge.ladders import Clock, Ladder


def cited_clocks(
    clocks: Iterable[Clock], ladder: Ladder, path: tuple[str, ...], shelf: Shelf, now: datetime
) -> tuple[CitedClock, ...]:
    """The clocks whose exact words stand in the ladder's chapter, in printed order."""
    jurisdiction = shelf.manuals[ladder.manual].jurisdiction
    cited = []
    for clock in clocks:
        citation = shelf.cite(ladder.manual, ladder.slug, clock.text, path)
        if citation is None:
            continue
        end = deadline(clock, now, jurisdiction=jurisdiction)
        cited.append(CitedClock(clock, citation, end.due, end.assumptions, end.why))
    return tuple(cited)
