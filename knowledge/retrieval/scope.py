"""Which passages may answer whom. Decided before the search, so that no score can bring an outsider in."""

from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from knowledge.errors import UnknownArea
from knowledge.manual import Audience, Manual, Passage
from knowledge.retrieval.outcomes import Situation

Scope = npt.NDArray[np.bool_]

# Whose pages may answer whom. A page for the public ("worried about a child?") is fit for every reader.
READS: dict[Audience, frozenset[Audience]] = {
    Audience.PRACTITIONERS: frozenset({Audience.PRACTITIONERS, Audience.PUBLIC}),
    Audience.SOCIAL_CARE: frozenset({Audience.SOCIAL_CARE, Audience.PRACTITIONERS, Audience.PUBLIC}),
    Audience.PARENTS: frozenset({Audience.PARENTS, Audience.PUBLIC}),
    Audience.CHILDREN: frozenset({Audience.CHILDREN, Audience.PUBLIC}),
    Audience.PUBLIC: frozenset({Audience.PUBLIC}),
}


class Scopes:
    """The scopes of one generation: for each situation, the rows of the passages that may answer it."""

    def __init__(self, manuals: Sequence[Manual], passages: Sequence[Passage]) -> None:
        self._passages = passages
        self._areas_of = {manual.id: manual.areas for manual in manuals}
        self._learning = np.array([passage.learning for passage in passages], dtype=np.bool_)
        self._audiences = _rows_by((passage.audience,) for passage in passages)
        self._manuals = _rows_by((passage.manual,) for passage in passages)
        self._areas = _rows_by(map(_key, self.areas_of(passage)) for passage in passages)
        self._everywhere = np.array([not self.areas_of(passage) for passage in passages], dtype=np.bool_)
        self._served = {_key(area): area for manual in manuals for area in manual.areas}
        self._served |= {_key(area): area for passage in passages for area in passage.areas}
        self._national = any(not manual.areas and not manual.learning for manual in manuals)

    @property
    def areas(self) -> tuple[str, ...]:
        """The areas served, as printed, in the order the manuals name them."""
        return tuple(self._served.values())

    def areas_of(self, passage: Passage) -> tuple[str, ...]:
        """The areas a passage is for; empty means everywhere."""
        return passage.areas or self._areas_of.get(passage.manual, ())

    def of(self, situation: Situation, include_learning: bool) -> Scope:
        """True for each passage that may answer. Raises UnknownArea where no manual serves the area."""
        scope = self._in_area(situation.area)
        scope = scope & self._any_of(self._audiences, READS[situation.audience])
        if situation.manuals:
            scope = scope & self._any_of(self._manuals, situation.manuals)
        if not include_learning:
            scope = scope & ~self._learning
        return scope

    def why_not(self, passage: Passage, situation: Situation, include_learning: bool) -> str:
        """The first reason why a passage may not answer."""
        areas = self.areas_of(passage)
        if situation.area and areas and _key(situation.area) not in map(_key, areas):
            return f"it is for {' and '.join(areas)} only"
        if passage.audience not in READS[situation.audience]:
            return f"it is written for {passage.audience}"
        if situation.manuals and passage.manual not in situation.manuals:
            return "it belongs to another manual than the one asked about"
        if passage.learning and not include_learning:
            return "it is the learning from a review, which recommends and does not require"
        return ""

    def _in_area(self, area: str) -> Scope:
        if not area:
            return np.ones(len(self._passages), dtype=np.bool_)
        if _key(area) not in self._served and self._served and not self._national:
            served = ", ".join(self.areas)
            raise UnknownArea(f'No published manual serves "{area}". The areas served are: {served}.')
        return self._everywhere | self._any_of(self._areas, (_key(area),))

    def _any_of(self, rows_by: dict[str, npt.NDArray[np.int64]], keys: Iterable[str]) -> Scope:
        scope = np.zeros(len(self._passages), dtype=np.bool_)
        for key in keys:
            if key in rows_by:
                scope[rows_by[key]] = True
        return scope


def _rows_by(keys_of_rows: Iterable[Iterable[str]]) -> dict[str, npt.NDArray[np.int64]]:
    rows: dict[str, list[int]] = {}
    for row, keys in enumerate(keys_of_rows):
        for key in keys:
            rows.setdefault(key, []).append(row)
    return {key: np.array(found, dtype=np.int64) for key, found in rows.items()}


def _key(area: str) -> str:
    return " ".join(area.split()).casefold()
