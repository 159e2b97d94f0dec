"""Disputing a decision: which ladder is meant, which stage comes next, and everything that qualifies it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.answers.calling import calls, contact_points, front_doors
from knowledge.answers.clocks import cited_clocks
from knowledge.answers.kinds import kind_of
from knowledge.answers.limits import limits
from knowledge.answers.looking import Looking
from knowledge.answers.named_stages import wanted_stage
from knowledge.answers.outcomes import (
    Answer,
    Answered,
    CitedStep,
    Conflicting,
    Kind,
    Question,
    ladder_key,
)
from knowledge.answers.parts import is_grave
from knowledge.answers.sentences import force, whole_steps
from knowledge.answers.shelf import Shelf, cite
from knowledge.answers.support import embedded
from knowledge.contacts import ContactPoint
from knowledge.ladders import Ladder, Stage
from knowledge.manual import Citation, Passage
from knowledge.retrieval import Found

_ABOUT = re.compile(r"escalat|disagree|not agree|disput|dissent|differences? of|resol|challeng", re.I)
_COMPLAINT = re.compile(r"\bcompl(?:ain|iant)\w*", re.I)
_NOT_HERE = re.compile(
    r"\b(?:do(?:es)? not apply|(?:is|are) not (?:used|for)|do(?:es)? not (?:cover|use)|instead)\b", re.I
)
_DISPUTING = (
    "i we dont do not don't agree disagree disagreement with a the decision decide made what next now who how should can escalate "
    "escalation challenge dispute dissent unhappy still want"
)  # words that any dispute is told in, which say nothing of what is disputed
_ROUND = re.compile(
    r"\b(?:leave|leaving|skip|miss|passed? over|do not (?:use|wait|work)|must not (?:use|wait|work)|straight to|directly to|any (?:stage|step|level|rung))\b",
    re.I,
)
_NEARLY_ALL = 0.75  # of the telling words of a question
_CLEAR_LEAD = 1.25  # a ladder is meant when its chapter's hits weigh this much more than the next one's
_MOST_ENTRY_STEPS = 2
_MOST_OF_STAGE = 2  # contact points of its own that a stage shows
_AS_NEAR = 0.9  # of the nearest entry step


def escalate(looking: Looking) -> Answer | None:
    """The stage that comes next on the ladder that is meant; None where no manual of this area has a ladder, or where
    another chapter has its own way to disagree (dissent at a conference, say) and comes nearer."""
    question, shelf = looking.question, looking.shelf
    ladders = _open_to(question, shelf)
    if not ladders or speaks_of_complaints(question.text):
        return None
    found = looking.plain
    meant = _meant(question, ladders, found)
    if not question.ladder:
        others = _of_other_readers(question, found, shelf)
        if others:
            return _which([*meant, *others], shelf, found)
        if _has_its_own_way(found, meant) or any(_is_left_out(question, ladder, shelf) for ladder in meant):
            return None
    if len(meant) > 1:
        return _which(meant, shelf, found)
    return _climb(question, meant[0], shelf, found)


def _of_other_readers(question: Question, found: Found, shelf: Shelf) -> list[Ladder]:
    """Ladders written for others, in this area, that the question's words come nearer to than to anything written for
    this reader.

    They are never merged with this reader's own: both are shown, each with whom it is for.
    """
    own = max((hit.score for hit in found.kept), default=0.0)
    nearer = [one.passage for one in found.rejected if one.score > own]
    return [
        ladder
        for ladder in shelf.ladders
        if ladder.audience != question.audience
        and ladder.stages
        and shelf.serves(ladder.areas, ladder.manual, question.area)
        and any(_in_one_of(passage, [ladder]) for passage in nearer)
        and _names_matter_of(question, ladder, shelf)
    ]


def _names_matter_of(question: Question, ladder: Ladder, shelf: Shelf) -> bool:
    """Whether a question holds a telling word of another reader's ladder's title: "they won't decide" points at nobody's."""
    telling = shelf.stems(question.text) - shelf.stems(_DISPUTING)
    return bool(telling & (shelf.stems(f"{ladder.chapter} {ladder.name}") - shelf.stems(_DISPUTING)))


def _has_its_own_way(found: Found, meant: Sequence[Ladder]) -> bool:
    """Whether the nearest passage stands in another chapter, under a heading that speaks of disagreeing."""
    if not found.kept:
        return False
    nearest = found.kept[0].passage
    return not _in_one_of(nearest, meant) and bool(_ABOUT.search(" ".join(nearest.path)))


