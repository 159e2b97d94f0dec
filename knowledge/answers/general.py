"""Any other question: the passages that answer it, as steps where they direct and as quotations with what qualifies them."""

from dataclasses import dataclass

from knowledge.answers.calling import calls, front_doors
from knowledge.answers.clocks import counted
from knowledge.answers.outcomes import (
    Answer,
    Answered,
    CitedCall,
    CitedClock,
    CitedStep,
    Kind,
    NotFound,
    Question,
    Section,
)
from knowledge.answers.sentences import force, qualifies, sentences, whole_steps
from knowledge.answers.shelf import Shelf, cite
from knowledge.answers.support import Support, assess
from knowledge.ladders import read_clocks
from knowledge.manual import Citation, Passage
from knowledge.retrieval import Found, Hit

_MOST_PASSAGES = 2
_NEAR = 0.8  # of the best hit's score; a second passage must come this near
_MOST_STEPS = 6
_MOST_CLOSEST = 3
_LONG = 700  # characters; a longer passage is quoted by its sentences


@dataclass(frozen=True, slots=True)
class _Supported:
    hit: Hit
    support: Support


def look_up(question: Question, kind: Kind, shelf: Shelf) -> Answer:
    """The passages that support an answer, or NotFound with the closest sections and whom to ask."""
    learning = kind is Kind.LEARNING
    found = shelf.search(question.text, area=question.area, said=question.said, learning=learning)
    judged = [_Supported(hit, assess(question.text, kind, hit, shelf)) for hit in found.kept]
    supported = [one for one in judged if one.support.enough]
    if learning:
        supported = [one for one in supported if one.hit.passage.learning] or supported
    people = calls(shelf, front_doors(shelf, question.area), question.now)
    if not supported:
        why = judged[0].support.why if judged else "nothing in the manual comes near these words"
        return NotFound(closest(found), people, why, found.rejected)
    chosen = [one.hit.passage for one in supported[:_MOST_PASSAGES] if one.hit.score >= _NEAR * supported[0].hit.score]
    return _answer(question, kind, chosen, shelf, found, people=people)


def closest(found: Found) -> tuple[Section, ...]:
    """The sections that came nearest, each once."""
    sections = (
        Section(hit.passage.chapter, hit.passage.path, hit.passage.url, hit.passage.manual) for hit in found.kept
    )
    return tuple(dict.fromkeys(sections))[:_MOST_CLOSEST]


def _answer(
    question: Question,
    kind: Kind,
    passages: list[Passage],
    shelf: Shelf,
    found: Found,
    *,
    people: tuple[CitedCall, ...],
) -> Answered:
    said = [(passage, sentence) for passage in passages for sentence in sentences(passage.text)]
    directing = [(passage, step) for passage in passages for step in whole_steps(passage.text)]
    steps = tuple(CitedStep(step, force(step), cite(passage, step)) for passage, step in directing)[:_MOST_STEPS]
    quotes = tuple(dict.fromkeys(quote for passage in passages for quote in _quotes(passage, question.text, shelf)))
    limits = tuple(cite(passage, sentence) for passage, sentence in said if qualifies(sentence))
    shown = {step.text for step in steps} | ({quote.quote for quote in quotes} if not steps else set())
    return Answered(
        kind=kind,
        citations=tuple(dict.fromkeys((*quotes, *(step.citation for step in steps)))),
        steps=steps if kind is not Kind.MEANING else (),
        exceptions=tuple(limit for limit in limits if not any(limit.quote in words for words in shown)),
        clocks=_clocks(passages, question, shelf),
        calls=people,
        also=closest(found)[1:],
        rejected=found.rejected,
    )


def _quotes(passage: Passage, text: str, shelf: Shelf) -> list[Citation]:
    """The whole passage where it is short; else its sentences nearest to the question, in printed order."""
    if len(passage.text) <= _LONG:
        return [cite(passage, passage.text)]
    asked = shelf.stems(text)
    every = list(sentences(passage.text))
    ranked = sorted(every, key=lambda one: -shelf.weight(asked & shelf.stems(one)))
    kept = set(ranked[:3])
    return [cite(passage, one) for one in every if one in kept]


def _clocks(passages: list[Passage], question: Question, shelf: Shelf) -> tuple[CitedClock, ...]:
    read = (
        (passage, clock)
        for passage in passages
        for sentence in sentences(passage.text)
        for clock in read_clocks(sentence)
    )
    return tuple(
        counted(clock, cite(passage, clock.text), shelf, question.now)
        for passage, clock in read
        if clock.text in passage.text
    )
