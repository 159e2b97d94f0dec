"""From a question to an answer: tell the kind, take the reading made for it, fall back on the passages."""

import re
from dataclasses import replace

from knowledge.answers.calling import asked_for, calls, contact_points
from knowledge.answers.elsewhere import kept_to_area
from knowledge.answers.escalation import escalate
from knowledge.answers.finishing import finished
from knowledge.answers.gate import checked
from knowledge.answers.general import look_up
from knowledge.answers.kinds import kind_of
from knowledge.answers.levels import compare_levels, names_own_level
from knowledge.answers.looking import Looking
from knowledge.answers.named_stages import named_stage, stage_words
from knowledge.answers.outcomes import Answer, Answered, AskBack, Kind, NotFound, Question
from knowledge.answers.sentences import sentences
from knowledge.answers.shelf import Shelf, cite
from knowledge.answers.signs import list_signs
from knowledge.answers.support import Judge
from knowledge.answers.timing import stage_time
from knowledge.checklists import ChecklistKind
from knowledge.manual import Citation

_LISTS = {
    Kind.SIGNS: ChecklistKind.SIGNS,
    Kind.QUESTIONS: ChecklistKind.QUESTIONS,
    Kind.HAVE_READY: ChecklistKind.REFERRAL,
}
_MOST_LEARNING = 2
_SHORT = 8  # words; more than a level's name is asked about in a longer question
_NEAR_ENOUGH = 0.3  # learning stands beside an answer and is labelled, so it need not carry it alone


# An e-mail address is asked for; a telephone number alone is no answer to that, and stands below a refusal anyway.
_EMAIL = re.compile(r"\be-?mail (?:address|for|of|to use)\b|\b(?:address|e-?mail)\W*$", re.I)


def answer(question: Question, shelf: Shelf) -> Answer:
    """Answer a question from one generation. Raises UnknownArea where its area is not served."""
    asked = replace(question, area=shelf.area(question.area), kind=question.kind or kind_of(question.text))
    outcome = kept_to_area(_by_kind(asked, shelf), asked.area, shelf)
    if isinstance(outcome, Answered) and not outcome.learning and outcome.checklist is None:
        outcome = replace(outcome, learning=_learning(asked, shelf))
    return finished(outcome, asked, shelf)


def _by_kind(question: Question, shelf: Shelf) -> Answer:
    kind = question.kind or Kind.GENERAL
    looking = Looking(question, shelf)
    typed: Answer | None = None
    match kind:
        case Kind.DISPUTE:
            typed = escalate(looking)
        case Kind.CONTACT:
            typed = _whom_to_call(question, shelf)
        case Kind.CLOCK:
            typed = stage_time(looking)
        case Kind.LEVEL:
            typed = compare_levels(question, shelf)
        case Kind.GENERAL | Kind.MEANING | Kind.SIGNS if _names_own_level(question, shelf):
            kind = Kind.LEVEL
            typed = compare_levels(question, shelf)
        case Kind.SIGNS | Kind.QUESTIONS | Kind.HAVE_READY:
            typed = list_signs(looking, _LISTS[kind])
        case Kind.GENERAL | Kind.MEANING if named_stage(question.text, stage_words(shelf.ladders)):
            return escalate(looking) or look_up(looking, kind)
    found = checked(typed, looking, kind) or look_up(looking, kind)
    if kind is Kind.NO_RESPONSE and isinstance(found, NotFound):  # silence is a reason to disagree
        return checked(escalate(looking), looking, kind) or found
    return found


def _names_own_level(question: Question, shelf: Shelf) -> bool:
    """Whether a question asks for a level by the name that this area's own scheme gives it, and for nothing besides."""
    schemes = (one for one in shelf.schemes if shelf.serves(one.areas, one.manual, question.area))
    return len(question.text.split()) <= _SHORT and names_own_level(question.text, schemes)


def _whom_to_call(question: Question, shelf: Shelf) -> Answer | None:
    points = asked_for(shelf, question.text, question.area, question.said)
    if not question.area and len({point.areas for point in points if point.areas}) > 1:
        return AskBack("area", shelf.areas, calls(shelf, points, question.now))
    found = calls(shelf, points, question.now)
    quotes = tuple(call.citation for call in found if call.citation)
    if not quotes or (_EMAIL.search(question.text) and not any(point.emails for point in points)):
        return None
    nights = [point for point in contact_points(shelf, question.area) if point.out_of_hours and point not in points]
    return Answered(kind=Kind.CONTACT, citations=quotes, calls=(*found, *calls(shelf, nights[:2], question.now)))


def _learning(question: Question, shelf: Shelf) -> tuple[Citation, ...]:
    """What a review's learning adds, if anything comes near the question."""
    found = shelf.search(question.text, area=question.area, said=question.said, learning=True, limit=12)
    judge = Judge.of(question.text, Kind.GENERAL, found, shelf)
    near = [hit for hit in found.kept if hit.passage.learning and judge.assess(hit).score >= _NEAR_ENOUGH]
    asked = shelf.stems(" ".join((*question.said, question.text)))
    quotes = []
    for hit in near[:_MOST_LEARNING]:
        best = max(sentences(hit.passage.text), key=lambda one: shelf.weight(asked & shelf.stems(one)))
        quotes.append(cite(hit.passage, best))
    return tuple(quotes)
