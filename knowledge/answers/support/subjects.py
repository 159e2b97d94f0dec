"""What a question of a kind is about, once the words that only ask for that kind of thing are left out.

A ladder, a list of contacts, the levels of need and a checklist answer whatever is worded like their kind of question:
"who do I ring about a broken boiler" asks whom to call. So before such a reading is given, the question's subject must be
something that the manual deals with.
"""

import re

from knowledge.answers.outcomes import Kind
from knowledge.answers.shelf import Shelf
from knowledge.answers.support.concepts import Concept, concepts
from knowledge.retrieval import Found

_TIME_OF_DAY = re.compile(
    r"\d{1,4}(?:am|pm)?|am|pm|midnight|noon|oclock"
)  # when somebody asks is not what they ask about
_ASKING: dict[Kind, str] = {
    Kind.DISPUTE: "disagree disagreement agree agreed decision decided outcome escalate escalation escalating challenge dispute appeal "
    "refused refuse rejected reject declined decline knocked bounced sent returned closed turned down nfa further action accept accepted meet "
    "met threshold worried worry concerned concern uneasy happy unhappy angry furious upset listen listening hear heard options wrong argue "
    "overruled against stand take push fight back raise taking stage stages case they them other side professional said say saying no not yes budge budging shift formal route two agencies cannot",
    Kind.NO_RESPONSE: "response reply replied respond responded answer answered heard hear nothing back silence chase waiting wait days weeks day week "
    "week ago sent decision acknowledgement email called rung ignored no not touch quiet word receipt waited yet",
    Kind.CONTACT: "call ring phone telephone tel number contact contacts speak talk tell email address line out hours tonight night evening weekend "
    "office opening times open duty direct urgent worried worry concerned concern details takes reach hold touch ask helpline reporting report",
    Kind.LEVEL: "level levels tier tiers threshold thresholds band need needs stage which category sit covers count meet meets document guide",
    Kind.SIGNS: "sign signs warning indicator indicators red flag flags symptom symptoms look looking watch notice spot list show case behave "
    "behaviour child children kid kids",
    Kind.QUESTIONS: "question questions reflective reflect reflection key supervision ask discuss qs prompts session tomorrow worker case",
    Kind.LEARNING: "learning learn report review case lessons recommend recommended recommendation recommendations found findings conclude",
}


def subject(kind: Kind, found: Found, shelf: Shelf) -> tuple[Concept, ...]:
    """The telling words of a question less those that ask for its kind, and less the names of areas."""
    own = shelf.stems(_ASKING.get(kind, ""))
    named = shelf.stems(" ".join(shelf.areas))
    told = (one for one in concepts(found.query) if not _TIME_OF_DAY.fullmatch(one.word))
    return tuple(one for one in told if one.stem not in own and one.stem not in named)
