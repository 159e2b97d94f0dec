"""From a snapshot's pages to everything an index holds: passages, ladders, levels, checklists, contact points.

    pages -> leaves -> chapters -> readings

A page that did not change keeps its leaf, and a chapter whose pages did not change keeps its reading; only the rest is
parsed and read. Pure but for the snapshot's bytes and what was kept, which the caller hands in.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from knowledge.checklists import Checklist
from knowledge.contacts import ContactPoint
from knowledge.errors import ParseError
from knowledge.index.contents import ChapterRecord
from knowledge.ladders import Ladder
from knowledge.manual import Chapter, Manual, Passage
from knowledge.printed import read_audience, read_dates, read_jurisdiction
from knowledge.printed.areas import areas_named
from knowledge.snapshots import KeptPage, Snapshot
from knowledge.thresholds import LevelScheme
from scraper.boilerplate import repeated, without
from scraper.chains import chains
from scraper.kept_readings import KeptReadings
from scraper.leaves import Leaf, leaf_of
from scraper.one_chapter import ChapterReading, read_chapter
from scraper.parse import join_pages, parse

Content = Callable[[KeptPage], bytes]
Tell = Callable[[str], None]
_AT_ONCE = 50  # chapters kept between two commits: what an interrupted reindex may have to read again


@dataclass(frozen=True, slots=True)
class Readings:
    """What was read from one manual, chapter by chapter. `skipped` are sentences for the procedures team."""

    read: tuple[ChapterReading, ...] = ()
    skipped: tuple[str, ...] = ()

    @property
    def chapters(self) -> tuple[ChapterRecord, ...]:
        """The chapters, without their words."""
        return tuple(one.record for one in self.read)

    @property
    def passages(self) -> tuple[Passage, ...]:
        """All passages, in the order of the chapters."""
        return tuple(passage for one in self.read for passage in one.passages)

    @property
    def ladders(self) -> tuple[Ladder, ...]:
        """All ladders."""
        return tuple(ladder for one in self.read for ladder in one.ladders)

    @property
    def schemes(self) -> tuple[LevelScheme, ...]:
        """All level schemes."""
        return tuple(scheme for one in self.read for scheme in one.schemes)

    @property
    def checklists(self) -> tuple[Checklist, ...]:
        """All checklists."""
        return tuple(checklist for one in self.read for checklist in one.checklists)

    @property
    def contacts(self) -> tuple[ContactPoint, ...]:
        """All contact points."""
        return tuple(point for one in self.read for point in one.contacts)

    @property
    def doubts(self) -> tuple[str, ...]:
        """What the readers were unsure of, in sentences for the procedures team."""
        return tuple(doubt for one in self.read for doubt in one.doubts)


def read(snapshot: Snapshot, manual: Manual, content: Content, tell: Tell, kept: KeptReadings) -> Readings:
    """Read every page of a snapshot. A page that cannot be read is skipped with its reason; the rest go on."""
    pages = _Pages(snapshot, manual, content, tell)
    leaves, skipped = _leaves(pages, kept)
    places = _told_apart(chains(leaves))
    boilerplate = repeated([place.words for place in places])
    placed = [replace(place, left_out=boilerplate & place.words) for place in places]
    return Readings(tuple(_chapters(placed, pages, kept)), (*snapshot.skipped, *skipped))


def read_page(content: bytes, page: KeptPage, manual: Manual) -> Chapter:
    """One page as a chapter of its manual, with its dates, audience and jurisdiction. Raises ParseError.

    A title that names some of the manual's areas, and not all, narrows the chapter to them.
    """
    chapter = parse(content, url=page.url, media_type=page.media_type, fetched=page.fetched)
    chapter = replace(chapter, manual=manual.id, areas=areas_named(chapter.title, manual.areas))
    return replace(
        chapter,
        dates=read_dates(chapter),
        audience=read_audience(chapter, manual.audience),
        jurisdiction=read_jurisdiction(chapter, manual.jurisdiction),
    )


@dataclass(frozen=True, slots=True)
class _Place:
    """A chapter's place in its manual: its slug, the leaves it stands on, and the words that the site repeats."""

    slug: str
    leaves: tuple[Leaf, ...]
    left_out: frozenset[str] = frozenset()

    @property
    def words(self) -> frozenset[str]:
        return frozenset(words for leaf in self.leaves for words in leaf.words)