def speaks_of_complaints(text: str) -> bool:
    """Whether a question is about a complaint: a complaints procedure's stages are no ladder's."""
    return bool(_COMPLAINT.search(text))


def _is_left_out(question: Question, ladder: Ladder, shelf: Shelf) -> bool:
    """Whether the ladder says of the very thing that is asked about that its stages do not apply."""
    telling = shelf.stems(question.text) - shelf.stems(_DISPUTING)
    if not telling:
        return False
    return any(
        _NOT_HERE.search(exemption.text)
        and shelf.weight(telling & shelf.stems(exemption.text)) >= _NEARLY_ALL * shelf.weight(telling)
        for exemption in ladder.exceptions
    )


def _in_one_of(passage: Passage, ladders: Sequence[Ladder]) -> bool:
    return any((passage.manual, passage.slug) == (ladder.manual, ladder.slug) for ladder in ladders)


def _open_to(question: Question, shelf: Shelf) -> list[Ladder]:
    """The ladders for this person: their area's, and written for them; or the one that they have chosen."""
    chosen = [ladder for ladder in shelf.ladders if ladder_key(ladder) == question.ladder]
    if chosen:
        return chosen
    ladders = [
        ladder
        for ladder in shelf.ladders
        if ladder.stages
        and ladder.audience == question.audience
        and shelf.serves(ladder.areas, ladder.manual, question.area)
    ]
    named = [ladder for ladder in ladders if _is_named(ladder)] or ladders
    return [ladder for ladder in named if any(stage.label for stage in ladder.stages)] or named


def _is_named(ladder: Ladder) -> bool:
    """Whether a ladder calls itself one, by its stages' labels or its name; else its roles alone made it look like one."""
    return any(stage.label for stage in ladder.stages) or bool(_ABOUT.search(f"{ladder.name} {ladder.chapter}"))


def _meant(question: Question, ladders: Sequence[Ladder], found: Found) -> Sequence[Ladder]:
    if len(ladders) == 1:
        return ladders
    weights = sorted(((_weight(ladder, found), ladder) for ladder in ladders), key=lambda pair: -pair[0])
    (best, ladder), (second, _) = weights[0], weights[1]
    if best > 0 and best >= _CLEAR_LEAD * second:
        return [ladder]
    return [ladder for weight, ladder in weights if weight * _CLEAR_LEAD > best or best == 0]


def _weight(ladder: Ladder, found: Found) -> float:
    """How much of what was found stands in the ladder's chapter, its earlier hits counting more."""
    own = (
        hit.score / (rank + 1)
        for rank, hit in enumerate(found.kept)
        if (hit.passage.manual, hit.passage.slug) == (ladder.manual, ladder.slug)
    )
    return sum(own)


def _which(meant: Sequence[Ladder], shelf: Shelf, found: Found) -> Answer | None:
    shown = [(ladder, stage_quotes(ladder, ladder.first(), shelf)) for ladder in meant]
    quotes = tuple(citations[0] for _, citations in shown if citations)
    ladders = tuple(ladder for ladder, citations in shown if citations)
    return Conflicting(quotes, ladders, found.rejected) if quotes else None


def _climb(question: Question, ladder: Ladder, shelf: Shelf, found: Found) -> Answer | None:
    ladder = for_area(ladder, question.area, shelf)
    named = 0 if question.stage else wanted_stage(question.text, ladder)
    wanted = question.stage or named or ladder.first().order
    stage = next((stage for stage in ladder.stages if stage.order == wanted), None)
    top = stage is None
    stage = stage or ladder.stages[-1]
    steps = _steps(ladder, stage, shelf)
    entry = () if question.stage or named else _entry(question, ladder, found, shelf)
    quotes = tuple(dict.fromkeys(step.citation for step in (*entry, *steps)))
    if not quotes:
        return None
    read = (shelf.cite(ladder.manual, ladder.slug, one.text, one.place.path) for one in ladder.exceptions)
    exceptions = (*read, *_ways_round(ladder, shelf))
    return Answered(
        kind=Kind.DISPUTE,
        citations=quotes,
        steps=(*entry, *steps),
        exceptions=tuple(dict.fromkeys(citation for citation in exceptions if citation)),
        calls=calls(
            shelf, (*_of_stage(ladder, stage, shelf, question.area), *front_doors(shelf, question.area)), question.now
        ),
        clocks=cited_clocks(stage.clocks, ladder, stage.place.path, shelf, question.now),
        ladder=ladder,
        stage=stage,
        top=top,
        rejected=found.rejected,
    )


