"""The card of an answer: its fields hold all of it, its message as much as the view shows."""

from collections.abc import Iterable
from dataclasses import replace

from bot import phrases
from bot.conversations.cards.calls import as_calls
from bot.conversations.cards.deadlines import as_deadline
from bot.conversations.cards.laying import Laid, lay, whole_label
from bot.conversations.cards.numbering import Numbering, sources
from bot.conversations.cards.others import missed
from bot.conversations.cards.stages import ladder_view, stage_view
from bot.conversations.cards.views import View
from bot.replies import CheckItem, CheckList, Choice, LevelView, Outcome, Reply, ShortForm, Step
from knowledge.answers import Answered
from knowledge.answers.parts import gravest_first


def answered(answer: Answered, area: str, numbers: Numbering, explain: bool, view: View) -> Reply:
    """The reply for an answer."""
    steps = tuple(Step(step.text, step.force.value, numbers.of(step.citation)) for step in answer.steps)
    deadlines = tuple(as_deadline(clock, numbers) for clock in answer.clocks)
    checklist = _checklist(answer, numbers)
    levels = _levels(answer, numbers)
    exceptions = gravest_first(answer.exceptions)
    for citation in (*answer.citations, *exceptions, *answer.learning):
        numbers.of(citation)
    calls = as_calls(answer.calls, numbers)
    forms = tuple(ShortForm(one.short, one.meaning, numbers.of(one.citation)) for one in answer.short_forms)
    reply = Reply(
        outcome=Outcome.ANSWERED,
        message="",
        area=area,
        steps=steps,
        quotes=numbers.quotes(),
        contacts=calls,
        ladder=ladder_view(answer.ladder, answer.stage) if answer.ladder else None,
        stage=stage_view(answer.stage) if answer.stage else None,
        deadline=deadlines[0] if deadlines else None,
        deadlines=deadlines,
        checklist=checklist,
        levels=levels,
        rejected=missed(answer.rejected) if explain else (),
        exceptions=tuple(map(numbers.of, exceptions)),
        learning=tuple(map(numbers.of, answer.learning)),
        short_forms=forms,
    )
    return _told(answer, reply, numbers, view)


def _told(answer: Answered, reply: Reply, numbers: Numbering, view: View) -> Reply:
    """The reply with its message and what can be picked next."""
    laid = lay(answer, reply, numbers, brief=view is View.BRIEF)
    if view is View.SOURCES:
        lines = [phrases.SOURCES, *sources(reply.quotes)]
        record = ["", phrases.AUDIT, laid.audit] if laid.audit else []
        picks = (Choice(whole_label(answer), phrases.FULL_WORDS), *_choices(answer))
        return replace(reply, message="\n".join([*lines, *record]), audit=laid.audit, choices=picks, cut=True)
    picks = (*_more(answer, laid, view), *_choices(answer))
    return replace(reply, message=laid.message, audit=laid.audit, choices=picks, cut=laid.cut)


def _more(answer: Answered, laid: Laid, view: View) -> Iterable[Choice]:
    """The rest of the answer, where the message leaves some out, and where each quotation stands."""
    if laid.cut:
        yield Choice(whole_label(answer), phrases.FULL_WORDS)
    if view is View.BRIEF:
        yield Choice(phrases.SOURCES_CHOICE, phrases.SOURCES_WORDS)


def _levels(answer: Answered, numbers: Numbering) -> tuple[LevelView, ...]:
    return tuple(
        LevelView(one.level.label, one.level.name, one.level.order, tuple(numbers.of(quote) for quote in one.citations))
        for one in answer.levels
    )


def _checklist(answer: Answered, numbers: Numbering) -> CheckList | None:
    if answer.checklist is None:
        return None
    items = tuple(CheckItem(item.text, numbers.of(item.citation), item.group) for item in answer.items)
    return CheckList(answer.checklist.title, answer.checklist.kind.value, items, answer.checklist.lead_in)


def _choices(answer: Answered) -> Iterable[Choice]:
    if answer.ladder and answer.stage and any(clock.due for clock in answer.clocks):
        yield Choice(phrases.CLOCK_START, phrases.CLOCK_START_WORDS)
    if answer.ladder and answer.stage and not answer.top and answer.ladder.after(answer.stage):
        yield Choice("If they still say no", "and if they still say no?")
    if answer.stage:
        yield Choice("Help me find my stage", "help me find my stage")
    if not answer.items:
        yield Choice("Warning signs", "what are the warning signs?")
    if not answer.levels:
        yield Choice("Levels of need", "which level is this?")
