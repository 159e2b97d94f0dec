"""The card of an answer: what to do, by when, whom to call, what limits it, what the learning adds, and the sources."""

import re
from collections.abc import Sequence

from bot import phrases
from bot.conversations.cards.calls import as_calls, calls_block
from bot.conversations.cards.deadlines import as_deadline, when_block
from bot.conversations.cards.numbering import Numbering, sources
from bot.conversations.cards.others import missed
from bot.conversations.cards.stages import ladder_view, stage_title, stage_view
from bot.replies import CheckItem, CheckList, Choice, LevelView, Outcome, Quote, Reply, Step
from knowledge.answers import Answered, Kind
from knowledge.manual import Citation

_MOST_STEPS = 9
_MOST_EXCEPTIONS = 3
_GRAVEST = re.compile(r"\b(?:immediate|imminent|danger|999|at risk|emergency|cannot (?:safely )?wait)", re.I)


def answered(answer: Answered, area: str, numbers: Numbering, explain: bool) -> Reply:
    """The reply for an answer."""
    steps = tuple(Step(step.text, step.force.value, numbers.of(step.citation)) for step in answer.steps)
    deadlines = tuple(as_deadline(clock, numbers) for clock in answer.clocks)
    checklist = _checklist(answer, numbers)
    levels = _levels(answer, numbers)
    for citation in (*answer.citations, *_exceptions(answer), *answer.learning):
        numbers.of(citation)
    calls = as_calls(answer.calls, numbers)
    quotes = numbers.quotes()
    blocks = [
        [phrases.DANGER_LINE],
        _steps_block(answer, steps),
        _quotes_block(answer, quotes),
        _levels_block(levels, quotes),
        _checklist_block(checklist),
        when_block(deadlines, steps[:_MOST_STEPS], of_a_stage=answer.stage is not None),
        calls_block(calls),
        _exceptions_block(answer, numbers),
        _learning_block(answer, numbers),
        [phrases.SOURCES, *sources(quotes)],
    ]
    return Reply(
        outcome=Outcome.ANSWERED,
        message="\n\n".join("\n".join(block) for block in blocks if block),
        area=area,
        steps=steps,
        quotes=quotes,
        contacts=calls,
        ladder=ladder_view(answer.ladder, answer.stage) if answer.ladder else None,
        stage=stage_view(answer.stage) if answer.stage else None,
        deadline=deadlines[0] if deadlines else None,
        deadlines=deadlines,
        checklist=checklist,
        levels=levels,
        choices=_choices(answer),
        rejected=missed(answer.rejected) if explain else (),
    )


def _steps_block(answer: Answered, steps: Sequence[Step]) -> list[str]:
    if not steps:
        return []
    heading = phrases.NEXT_STAGE.format(stage=stage_title(answer.stage)) if answer.stage else phrases.NEXT
    shown = [
        f"{number}. “{step.text}” [{step.citation}]{_force(step)}" for number, step in enumerate(steps[:_MOST_STEPS], 1)
    ]
    more = [phrases.MORE_STEPS.format(count=len(steps) - _MOST_STEPS)] if len(steps) > _MOST_STEPS else []
    top = [phrases.TOP_OF_LADDER] if answer.top else []
    titles = "; ".join(stage_title(stage) for stage in answer.ladder.stages) if answer.ladder else ""
    return [heading, *shown, *more, *top, *([phrases.SHOW_STAGES.format(stages=titles)] if titles else [])]


def _force(step: Step) -> str:
    return f" {step.force.upper()}" if step.force != "none" else ""


def _quotes_block(answer: Answered, quotes: Sequence[Quote]) -> list[str]:
    """The quotations that are not already shown as steps, items, levels, limits, exceptions or learning."""
    if answer.items or answer.levels or answer.steps:
        return []
    elsewhere = {quote.quote for quote in (*answer.exceptions, *answer.learning)}
    elsewhere |= {clock.citation.quote for clock in answer.clocks}
    if answer.kind is Kind.CONTACT:
        elsewhere |= {call.citation.quote for call in answer.calls if call.citation}
    wanted = {citation.quote for citation in answer.citations} - elsewhere
    return [f"“{quote.text}” [{quote.number}]" for quote in quotes if quote.text in wanted]


def _levels(answer: Answered, numbers: Numbering) -> tuple[LevelView, ...]:
    return tuple(
        LevelView(one.level.label, one.level.name, one.level.order, tuple(numbers.of(quote) for quote in one.citations))
        for one in answer.levels
    )


def _levels_block(levels: Sequence[LevelView], quotes: Sequence[Quote]) -> list[str]:
    if not levels:
        return []
    by_number = {quote.number: quote for quote in quotes}
    lines = [phrases.LEVELS_LEAD]
    for level in levels:
        lines.append(": ".join(part for part in (level.label, level.name) if part))
        lines += [f"  “{by_number[number].text}” [{number}]" for number in level.quotes]
    return lines


def _checklist(answer: Answered, numbers: Numbering) -> CheckList | None:
    if answer.checklist is None:
        return None
    items = tuple(CheckItem(item.text, numbers.of(item.citation), item.group) for item in answer.items)
    return CheckList(answer.checklist.title, answer.checklist.kind.value, items, answer.checklist.lead_in)


def _checklist_block(checklist: CheckList | None) -> list[str]:
    if checklist is None:
        return []
    lines = [checklist.title, *([f"“{checklist.lead_in}”"] if checklist.lead_in else [])]
    group = ""
    for item in checklist.items:
        if item.group != group:
            group = item.group
            lines.append(group)
        lines.append(f"- “{item.text}” [{item.citation}]")
    return [*lines, phrases.CHECKLIST_NOTE]


def _exceptions(answer: Answered) -> tuple[Citation, ...]:
    """The exceptions, those about danger first: they must never be the ones that are cut off."""
    return tuple(sorted(answer.exceptions, key=lambda one: _GRAVEST.search(one.quote) is None))


def _exceptions_block(answer: Answered, numbers: Numbering) -> list[str]:
    every = _exceptions(answer)
    if not every:
        return []
    shown = [f"- “{quote.quote}” [{numbers.of(quote)}]" for quote in every[:_MOST_EXCEPTIONS]]
    rest = "".join(f"[{numbers.of(quote)}]" for quote in every[_MOST_EXCEPTIONS:])
    return [phrases.UNLESS, *shown, *([phrases.MORE_LIMITS.format(numbers=rest)] if rest else [])]


def _learning_block(answer: Answered, numbers: Numbering) -> list[str]:
    if not answer.learning:
        return []
    return [phrases.LEARNING, *(f"- “{quote.quote}” [{numbers.of(quote)}]" for quote in answer.learning)]


def _choices(answer: Answered) -> tuple[Choice, ...]:
    choices = []
    if answer.ladder and answer.stage and not answer.top and answer.ladder.after(answer.stage):
        choices.append(Choice("If they still say no", "and if they still say no?"))
    if answer.stage:
        choices.append(Choice("Help me find my stage", "help me find my stage"))
    if not answer.items:
        choices.append(Choice("Warning signs", "what are the warning signs?"))
    if not answer.levels:
        choices.append(Choice("Levels of need", "which level is this?"))
    return tuple(choices)
