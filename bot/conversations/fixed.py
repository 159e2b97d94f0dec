"""Messages that get a fixed answer: thanks, help, distress, and people whom this service is not for."""

from dataclasses import replace

from bot import phrases
from bot.conversations.turns import Thread, Turn
from bot.replies import Choice, Outcome, Reply

_SENTENCES = {
    "greet": phrases.GREETING,
    "stop": phrases.STOPPED,
    "thanks": phrases.THANKS,
    "help": phrases.HELP,
    "distress": phrases.DISTRESS_CARD,
    "child_writing": phrases.CHILD_CARD,
    "parent_writing": phrases.PARENT_CARD,
    "out_of_scope": phrases.OUT_OF_SCOPE,
}
INTENTS = frozenset((*_SENTENCES, "restart"))
_OPENINGS = (
    Choice("A referral was turned down", "my referral was turned down and I'm still worried, what next?"),
    Choice("Who do I call", "who do I call?"),
    Choice("Warning signs", "what are the warning signs?"),
    Choice("Levels of need", "which level is this?"),
    Choice("Find my stage", "help me find my stage"),
)


def fixed(turn: Turn) -> tuple[Reply, Thread]:
    """The fixed answer to an intent of INTENTS. A restart lets go of the thread but keeps the area."""
    if turn.intent == "restart":
        area = turn.thread.area or turn.area
        return Reply(Outcome.ANSWERED, phrases.RESTARTED, area=area, choices=_OPENINGS), Thread(area=area)
    outcome = Outcome.DANGER if turn.intent == "child_writing" else Outcome.ANSWERED
    choices = _OPENINGS if turn.intent in ("help", "greet", "out_of_scope") else ()
    outcome = Outcome.NOT_FOUND if turn.intent == "out_of_scope" else outcome
    reply = Reply(outcome, _SENTENCES[turn.intent], area=turn.thread.area or turn.area, choices=choices)
    return reply, replace(turn.thread, offered=tuple(choice.send for choice in choices))
