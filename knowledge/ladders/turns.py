"""Sentences that pass a matter on: "if this does not resolve it, the line manager should ..."."""

import re

from knowledge.ladders.acts import acts
from knowledge.ladders.durations import durations
from knowledge.ladders.roles import rank, roles

_SUBJECT = (
    r"(?:this|that|it|which|the\s+(?:\w+\s+){0,3}(?:matter|issue|disagreement|concern|dispute|difference|problem|conflict|discussion|contact|approach|meeting|outcome|response|reply|decision|concerns|issues|differences|worker|practitioner|professional|manager|managers|parties|agency|agencies|referrer|professionals)|"
    r"(?:\w+\s+){0,2}(?:agreement|resolution|consensus|progress|discussions?|differences?|concerns?|matters?|disagreements?|response|reply)|an?\s+(?:\w+\s+)?(?:agreement|resolution|response|concern|reply)|they|you|he|she|either|both|neither|professionals|managers|practitioners)"
)
_FAILURE = (
    r"(?:not|n[o’']t|cannot|unresolved|unsuccessful|remains?|still|fails?|failed|failing|unable|no\s+(?:agreement|resolution|response|reply|progress|consensus|satisf\w+)|persists?|dissatisfied|unsatisf\w+|"
    r"unsatisfied|without\s+(?:success|agreement|resolution)|continues?|deadlock|impasse|inadequate|unhappy|insufficient)"
)
UNRESOLVED = re.compile(
    rf"^\W*(?:(?:and|but|so|however|then|next|finally|lastly|in\s+turn|at\s+this\s+point|equally),?\s+)?(?:(?:if|where|when|should|in\s+the\s+event\s+(?:that|of)|once|unless|in\s+(?:cases|situations)\s+where)\s+(?:after\s+[^,]{{1,60}},\s*)?(?:[^,.;]{{0,80}},\s+(?:and|but|or)\s+)?(?:{_SUBJECT}\s+)?[^,.;]{{0,80}}?\b{_FAILURE}\b|"
    rf"failing\s+(?:this|that|which|agreement|resolution)|(?:if|when|where)\s+(?:still\s+|it\s+(?:is|remains)\s+)?unresolved|unresolved\s+\w+|matters?\s+(?:still\s+)?unresolved|(?:if\s+)?(?:there\s+is\s+)?(?:still\s+)?no\s+(?:agreement|resolution|response|consensus)|"
    r"in\s+the\s+absence\s+of|as\s+a\s+(?:last|final)\s+resort|ultimately\b|(?:any|all)\s+(?:\w+\s+)?(?:matter|issue|disagreement|dispute|concern)s?\s+(?:still|that\s+remains?|which\s+remains?|not|remaining))",
    re.IGNORECASE,
)
_NOT_THERE = re.compile(
    r"\b(?:not\s+(?:available|at\s+work|on\s+duty|in\s+work|contactable)|absent|on\s+leave|unavailable|cannot\s+be\s+(?:contacted|reached\s+by))\b",
    re.IGNORECASE,
)
IN_TURN = re.compile(
    r"^\W*(?:first(?:ly)?|to\s+begin\s+with|in\s+the\s+(?:first|second|third|fourth|last|final)\s+(?:instance|place)|initially|second(?:ly)?|third(?:ly)?|fourth(?:ly)?|fifth(?:ly)?|next|then|after\s+that|thereafter|subsequently|finally|lastly|ultimately|the\s+(?:next|final|last|second|third|fourth|fifth)\s+(?:stage|step)\s+(?:is|would))\b",
    re.IGNORECASE,
)
_IN_TURN_INSIDE = re.compile(r"\b(?:first|then|next|in\s+turn|finally|lastly)\b", re.IGNORECASE)
FIRST = re.compile(
    r"\b(?:in\s+the\s+first\s+(?:instance|place)|initial(?:ly)?|first(?:ly)?|to\s+begin\s+with|informal(?:ly)?|direct(?:ly)?\s+(?:to|with)|between\s+themselves)\b",
    re.IGNORECASE,
)
RAISES = re.compile(
    r"\b(?:ring\w*|phone\w*|telephone\w*|call\w*|e-?mail\w*|discuss\w*|speak\w*|talk\w*|contact\w*|rais\w+|approach\w*|resolv\w+|refer(?!rals?\b|ence)\w*|escalat\w+|inform\w*|notif\w+|sort\w*|review(?:s|ed|ing)?(?=\s+(?:the|it|this|both))|report\w*|consult\w*|involv\w+|conven\w+|meet\w*|challeng\w+|ask\w*|write\w*|tak\w+\s+(?:it|the|this)|taken|br(?:ing\w*|ought)|put\s+(?:it\s+)?(?:before|to)|alert\w*|pass\w*|mediat\w+|decid\w+|decision|arbitrat\w+|liais\w+|tell\w*|negotiat\w+|seek\w*|(?:goes|go|moves?)\s+(?:up\s+|on\s+|back\s+)?(?:to|before))\b",
    re.IGNORECASE,
)
MODAL = re.compile(
    r"\b(?:must|should|shall|will|may|can|(?:is|are|needs?|has|have)\s+to|ought|would|(?:first|initially)\s+(?:speaks?|talks?|raises?|contacts?|discuss(?:es)?|tells?|asks?|rings?|takes?))\b|^\W*(?:first(?:ly)?,?\s+|initially,?\s+)?(?:speak|talk|contact|raise|discuss|tell|ask|inform|escalate|refer|involve|take|try|arrange|ring|phone|call|telephone|e-?mail|pick|go)\b",
    re.IGNORECASE,
)

