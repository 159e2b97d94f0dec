"""Numbers for quotations, from one list, and the lines that say where each comes from."""

from collections.abc import Iterable, Iterator
from datetime import date

from bot import phrases
from bot.replies import Quote
from knowledge.manual import Citation


class Numbering:
    """Numbers quotations from one list, so that a number in the message always leads to its source."""

    def __init__(self, manual_names: dict[str, str]) -> None:
        self._names = manual_names
        self._numbers: dict[Citation, int] = {}

    def of(self, citation: Citation) -> int:
        """The citation's number; a new one where it has none yet."""
        return self._numbers.setdefault(citation, len(self._numbers) + 1)

    def quotes(self) -> tuple[Quote, ...]:
        """All quotations numbered so far, in order."""
        return tuple(self._quote(number, citation) for citation, number in self._numbers.items())

    def _quote(self, number: int, citation: Citation) -> Quote:
        return Quote(
            number=number,
            text=citation.quote,
            manual=self._names.get(citation.manual, citation.manual),
            chapter=citation.chapter,
            path=citation.path,
            url=citation.url,
            amended=citation.amended,
            fetched=citation.fetched,
            passage=citation.passage,
            section=citation.number,
            version=citation.version,
            learning=citation.learning,
            demonstration=citation.demonstration,
        )


def sources(quotes: Iterable[Quote]) -> Iterator[str]:
    """Each manual's name with how it is known, then a line for each of its chapters quoted: the numbers that stand in each
    section, how old the chapter is, its address."""
    manuals: dict[str, dict[str, list[Quote]]] = {}
    for quote in quotes:
        manuals.setdefault(quote.manual, {}).setdefault(quote.chapter, []).append(quote)
    for manual, chapters in manuals.items():
        first = next(iter(chapters.values()))[0]
        yield f"{manual} ({phrases.DEMONSTRATION})" if first.demonstration else manual
        for chapter, together in chapters.items():
            yield f"{_places(together)} {chapter} ({_age(together[0])}) {together[0].url}".rstrip()


def brief_sources(quotes: Iterable[Quote]) -> Iterator[str]:
    """One line for each chapter quoted: its numbers, when it was amended, its address. The manual and the sections stand in
    the line for the record."""
    chapters: dict[tuple[str, str], list[Quote]] = {}
    for quote in quotes:
        chapters.setdefault((quote.manual, quote.chapter), []).append(quote)
    for (_, chapter), together in chapters.items():
        marks = "".join(f"[{quote.number}]" for quote in together)
        yield f"{marks} {chapter} ({_amended(together[0])}) {together[0].url}".rstrip()
    if any(one.demonstration for together in chapters.values() for one in together):
        yield phrases.FROM_DEMONSTRATION


def _places(quotes: Iterable[Quote]) -> str:
    """The sections of a chapter, each after the numbers of the quotations that stand in it."""
    sections: dict[str, list[int]] = {}
    for quote in quotes:
        sections.setdefault(_section(quote), []).append(quote.number)
    return (
        "; ".join(
            f"{''.join(f'[{number}]' for number in numbers)} {name}".rstrip() for name, numbers in sections.items()
        )
        + ","
    )


def _section(quote: Quote) -> str:
    return " ".join(part for part in (quote.section, quote.path[-1] if quote.path else "") if part)


def _age(quote: Quote) -> str:
    known = [_amended(quote)]
    known += [f"read {day(quote.fetched)}"] if quote.fetched else []
    return "; ".join(known)


def _amended(quote: Quote) -> str:
    amended = quote.version or (day(quote.amended) if quote.amended else "")
    return f"amended {amended}" if amended else "no date of amendment printed"


def day(when: date) -> str:
    """A day as people write it."""
    return f"{when.day} {when:%B %Y}"
