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
    """One line for each chapter quoted: its sections with the numbers that stand in them, how old it is, its address."""
    chapters: dict[tuple[str, str], dict[str, list[Quote]]] = {}
    for quote in quotes:
        sections = chapters.setdefault((quote.manual, quote.chapter), {})
        sections.setdefault(_section(quote), []).append(quote)
    for (manual, chapter), sections in chapters.items():
        first = next(iter(sections.values()))[0]
        places = "; ".join(
            f"{''.join(f'[{quote.number}]' for quote in together)} {name}".rstrip()
            for name, together in sections.items()
        )
        yield f"{manual} > {chapter} ({_age(first)}): {places}. {first.url}".rstrip()


def _section(quote: Quote) -> str:
    return " ".join(part for part in (quote.section, quote.path[-1] if quote.path else "") if part)


def _age(quote: Quote) -> str:
    amended = quote.version or (day(quote.amended) if quote.amended else "")
    known = [f"amended {amended}"] if amended else ["no date of amendment printed"]
    known += [f"read {day(quote.fetched)}"] if quote.fetched else []
    known += [phrases.DEMONSTRATION] if quote.demonstration else []
    return "; ".join(known)


def day(when: date) -> str:
    """A day as people write it."""
    return f"{when.day} {when:%B %Y}"
