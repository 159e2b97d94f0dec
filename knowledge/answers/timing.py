"""How long a stage may take: a question that names a stage is answered from that stage's own clocks, or not at all.

A stage without a printed timescale has none. One must never be lent to it by the stage beside it.
"""

import re
from collections.abc import Sequence

from knowledge.answers.calling import calls, front_doors
from knowledge.answers.clocks import cited_clocks
from knowledge.answers.escalation import speaks_of_complaints
from knowledge.answers.general import closest
from knowledge.answers.limits import with_limits
from knowledge.answers.looking import Looking
from knowledge.answers.named_stages import stage_words
from knowledge.answers.outcomes import Answer, Answered, CitedStep, Kind, NotFound, Question, Section
from knowledge.answers.sentences import force
from knowledge.answers.shelf import Shelf
from knowledge.answers.support import Judge
from knowledge.index.words import words
from knowledge.ladders import Ladder, Stage
from knowledge.manual import Citation
from knowledge.retrieval import Found

_NUMBERS = {
    word: str(number)
    for number, word in enumerate("zero one two three four five six seven eight nine ten".split())  # noqa: SIM905
}


def stage_time(looking: Looking) -> Answer | None:
    """The clocks of the stage that a question names; NotFound where that stage prints none; None where no stage is named
    of a ladder in the chapter that the question is about."""
    question, shelf = looking.question, looking.shelf
    called = stage_words(one for one in shelf.ladders if shelf.serves(one.areas, one.manual, question.area))
    named = _named(question.text, called)
    if not named or speaks_of_complaints(question.text):
        return None
    found = looking.plain
    ladder = _ladder(question, found, shelf)
    stage = (
        next((one for one in ladder.stages if named & _named(f"{one.label} {one.name}", called)), None)
        if ladder
        else None
    )
    if ladder is None or stage is None:
        return None
    clocks = cited_clocks(stage.clocks, ladder, stage.place.path, shelf, question.now)
    if not clocks:
        where = Section(ladder.chapter, stage.place.path, _address(ladder, shelf), ladder.manual)
        people = calls(shelf, front_doors(shelf, question.area), question.now)
        return NotFound((where, *closest(found))[:3], people, "the stage prints none", found.rejected, stage=stage)
    quotes = _quotes(stage, ladder, shelf, found)
    steps = tuple(CitedStep(quote.quote, force(quote.quote), quote) for quote in quotes)
    exempt = (shelf.cite(ladder.manual, ladder.slug, one.text, one.place.path) for one in ladder.exceptions)
    return with_limits(
        Answered(
            kind=Kind.CLOCK,
            citations=quotes,
            steps=steps,
            exceptions=tuple(dict.fromkeys(quote for quote in exempt if quote)),
            clocks=clocks,
            ladder=ladder,
            stage=stage,
            rejected=found.rejected,
        ),
        shelf,
    )


def _named(text: str, called: frozenset[str]) -> frozenset[str]:
    """The numbers of the stages that a text names: "Stage Two" and "stage 2" both give 2."""
    kinds = "|".join(map(re.escape, sorted(called)))
    label = rf"\b(?:{kinds}) (?:no |number )?([a-z0-9]+)\b"
    found = (match[1].casefold() for match in re.finditer(label, " ".join(words(text)), re.I))
    return frozenset(_NUMBERS.get(word, word) for word in found if word.isdigit() or word in _NUMBERS)


def _ladder(question: Question, found: Found, shelf: Shelf) -> Ladder | None:
    """The ladder whose chapter leads what was found, where it is for this person."""
    own = [
        one
        for one in shelf.ladders
        if one.audience == question.audience and shelf.serves(one.areas, one.manual, question.area)
    ]
    judge = Judge.of(found.query.asked, Kind.CLOCK, found, shelf)
    ranked = sorted(found.kept[:4], key=lambda hit: -judge.assess(hit).score)
    for hit in ranked:
        for ladder in own:
            if (ladder.manual, ladder.slug) == (hit.passage.manual, hit.passage.slug):
                return ladder
        named = shelf.stems(hit.passage.chapter)
        if any(one.held_by(named) for one in judge.asked):  # the question names another procedure that has stages
            return None
    return None


def _quotes(stage: Stage, ladder: Ladder, shelf: Shelf, found: Found) -> tuple[Citation, ...]:
    timed: Sequence[str] = [
        text for text in stage.text if any(clock.text in text or text in clock.text for clock in stage.clocks)
    ]
    texts = timed or [clock.text for clock in stage.clocks]
    cited = (shelf.cite(ladder.manual, ladder.slug, text, stage.place.path) for text in texts)
    return tuple(dict.fromkeys(citation for citation in cited if citation))


def _address(ladder: Ladder, shelf: Shelf) -> str:
    return next(
        (one.url for one in shelf.contents.chapters if (one.manual, one.slug) == (ladder.manual, ladder.slug)), ""
    )
