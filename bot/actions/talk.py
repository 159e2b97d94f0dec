"""What the actions ask: the conversations, bound to one library. And what they say when that fails."""

import logging
from collections.abc import Callable
from typing import Protocol

from rasa_sdk.executor import CollectingDispatcher

from bot import conversations
from bot.conversations import Library, StageAnswers, Thread, Turn
from bot.conversations.cards import unavailable
from bot.replies import Reply, to_wire

logger = logging.getLogger(__name__)
Said = tuple[Reply, Thread]


class Talk(Protocol):
    """What to say next. Both are pure but for reading the published generation."""

    def answer(self, turn: Turn) -> Said:
        """Answer one message."""
        ...

    def find_stage(self, turn: Turn, answers: StageAnswers) -> Said:
        """End the guided help."""
        ...


class Conversations:
    """The conversations over one library."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def answer(self, turn: Turn) -> Said:
        """Answer one message."""
        return conversations.answer(turn, self._library)

    def find_stage(self, turn: Turn, answers: StageAnswers) -> Said:
        """End the guided help."""
        return conversations.find_stage(turn, answers, self._library)


def safely(say: Callable[[], Said], turn: Turn) -> Said:
    """What `say` says; where it fails, the card that says so, with the thread as it was.

    Rasa answers an action's exception with silence and loses what was said before it, so none may leave
    the actions that answer.
    Only the error's kind and place are logged: its text may hold the message's.
    """
    try:
        return say()
    except Exception as error:
        logger.error("an answer failed: %s at %s", type(error).__name__, _place(error))
        return unavailable(area=turn.thread.area or turn.area), turn.thread


def utter(dispatcher: CollectingDispatcher, reply: Reply) -> None:
    """Hand a Reply to Rasa, whole, as custom JSON."""
    dispatcher.utter_message(json_message=to_wire(reply))


def _place(error: Exception) -> str:
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_code.co_name}:{trace.tb_lineno}" if trace else "unknown"
