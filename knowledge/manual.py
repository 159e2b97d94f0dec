"""The words a manual is told in: areas, manuals, chapters, sections, blocks, passages, citations.

A *page* (HTML, PDF, DOCX, text) is parsed by the scraper into a `Chapter`: a tree of `Section`s,
each holding `Block`s in the order they are printed. Everything that Signpost reads out of a manual
(ladders, levels, contact points, checklists) is read from a Chapter, so that a PDF and a web page
that say the same thing are read the same way.

All text is kept as printed, with white space folded to single spaces. Nothing is corrected.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum


class Audience(StrEnum):
    """Whom a chapter addresses. `PRACTITIONERS` where the page does not say otherwise."""

    PRACTITIONERS = "practitioners"
    SOCIAL_CARE = "children's social care staff"
    PARENTS = "parents and carers"
    CHILDREN = "children and young people"
    PUBLIC = "the public"


class Jurisdiction(StrEnum):
    """Whose law and clocks a chapter is written under. Clocks never cross a jurisdiction."""

    ENGLAND = "England"
    WALES = "Wales"
    SCOTLAND = "Scotland"
    NORTHERN_IRELAND = "Northern Ireland"
    ISLE_OF_MAN = "Isle of Man"
    GUERNSEY = "Guernsey"
    JERSEY = "Jersey"
    UNKNOWN = "unknown"


# --- blocks: what stands in a section, in the order it is printed -------------------------------


@dataclass(frozen=True, slots=True)
class Link:
    """A link inside a block: the words that carry it and where it leads (absolute where known)."""

    text: str
    href: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A run of text.

    `number` is the printed paragraph number ("4.3", "2.1.2"), not part of `text`. `label` is a run-in heading: the
    bold or otherwise marked words at the start ("Stage 1:"), which are also the start of `text`.
    """

    text: str
    number: str = ""
    label: str = ""
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """One list item: its marker as printed ("a)", "1.", "" for a bullet), text, run-in label, and inner blocks.

    `text` is the item's own words, without those of `blocks` (nested lists, further paragraphs).
    """

    text: str
    marker: str = ""
    label: str = ""
    links: tuple[Link, ...] = ()
    blocks: "tuple[Block, ...]" = ()


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list, ordered or not."""

    items: tuple[Item, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell. `header` is true for a cell marked as heading its row or column (th, or a first bold row)."""

    blocks: "tuple[Block, ...]" = ()
    header: bool = False

    @property
    def text(self) -> str:
        """All words of the cell, blocks joined by single spaces."""
        return " ".join(words for block in self.blocks for words in block_texts(block))


@dataclass(frozen=True, slots=True)
class Table:
    """A table of cells, row by row; merged cells are repeated so that every row has the same width."""

    rows: tuple[tuple[Cell, ...], ...]
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """An image. Signpost reads nothing from it but says that it is there; `alt` is its alternative text."""

    alt: str = ""
    href: str = ""


Block = Paragraph | Bullets | Table | Figure


def block_texts(block: Block) -> Iterator[str]:  # noqa: C901  # one case for each kind of block
    """Each run of words of a block, in printed order: paragraphs, items, captions, cells. Numbers and markers left out."""
    match block:
        case Paragraph():
            yield block.text
        case Bullets():
            for item in block.items:
                if item.text:
                    yield item.text
                for inner in item.blocks:
                    yield from block_texts(inner)
        case Table():
            if block.caption:
                yield block.caption
            seen: set[int] = set()
            for cell in (cell for row in block.rows for cell in row):
                if id(cell) not in seen:  # a merged cell is one cell, repeated along its row and down its column
                    seen.add(id(cell))
                    for inner in cell.blocks:
                        yield from block_texts(inner)
        case Figure():
            if block.alt:
                yield block.alt


