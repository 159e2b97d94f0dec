"""What counts as an answer in the guided "help me find my stage", and what is another question. Pure."""

import re
from enum import StrEnum

from bot.conversations.telling import is_asked

WHAT_HAPPENED, WHICH_AGENCY, WHAT_WAS_TRIED, DANGER_NOW = (
    "what_happened",
    "which_agency",
    "what_was_tried",
    "danger_now",
)
SLOTS = (WHAT_HAPPENED, WHICH_AGENCY, WHAT_WAS_TRIED, DANGER_NOW)
LONGEST = 600  # characters kept of an answer: enough for a situation, too little for a story
_SHORT_REQUEST = 4  # words; "find my stage" asks, "we did stage one and rang them" tells what was tried
SURE = 0.45  # how sure the understanding must be before an answer is taken for another question


class Danger(StrEnum):
    """The three answers to "is a child in danger now"."""

    YES = "yes"
    NO = "no"
    UNSURE = "not sure"


# Never an answer to any question of the form, whatever its wording.
_ALWAYS_ELSEWHERE = frozenset(
    (
        "stop",
        "restart",
        "help",
        "reflect",
        "danger",
        "distress",
        "child_writing",
        "thanks",
        "greet",
        "start_clock",
        "signs_so_far",
        "out_of_scope",
    )
)
# Another question when it is asked as one; told as a story, it is an answer ("my manager told me not to refer").
_ELSEWHERE_WHEN_ASKED = frozenset(
    (
        "who_do_i_call",
        "which_level",
        "what_signs",
        "deadline",
        "what_is",
        "share_information",
        "record_chronology",
        "cancelled_visits",
        "supervision",
        "allegation_staff",
        "complaint",
        "learning_case",
        "general_procedure",
        "refer_how",
        "referral_ready",
        "follow_up_next",
        "follow_up_time",
        "follow_up_also",
        "other_area",
        "legal_advice",
        "adult_safeguarding",
        "parent_writing",
        "give_area",
    )
)
_ASKED = re.compile(
    r"\?\s*$|^\s*(?:and\s+|but\s+|so\s+)?(?:who|what|whats|what's|wot|when|where|which|why|how|hw|is|are|can|could|do|does|did|should|shd|"
    r"shall|will|would|am|may|tell me|show me|give me|explain|define|list|number|phone)\b",
    re.IGNORECASE,
)
_SKIPPED = re.compile(
    r"^\W*(?:skip(?: it| this| that)?|pass|next question|rather not say|prefer not to say)\W*$", re.IGNORECASE
)
_STOPPED = re.compile(
    r"^\W*(?:please )?(?:stop|cancel|quit|exit|restart|start (?:again|over))(?: please| now)?\W*$", re.IGNORECASE
)
_UNKNOWN = re.compile(
    r"^\W*(?:i'?\s?m |im |i am )?(?:not (?:very |really |quite )?(?:sure|certain)|unsure|don'?t know|dont know|i don'?t know|dunno|"
    r"maybe|possibly|perhaps|might be|could be|can'?t (?:say|tell)|no idea|don'?t think so|dont think so|"
    r"hard to say|hope not|probably(?: not)?|i don'?t think so|unclear)\b",
    re.IGNORECASE,
)
_YES = re.compile(r"^\W*(?:y|yes|yep|yeah|yea|yup|aye|definitely|absolutely|they are|she is|he is)\b", re.IGNORECASE)
_NO = re.compile(
    r"^\W*(?:n|no|nope|nah|none|not (?:now|at the moment|right now|immediately|in immediate danger|in danger|currently)|safe|"
    r"(?:they|she|he|everyone|the child(?:ren)?)(?:'s| is| are|'re)? (?:all )?safe)\b",
    re.IGNORECASE,
)
_TURNED = re.compile(
    r"\b(?:but|except|although|though|however|yet|unless|until|tonight|later|tomorrow)\b", re.IGNORECASE
)
_BARE = re.compile(r"^\W*(?:y|yes|yep|yeah|ok|okay|sure|n|no|nope|nah)\W*$", re.IGNORECASE)


def is_elsewhere(slot: str, text: str, intent: str, confidence: float) -> bool:
    """Whether a message is another question, and so no answer to the one that was asked.

    An unsure understanding never takes a person out of the form.
    """
    if slot == DANGER_NOW and danger_of(text, intent) is not None:
        return False
    if _STOPPED.match(text):
        return True
    if _SKIPPED.match(text) or confidence < SURE:
        return False
    if intent in _ALWAYS_ELSEWHERE:
        return True
    return intent in _ELSEWHERE_WHEN_ASKED and (bool(_ASKED.search(text)) or is_asked(text))


def answer_of(slot: str, text: str, intent: str) -> str | None:
    """The answer that a message gives, "" where the question is skipped, None where it must be asked again."""
    plain = " ".join(text.split())[:LONGEST]
    again = slot != WHAT_WAS_TRIED or is_asked(plain) or len(plain.split()) <= _SHORT_REQUEST
    if intent == "find_stage" and again:  # said again, it asks for the question and answers none
        return None
    if slot == DANGER_NOW:
        return danger_of(plain, intent)
    if _SKIPPED.match(plain):
        return ""
    if slot in (WHAT_HAPPENED, WHICH_AGENCY):
        return None if not plain or _BARE.match(plain) else plain
    return plain or None


def danger_of(text: str, intent: str) -> Danger | None:
    """What was said about danger now; None where it cannot be told, so that the question is asked again.

    Leans towards danger: a "no" that goes on ("no but he gets out tonight") is unsure, and so is a skipped question.
    """
    if intent == "danger" or _YES.match(text):
        return Danger.YES
    if _UNKNOWN.match(text) or _SKIPPED.match(text):
        return Danger.UNSURE
    if _NO.match(text):
        return Danger.UNSURE if _TURNED.search(text) else Danger.NO
    return None
