"""One number or address, seen in a text."""

import re
from dataclasses import dataclass

from knowledge.contacts.points import Telephone


@dataclass(frozen=True, slots=True)
class Sighting:
    """One number or address at [start, end) of its text. `dropped` says why it is not offered ("" where it is)."""

    start: int
    end: int
    telephone: Telephone | None = None
    email: str = ""
    dropped: str = ""
    doubt: str = ""


SPACE = r"[ \t\u00a0\u2007\u2009\u202f]"
EXTENSION = re.compile(
    rf"{SPACE}*[,(;]?{SPACE}*\b(?:ext(?:ension|n)?\.?{SPACE}*(?:no\.?|number)?{SPACE}*:?{SPACE}*(?=\d)|x(?=\d\d))(\d{{1,6}})\b\)?",
    re.IGNORECASE,
)
