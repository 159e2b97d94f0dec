"""Printed clocks with their citations, and when each would end if it started now."""

from collections.abc import Iterable
from datetime import datetime

from knowledge.answers.outcomes import CitedClock
from knowledge.answers.shelf import Shelf
from knowledge.calendar import deadline, why_not
from knowledge.ladders import Clock, Ladder
from knowledge.manual import Citation

_COUNTS_BACK = "This limit counts back from a day that Signpost does not know."


def cited_clocks(
    clocks: Iterable[Clock], ladder: Ladder, path: tuple[str, ...], shelf: Shelf, now: datetime
) -> tuple[CitedClock, ...]:
    """The clocks whose exact words stand in the ladder's chapter, in printed order."""
    found = ((clock, shelf.cite(ladder.manual, ladder.slug, clock.text, path)) for clock in clocks)
    return tuple(counted(clock, citation, shelf, now) for clock, citation in found if citation)


def counted(clock: Clock, citation: Citation, shelf: Shelf, now: datetime) -> CitedClock:
    """A clock with the moment it would end if it started now, or why that cannot be told."""
    if clock.runs_from.casefold().startswith("before"):
        return CitedClock(clock, citation, why=_COUNTS_BACK)
    jurisdiction = shelf.manuals[citation.manual].jurisdiction
    end = deadline(clock, now, jurisdiction=jurisdiction)
    if end is None:
        return CitedClock(clock, citation, why=why_not(clock, jurisdiction=jurisdiction))
    return CitedClock(clock, citation, end.due, end.assumptions)
