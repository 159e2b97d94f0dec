"""The line to copy into a record: which manual, chapter and section was consulted, in which version, and when."""

from collections.abc import Iterable
from datetime import datetime

from bot import phrases
from bot.conversations.cards.numbering import day
from bot.replies import Quote
from knowledge.calendar import LONDON


def audit_line(quotes: Iterable[Quote], at: datetime | None) -> str:
    """One line over the sections that these quotes come from; "" where nothing is quoted or the moment is not known."""
    manuals: dict[str, dict[tuple[str, str], list[str]]] = {}
    for quote in quotes:
        chapters = manuals.setdefault(quote.manual, {})
        sections = chapters.setdefault((quote.chapter, _version(quote)), [])
        section = quote.section or (quote.path[-1] if quote.path else "")
        if section and section not in sections:
            sections.append(section)
    if not manuals or at is None:
        return ""
    sources = "; ".join(
        phrases.AUDIT_SOURCE.format(manual=manual, chapters="; ".join(map(_chapter, chapters.items())))
        for manual, chapters in manuals.items()
    )
    return phrases.AUDIT_LINE.format(sources=sources, moment=_moment(at))


def _moment(at: datetime) -> str:
    here = at.astimezone(LONDON)
    return f"{here:%H:%M} on {day(here)}"


def _chapter(read: tuple[tuple[str, str], list[str]]) -> str:
    (chapter, version), sections = read
    return f"{chapter} {', '.join(sections)}".rstrip() + f", {version}"


def _version(quote: Quote) -> str:
    printed = quote.version or (day(quote.amended) if quote.amended else "")
    if printed:
        return phrases.AUDIT_VERSION.format(version=printed)
    return phrases.AUDIT_READ.format(day=day(quote.fetched)) if quote.fetched else ""
