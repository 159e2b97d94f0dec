"""Whether a message says that the stage last shown settled nothing, so that the next one is meant. Told from its words."""

import re
from dataclasses import replace

from bot.conversations.turns import Thread, Turn

# Intents that leave the question open; any other, understood surely, is a question of its own.
_OPEN = frozenset(
    (
        "deny",
        "disputed_decision",
        "find_stage",
        "follow_up_next",
        "general_procedure",
        "nlu_fallback",
        "no_response",
        "out_of_scope",
    )
)
_REFUSING = (
    r"(?:won'?t|wont|can'?t|cant|cannot|will not|would ?n'?t|wouldnt|could ?n'?t|couldnt|did ?n'?t|didnt|has ?n'?t|hasnt|have ?n'?t|havent|"
    r"not going to|refus\w+ to|refuse)"
)
_NOT_SETTLED = re.compile(
    r"\bstill (?:no|not|won'?t|wont|refus\w+|say\w*|stuck|nothing|the same|waiting|unhappy|dis?agree\w*)\b|"
    r"\b(?:the )?same (?:answer|reply|response|story|outcome|decision|result)\b|\b(?:said|say|says|told) (?:me |us )?no again\b|\bagain (?:said )?no\b|"
    rf"\b{_REFUSING} (?:\w+ ){{0,3}}?(?:agree|budge|shift|change|move|decide|accept|reply|respond|answer|back down|listen|reconsider|replied|responded|answered|moved|changed|budged|agreed|shifted)\b|"
    r"\bno (?:decision|agreement|change|joy|luck|answer|reply|response|movement)\b|\b(?:got|getting) nowhere\b|\bdi?ug \w+ heels\b|"
    r"\b(?:turned|knocked) (?:it|us|me) (?:down|back) again\b|\bno further forward\b|\bstand\w* by (?:it|their|her|his)\b",
    re.I,
)
_NEXT = re.compile(
    r"^\W*(?:(?:ok|okay|so|and|right|then) )*(?:what(?:'?s| is| was)? )?(?:the )?next(?: stage| step| one| up| bit)?(?: please| then| now)?\W*$|"
    r"\bafter that\W*$|\bthen what\W*$|\bnext (?:stage|step|level|tier|one up)\b",
    re.I,
)
_BACK = re.compile(
    r"\b(?:back to|go(?:ing)? back|return(?:ing)? to|as before|where (?:was|were) (?:i|we)|the (?:disagreement|dispute|escalation|ladder))\b",
    re.I,
)
_SETTLED = re.compile(
    r"\b(?:changed (?:their|her|his) minds?|(?:has|have|they'?ve|now) (?:accepted|agreed)|(?:they'?ll|they will|going to|theyll) (?:now )?(?:assess|accept|take|look|visit)|"
    r"sorted|resolved|settled it)\b",
    re.I,
)
_FAMILY = re.compile(
    r"\b(?:mums?|mother|dads?|father|parents?|famil(?:y|ies)|carers?|nan|gran|child|kids?|children)\b", re.I
)
_FAMILY_NO = re.compile(
    r"\b(?:mums?|mother|dads?|father|parents?|famil(?:y|ies)|carers?|she|he|they) (?:\w+ ){0,2}?(?:say|says|said|refus\w+|won'?t|wont|declin\w+|turn\w* (?:it |help )?down)\b"
    r"(?=.{0,40}\b(?:to me|referring|refer|help|support|consent|sharing|let|in\b))|\b(?:parents?|mum|dad|family)\b.{0,15}\bsays? no\b",
    re.I,
)
_ASKS_ELSE = re.compile(r"^\W*(?:who|where|how|when|why|is|are|do|does|can|should)\b", re.I)


def not_settled(turn: Turn) -> bool:
    """Whether a message says that what was tried brought nothing."""
    text = turn.text.replace("’", "'")
    return (
        turn.intent in _OPEN and bool(_NOT_SETTLED.search(text)) and not (_SETTLED.search(text) or _FAMILY.search(text))
    )


def family_says_no(text: str) -> bool:
    """Whether it is a family that says no: that disputes no decision of an agency's."""
    return bool(_FAMILY_NO.search(text))


def goes_up(turn: Turn) -> Thread | None:
    """The thread with the ladder to climb, where the message says that its stage settled nothing; None where it does not.

    A ladder that another topic has put aside is taken up again only where the message goes back to it.
    """
    text = turn.text.replace("’", "'")
    thread = turn.thread
    if turn.intent not in _OPEN or _SETTLED.search(text) or _FAMILY.search(text) or _ASKS_ELSE.match(text):
        return None
    goes_on = bool(_NEXT.search(text) or _NOT_SETTLED.search(text))
    if thread.ladder and thread.stage:
        return thread if goes_on else None
    if thread.aside and (_BACK.search(text) or turn.intent == "follow_up_next" or _NEXT.search(text)) and goes_on:
        return taken_up(thread)
    return None


def put_aside(thread: Thread) -> Thread:
    """The thread without its ladder, which can be taken up again."""
    aside = f"{thread.stage}|{thread.ladder}" if thread.ladder and thread.stage else thread.aside
    return replace(thread, ladder="", stage="", aside=aside)


def taken_up(thread: Thread) -> Thread:
    """The thread with the ladder that was put aside."""
    stage, _, ladder = thread.aside.partition("|")
    return replace(thread, ladder=ladder, stage=stage, aside="")
