"""Names of passages that survive renumbering: made of headings and an ordinal, never of printed numbers."""

import re
import unicodedata
from collections import Counter

_UNFIT = re.compile(r"[^a-z0-9]+")
_LONGEST = 80  # characters of a heading that its name keeps


class Names:
    """Gives out the passage ids of one chapter. The ordinal counts from 1 among passages under one heading
    path.
    """

    def __init__(self, manual: str, slug: str) -> None:
        """Begin the names of chapter `slug` of `manual`."""
        self._start = f"{manual}/{slug}"
        self._given: Counter[str] = Counter()

    def next(self, path: tuple[str, ...]) -> str:
        """The id of the next passage under `path`; words before any heading stand under "_"."""
        headings = "/".join(heading_name(heading) for heading in path) or "_"
        self._given[headings] += 1
        return f"{self._start}/{headings}/{self._given[headings]}"


def heading_name(heading: str) -> str:
    """A heading in small letters, digits and hyphens; "_" where none of its characters is one."""
    plain = unicodedata.normalize("NFKD", heading).encode("ascii", "ignore").decode().lower()
    return _UNFIT.sub("-", plain).strip("-")[:_LONGEST].rstrip("-") or "_"
