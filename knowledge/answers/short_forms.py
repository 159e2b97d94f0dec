"""Help with acronyms: what the short forms in an answer stand for, in the manual's own words."""

import re
from collections.abc import Iterable, Iterator

from knowledge.answers.outcomes import Question, ShortForm
from knowledge.answers.shelf import Shelf, cite
from knowledge.index.words import folded, words
from knowledge.manual import Citation

_SHORT = re.compile(r"\b[A-Z][A-Za-z]*[A-Z&/-]*[A-Z][A-Za-z]*\b")
_MOST = 6


def short_forms(shown: Iterable[Citation], question: Question, shelf: Shelf) -> tuple[ShortForm, ...]:
    """The short forms that stand in quotations, each with its meaning where a manual of this area explains it. One that the
    asker typed, or that is spelled out in the quotations, needs no help."""
    quotes = tuple(shown)
    typed = set(words(question.text))
    wanted = [short for short in dict.fromkeys(_printed(quotes)) if folded(short) not in typed]
    explained = (one for short in wanted for one in _explained(short, question, shelf))
    return tuple(one for one in explained if not any(one.meaning in quote.quote for quote in quotes))[:_MOST]


def _printed(quotes: Iterable[Citation]) -> Iterator[str]:
    for quote in quotes:
        yield from _SHORT.findall(quote.quote)


def _explained(short: str, question: Question, shelf: Shelf) -> Iterator[ShortForm]:
    """The first explanation that this area's manuals print."""
    generation = shelf.retriever.generation
    for definition in generation.definitions:
        passage = generation.passage(definition.passage)
        if definition.short != short or passage is None or passage.learning or passage.manual not in shelf.standing:
            continue
        if shelf.serves(passage.areas, passage.manual, question.area):
            yield ShortForm(short, definition.long, cite(passage, definition.quote))
            return
