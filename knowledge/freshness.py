"""How long ago a manual was last checked against its source, and what follows from that.

A good check is a reindex that read the whole source and found what is published. Over 7 days after the last one an answer
carries a banner; over 30 days after it nothing is answered from the manual, unless a person has extended it. Whole days are
counted from moment to moment.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

STALE_AFTER = 7  # days
WITHDRAWN_AFTER = 30  # days
LONGEST_EXTENSION = 31  # days from the day on which it is given: a person looks again each month


class Standing(StrEnum):
    """CHECKED answers; STALE answers under a banner; WITHDRAWN does not answer."""

    CHECKED = "checked"
    STALE = "stale"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Extension:
    """A person's word that a manual may go on answering: to the end of the day `until`, given by `by` at `noted`."""

    manual: str
    until: date
    by: str
    noted: datetime
    why: str = ""


@dataclass(frozen=True, slots=True)
class Freshness:
    """The last good check of a manual (None where none is on record) and the extension that was given for it, if any.

    `exempt` is true of the built-in demonstration: it is part of the program, says on each quotation that it is not for real
    use, and has no source that could move on.
    """

    manual: str
    name: str
    checked: datetime | None
    extension: Extension | None = None
    exempt: bool = False

    def age(self, now: datetime) -> int | None:
        """Whole days since the last good check; None where none is on record."""
        return None if self.checked is None else max(0, (now - self.checked).days)

    def standing(self, now: datetime) -> Standing:
        """What the manual may do now. One without any check on record answers under a banner."""
        age = self.age(now)
        if self.exempt or (age is not None and age <= STALE_AFTER):
            return Standing.CHECKED
        if age is None or age <= WITHDRAWN_AFTER or self.extended(now):
            return Standing.STALE
        return Standing.WITHDRAWN

    def extended(self, now: datetime) -> bool:
        """Whether a person's extension holds now."""
        return self.extension is not None and now.date() <= self.extension.until
