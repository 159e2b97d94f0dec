"""The sentences of a section that limit it: exceptions, conditions, time limits, what must not be done.

A rule shown without its exception is dangerous, so this leans to finding too many: a sentence that limits nothing costs a
line, one that is missed may cost a child.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from knowledge.answers.outcomes import Answered
from knowledge.answers.sentences import qualifies, sentences
from knowledge.answers.shelf import Shelf, cite
from knowledge.ladders import read_clocks
from knowledge.manual import Citation, Passage

_LIMITING = re.compile(
    r"\b(?:must not|should not|need not|may not|cannot|can't|do not|don't|does not (?:mean|need|take|stop|replace|cover)|"
    r"are not (?:used|for)|is not (?:for|a reason|enough)|never|without delay|at once|straight away|right away|same day|on the day|whichever|"
    r"even if|whether or not|regardless|as long as|apart from|other than|until|before (?:the|any|an?|you|it)|"
    r"stands? (?:in the meantime|until)|in the meantime|out of hours|not apply|no longer|still)\b|"
    r"^(?:if|where|when|while|in an emergency|for an? (?:serious|urgent))\b|"
    r"(?:,|;| or| and| but) (?:if|where) |\b(?:ring|call|dial|phone|telephone) (?:999|101|111)\b|\b999\b",
    re.I,
)


def limits(text: str) -> Iterator[str]:
    """The limiting sentences of a text in printed order, each an exact substring of it. A table's rows are not sentences."""
    for line in text.split("\n"):
        if " | " not in line:
            yield from (sentence for sentence in sentences(line) if _limits(sentence))


def unshown(passages: Iterable[Passage], shown: Iterable[str]) -> tuple[Citation, ...]:
    """The limiting sentences of passages that stand in none of the quotations shown."""
    words = tuple(shown)
    found = ((passage, limit) for passage in passages for limit in limits(passage.text))
    return tuple(
        dict.fromkeys(cite(passage, limit) for passage, limit in found if not any(limit in one for one in words))
    )


def with_limits(answer: Answered, shelf: Shelf) -> Answered:
    """An answer with every limiting sentence of the sections that it quotes shown among its exceptions."""
    quoted = (*answer.citations, *answer.exceptions)
    shown = [citation.quote for citation in (*quoted, *(clock.citation for clock in answer.clocks))]
    named = dict.fromkeys(citation.passage for citation in answer.citations)
    stored = (shelf.retriever.generation.passage(name) for name in named)
    missing = unshown((passage for passage in stored if passage is not None), shown)
    return replace(answer, exceptions=(*answer.exceptions, *missing)) if missing else answer


def _limits(sentence: str) -> bool:
    return qualifies(sentence) or bool(_LIMITING.search(sentence)) or bool(read_clocks(sentence))
