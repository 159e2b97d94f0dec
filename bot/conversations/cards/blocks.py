"""The blocks of an answer's card, each a list of lines: what to do, what limits it, levels, lists, learning, short forms."""

from collections.abc import Iterable, Sequence

from bot import phrases
from bot.conversations.cards.numbering import Numbering
from bot.conversations.cards.stages import stage_title
from bot.replies import CheckList, LevelView, Quote, ShortForm
from knowledge.answers import Answered
from knowledge.answers.outcomes import CitedStep, Force, Part
from knowledge.manual import Citation


def step_line(number: int, step: CitedStep, numbers: Numbering) -> str:
    """A numbered step with must or should as printed."""
    force = "" if step.force is Force.NONE else f" {step.force.value.upper()}"
    return f"{number}. “{step.text}” [{numbers.of(step.citation)}]{force}"


def quote_line(quote: Citation, numbers: Numbering, *, bullet: str = "") -> str:
    """A quotation with its number."""
    return f"{bullet}“{quote.quote}” [{numbers.of(quote)}]"


def steps_block(answer: Answered, parts: Sequence[Part], numbers: Numbering, *, brief: bool) -> list[str]:
    """What to do, in printed order; says how many steps follow those that are shown."""
    steps = [part.step for part in parts if part.step]
    if not steps:
        return []
    heading = phrases.NEXT_STAGE.format(stage=stage_title(answer.stage)) if answer.stage else phrases.NEXT
    lines = [heading, *(step_line(number, step, numbers) for number, step in enumerate(steps, 1))]
    left = len(answer.steps) - len(steps)
    lines += [phrases.MORE_STEPS.format(count=left)] if left else []
    lines += [phrases.TOP_OF_LADDER] if answer.top else []
    if answer.ladder and not brief:
        lines.append(phrases.SHOW_STAGES.format(stages="; ".join(map(stage_title, answer.ladder.stages))))
    return lines


def quotes_block(answer: Answered, parts: Sequence[Part], numbers: Numbering) -> list[str]:
    """Quotations of an answer that tells nobody what to do; those that are time limits stand under WHEN already."""
    if answer.steps:
        return []
    timed = {clock.citation.quote for clock in answer.clocks}
    return [quote_line(part.quote, numbers) for part in parts if part.quote.quote not in timed]


def more_quotes_block(answer: Answered, parts: Sequence[Part]) -> list[str]:
    """How many quotations, time limits among them, a card leaves out of an answer that tells nobody what to do."""
    left = 0 if answer.steps else len(answer.parts) - len(parts)
    return [phrases.MORE_QUOTES.format(count=left)] if left else []


def limits_block(shown: Sequence[Citation], left: int, numbers: Numbering, label: str) -> list[str]:
    """Exceptions in their words, and how many more there are behind the choice with this label."""
    lines = [quote_line(one, numbers, bullet="- ") for one in shown]
    lines += [phrases.MORE_LIMITS.format(count=left, label=label)] if left else []
    return [phrases.UNLESS, *lines] if lines else []


def levels_block(levels: Sequence[LevelView], quotes: Iterable[Quote], *, most: int) -> list[str]:
    """Each level with at most `most` of its quotations, nearest first; no level is left out."""
    if not levels:
        return []
    by_number = {quote.number: quote for quote in quotes}
    lines = [phrases.LEVELS_LEAD]
    for level in levels:
        lines.append(": ".join(part for part in (level.label, level.name) if part))
        lines += [f"  “{by_number[number].text}” [{number}]" for number in level.quotes[:most]]
    cut = any(len(level.quotes) > most for level in levels)
    return [*lines, *([phrases.MORE_LEVEL_WORDS] if cut else [])]


def checklist_block(checklist: CheckList | None, most: int) -> list[str]:
    """The first `most` items of a list under its groups, and how many more there are."""
    if checklist is None:
        return []
    lines = [checklist.title, *([f"“{checklist.lead_in}”"] if checklist.lead_in else [])]
    group = ""
    for item in checklist.items[:most]:
        if item.group != group:
            group = item.group
            lines.append(group)
        lines.append(f"- “{item.text}” [{item.citation}]")
    left = len(checklist.items) - most
    return [*lines, *([phrases.MORE_ITEMS.format(count=left)] if left > 0 else []), phrases.CHECKLIST_NOTE]


def learning_block(learning: Sequence[Citation], numbers: Numbering) -> list[str]:
    """What a review recommends, labelled as that."""
    lines = [quote_line(one, numbers, bullet="- ") for one in learning]
    return [phrases.LEARNING, *lines] if lines else []


def short_forms_block(forms: Iterable[ShortForm]) -> list[str]:
    """What the short forms shown stand for, on one line."""
    told = "; ".join(f"{one.short}: {one.meaning} [{one.citation}]" for one in forms)
    return [phrases.SHORT_FORMS, told] if told else []
