"""The guided "help me find my stage": its questions, what it accepts, how it ends, how it is left."""

from dataclasses import replace
from typing import Any

from rasa_sdk import Action, FormValidationAction, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict

from bot import phrases
from bot.actions.stage_answers import (
    DANGER_NOW,
    SLOTS,
    WHAT_HAPPENED,
    WHAT_WAS_TRIED,
    WHICH_AGENCY,
    Danger,
    answer_of,
    is_elsewhere,
)
from bot.actions.talk import Said, Talk, safely, utter
from bot.actions.turns import Clock, entities_of, intent_of, remember, turn_of
from bot.conversations import StageAnswers, Turn
from bot.replies import Choice, Outcome, Reply

Events = list[dict[str, Any]]
_SKIP = Choice("Skip", "skip")
# Actions of Rasa's own that come between a message and its answer; the form's is there while it is validating.
_ONLY_READING = (None, "action_listen", "action_extract_slots", "find_stage_form")
_QUESTIONS: dict[str, tuple[str, tuple[Choice, ...]]] = {
    WHAT_HAPPENED: (
        phrases.STAGE_ASK_WHAT_HAPPENED,
        (
            Choice("It was turned down", "the referral was turned down with no further action"),
            Choice("No answer", "I have had no response to my referral"),
            Choice("Passed to early help", "it was stepped down to early help"),
            Choice("The case is closing", "they are closing the case and I do not agree"),
        ),
    ),
    WHICH_AGENCY: (
        phrases.STAGE_ASK_AGENCY,
        (
            Choice("Children's social care", "children's social care"),
            Choice("Police", "police"),
            Choice("Health", "health"),
            Choice("School or college", "school"),
            Choice("Early help", "early help"),
        ),
    ),
    WHAT_WAS_TRIED: (phrases.STAGE_ASK_TRIED, (Choice("Nothing yet", "nothing yet"), _SKIP)),
    DANGER_NOW: (
        phrases.STAGE_ASK_DANGER,
        (Choice("Yes", "yes"), Choice("No", "no"), Choice("Not sure", "not sure")),
    ),
}


class AskFor(Action):  # type: ignore[misc]  # rasa_sdk carries no types
    """Asks one of the form's questions."""

    def __init__(self, slot: str, clock: Clock) -> None:
        self._slot, self._clock = slot, clock

    def name(self) -> str:
        """The name in the domain, by which Rasa finds it for its slot."""
        return f"action_ask_{self._slot}"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict) -> Events:
        """The question with what can be picked."""
        turn = turn_of(tracker, self._clock)
        words, choices = _QUESTIONS[self._slot]
        utter(dispatcher, Reply(Outcome.ASK_BACK, words, area=turn.thread.area or turn.area, choices=choices))
        return []


class ValidateFindStage(FormValidationAction):  # type: ignore[misc]  # rasa_sdk carries no types
    """Takes a message as the answer to the question asked, unless it is another question."""

    def name(self) -> str:
        """The name in the domain."""
        return "validate_find_stage_form"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict) -> Events:
        """The requested slot's value; none where another question was asked, which makes Rasa answer that one.

        A message that is neither keeps the slot empty, and the question is asked again.
        """
        slot = tracker.get_slot("requested_slot")
        message = tracker.latest_message or {}
        intent = message.get("intent") or {}
        text, named = str(message.get("text") or ""), intent_of(intent)
        if "danger" in entities_of(message.get("entities") or []) and slot != DANGER_NOW:
            return []
        if slot not in SLOTS or _was_answered(tracker):
            return []
        if is_elsewhere(slot, text, named, float(intent.get("confidence") or 0.0)):
            return []
        answer = answer_of(slot, text, named)
        return [SlotSet(slot, None if answer is None else str(answer))]


class FindStage(Action):  # type: ignore[misc]  # rasa_sdk carries no types
    """Ends the guided help with the stage, and empties its slots."""

    def __init__(self, talk: Talk, clock: Clock) -> None:
        self._talk, self._clock = talk, clock

    def name(self) -> str:
        """The name in the domain."""
        return "action_find_stage"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict) -> Events:
        """The stage that follows from the answers, below the danger card where a child may be in danger."""
        turn = turn_of(tracker, self._clock)
        answers = StageAnswers(**{slot: str(tracker.get_slot(slot) or "") for slot in SLOTS})
        reply, thread = safely(lambda: self._find(turn, answers), turn)
        utter(dispatcher, reply)
        return [remember(thread), *(SlotSet(slot, None) for slot in SLOTS)]

    def _find(self, turn: Turn, answers: StageAnswers) -> Said:
        reply, thread = self._talk.find_stage(turn, answers)
        may_be_danger = answers.danger_now in (Danger.YES, Danger.UNSURE)
        return (below_danger(reply) if may_be_danger else reply), thread


class LeaveForm(Action):  # type: ignore[misc]  # rasa_sdk carries no types
    """Says that the guided help is left; what was answered stays until the session ends."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def name(self) -> str:
        """The name in the domain."""
        return "action_leave_form"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict) -> Events:
        """One sentence on how to take it up again."""
        turn = turn_of(tracker, self._clock)
        again = (Choice("Find my stage", "find my stage"),)
        utter(
            dispatcher, Reply(Outcome.ANSWERED, phrases.STAGE_LEFT, area=turn.thread.area or turn.area, choices=again)
        )
        return []


def below_danger(reply: Reply) -> Reply:
    """The reply with the danger card above it, once."""
    if reply.danger:
        return reply
    return replace(reply, danger=True, message=f"{phrases.DANGER_CARD}\n\n{reply.message}")


def _was_answered(tracker: Tracker) -> bool:
    """Whether the newest message has had its answer: the form asks again after another question, and reads nothing."""
    for event in reversed(tracker.events):
        if event.get("event") == "user":
            return False
        if event.get("event") == "action" and event.get("name") not in _ONLY_READING:
            return True
    return False
