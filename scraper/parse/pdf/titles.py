"""Short numbered lines of a PDF that work as headings though they are set like the body."""

from collections.abc import Sequence
from dataclasses import replace

from scraper.parse.numbers import depth, number_at
from scraper.parse.printed import Grid, Heading, Line, Printed
from scraper.parse.words import count, fold

_MOST_WORDS = 12


def mark_titles(flow: Sequence[Printed], has_larger: bool) -> list[Printed]:
    """`flow` with such lines made headings; where a document sets its headings larger, only those are
    headings.
    """
    if has_larger:
        return list(flow)
    return [_marked(item, flow[at + 1] if at + 1 < len(flow) else None) for at, item in enumerate(flow)]


def _marked(item: Printed, after: Printed | None) -> Printed:
    if not isinstance(item, Line) or item.is_bold:
        return item
    start = number_at(item.text)
    if start is None or after is None or not _reads_as_title(fold(item.text[start.length :])):
        return item
    following = number_at(after.text) if isinstance(after, Line) else None
    if isinstance(after, Line) and following and depth(following.marker) <= depth(start.marker):
        return item
    if isinstance(after, Line | Grid):
        return Heading(replace(item), (10 * depth(start.marker),))
    return item


def _reads_as_title(text: str) -> bool:
    return count(text) <= _MOST_WORDS and text[:1].isupper() and not text.endswith((".", ";", ",", ":"))
