"""The action that answers nearly everything, the one that starts again, and the one for when no rule applies."""

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict

from bot.actions.stage_answers import SLOTS
from bot.actions.talk import Talk, safely, utter
from bot.actions.turns import Clock, remember, turn_of


class Answer(Action):  # type: ignore[misc]  # rasa_sdk carries no types
    """Asks the conversations what to say, says it, and keeps the thread."""

    def __init__(self, talk: Talk, clock: Clock) -> None:
        self._talk, self._clock = talk, clock

    def name(self) -> str:
        """The name in the domain."""
        return "action_answer"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict) -> list[dict[str, Any]]:
        """One message, one Reply."""
        turn = turn_of(tracker, self._clock)
        reply, thread = safely(lambda: self._talk.answer(turn), turn)
        utter(dispatcher, reply)
        return [remember(thread)]


class BeginAgain(Answer):
    """As Answer, and lets go of what was typed into the guided help."""

    def name(self) -> str:
        """The name in the domain."""
        return "action_begin_again"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict) -> list[dict[str, Any]]:
        """One message, one Reply, and empty slots."""
        kept = await super().run(dispatcher, tracker, domain)
        return [*kept, *(SlotSet(slot, None) for slot in SLOTS)]


class Fallback(Answer):
    """As Answer, where no rule says what comes next; then it listens, since no rule would say that either."""

    def name(self) -> str:
        """The name in the domain."""
        return "action_fallback"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict) -> list[dict[str, Any]]:
        """One message, one Reply, and the next message awaited."""
        return [*await super().run(dispatcher, tracker, domain), FollowupAction("action_listen")]
