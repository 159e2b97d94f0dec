"""Words of another area, kept out of an answer.

Passages are chosen by area before the search. This is the second net: a sentence that names other areas of its manual and
not the one asked for ("the Northmoor panel decides within 5 days", asked in Southmoor) is not shown, nor counted from.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from knowledge.answers.outcomes import Answer, Answered, Kind, NotFound
from knowledge.answers.sentences import sentences
from knowledge.answers.shelf import Shelf, cite
from knowledge.manual import Citation


def kept_to_area(answer: Answer, area: str, shelf: Shelf) -> Answer:
    """The answer without what is another area's; NotFound where nothing is left of it. Contact points know their own
    areas, and levels and lists were chosen by area, so they stay as they are."""
    if not area or not isinstance(answer, Answered) or answer.kind is Kind.CONTACT:
        return answer
    others = [one for one in shelf.areas if one != area]
    own = tuple(dict.fromkeys(part for one in answer.citations for part in _here(one, area, others, shelf)))
    if not own:
        return NotFound((), answer.calls, f"what comes near is for {' and '.join(others)}", answer.rejected)
    return replace(
        answer,
        citations=own,
        steps=tuple(one for one in answer.steps if not _is_elsewhere(one.text, area, others)),
        exceptions=tuple(one for one in answer.exceptions if not _is_elsewhere(one.quote, area, others)),
        clocks=tuple(one for one in answer.clocks if not _is_elsewhere(one.citation.quote, area, others)),
    )


def _here(quote: Citation, area: str, others: Sequence[str], shelf: Shelf) -> Iterator[Citation]:
    """A quotation, or what is left of it sentence by sentence where it also speaks of another area."""
    if not _is_elsewhere(quote.quote, area, others):
        yield quote
        return
    passage = shelf.retriever.generation.passage(quote.passage)
    for sentence in sentences(quote.quote):
        if passage is not None and sentence != quote.quote and not _is_elsewhere(sentence, area, others):
            yield cite(passage, sentence)


def _is_elsewhere(words: str, area: str, others: Iterable[str]) -> bool:
    return not _names(words, area) and any(_names(words, other) for other in others)


def _names(words: str, area: str) -> bool:
    return bool(re.search(rf"\b{re.escape(area)}\b", words, re.IGNORECASE))