_PRESENT = re.compile(
    r"\b(?:rings|phones|telephones|calls|e-?mails|discuss(?:es)?|speaks?|talks?|contacts?|raises?|approach(?:es)?|refers?|escalates?|informs?|notif(?:y|ies)|asks?|writes?|takes?|brings?|tells?|meets?|involves?|passes|consults?|considers?|decides?|(?:goes|moves)\s+(?:up\s+|on\s+|back\s+)?(?:to|before))\b",
    re.IGNORECASE,
)
_LEADS_IN = re.compile(
    r"(?:\bas\s+follows\W*|\b(?:set\s+out\s+)?(?:below|following\s+(?:steps|stages|order))\W*|:)$", re.IGNORECASE
)
_LATER = re.compile(
    r"^\W*(?:in\s+the\s+(?:second|third|fourth|last|final)\s+(?:instance|place)|second|third|fourth|fifth|next|then|after\s+that|thereafter|subsequently|finally|lastly|ultimately|last|[2-9](?:nd|rd|th))(?:ly)?\b(?!\s+(?:steps|time|review|updated))",
    re.IGNORECASE,
)
BEGINS = re.compile(r"^\W*(?:first|1st)\b", re.IGNORECASE)
_STILL = re.compile(
    r"(?:n[’']t|\b(?:still|not|cannot|unresolved|unhappy|dissatisfied|fails?))\b.*\b(?:agree\w*|resol\w+|settl\w+|work\w*|happy|satisf\w+|respon\w+|heard|answer\w*|help\w*|chang\w+|budge|listen\w*)\b|"
    r"\b(?:remains?|still|unresolved|unsuccessful)\b|^\W*escalat(?:e|ing)\b|\bescalat\w+\s+(?:it\s+|further\s+|the\s+\w+\s+)?to\b",
    re.IGNORECASE,
)

_IN_DISPUTE = re.compile(r"^\W*(?:if|where|when)\b[^,.;]{0,60}\b(?:disagrees?|unhappy|disputes?)\b", re.IGNORECASE)

_MATTER = re.compile(
    r"\b(?:agree\w*|dis-?agree\w*|resol\w+|un-?resolved|settl\w+|disput\w+|concern\w*|worr(?:y|ied|ies)|satisf\w+|dissatisf\w+|respon[ds]\w*|repl(?:y|ies)|accept\w*|answer\w*|unhappy|consensus|differences?|matters?|issues?|"
    r"progress|resort|apart|at\s+odds|divided|stuck|stalemate|discussions?|unsuccessful|success\w*|chang\w+|deadlock|impasse|fail\w*|challenge)\b|\b(?:this|that|it|which)\s+(?:does|did|has|is)\s*(?:not|n[’']t)\b",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"^(\W*(?:if|where|when)),\s+[^,.;]{1,60},", re.IGNORECASE)  # "If, after that meeting, ..."
_CROSS_REFERENCE = re.compile(
    r"\b(?:use|see|follow|apply|invoke|refer\s+to|go\s+to|under)\s+(?:the\s+)?[^.;]{0,60}\b(?:procedures?|policy|policies|protocol|chapter|guidance|escalation\)?)\W*(?:$|[.,;])",
    re.IGNORECASE,
)


def is_transition(sentence: str) -> bool:
    """Whether a sentence says that what went before did not settle the matter, and what is done then. One that only
    sends the reader to another procedure is none."""
    sentence = _ASIDE.sub(r"\1", sentence)
    matched = UNRESOLVED.match(sentence)
    if not matched or _NOT_THERE.search(sentence) or not _MATTER.search(re.split(r",\s", sentence)[0]):
        return False
    told = bool(RAISES.search(sentence[matched.end() :]) or RAISES.search(sentence)) and bool(
        roles(sentence) or rank(sentence)
    )
    return told and not (_CROSS_REFERENCE.search(sentence) and not durations(sentence))


def comes_in_turn(sentence: str) -> bool:
    """Whether a sentence says that somebody raises the matter in turn: "First, ...", "the safeguarding lead then rings"."""
    if IN_TURN.match(sentence) and RAISES.search(sentence) and (roles(sentence) or rank(sentence)):
        return True
    return any(act.raises and _IN_TURN_INSIDE.search(sentence[act.role.end : act.end]) for act in acts(sentence))


def tells_to_raise(sentence: str) -> bool:
    """Whether a sentence tells somebody to raise the matter with somebody, rather than leading in to the steps."""
    tells = RAISES.search(sentence) and (MODAL.search(sentence) or _PRESENT.search(sentence))
    return bool(tells and (roles(sentence) or rank(sentence))) and not _LEADS_IN.search(sentence)


def goes_further(words: str) -> bool:
    """Whether a heading or a sentence, other than the first of its kind, says that what went before did not settle the
    matter, or that it comes next."""
    words = _ASIDE.sub(r"\1", words)
    unresolved = UNRESOLVED.match(words) and _MATTER.search(re.split(r",\s", words)[0])
    return bool(unresolved) or any(match(words) for match in (_LATER.match, _STILL.search, _IN_DISPUTE.match))
