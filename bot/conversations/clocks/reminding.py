"""What a reminder says, and how reminders stand before a reply in a channel that can only answer."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot import phrases
from bot.conversations.clocks.cards import at, on_reminder, qualified, source
from bot.replies import ClockView, Outcome, Reply


def reminder(view: ClockView, now: datetime, *, before: bool = False) -> Reply:
    """The deadline has come. `before` says that this reminder was given before, so that a repeat is marked."""
    heading = phrases.REMINDER_AGAIN if before else phrases.REMINDER
    ends = phrases.REMINDER_PASSED if view.due <= now else phrases.REMINDER_ENDS
    lines = [
        heading.format(reference=view.reference, stage=view.title),
        ends.format(due=at(view.due)),
        f"“{view.rule}”",
        source(view),
        *qualified(view),
        *([view.changed] if view.changed else []),
        phrases.REMINDER_ASKS,
        phrases.DANGER_LINE,
    ]
    return Reply(Outcome.ASK_BACK, "\n".join(lines), area=view.area, choices=on_reminder(view), clocks=(view,))


def ahead_of(reply: Reply, reminders: Sequence[Reply]) -> Reply:
    """The reply with reminders before it, and what can be picked for them before its own choices. Nothing ever stands before
    a danger card: they come below it."""
    if not reminders:
        return reply
    said = [one.message.removesuffix(f"\n{phrases.DANGER_LINE}") for one in reminders]
    danger = [] if reply.message.startswith(phrases.DANGER_LINE) else [phrases.DANGER_LINE]
    message = "\n\n".join((reply.message, *said) if reply.danger else (*said, *danger, reply.message))
    choices = (*(choice for one in reminders for choice in one.choices), *reply.choices)
    clocks = (*(view for one in reminders for view in one.clocks), *reply.clocks)
    numbers = list(dict.fromkeys(view.number for view in clocks))
    return replace(
        reply,
        message=message,
        choices=choices,
        clocks=tuple(next(view for view in reversed(clocks) if view.number == number) for number in numbers),
    )
