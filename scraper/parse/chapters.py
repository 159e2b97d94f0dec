"""A document's bytes as a Chapter: read by its kind, outlined, and named."""

import hashlib
from datetime import datetime

from knowledge.errors import ParseError
from knowledge.manual import Chapter, Section, block_texts
from scraper.parse.addresses import slug_of
from scraper.parse.docx import read_docx
from scraper.parse.html import read_html
from scraper.parse.kinds import Kind, kind_of
from scraper.parse.language import doubt_declared, doubt_language
from scraper.parse.numbers import number_at
from scraper.parse.outline import outline
from scraper.parse.pdf import read_pdf
from scraper.parse.printed import Heading, Line, Reading
from scraper.parse.text import read_text
from scraper.parse.words import fold

MOST_BYTES = 60_000_000
_NO_WORDS = "{url} holds no words that can be read. Open it: it may need a browser's scripts, or hold only images."


def parse(content: bytes, *, url: str, media_type: str = "", fetched: datetime | None = None) -> Chapter:
    """Read a page or document.

    `url` is its address (or path), from which the slug comes and against which links are made absolute;
    `media_type` is what the server declared, "" where it did not. Raises ParseError, with a sentence for the
    procedures team, where it is empty, encrypted, scanned, damaged, too large, or of a kind that is not read.
    What could be read only in part gives warnings in the chapter."""
    if len(content) > MOST_BYTES:
        raise ParseError(
            f"{url} is larger than {MOST_BYTES // 1_000_000} MB. Split it, or add its chapters one by one."
        )
    kind = kind_of(content, url, media_type)
    reading = _read(kind, content, url, media_type)
    title, number = _named(reading)
    sections = outline(reading.flow, title)
    if not any(text for section in sections for text in _texts(section)):
        raise ParseError(_NO_WORDS.format(url=url))
    return Chapter(
        slug=slug_of(url),
        title=title or _spoken(slug_of(url)),
        sections=sections,
        url=url,
        number=number,
        fetched=fetched,
        digest=hashlib.sha256(content).hexdigest(),
        warnings=(*reading.warnings, *_foreign(content, kind, sections)),
    )


def _foreign(content: bytes, kind: Kind, sections: tuple[Section, ...]) -> tuple[str, ...]:
    """What makes the page look as if it were not in English: what it declares, else its words."""
    return (doubt_declared(content) if kind is Kind.HTML else ()) or doubt_language(sections)


def _read(kind: Kind, content: bytes, url: str, media_type: str) -> Reading:
    match kind:
        case Kind.HTML:
            return read_html(content, url, media_type)
        case Kind.PDF:
            return read_pdf(content, url)
        case Kind.DOCX:
            return read_docx(content, url)
        case Kind.TEXT:
            return read_text(content, media_type)


def _named(reading: Reading) -> tuple[str, str]:
    """The chapter's title, and the printed number at its start; "" where the document prints no title."""
    title = reading.title or _first_heading(reading)
    start = number_at(title)
    if start and fold(title[start.length :]):
        return fold(title[start.length :]), start.marker
    return title, ""


def _spoken(slug: str) -> str:
    """A file's name as a title, for a document that prints none."""
    words = slug.replace("_", " ").replace("-", " ").split()
    return " ".join(words).capitalize() or slug


def _first_heading(reading: Reading) -> str:
    """A heading at the document's start that names it all: one that is not the first of a numbered series."""
    for item in reading.flow[:6]:
        line = item.line if isinstance(item, Heading) else item
        if not isinstance(line, Line) or not line.text:
            continue
        headed = isinstance(item, Heading) or (line.is_bold and len(line.text.split()) <= 14)
        if headed:
            return "" if line.number or number_at(line.text) else line.text
    return ""


def _texts(section: Section) -> list[str]:
    """The headings and words below `section` that say anything."""
    blocks = [block for _, one in section.walk() for block in one.blocks]
    headings = [one.heading for _, one in section.walk() if one.heading]
    return headings + [text for block in blocks for text in block_texts(block) if text]
