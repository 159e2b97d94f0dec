"""What a word or a short form means, in the manual's own words: its glossary, its keyword pages, a sentence that defines."""

import re
from collections.abc import Iterable, Iterator

from knowledge.answers.outcomes import Question
from knowledge.answers.shelf import Shelf, cite
from knowledge.answers.support import Concept, concepts, units
from knowledge.index.words import folded, stems, words
from knowledge.manual import Citation, Passage
from knowledge.retrieval import Found

_MOST = 2
_FIRST_WORDS = 3  # words that may stand before the term in a sentence that defines it: "By the term ..."
_DEFINES = re.compile(r"\b(?:is|are|means?|refers? to|stands? for|describes?|includes?)\b|\w \| ", re.I)
_LONGEST_TERM = 4


def define(question: Question, found: Found, shelf: Shelf) -> tuple[Citation, ...]:
    """Quotations that say what the asked term means, the plainest first; none where the manual does not explain it."""
    term = _term(found, shelf)
    if not term or len(term) > _LONGEST_TERM:
        return ()
    ranked = [*_sentences(term, found, shelf), *_short_forms(term, question, shelf)]
    ranked.sort(key=lambda pair: -pair[0])
    return tuple(dict.fromkeys(citation for _, citation in ranked))[:_MOST]


def _term(found: Found, shelf: Shelf) -> tuple[Concept, ...]:
    return concepts(found.query, shelf.stems("mean means stand stands exactly thing called stood still anymore same"))


def _sentences(term: tuple[Concept, ...], found: Found, shelf: Shelf) -> Iterator[tuple[float, Citation]]:
    """Sentences and table rows that begin with the term and define it."""
    for rank, hit in enumerate(found.kept):
        titled = _is_term(hit.passage.chapter, term, shelf) + 0.5 * any(
            _is_term(heading, term, shelf) for heading in hit.passage.path
        )
        for unit in units(hit.passage):
            head = shelf.stems(" ".join(unit.split()[: len(term) + _FIRST_WORDS]))
            if all(one.held_by(head) for one in term) and _DEFINES.search(unit) and not unit.endswith("?"):
                at_start = _starts(unit, term)
                if at_start or titled:
                    yield 2.0 * at_start + titled + 1.0 / (1 + rank), cite(hit.passage, unit)


def _starts(unit: str, term: tuple[Concept, ...]) -> float:
    """1 where a sentence's first telling word is the term's, else 0."""
    first = next(iter(stems(words(unit))), "")
    return float(any(first == one.stem or any(first in meaning for meaning in one.meanings) for one in term))


def _is_term(heading: str, term: tuple[Concept, ...], shelf: Shelf) -> float:
    held = shelf.stems(heading)
    return float(bool(held) and all(one.held_by(held) for one in term) and len(held) <= len(term) + 1)


def _short_forms(term: Iterable[Concept], question: Question, shelf: Shelf) -> Iterator[tuple[float, Citation]]:
    """Where the manual explains the short form itself: "Multi-Agency Safeguarding Hub (MASH)"."""
    typed = {folded(one.word) for one in term}
    generation = shelf.retriever.generation
    for definition in generation.definitions:
        short = folded(definition.short)
        passage = generation.passage(definition.passage)
        if passage is None or passage.learning or not (short in typed or short.rstrip("s") in typed):
            continue
        if shelf.serves(passage.areas, passage.manual, question.area):
            yield 1.5 + _listed(passage), cite(passage, _whole_row(passage, definition.quote))


def _listed(passage: Passage) -> float:
    """1 for a glossary's table, which explains one thing after the other, else 0."""
    return float(passage.text.count(" | ") >= len(passage.text.split("\n")) / 2)


def _whole_row(passage: Passage, quote: str) -> str:
    """The table row or sentence that a definition stands in."""
    return next((unit for unit in units(passage) if quote in unit), quote)
