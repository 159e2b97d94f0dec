"""Printed time limits, as a card shows them: the words are quoted once, then pointed at."""

from collections.abc import Sequence
from datetime import datetime

from bot import phrases
from bot.conversations.cards.numbering import Numbering
from bot.replies import Deadline, Step
from knowledge.answers.outcomes import CitedClock

_MOST = 4


def as_deadline(cited: CitedClock, numbers: Numbering) -> Deadline:
    """A printed clock with when it ends if it starts now."""
    clock = cited.clock
    return Deadline(
        text=clock.text,
        value=clock.value,
        unit=clock.unit.value,
        runs_from=clock.runs_from,
        actor=clock.actor,
        due=cited.due,
        assumptions=cited.assumptions,
        citation=numbers.of(cited.citation),
        why=cited.why,
        qualifier=clock.qualifier,
    )


def when_block(deadlines: Sequence[Deadline], shown: Sequence[Step], *, of_a_stage: bool) -> list[str]:
    """When each limit ends if it starts now, with the assumptions; for a stage that prints none, that it prints none."""
    if not deadlines:
        return [phrases.WHEN, phrases.NO_CLOCK] if of_a_stage else []
    lines = [_line(one, shown) for one in deadlines[:_MOST]]
    notes = dict.fromkeys(note for one in deadlines[:_MOST] for note in one.assumptions)
    return [phrases.WHEN, *lines, *(f"  {note}" for note in notes)]


def _line(one: Deadline, shown: Sequence[Step]) -> str:
    step = next((number for number, step in enumerate(shown, 1) if one.text in step.text), None)
    words = phrases.LIMIT_OF_STEP.format(step=step) if step else f"“{one.text}” [{one.citation}]"
    words += f" (“{one.qualifier}”)" if step and one.qualifier and one.qualifier in one.text else ""
    due = phrases.DUE_IF_NOW.format(due=moment(one.due)) if one.due else one.why
    return f"- {words}: {due}" if due else f"- {words}"


def moment(when: datetime) -> str:
    """A date and time as people read it: "17:00, Tuesday 1 September 2026"."""
    return f"{when:%H:%M}, {when:%A} {when.day} {when:%B %Y}"
