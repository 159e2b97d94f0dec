"""A card from which everything is taken that a wrong clock would make wrong: counted deadlines, and who is open now."""

import re
from dataclasses import replace

from bot import phrases
from bot.conversations.cards.deadlines import moment
from bot.replies import Deadline, Reply

_STATE = f"(?:{phrases.OPEN_NOW}|{phrases.CLOSED_NOW})"
_STATES = (
    (re.compile(rf" \({_STATE}\)"), ""),
    (re.compile(rf"\({_STATE}; "), "("),
    (re.compile(rf"; {_STATE}(?=[;)])"), ""),
)


def undated(reply: Reply) -> Reply:
    """The reply with its limits as printed and no date counted from them, and with hours but not whether they are now."""
    message = reply.message
    for one in reply.deadlines:
        if one.due:
            message = message.replace(phrases.DUE_IF_NOW.format(due=moment(one.due)), phrases.DUE_NOT_COUNTED)
        for assumption in one.assumptions:
            message = message.replace(assumption, "")
    lines = (_without_state(line) if line.startswith("- ") else line for line in message.split("\n"))
    kept = [line for line in lines if not line or line.strip()]
    return replace(
        reply,
        message="\n".join(kept),
        deadline=_uncounted(reply.deadline) if reply.deadline else None,
        deadlines=tuple(map(_uncounted, reply.deadlines)),
        contacts=tuple(replace(call, open_now=None) for call in reply.contacts),
    )


def _uncounted(one: Deadline) -> Deadline:
    return replace(one, due=None, assumptions=(), why=phrases.DUE_NOT_COUNTED) if one.due else one


def _without_state(line: str) -> str:
    for state, instead in _STATES:
        line = state.sub(instead, line)
    return line
