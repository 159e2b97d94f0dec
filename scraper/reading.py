"""From a snapshot's pages to everything an index holds: chapters, passages, ladders, levels, checklists, contact points.

Pure but for the reading of the snapshot's bytes, which the caller hands in.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from knowledge.checklists import Checklist, read_checklists
from knowledge.contacts import ContactPoint, read_contacts
from knowledge.errors import ParseError
from knowledge.ladders import Ladder, read_ladders
from knowledge.manual import Chapter, Doubt, Manual, Passage
from knowledge.passages import cut
from knowledge.printed import read_audience, read_dates, read_jurisdiction
from knowledge.printed.areas import areas_named as areas_named_in
from knowledge.printed.areas import narrowed
from knowledge.snapshots import KeptPage, Snapshot
from knowledge.thresholds import LevelScheme, read_levels
from scraper.blanks import without_dash_cells
from scraper.boilerplate import without_boilerplate
from scraper.chains import Leaf, joined
from scraper.margins import mostly_links, without_margins
from scraper.parse import next_page, parse
from scraper.reviews import is_review

_LOOKS_LIKE_LEARNING = (
    "This looks like the report of a review, so it is shown as learning and its names and numbers are never shown as people "
    "to call. Set learning = true on its source, or give it a source of its own."
)


@dataclass(frozen=True, slots=True)
class Readings:
    """What was read from one manual. `skipped` and `doubts` are sentences for the procedures team."""

    chapters: tuple[Chapter, ...] = ()
    passages: tuple[Passage, ...] = ()
    ladders: tuple[Ladder, ...] = ()
    schemes: tuple[LevelScheme, ...] = ()
    checklists: tuple[Checklist, ...] = ()
    contacts: tuple[ContactPoint, ...] = ()
    skipped: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()


def read(
    snapshot: Snapshot, manual: Manual, content: Callable[[KeptPage], bytes], tell: Callable[[str], None]
) -> Readings:
    """Read every page of a snapshot. A page that cannot be read is skipped with its reason; the rest go on."""
    leaves: list[Leaf] = []
    skipped: list[str] = list(snapshot.skipped)
    for page in snapshot.pages:
        try:
            found = content(page)
            chapter = read_page(found, page, manual)
        except ParseError as error:
            skipped.append(f"{page.url}: {error}")
            continue
        tell(page.url)
        if leads_elsewhere(chapter):
            skipped.append(f"{page.url} is a page of links and holds no procedures of its own.")
        else:
            leaves.append(Leaf(page.url, chapter, _onward(found, page)))
    return _readings(without_boilerplate(_told_apart(joined(leaves))), manual, skipped)


def _onward(content: bytes, page: KeptPage) -> str:
    return (next_page(content, page.url) or "") if "html" in page.media_type else ""


def read_page(content: bytes, page: KeptPage, manual: Manual) -> Chapter:
    """One page as a chapter of its manual, with its dates, audience and jurisdiction. Raises ParseError."""
    chapter = parse(content, url=page.url, media_type=page.media_type, fetched=page.fetched)
    chapter = replace(chapter, manual=manual.id, areas=areas_named(chapter, manual))
    return replace(
        chapter,
        dates=read_dates(chapter),
        audience=read_audience(chapter, manual.audience),
        jurisdiction=read_jurisdiction(chapter, manual.jurisdiction),
    )


def areas_named(chapter: Chapter, manual: Manual) -> tuple[str, ...]:
    """The areas a chapter is for, where its title names some of its manual's areas and not all; empty for all."""
    return areas_in(chapter.title, manual)


def areas_in(words: str, manual: Manual) -> tuple[str, ...]:
    """The manual's areas that a title or a service's name names, where it does not name all of them; else none.

    "Northvale MASH" is for Northvale, whatever else its page is for.
    """
    return areas_named_in(words, manual.areas)


def _areas_of(own: tuple[str, ...], headings: Sequence[str], manual: Manual) -> tuple[str, ...]:
    """The areas of something read under `headings`; empty where that is every area of its manual."""
    left = narrowed(own or manual.areas, headings, manual.areas)
    return left if len(left) < len(manual.areas) else own


def _shared_path(paths: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """The headings that all of some places stand under."""
    return tuple(first for first, *others in zip(*paths, strict=False) if all(other == first for other in others))


def leads_elsewhere(chapter: Chapter) -> bool:
    """Whether a page is a list of links: contents, site map, library."""
    return mostly_links(tuple(block for _, section in chapter.walk() for block in section.blocks))


def _told_apart(chapters: Iterable[Chapter]) -> tuple[Chapter, ...]:
    """Chapters with slugs of their own: a second chapter of one slug takes a number, in reading order."""
    taken: dict[str, int] = {}
    apart = []
    for chapter in chapters:
        taken[chapter.slug] = taken.get(chapter.slug, 0) + 1
        count = taken[chapter.slug]
        apart.append(chapter if count == 1 else replace(chapter, slug=f"{chapter.slug}-{count}"))
    return tuple(apart)


def _readings(chapters: tuple[Chapter, ...], manual: Manual, skipped: list[str]) -> Readings:
    passages: list[Passage] = []
    ladders: list[Ladder] = []
    schemes: list[LevelScheme] = []
    checklists: list[Checklist] = []
    contacts: list[ContactPoint] = []
    doubts: list[str] = []
    for chapter in chapters:
        learning = manual.learning or is_review(chapter)
        if learning and not manual.learning:
            doubts.append(f"{chapter.title}: {_LOOKS_LIKE_LEARNING}")
        passages += cut(without_margins(chapter), replace(manual, learning=learning))
        told = without_dash_cells(chapter)
        lists = read_checklists(told)
        checklists += (
            replace(one, learning=learning, areas=_areas_of(one.areas, (*one.place.path, one.title), manual))
            for one in lists.checklists
        )
        found: list[Doubt] = list(lists.doubts)
        if not learning:  # a review's learning holds no procedure, no level and no number to call
            rungs, levels, points = (
                read_ladders(told),
                read_levels(told),
                read_contacts(told, areas=manual.areas),
            )
            ladders += (replace(one, areas=_areas_of(one.areas, _ladder_path(one), manual)) for one in rungs.ladders)
            schemes += (replace(one, areas=_areas_of(one.areas, _scheme_path(one), manual)) for one in levels.schemes)
            contacts += (
                replace(point, areas=point.areas or areas_in(point.service, manual)) for point in points.contacts
            )
            found += (*rungs.doubts, *levels.doubts, *points.doubts)
        doubts += (f"{chapter.title}: {message}" for message in (*chapter.warnings, *(_said(doubt) for doubt in found)))
    return Readings(
        chapters,
        tuple(passages),
        tuple(ladders),
        tuple(schemes),
        tuple(checklists),
        tuple(contacts),
        tuple(skipped),
        tuple(doubts),
    )


def _ladder_path(ladder: Ladder) -> tuple[str, ...]:
    return (*_shared_path([stage.place.path for stage in ladder.stages]), ladder.name)


def _scheme_path(scheme: LevelScheme) -> tuple[str, ...]:
    return (*_shared_path([level.place.path for level in scheme.levels]), scheme.name)


def _said(doubt: Doubt) -> str:
    return f"{' > '.join(doubt.path)}: {doubt.message}" if doubt.path else doubt.message