def _of_stage(ladder: Ladder, stage: Stage, shelf: Shelf, area: str) -> tuple[ContactPoint, ...]:
    """Contact points that are printed under a heading which names this stage ("Final stage of escalation")."""
    points = contact_points(shelf, area)
    return tuple(
        point
        for point in points
        if any(_ABOUT.search(heading) and wanted_stage(heading, ladder) == stage.order for heading in point.place.path)
    )[:_MOST_OF_STAGE]


def _ways_round(ladder: Ladder, shelf: Shelf) -> Iterator[Citation]:
    """Sentences of the ladder's chapter, other than its stages' own, that tell when the stages must not be waited for.
    Whatever form the chapter has, these are never left to the reader of ladders alone."""
    own = {text for stage in ladder.stages for text in stage.text}
    for passage in shelf.chapter(ladder.manual, ladder.slug):
        found = (cite(passage, limit) for limit in limits(passage.text) if limit not in own)
        yield from (one for one in found if is_grave(one) or _ROUND.search(one.quote))


def for_area(ladder: Ladder, area: str, shelf: Shelf) -> Ladder:
    """The ladder with, of stages that areas have forms of their own of ("Stage 3 - Northmoor"), this area's form only."""
    orders = dict.fromkeys(stage.order for stage in ladder.stages)
    stages = tuple(stage for order in orders for stage in _forms(ladder, order, area, shelf)[:1])
    return replace(ladder, stages=stages) if stages else ladder


def _forms(ladder: Ladder, order: int, area: str, shelf: Shelf) -> list[Stage]:
    forms = [stage for stage in ladder.stages if stage.order == order]
    if len(forms) == 1 or not area:
        return forms
    own = [stage for stage in forms if _names(stage, area)]
    for_all = [stage for stage in forms if not any(_names(stage, other) for other in shelf.areas)]
    return own or for_all


def _names(stage: Stage, area: str) -> bool:
    return area.casefold() in " ".join((stage.label, stage.name, *stage.place.path)).casefold()


def stage_quotes(ladder: Ladder, stage: Stage, shelf: Shelf) -> list[Citation]:
    """A stage's own sentences in printed order, each cited; those that no stored passage holds are left out."""
    cited = (shelf.cite(ladder.manual, ladder.slug, text, stage.place.path) for text in stage.text)
    return [citation for citation in cited if citation]


def _steps(ladder: Ladder, stage: Stage, shelf: Shelf) -> tuple[CitedStep, ...]:
    return tuple(CitedStep(quote.quote, force(quote.quote), quote) for quote in stage_quotes(ladder, stage, shelf))


def _is_of_a_stage(passage: Passage, ladder: Ladder) -> bool:
    return any(text in passage.text for stage in ladder.stages for text in stage.text)


def _is_of_silence(step: str) -> bool:
    """Whether a step is for those who have heard nothing: it is no step for somebody who has a decision."""
    return kind_of(step) is Kind.NO_RESPONSE


def _entry(question: Question, ladder: Ladder, found: Found, shelf: Shelf) -> tuple[CitedStep, ...]:
    """What the ladder's chapter says to do before its first stage, where the search found such a section: the step nearest
    to the question, and another that comes as near."""
    asked, typed = embedded(found.query.text, shelf), shelf.stems(question.text)

    def shared(text: str) -> float:
        return shelf.weight(typed & shelf.stems(text)) / (shelf.weight(typed) or 1.0)

    for hit in found.kept[:4]:
        passage = hit.passage
        if (passage.manual, passage.slug) != (ladder.manual, ladder.slug) or _is_of_a_stage(passage, ladder):
            continue
        exempt = {exemption.text for exemption in ladder.exceptions}
        steps = [text for text in whole_steps(passage.text) if text not in exempt]
        said = [text for text in steps if _is_of_silence(text) == (question.kind is Kind.NO_RESPONSE)] or steps
        near = {text: shared(text) + float(asked @ embedded(text, shelf)) for text in said}
        best = sorted(said, key=lambda text: -near[text])[:_MOST_ENTRY_STEPS]
        kept = [text for text in said if text in best and near[text] >= _AS_NEAR * near[best[0]]]
        return tuple(CitedStep(text, force(text), cite(passage, text)) for text in kept)
    return ()
