"""Any other question: the passages that answer it, as steps where they direct and as quotations with what qualifies them."""

from collections.abc import Iterable, Sequence

from knowledge.answers.calling import calls, front_doors
from knowledge.answers.clocks import counted
from knowledge.answers.judged import Judged, of_silence
from knowledge.answers.limits import unshown
from knowledge.answers.looking import Looking
from knowledge.answers.meaning import define
from knowledge.answers.outcomes import (
    Answer,
    Answered,
    AskBack,
    CitedCall,
    CitedClock,
    CitedStep,
    Conflicting,
    Kind,
    NotFound,
    Question,
    Section,
)
from knowledge.answers.quoting import is_list, nearest, quotes, steps, wants_steps
from knowledge.answers.shelf import Shelf
from knowledge.answers.support import ENOUGH, Judge
from knowledge.ladders import read_clocks
from knowledge.manual import Citation, Passage
from knowledge.retrieval import Found

_MOST_PASSAGES = 2
_NEARLY = 0.9  # of the best passage's support; a second passage must come this near
_MOST_FACTS = 3
_NEAR_FACT = 0.75  # the same where one fact is asked for: two sections that print different ones are both shown
_TWINS = 0.97  # of the best passage's support; from here two manuals say it equally well
_MOST_CLOSEST = 3


def look_up(looking: Looking, kind: Kind) -> Answer:
    """The passages that support an answer, or NotFound with the closest sections and whom to ask."""
    question, shelf = looking.question, looking.shelf
    learning = kind is Kind.LEARNING
    found = looking.with_learning if learning else looking.plain
    judge = Judge.of(question.text, Kind.GENERAL if kind is Kind.LEVEL else kind, found, shelf)
    people = calls(shelf, front_doors(shelf, question.area), question.now)
    meant = define(question, found, shelf) if kind is Kind.MEANING else ()
    if meant:
        return _defined(meant, shelf, found, people)
    judged = sorted((Judged(hit, judge.assess(hit)) for hit in found.kept), key=lambda one: one.standing, reverse=True)
    enough = of_silence(question, found, judged, shelf) if kind is Kind.NO_RESPONSE else []
    enough = enough or [one for one in judged if one.support.enough]
    supported = _preferred(enough, shelf, learning=learning)
    if not supported:
        why = judged[0].support.why if judged else "nothing in the manual comes near these words"
        best = judged[0].support.score if judged else 0.0
        return NotFound(closest(found), people, why, found.rejected, best)
    return _torn(question, supported, shelf, found) or _answer(question, kind, supported, judge, people)


def closest(found: Found) -> tuple[Section, ...]:
    """The sections that came nearest, each once."""
    sections = (
        Section(hit.passage.chapter, hit.passage.path, hit.passage.url, hit.passage.manual) for hit in found.kept
    )
    return tuple(dict.fromkeys(sections))[:_MOST_CLOSEST]


def _preferred(supported: list[Judged], shelf: Shelf, *, learning: bool) -> list[Judged]:
    """Only a review's learning where that was asked for: a procedure is not what a review found. A real manual's words
    before the built-in demonstration's."""
    if learning:
        supported = [one for one in supported if one.passage.learning]
    return [one for one in supported if not one.passage.demonstration] or supported


def _torn(question: Question, supported: Sequence[Judged], shelf: Shelf, found: Found) -> Answer | None:
    """Asks back where areas differ and none is known; shows both where two manuals say it equally well."""
    best = supported[0]
    rivals = [one for one in supported[1:] if one.support.score >= _TWINS * best.support.score]
    own = _narrowed(best.passage, shelf)
    if not question.area and own and any(not set(own) & set(_narrowed(one.passage, shelf) or own) for one in rivals):
        areas = dict.fromkeys(area for one in (best, *rivals) for area in _narrowed(one.passage, shelf))
        return AskBack("area", tuple(areas), rejected=found.rejected)
    other = next(
        (one for one in rivals if one.passage.manual != best.passage.manual and not one.passage.learning), None
    )
    if other is None or best.passage.learning:
        return None
    judge = Judge.of(question.text, question.kind or Kind.GENERAL, found, shelf)
    shown = (*quotes(best.passage, judge, shelf), *quotes(other.passage, judge, shelf))
    return Conflicting(shown, (), found.rejected)