class _Pages:
    """The pages of a snapshot, each parsed once, and only when somebody asks for it."""

    def __init__(self, snapshot: Snapshot, manual: Manual, content: Content, tell: Tell) -> None:
        self.manual = manual
        self.by_url = {page.url: page for page in snapshot.pages}
        self._content, self._tell = content, tell
        self._parsed: dict[str, Chapter] = {}

    def leaf(self, page: KeptPage) -> Leaf:
        """Parse a page for its leaf. Raises ParseError."""
        content = self._content(page)
        self._parsed[page.url] = chapter = read_page(content, page, self.manual)
        self._tell(page.url)
        return leaf_of(chapter, content, page)

    def chapter(self, place: _Place) -> Chapter:
        """The chapter that stands at a place, without what the site repeats."""
        together = [self._page(leaf.url) for leaf in place.leaves]
        return without(replace(join_pages(together), slug=place.slug), place.left_out)

    def of(self, place: _Place) -> list[KeptPage]:
        """The pages of a place."""
        return [self.by_url[leaf.url] for leaf in place.leaves]

    def _page(self, url: str) -> Chapter:
        if url in self._parsed:
            return self._parsed.pop(url)  # a page belongs to one chapter
        page = self.by_url[url]
        return read_page(self._content(page), page, self.manual)


def _leaves(pages: _Pages, kept: KeptReadings) -> tuple[list[Leaf], list[str]]:
    """The leaves of the pages that hold procedures, and a sentence for each page that does not."""
    keys = {url: kept.key_of_page(page) for url, page in pages.by_url.items()}
    known = kept.leaves.known(keys.values())
    fresh: dict[bytes, Leaf] = {}
    leaves, skipped = [], []
    for url, page in pages.by_url.items():
        try:
            leaf = known.get(keys[url]) or pages.leaf(page)
        except ParseError as error:
            skipped.append(f"{url}: {error}")
            continue
        if keys[url] not in known:
            fresh[keys[url]] = leaf
        if leaf.elsewhere:
            skipped.append(f"{url} is a page of links and holds no procedures of its own.")
        else:
            leaves.append(leaf)
    kept.leaves.keep(fresh)
    return leaves, skipped


def _chapters(places: Sequence[_Place], pages: _Pages, kept: KeptReadings) -> Iterator[ChapterReading]:
    keys = [kept.key_of_chapter(place.slug, pages.of(place), pages.manual, place.left_out) for place in places]
    known = kept.chapters.known(keys)
    fresh: dict[bytes, ChapterReading] = {}
    for key, place in zip(keys, places, strict=True):
        if key in known:
            yield known[key].fetched_at(pages.of(place)[0].fetched)
            continue
        fresh[key] = reading = read_chapter(pages.chapter(place), pages.manual)
        yield reading
        if len(fresh) >= _AT_ONCE:
            kept.chapters.keep(fresh)
            fresh = {}
    kept.chapters.keep(fresh)


def _told_apart(found: Sequence[tuple[Leaf, ...]]) -> list[_Place]:
    """Chapters with slugs of their own: a second chapter of one slug takes a number, in reading order."""
    taken: dict[str, int] = {}
    apart = []
    for leaves in found:
        slug = leaves[0].slug
        taken[slug] = taken.get(slug, 0) + 1
        apart.append(_Place(slug if taken[slug] == 1 else f"{slug}-{taken[slug]}", leaves))
    return apart
