"""Everything that is read from one chapter: its passages, ladders, levels, checklists, contact points and doubts. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from knowledge.checklists import Checklist, read_checklists
from knowledge.contacts import ContactPoint, ContactReading, read_contacts
from knowledge.index.contents import ChapterRecord
from knowledge.ladders import Ladder, LadderReading, read_ladders
from knowledge.manual import Chapter, Doubt, Manual, Passage
from knowledge.passages import cut
from knowledge.printed.areas import areas_named, narrowed
from knowledge.thresholds import LevelReading, LevelScheme, read_levels
from scraper.blanks import without_dash_cells
from scraper.margins import without_margins
from scraper.reviews import is_review

_LOOKS_LIKE_LEARNING = (
    "This looks like the report of a review, so it is shown as learning and its names and numbers are never shown as people "
    "to call. Set learning = true on its source, or give it a source of its own."
)


@dataclass(frozen=True, slots=True)
class ChapterReading:
    """What was read from one chapter. `doubts` are sentences for the procedures team."""

    record: ChapterRecord
    passages: tuple[Passage, ...] = ()
    ladders: tuple[Ladder, ...] = ()
    schemes: tuple[LevelScheme, ...] = ()
    checklists: tuple[Checklist, ...] = ()
    contacts: tuple[ContactPoint, ...] = ()
    doubts: tuple[str, ...] = ()

    def fetched_at(self, moment: datetime | None) -> "ChapterReading":
        """The same reading of a page that was fetched at another moment and has not changed."""
        return replace(
            self,
            record=replace(self.record, fetched=moment),
            passages=tuple(replace(passage, fetched=moment) for passage in self.passages),
        )


def read_chapter(chapter: Chapter, manual: Manual) -> ChapterReading:
    """Read a chapter of a manual. A review's learning holds no procedure, no level and no number to call."""
    learning = manual.learning or is_review(chapter)
    told = without_dash_cells(chapter)
    lists = read_checklists(told)
    rungs, levels, points = _procedures(told, manual) if not learning else _NONE
    found = (*lists.doubts, *rungs.doubts, *levels.doubts, *points.doubts)
    doubts = (*chapter.warnings, *(_said(doubt) for doubt in found))
    if learning and not manual.learning:
        doubts = (_LOOKS_LIKE_LEARNING, *doubts)
    return ChapterReading(
        record=ChapterRecord.of(chapter),
        passages=cut(without_margins(chapter), replace(manual, learning=learning)),
        ladders=tuple(replace(one, areas=_areas_of(one.areas, _ladder_path(one), manual)) for one in rungs.ladders),
        schemes=tuple(replace(one, areas=_areas_of(one.areas, _scheme_path(one), manual)) for one in levels.schemes),
        checklists=tuple(_placed(one, manual, learning=learning) for one in lists.checklists),
        contacts=tuple(
            replace(point, areas=point.areas or areas_named(point.service, manual.areas)) for point in points.contacts
        ),
        doubts=tuple(f"{chapter.title}: {message}" for message in doubts),
    )


_NONE = (LadderReading(), LevelReading(), ContactReading())


def _procedures(chapter: Chapter, manual: Manual) -> tuple[LadderReading, LevelReading, ContactReading]:
    return read_ladders(chapter), read_levels(chapter), read_contacts(chapter, areas=manual.areas)


def _placed(checklist: Checklist, manual: Manual, *, learning: bool) -> Checklist:
    areas = _areas_of(checklist.areas, (*checklist.place.path, checklist.title), manual)
    return replace(checklist, learning=learning, areas=areas)


def _areas_of(own: tuple[str, ...], headings: Sequence[str], manual: Manual) -> tuple[str, ...]:
    """The areas of something read under `headings`; empty where that is every area of its manual."""
    left = narrowed(own or manual.areas, headings, manual.areas)
    return left if len(left) < len(manual.areas) else own


def _ladder_path(ladder: Ladder) -> tuple[str, ...]:
    return (*_shared_path(stage.place.path for stage in ladder.stages), ladder.name)


def _scheme_path(scheme: LevelScheme) -> tuple[str, ...]:
    return (*_shared_path(level.place.path for level in scheme.levels), scheme.name)


def _shared_path(paths: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """The headings that all of some places stand under."""
    return tuple(first for first, *others in zip(*paths, strict=False) if all(other == first for other in others))


def _said(doubt: Doubt) -> str:
    return f"{' > '.join(doubt.path)}: {doubt.message}" if doubt.path else doubt.message