def _narrowed(passage: Passage, shelf: Shelf) -> tuple[str, ...]:
    """The areas of a passage that is for some areas only, empty for one that is for all that its manual serves."""
    wide = shelf.manuals[passage.manual].areas if passage.manual in shelf.manuals else ()
    return passage.areas if 0 < len(passage.areas) < len(wide) else ()


def _defined(meant: tuple[Citation, ...], shelf: Shelf, found: Found, people: tuple[CitedCall, ...]) -> Answered:
    stored = (shelf.retriever.generation.passage(quote.passage) for quote in meant)
    return Answered(
        kind=Kind.MEANING,
        citations=meant,
        exceptions=unshown((one for one in stored if one is not None), [quote.quote for quote in meant]),
        calls=people,
        also=closest(found),
        rejected=found.rejected,
    )


def _answer(
    question: Question, kind: Kind, supported: Sequence[Judged], judge: Judge, people: tuple[CitedCall, ...]
) -> Answered:
    shelf, found, best = judge.shelf, judge.found, supported[0]
    most, nearly = (_MOST_PASSAGES, _NEARLY) if wants_steps(judge) else (_MOST_FACTS, _NEAR_FACT)
    passages = [one.passage for one in supported if one.support.score >= max(ENOUGH, nearly * best.support.score)][
        :most
    ]
    directing = _steps(passages, judge, shelf) if wants_steps(judge) else ()
    said = _said(passages, directing, judge, shelf)
    shown = dict.fromkeys((*said, *(step.citation for step in directing)))
    clocks = _clocks(passages, question, shelf)
    words = [citation.quote for citation in shown]
    return Answered(
        kind=kind,
        citations=tuple(shown),
        steps=directing,
        exceptions=unshown(passages, words),
        clocks=clocks,
        calls=people,
        also=tuple(section for section in closest(found) if section.path != best.passage.path),
        rejected=found.rejected,
        support=best.support.score,
    )


def _steps(passages: Iterable[Passage], judge: Judge, shelf: Shelf) -> tuple[CitedStep, ...]:
    """What to do, of the first passage that tells people to do something; a second one's steps would be another list."""
    for passage in passages:
        found = () if is_list(passage) else steps(passage, judge, shelf)
        if found:
            return found
    return ()


def _said(
    passages: Iterable[Passage], directing: tuple[CitedStep, ...], judge: Judge, shelf: Shelf
) -> tuple[Citation, ...]:
    """The quotations that the steps do not already hold, nothing twice. A passage that gives steps adds the nearest of its
    other sentences."""
    stepped = {step.citation.passage for step in directing}
    found: list[Citation] = []
    for passage in passages:
        if passage.id in stepped:
            near = nearest(passage, judge, shelf)
            found += [quote for quote in _cited(passage, near, shelf) if not _held(quote.quote, directing)]
        else:
            found += quotes(passage, judge, shelf)
    once: dict[str, Citation] = {}
    for quote in found:
        once.setdefault(quote.quote, quote)
    return tuple(once.values())


def _cited(passage: Passage, words: Iterable[str], shelf: Shelf) -> list[Citation]:
    cited = (shelf.cite(passage.manual, passage.slug, one, passage.path) for one in words)
    return [citation for citation in cited if citation]


def _held(words: str, directing: Iterable[CitedStep]) -> bool:
    return any(words in step.text for step in directing)


def _clocks(passages: Iterable[Passage], question: Question, shelf: Shelf) -> tuple[CitedClock, ...]:
    """The printed clocks of the sections quoted, each with the words it stands in."""
    read = (
        (passage, clock)
        for passage in passages
        for line in passage.text.split("\n")
        if " | " not in line
        for clock in read_clocks(line)
    )
    cited = ((clock, shelf.cite(passage.manual, passage.slug, clock.text, passage.path)) for passage, clock in read)
    return tuple(counted(clock, citation, shelf, question.now) for clock, citation in cited if citation)
