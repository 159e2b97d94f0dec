"""Printed time limits, as a card shows them: the words are quoted once, then pointed at."""

from collections.abc import Sequence
from datetime import datetime

from bot import phrases
from bot.conversations.cards.numbering import Numbering
from bot.replies import Deadline
from knowledge.answers.outcomes import CitedClock, CitedStep


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


def when_block(deadlines: Sequence[Deadline], shown: Sequence[CitedStep], *, brief: bool = False) -> list[str]:
    """When each limit ends if it starts now, with everything that was assumed; nothing where there are none.

    A brief block puts the assumptions on one line.
    """
    if not deadlines:
        return []
    notes = list(dict.fromkeys(note for one in deadlines for note in one.assumptions))
    said = [" ".join(notes)] if brief and notes else notes
    return [phrases.WHEN, *(_line(one, shown) for one in deadlines), *(f"  {note}" for note in said)]


def _line(one: Deadline, shown: Sequence[CitedStep]) -> str:
    step = next((number for number, step in enumerate(shown, 1) if one.text in step.text), None)
    words = phrases.LIMIT_OF_STEP.format(step=step) if step else f"“{one.text}” [{one.citation}]"
    words += f" (“{one.qualifier}”)" if step and one.qualifier and one.qualifier in one.text else ""
    due = phrases.DUE_IF_NOW.format(due=moment(one.due)) if one.due else one.why
    return f"- {words}: {due}" if due else f"- {words}"


def moment(when: datetime) -> str:
    """A date and time as people read it: "17:00, Tuesday 1 September 2026"."""
    return f"{when:%H:%M}, {when:%A} {when.day} {when:%B %Y}"
