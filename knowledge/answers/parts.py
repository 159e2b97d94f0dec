"""An answer's parts, the most important first: each step or quotation with the sentences and time limits that qualify it.

A card that has room for little takes the first parts and leaves the others to be asked for. Since a part is shown whole or
not at all, no step can lose its exception that way.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from knowledge.answers.outcomes import Answered, CitedClock, CitedStep, Kind, Part
from knowledge.answers.shelf import Shelf
from knowledge.manual import Citation

_GRAVE = re.compile(
    r"\b(?:immediate|imminent|danger|999|at risk|emergency(?! duty)|cannot (?:safely )?wait|(?:be|being|been) (?:hurt|harmed)|unsafe|not safe)",
    re.I,
)

_Lead = tuple[Citation, CitedStep | None]


def gravest_first(exceptions: Iterable[Citation]) -> tuple[Citation, ...]:
    """Exceptions with those about danger first, each group in its own order."""
    return tuple(sorted(exceptions, key=lambda one: not is_grave(one)))


def is_grave(exception: Citation) -> bool:
    """Whether an exception is about danger: it must be shown whatever is left out."""
    return bool(_GRAVE.search(exception.quote))


def parts_of(answer: Answered, shelf: Shelf) -> tuple[Part, ...]:
    """The parts of an answer in printed order; none for one that is a list or shows levels."""
    leads = _leads(answer)
    if not leads:
        return ()
    texts = _texts(answer, shelf)
    limits: list[list[Citation]] = [[] for _ in leads]
    for exception in gravest_first(answer.exceptions):
        owner = _owner(exception, leads, texts)
        if owner is None and is_grave(exception):
            owner = 0
        if owner is not None:
            limits[owner].append(exception)
    clocks: list[list[CitedClock]] = [[] for _ in leads]
    for clock in answer.clocks:
        holder = next((at for at, (quote, _) in enumerate(leads) if _holds(quote, clock)), None)
        if holder is not None:
            clocks[holder].append(clock)
    return tuple(Part(quote, step, tuple(limits[at]), tuple(clocks[at])) for at, (quote, step) in enumerate(leads))


def _leads(answer: Answered) -> list[_Lead]:
    if answer.items or answer.levels or answer.kind is Kind.CONTACT:
        return []
    if answer.steps:
        return [(step.citation, step) for step in answer.steps]
    aside = {quote.quote for quote in (*answer.exceptions, *answer.learning)}
    return [(quote, None) for quote in answer.citations if quote.quote not in aside]


def _texts(answer: Answered, shelf: Shelf) -> Mapping[str, str]:
    named = {quote.passage for quote in (*answer.citations, *answer.exceptions)}
    stored = (shelf.retriever.generation.passage(name) for name in named)
    return {passage.id: passage.text for passage in stored if passage is not None}


def _owner(exception: Citation, leads: Sequence[_Lead], texts: Mapping[str, str]) -> int | None:
    """The lead that an exception limits: the last one before it in its passage; None where there is none, so that it limits
    the answer as a whole."""
    text = texts.get(exception.passage, "")
    places = {at: text.find(quote.quote) for at, (quote, _) in enumerate(leads) if quote.passage == exception.passage}
    before = [at for at, place in places.items() if place <= text.find(exception.quote)]
    return max(before, key=lambda at: places[at]) if before else None


def _holds(quote: Citation, clock: CitedClock) -> bool:
    printed = clock.citation.quote
    return quote.passage == clock.citation.passage and (printed in quote.quote or quote.quote in printed)
