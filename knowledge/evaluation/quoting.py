"""Every quotation of an answer, whether each stands in its stored passage, and what of its section was left unshown."""

from collections.abc import Iterator

from knowledge.answers import Answer, Answered, AskBack, Conflicting, NotFound, Shelf, Unavailable
from knowledge.answers.limits import limits
from knowledge.answers.outcomes import CitedCall
from knowledge.manual import Citation


def quotations(answer: Answer) -> tuple[Citation, ...]:
    """The quotations that an answer shows, each once, whatever part of it they stand in."""
    return tuple(dict.fromkeys(_quotations(answer)))


def _quotations(answer: Answer) -> Iterator[Citation]:
    match answer:
        case Answered():
            yield from answer.citations
            yield from answer.exceptions
            yield from answer.learning
            yield from (step.citation for step in answer.steps)
            yield from (clock.citation for clock in answer.clocks)
            yield from (item.citation for item in answer.items)
            yield from (citation for level in answer.levels for citation in level.citations)
            yield from _called(answer.calls)
        case Conflicting():
            yield from answer.citations
        case AskBack() | NotFound() | Unavailable():
            yield from _called(answer.calls)


def reachable(answer: Answer) -> tuple[str, ...]:
    """The telephone numbers and addresses shown with an answer, as printed."""
    calls = () if isinstance(answer, Conflicting) else answer.calls
    numbers = (phone.printed for call in calls for phone in call.point.telephones)
    return (*numbers, *(address for call in calls for address in call.point.emails))


def _called(calls: tuple[CitedCall, ...]) -> Iterator[Citation]:
    yield from (call.citation for call in calls if call.citation)


def not_verbatim(answer: Answer, shelf: Shelf) -> tuple[Citation, ...]:
    """The quotations that do not stand word for word in the passage they name."""
    generation = shelf.retriever.generation
    found = ((citation, generation.passage(citation.passage)) for citation in quotations(answer))
    return tuple(
        citation
        for citation, passage in found
        if passage is None or not citation.quote or citation.quote not in passage.text
    )


def limits_left_out(answer: Answered, shelf: Shelf) -> tuple[str, ...]:
    """Sentences that limit what is quoted, in the sections that steps and quotations come from, and are not shown."""
    shown = [citation.quote for citation in quotations(answer)]
    generation = shelf.retriever.generation
    passages = (generation.passage(name) for name in dict.fromkeys(citation.passage for citation in answer.citations))
    return tuple(
        limit
        for passage in passages
        if passage is not None
        for limit in limits(passage.text)
        if not any(limit in words for words in shown)
    )
