"""What a generation holds, before it is made searchable."""

from dataclasses import dataclass, field
from datetime import datetime

from knowledge.checklists import Checklist
from knowledge.contacts import ContactPoint
from knowledge.ladders import Ladder
from knowledge.manual import Audience, Chapter, Dates, Jurisdiction, Manual, Passage
from knowledge.thresholds import LevelScheme


@dataclass(frozen=True, slots=True)
class ChapterRecord:
    """A chapter without its words: enough to list it, link to it and say how old it is.

    `digest` is the chapter's; two records with equal digests were parsed from the same page.
    """

    manual: str
    slug: str
    title: str
    url: str = ""
    number: str = ""
    areas: tuple[str, ...] = ()
    audience: Audience = Audience.PRACTITIONERS
    jurisdiction: Jurisdiction = Jurisdiction.ENGLAND
    dates: Dates = field(default_factory=Dates)
    fetched: datetime | None = None
    digest: str = ""
    warnings: tuple[str, ...] = ()

    @classmethod
    def of(cls, chapter: Chapter) -> "ChapterRecord":
        """The record of a parsed chapter."""
        return cls(
            manual=chapter.manual,
            slug=chapter.slug,
            title=chapter.title,
            url=chapter.url,
            number=chapter.number,
            areas=chapter.areas,
            audience=chapter.audience,
            jurisdiction=chapter.jurisdiction,
            dates=chapter.dates,
            fetched=chapter.fetched,
            digest=chapter.digest,
            warnings=chapter.warnings,
        )


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """Which snapshot of which source a generation was built from. `snapshot` is the snapshot's own name."""

    source: str
    manual: str
    snapshot: str
    taken: datetime | None = None


@dataclass(frozen=True, slots=True)
class Contents:
    """Everything a generation is built from. `parser` is the version of the parsers that read it."""

    manuals: tuple[Manual, ...]
    chapters: tuple[ChapterRecord, ...]
    passages: tuple[Passage, ...]
    ladders: tuple[Ladder, ...] = ()
    schemes: tuple[LevelScheme, ...] = ()
    checklists: tuple[Checklist, ...] = ()
    contacts: tuple[ContactPoint, ...] = ()
    sources: tuple[SourceRecord, ...] = ()
    parser: str = ""
