"""May a typed reading answer this question? What the ladder, contacts, levels and checklists answer is checked here.

They answer whatever is worded like their kind; the check is that the manual deals with the question's subject, and that
what comes back is the thing that was asked for.
"""

import re
from dataclasses import replace

from knowledge.answers.limits import with_limits
from knowledge.answers.looking import Looking
from knowledge.answers.outcomes import Answer, Answered, AskBack, Conflicting, Kind
from knowledge.answers.support import Wanted, wanted
from knowledge.answers.support.readings import assess_reading, names_it

_CHECKED = (Kind.DISPUTE, Kind.NO_RESPONSE, Kind.CONTACT, Kind.LEVEL, Kind.SIGNS, Kind.QUESTIONS)
_NAMED = 0.5  # of a named service's words, the part that a contact point's name must hold
# "The number for X" asks for X by name; "who do I ring about X" asks who deals with X.
_BY_NAME = re.compile(
    r"\b(?:numbers?|no|line|details|address|e-?mail|hours|hold|touch)\b.{0,20}\b(?:for|of|to|with)\b(?! (?:talk|speak|report|ring|call|call|tell|about))|"
    r"^\W*(?:the |what'?s |whats |what is |need |give me )*(?:[\w'’&-]+ ){1,5}(?:numbers?|phone|telephone|tel|tel no|phone no|e-?mail|line)(?: please| pls| thanks)*\W*$",
    re.I,
)
# A referral or a decision that was turned down is what a ladder is for: no manual that has one is silent about it.
_PLAIN_DISPUTE = re.compile(
    r"\b(?:referrals?|referr?ed|decision|mash|front door|social (?:care|workers?|services)|nfa\w*|threshold)\b|"
    r"\bstill (?:says?|saying|said) no\b",
    re.I,
)
_CONCERN = re.compile(
    r"\b(?:about|worr\w+|concern\w*|report|if|when|because|re|regarding|who\b.{0,12}\b(?:ring|call|phone|contact|speak|tell))\b",
    re.I,
)


def checked(typed: Answer | None, looking: Looking, kind: Kind) -> Answer | None:
    """The typed answer, with everything that limits it; None where it does not answer what was asked."""
    question, shelf = looking.question, looking.shelf
    if (
        not isinstance(typed, Answered | AskBack | Conflicting)
        or kind not in _CHECKED
        or question.ladder
        or question.stage
    ):
        return with_limits(typed, shelf) if isinstance(typed, Answered) else typed
    if kind is Kind.DISPUTE and _PLAIN_DISPUTE.search(question.text) and isinstance(typed, Answered | Conflicting):
        return with_limits(typed, shelf) if isinstance(typed, Answered) else typed
    found = looking.with_learning if kind in (Kind.SIGNS, Kind.QUESTIONS) else looking.plain
    support = assess_reading(" ".join((question.text, *question.said)), kind, found, shelf)
    if not support.enough or wanted(question.text, Kind.GENERAL) is Wanted.AMOUNT:
        return None
    if kind is Kind.CONTACT and asks_by_name(question.text):
        named = (call.point.service for call in typed.calls) if not isinstance(typed, Conflicting) else ()
        if max((names_it(service, kind, found, shelf) for service in named), default=0.0) < _NAMED:
            return None
    return with_limits(replace(typed, support=support.score), shelf) if isinstance(typed, Answered) else typed


def turned_away(text: str, kind: Kind) -> bool:
    """Whether a question's wording alone settles what a reading may answer, whatever the manual deals with."""
    return wanted(text, Kind.GENERAL) is Wanted.AMOUNT or (kind is Kind.CONTACT and asks_by_name(text))


def asks_by_name(text: str) -> bool:
    """Whether a question asks for the number or address of something that it names."""
    return bool(_BY_NAME.search(text)) and not _CONCERN.search(text)
