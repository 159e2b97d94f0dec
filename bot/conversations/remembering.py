"""What a thread takes up and what it lets go of."""

import re

from bot.conversations.telling import MOST_TOLD, told_in
from bot.conversations.turns import Thread, Turn
from knowledge.answers import Kind
from knowledge.answers.kinds import kind_of

# Messages of these tell nothing of a child or a family.
_TELLS_NOTHING = frozenset(
    (
        "affirm",
        "deny",
        "follow_up_next",
        "follow_up_time",
        "find_stage",
        "give_area",
        "learning_case",
        "legal_advice",
        "other_area",
        "record_chronology",
        "referral_ready",
        "reflect",
        "signs_so_far",
        "start_clock",
    )
)
_ABOUT_PROCEDURE = frozenset((Kind.DISPUTE, Kind.NO_RESPONSE))
_ANOTHER_CASE = re.compile(
    r"\b(?:a |this is a |its a |it's a )?(?:different|new|another|separate|unrelated|next) (?:case|family|referral|matter|child now|situation)\b(?!.{0,20}\b(?:meeting|plan|worker)\b)",
    re.I,
)


def let_go(turn: Turn) -> Thread:
    """The thread that a message belongs to: the one so far, or an empty one where another case is begun."""
    if _ANOTHER_CASE.search(turn.text):
        return Thread(area=turn.thread.area)
    return turn.thread


def now_told(turn: Turn) -> tuple[str, ...]:
    """All that was told of the situation, with what this message adds: its last MOST_TOLD parts, each once."""
    before = turn.thread.told
    if turn.intent in _TELLS_NOTHING:
        return before
    new = (part for part in told_in(turn.text) if kind_of(part) not in _ABOUT_PROCEDURE)
    return tuple(dict.fromkeys((*before, *new)))[-MOST_TOLD:]
