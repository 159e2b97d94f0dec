"""Rules that let a person leave the ladder: imminent risk, going straight to a later stage, a separate route."""

import re
from collections.abc import Sequence

from knowledge.ladders.ladder import Exemption
from knowledge.ladders.lines import Line
from knowledge.ladders.sentences import sentences
from knowledge.manual import Place

_RISK = re.compile(
    r"\b(?:immediate|imminent|serious|significant|urgent|immediately|likely|actual|continuing)\b[^.;]{0,60}?\b(?:risk|danger|harm|protection|safety|safeguarding|threat|unsafe)\b|"
    r"\b(?:risk|danger|harm|unsafe|safety)\b[^.;]{0,40}\b(?:immediate|imminent|urgent|immediately)\b|\bat\s+(?:risk|immediate)\b|\bin\s+danger\b|\burgen(?:t|cy)\b|\bemergenc(?:y|ies)\b",
    re.IGNORECASE,
)
_LEAVES = re.compile(
    r"\b(?:do|should|must|need)\s?n[o’']t\s+(?:be\s+)?(?:wait|delay|work|follow|use|go)|\bnot\s+(?:wait|delay|be\s+delayed)|\bwithout\s+(?:waiting|delay|first|going|working|following|recourse)|\bstraight\s+(?:to|away)|\bdirect(?:ly)?\s+(?:to|with)\b|"
    r"\b999\b|\bpolice\b|\bby-?\s?pass\w*|\bskip\w*|\bmiss(?:ed|ing)?\s+out\b|\bomit\w*|\bany\s+(?:stage|step|level|point|tier|rung|round)\b|\bexpedit\w+|\bfast-?\s?track\w*|\baccelerat\w+|\bshorten\w*|\bsooner\b|\bquick\w*|\bswift\w*|"
    r"\bimmediate(?:ly)?\b|\bduty\b|\bsame\s+day\b|\bat\s+once\b|\bstages?\s+(?:may|can|should|must|do|need)\b|\btimescales?\b|\bdiscretion\b|\boutside\s+(?:of\s+)?this\b|\bnot\s+appl(?:y|ies)\b|\bemergency\s+(?:services|duty)\b|\brefer(?:red|ral)?\b|\bwhich\s+stage\b|\bhighest\b|\bleaves?\b",
    re.IGNORECASE,
)
_SKIPS = re.compile(
    r"\b(?:by-?\s?pass(?:ed|ing)?|skip(?:ped|ping)?|miss(?:ed|ing)?\s+out|omit(?:ted)?|fast-?\s?track(?:ed)?|expedit(?:e|ed)|accelerat(?:e|ed))\b|"
    r"\b(?:go|move|proceed|escalated?|taken|referred|pass(?:ed)?)\s+(?:\w+\s+)?(?:straight|directly|direct)\s+to\b|\b(?:start|begin|enter|join|commence|initiate)\w*\s+(?:the\s+\w+\s+)?at\s+any\s+(?:stage|step|level|point)|"
    r"\bwithout\s+(?:first\s+)?(?:going|working|passing)\s+through\b|\b(?:stages?|steps?|levels?)\s+(?:\w+\s+){0,3}(?:need|do|does|may|can)\s+not\s+(?:be|apply)",
    re.IGNORECASE,
)
_CALLS_999 = re.compile(
    r"\b(?:call|ring|phone|dial|telephone|contact)\w*\s+(?:the\s+)?(?:police\s+(?:on|at|via)\s+)?999\b", re.IGNORECASE
)
_ANY_STAGE = re.compile(r"\bat\s+any\s+(?:stage|step|level|tier|phase|point\s+in\s+(?:the|this))\b", re.IGNORECASE)
_MAY = re.compile(
    r"\b(?:may|can|must|should|will|shall|could|need)\b|^\W*(?:contact|call|ring|seek|go|refer|escalate|if)\b",
    re.IGNORECASE,
)
_CASE = re.compile(
    r"\b(?:if|where|when|in\s+(?:cases|situations|circumstances|an\s+emergency|urgent|emergenc(?:y|ies))|any|nothing|should|at\s+any|anyone|whenever)\b|^\W*(?:immediate|imminent|urgent)",
    re.IGNORECASE,
)
_URGENT_HEADING = re.compile(
    r"\b(?:immediate|imminent|urgent|emergency)\b.{0,40}\b(?:risk|danger|harm|safety|protection|escalation|concern|action)|\b(?:in|at)\s+(?:\w+\s+)?(?:danger|risk)\b|\bemergenc(?:y|ies)\b|\burgent\b",
    re.IGNORECASE,
)
_HISTORY = re.compile(
    r"\b(?:was|were|has\s+been|have\s+been)\s+(?:\w+\s+)?(?:added|amended|updated|revised|introduced|inserted)\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"^\W*(?:do\s+not|don[’']t|instead|you\s+(?:do|should|must|need)\s+not|(?:the|these|those)\s+(?:stages|steps|levels|timescales)\s+(?:do|need|should|must)\s+not|there\s+is\s+no\s+need|this\s+(?:procedure|process|policy)\s+(?:does|should|must)\s+not)\b",
    re.IGNORECASE,
)
_DISSENT = re.compile(r"\b(?:dissent\w*|disagree\w*|differ\w*)\b", re.IGNORECASE)
_CONFERENCE = re.compile(r"\bconference\b", re.IGNORECASE)
_ELSEWHERE = re.compile(
    r"\b(?:not\s+(?:apply|cover|include|used?)|separate|instead|see|own\s+(?:procedure|route|process)|conference\s+chair|must|should|will)\b",
    re.IGNORECASE,
)


def is_exemption(sentence: str) -> bool:
    """Whether a sentence says when a person may or must leave the ladder or go faster than it."""
    if _HISTORY.search(sentence):
        return False
    risky = _RISK.search(sentence) and _LEAVES.search(sentence) and _CASE.search(sentence)
    any_stage = _ANY_STAGE.search(sentence) and _MAY.search(sentence)
    if _CALLS_999.search(sentence) and _CASE.search(sentence):
        return True
    return bool(risky or _SKIPS.search(sentence) or any_stage)


def is_about_a_conference(path: Sequence[str]) -> bool:
    """Whether headings say that the ladder below them is itself the route for dissent at a conference."""
    return any(_CONFERENCE.search(heading) for heading in path)


def is_separate_route(sentence: str, path: Sequence[str]) -> bool:
    """Whether a sentence sends dissent at a child protection conference another way."""
    where = f"{' '.join(path[-1:])} {sentence}"
    return bool(
        _DISSENT.search(where)
        and _CONFERENCE.search(where)
        and _ELSEWHERE.search(sentence)
        and _DISSENT.search(sentence + " " + " ".join(path[-1:]))
    )


def exemptions(lines: Sequence[Line], *, routes: bool) -> tuple[Exemption, ...]:
    """The exemptions among these lines, each sentence once. `routes`: separate routes count as well."""
    found: dict[str, Exemption] = {}
    for line in lines:
        risk_before = False
        for sentence in sentences(line.text):
            goes_on = risk_before and _GOES_ON.match(sentence)
            risk_before = bool(goes_on or (_RISK.search(sentence) and _CASE.search(sentence)))
            urgent = _URGENT_HEADING.search(" ".join(line.path[-1:])) and _LEAVES.search(sentence)
            if urgent or goes_on or is_exemption(sentence) or (routes and is_separate_route(sentence, line.path)):
                found.setdefault(
                    sentence,
                    Exemption(sentence, Place(line.path, sentence, line.anchor, line.number or line.section_number)),
                )
    return tuple(found.values())