# --- sections and chapters ----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands under it, before and below its inner sections.

    `heading` is as printed without its number; `number` is the printed section number ("4.1", "" where none);
    `level` is 1 for a chapter's top sections. `anchor` is the fragment that leads to it ("" where none).
    The words before a chapter's first heading stand in a section with an empty heading.
    """

    heading: str
    level: int
    blocks: tuple[Block, ...] = ()
    sections: "tuple[Section, ...]" = ()
    number: str = ""
    anchor: str = ""

    def walk(self, path: tuple[str, ...] = ()) -> "Iterator[tuple[tuple[str, ...], Section]]":
        """This section and all below it, each with its heading path (outermost first), in printed order."""
        here = (*path, self.heading) if self.heading else path
        yield here, self
        for inner in self.sections:
            yield from inner.walk(here)


@dataclass(frozen=True, slots=True)
class Dates:
    """Dates printed in a chapter. Each None where the page prints none; `next_update` may be a month, kept as printed.

    The `_text` fields are the dates as printed: a month alone ("May 2026") is the first of the month as a date, so
    people are shown the text.
    """

    amended: date | None = None
    reviewed: date | None = None
    next_review: date | None = None
    next_update: str = ""
    amended_text: str = ""
    reviewed_text: str = ""
    next_review_text: str = ""


@dataclass(frozen=True, slots=True)
class Manual:
    """A body of procedures or a learning report, as a source declares it.

    `id` is a slug, unique in the library. `areas` are the local authority areas it serves, as printed; empty means
    everywhere. `learning` marks a review's learning, which recommends and never requires. `demonstration` marks an
    invented manual, named as such wherever it is quoted.
    """

    id: str
    name: str
    areas: tuple[str, ...] = ()
    audience: Audience = Audience.PRACTITIONERS
    jurisdiction: Jurisdiction = Jurisdiction.ENGLAND
    learning: bool = False
    demonstration: bool = False


@dataclass(frozen=True, slots=True)
class Chapter:
    """One page or document of a manual, parsed.

    `slug` comes from its address and survives renumbering; `number` is the printed chapter number, for show only.
    `areas` narrows the manual's areas where the chapter says it is for some of them only; empty means all of them.
    `warnings` are sentences for the procedures team about what could not be read.
    """

    slug: str
    title: str
    sections: tuple[Section, ...]
    manual: str = ""
    url: str = ""
    number: str = ""
    areas: tuple[str, ...] = ()
    audience: Audience = Audience.PRACTITIONERS
    jurisdiction: Jurisdiction = Jurisdiction.ENGLAND
    dates: Dates = field(default_factory=Dates)
    fetched: datetime | None = None
    digest: str = ""
    warnings: tuple[str, ...] = ()

    def walk(self) -> Iterator[tuple[tuple[str, ...], Section]]:
        """Every section with its heading path, in printed order."""
        for section in self.sections:
            yield from section.walk()


# --- passages and citations ---------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a chapter under one heading, as it is indexed and quoted.

    `text` is what quotations are checked against: each quotation is an exact substring of it. `id` is
    manual / chapter slug / heading path / ordinal, never the chapter number, so that it survives renumbering.
    `areas` empty means every area of its manual. `digest` is the sha256 of `text` in hex.
    """

    id: str
    manual: str
    areas: tuple[str, ...]
    audience: Audience
    chapter: str
    slug: str
    path: tuple[str, ...]
    text: str
    url: str
    amended: date | None
    fetched: datetime | None
    digest: str
    number: str = ""
    learning: bool = False
    demonstration: bool = False
    version: str = ""  # the date of amendment as printed: a month alone has no day, and none is made up


@dataclass(frozen=True, slots=True)
class Citation:
    """Where words come from: enough to find them again, and to show how old they are.

    `quote` is an exact substring of the passage named by `passage` in the generation that was published.
    """

    passage: str
    manual: str
    chapter: str
    path: tuple[str, ...]
    url: str
    quote: str
    amended: date | None = None
    fetched: datetime | None = None
    learning: bool = False
    demonstration: bool = False
    number: str = ""
    version: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a chapter something was read, before passages are cut: its heading path and the exact text."""

    path: tuple[str, ...]
    text: str
    anchor: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A warning for a person: what a reader was unsure of, and where."""

    message: str
    path: tuple[str, ...] = ()
