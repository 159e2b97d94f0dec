"""A child who writes: the words meant for children, also for what they ask next."""

import re
from dataclasses import replace

from bot.conversations import fixed
from bot.conversations.danger import Writer, who_writes
from bot.conversations.turns import Thread, Turn
from bot.replies import Reply

_OWN = re.compile(r"\b(?:i|im|i'm|me|my|they tell|anyone|mum|dad)\b", re.I)
_AT_WORK = re.compile(
    r"\b(?:work(?:ing|er|s)?|colleagues?|refer(?:s|red|rals?|ring)?|mash|front door|manager|pupils?|caseload|supervis\w+|dsl|"
    r"safeguarding|escalat\w+|thresholds?|famil(?:y|ies) i|this child|the child)\b",
    re.I,
)
_MOST_WORDS = 14  # a longer message is a practitioner's
_NOT_A_CHILDS = frozenset(
    ("restart", "thanks", "greet", "stop", "help", "disputed_decision", "no_response", "reflect", "give_area")
)


def writes(turn: Turn) -> bool:
    """Whether a child writes: told from the message, or from the thread where a child wrote before and this goes on.

    Words of the trade end it: a practitioner who was taken for a child, or quoted one, gets the manual again.
    """
    if turn.intent == "child_writing":
        return True
    if turn.intent in _NOT_A_CHILDS or len(turn.text.split()) > _MOST_WORDS:
        return False
    if turn.intent == "danger" and who_writes(turn.text) is Writer.CHILD:
        return True
    own = bool(_OWN.search(turn.text)) and not _AT_WORK.search(turn.text)
    return turn.thread.writer == Writer.CHILD.value and own


def talk(turn: Turn) -> tuple[Reply, Thread]:
    """The words and numbers meant for children; the thread remembers who writes."""
    reply, thread = fixed.fixed(replace(turn, intent="child_writing"))
    return reply, replace(thread, writer=Writer.CHILD.value)
