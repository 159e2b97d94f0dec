"""Whether a length of time is a time limit for somebody's action, or only how long something lasts, lasted or is kept.

A length counts as a limit only on positive evidence in its own sentence, or because it stands where the page prints
its timescales. Evidence against (ages, retention, opening hours, frequency, look-back periods) always wins.
"""

import re
from enum import StrEnum

from knowledge.ladders.alternatives import coordinated, first_choice, is_changed
from knowledge.ladders.durations import Duration


class Standing(StrEnum):
    """How a length of time stands in its sentence."""

    LIMIT = "a limit"
    CONDITION = "the limit restated as a condition"  # "if there is no reply within 5 working days"
    NONE = "not a limit"


_FILL = (
    r"(?:\s+(?:a|an|the|next|further|first|initial|maximum|minimum|of|period|up|to|no|more|than|later|longer|additional|"
    r"another|agreed|about|approximately|around|at|most|total|timescale|time|limit|frame|subsequent|following|preferably|"
    r"ideally|usually|normally|target|between|or|and|less|under|either|not|exceeding|roughly|maximum:|max|say|only))*\s*[(\[]?\s*$"
)


def _before(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern + _FILL, re.IGNORECASE)


_LOOK_BACK = re.compile(
    r"\b(?:last|past|previous|preceding|recent|every|each|per|ago|since|aged?|age\s+of|under\s+the\s+age\s+of|"
    r"pregnan\w+|gestation|lasts?|lasting|lasted|open|worked|during|throughout|over|after\s+the\s+age\s+of|older\s+than|"
    r"younger\s+than|at\s+least\s+every|(?:has|have|had)\s+been|been\s+\w+\s+for)\s+"
    r"(?:(?:a|an|the|about|around|approximately|at\s+least|up\s+to|more\s+than|of|period|course|first)\s+)*[(]?$",
    re.IGNORECASE,
)
_FOR_LENGTH = re.compile(
    r"\bfor\s+(?:(?:a|an|the|about|around|at\s+least|up\s+to|more\s+than|over|least|period|of|minimum|maximum|further|another|first|next|last)\s+)*$",
    re.IGNORECASE,
)
_NEVER_MORE = re.compile(
    r"\b(?:no\s+one|nobody|never|not|n[’']t|none)\b[^.;]{0,60}\b(?:more|longer)\s+than\s+(?:a\s+(?:total|maximum)\s+of\s+)?$",
    re.IGNORECASE,
)
_MORE_THAN = re.compile(r"(?<!\bno )(?<!\bnot )\b(?:more|longer|older|greater|less|fewer)\s+than\s+$", re.IGNORECASE)
_FOLLOWED_AGAINST = re.compile(
    r"^[-\s]*(?:old\b|of\s+age\b|ago\b|pregnan|gestation|(?:a|per|each|every)\s+(?:day|week|month|year|night)\b|per\b|"
    r"['’]?s?\s*(?:notice|leave|pay|training|course|workshop|programme|placement|supply|history|experience)\b|"
    r"(?:service|helpline|help\s?line|line|cover|rota|duty|emergency|number|support|care|access)\b|"
    r"(?:later|earlier|since|in\s+(?:duration|length)|long\b|conference|induction|probation\w*|trial)\b|"
    r"meeting\b|session\b|visit\b|interval|cycle|and\s+over\b|or\s+(?:over|older|under)\b)",
    re.IGNORECASE,
)
_SENTENCE_AGAINST = re.compile(
    r"\bprinted\s+(?:cop|version)|\bprint(?:ing|s)?\b.{0,60}\bcop(?:y|ies)|\bhard\s+cop|\buncontrolled\b|\bdestroyed?\b|"
    r"\b(?:retained|kept|stored|held|archived)\s+for\b|\bretention\s+(?:period|schedule)|\bopen(?:ing)?\s+(?:hours|\d)|"
    r"\b(?:this|the)\s+(?:\w+\s+)?(?:policy|protocol|procedure|document|chapter|guidance|manual|page)\s+(?:\w+\s+){0,4}review(?:ed)?\b|"
    r"\breview(?:ed)?\s+of\s+(?:this|the)\s+(?:policy|protocol|procedure|document)|\bbirthday\b|\b(?:was|were|has\s+been|have\s+been)\s+(?:\w+\s+)?(?:added|amended|updated|revised|introduced|inserted)\b|\bcookies?\b",
    re.IGNORECASE,
)
_LASTING_SUBJECT = re.compile(
    r"\b(?:meeting|session|visit|interview|course|training|workshop|briefing|appointment|call)\w*\s+(?:\w+\s+){0,3}"
    r"(?:last\w*|take\w*(?!\s+place)|of|for|up\s+to)\s+(?:(?!within\b|by\b)\w+\s+){0,3}$",
    re.IGNORECASE,
)

_WITHIN = _before(r"\b(?:within|inside)")
_STRONG = (
    _WITHIN,
    _before(r"\b(?:no|not)\s+(?:later|longer|more)\s+than"),
    _before(r"\b(?:not|n't|never)\s+(?:to\s+)?(?:exceed|take)(?:ing)?"),
    _before(r"\bmaximum\s+(?:\w+\s+)?of"),
    _before(
        r"\b(?:time\s?-?\s?scales?|time\s?-?\s?frames?|(?:time\s?-?\s?)?limits?|deadlines?|response\s+times?|turn\s?-?around(?:\s+time)?|target(?:\s+(?:time|date))?|time\s+allowed|timings?|timelines?|by\s+when|when)\b[^.;]{0,60}?(?:\bis|\bare|\bof|\bbe|:|-|–|—|=)"
    ),
    _before(
        r"\b(?:time\s?-?\s?scales?|time\s?-?\s?frames?|time\s?-?\s?limits?|deadlines?|response\s+times?|timelines?)"
    ),
    _before(r"\bin\s+(?:no\s+more\s+than|under|less\s+than|at\s+most|a\s+maximum\s+of)"),
)
_HAVING = _before(
    r"\b(?:has|have|had|having|is\s+given|are\s+given|given|allow|allows|allowed|is\s+allowed|gives|get|gets|got)"
)
_IS_GIVEN = _before(
    r"\b(?:they|you|he|she|both|each|managers?|leads?|heads?|directors?|officers?|workers?|practitioners?|professionals?|supervisors?|chair|panel|agency|agencies)\s+"
    r"(?:(?:then|also|now|each|both|will|must)\s+)*(?:has|have|is\s+given|are\s+given|gets?)"
)
_WEAK = (
    _before(r"\bin"),
    _before(r"\bby"),
    _before(r"\bbetween"),
    _before(r"\b(?:at\s+most|up\s+to|maximum|at\s+the\s+latest)"),
    _before(r"\b(?:a\s+further|another|an\s+additional|further)"),
    _before(r"\b(?:takes?|taking|allow(?:ing)?|be\s+done|completed|concluded)"),
)
_AFTER = re.compile(r"\bafter\s+(?:(?:a|an|the|further|another|period|of|more|than|maximum)\s+)*$", re.IGNORECASE)
_AT_LEAST = re.compile(r"\b(?:at\s+least|no(?:t)?\s+(?:less|fewer)\s+than|a\s+minimum\s+of)\s+$", re.IGNORECASE)
_BACKWARDS = re.compile(r"^\s*(?:before|prior\s+to|in\s+advance|ahead\s+of)\b", re.IGNORECASE)
_LIMIT_NOUN = re.compile(
    r"^[-\s]*(?:time\s?-?\s?(?:scale|frame|limit|line)|deadline|target|turn\s?-?around|response\b|window|limit\b|period\s+(?:to|for|in\s+which)|"
    r"\(?\s*(?:maximum|max\b|at\s+(?:the\s+)?(?:most|latest)))",
    re.IGNORECASE,
)
_TO_ACT = re.compile(
    r"^\s*(?:(?:to|in\s+which\s+to|in\s+which)\s+\w+|for\s+(?:a|an|the|their|any)\s+(?:\w+\s+)?(?:response|reply|decision|answer|resolution))",
    re.IGNORECASE,
)
_RUNNING_FROM = re.compile(
    r"^\s*(?:\)\s*)?(?:from|of\s+(?:the\s+|their\s+|being\s+|its\s+)?(?:receipt|receiv\w+|notif\w+|request\w*|referral|meeting|discussion|decision|conversation)|after|following|since)\b",
    re.IGNORECASE,
)
_ACTS = re.compile(
    r"\b(?:respon[ds]\w*|repl(?:y|ies)|resol\w+|complet\w+|conven\w+|held|arrang\w+|contact\w*|discuss\w*|escalat\w+|decid\w+|decision|"
    r"notif\w+|inform\w*|writ\w+|meet\w*|acknowledg\w+|agree\w*|report\w*|take\s+place|submit\w*|rais\w+|refer\w*|consider\w*|answer\w*|"
    r"conclud\w+|settl\w+|review\w*|sen[dt]\w*|provid\w+|follow\w*|speak\w*|ring|phone|telephone|call|tell|talk|ask|email|confirm\w*|feedback|fed\s+back|outcome|addressed|dealt|determin\w+|happen\w*|occur\w*|process|stage|step)\b",
    re.IGNORECASE,
)
_MODAL = re.compile(
    r"\b(?:must|should|shall|will|(?:is|are|has|have|needs?|ought)\s+to|to\s+be|may|can|expected|aim\w*|required)\b",
    re.IGNORECASE,
)
_PRESENT_PASSIVE = re.compile(
    r"\b(?:is|are|falls?)\s+due\b|\b(?:is|are)\s+(?:then\s+)?\w+(?:ed|nt|ld|en|de)\b", re.IGNORECASE
)
_CONDITION = re.compile(
    r"(?:(?:^|[;:]\s)\W*should\b|(?:^|[,;:(]\s*|\b(?:and|or|but)\s+)(?:(?:if|where|when|wherever|whenever)(?!\s+(?:at\s+all\s+)?(?:possible|appropriate|necessary|practical|practicable|available|relevant|needed|required)\b)|unless|until|in\s+the\s+event|in\s+cases?\s+where|once)\b)(?P<rest>[^,;]*)$",
    re.IGNORECASE,
)
_DOES = re.compile(
    r"\b(?:responds?|repl(?:y|ies)|resolves?|settles?|decides?|answers?|meets?|acknowledges?|agrees?|reports?|completes?|convenes?|arranges?|contacts?|discuss(?:es)?|speaks?|"
    r"escalates?|considers?|reviews?|concludes?|rules?|writes?|confirms?|determines?|takes?\s+place|gives?\s+(?:a|an|its|their|his|her)\s+(?:\w+\s+)?(?:answer|decision|view|reply|response|ruling))\b",
    re.IGNORECASE,
)
_PAST_OR_STATE = re.compile(r"\b(?:was|were|had|did|has|have|been|ago|usually\s+born|aged?)\b", re.IGNORECASE)
_GOES_NO_FURTHER = re.compile(r"^\s*(?:$|[.,;)(–—-]|(?:or|and|but|unless|where|if|when|at\s+most)\b)", re.IGNORECASE)
_OTHERWISE = re.compile(r"^\s*[,(]?\s*(?:or|but)\s+(?:\w+\s+){1,5}(?:where|if|for|when)\b", re.IGNORECASE)
_MAIN_CLAUSE = re.compile(r"\b(?:will|must|should|shall|(?:is|are|has|have)\s+to)\b(?!\s+not\b)", re.IGNORECASE)
_OUTCOME = re.compile(
    r"\b(?:no|not|n't|nothing|without|fail\w*|un\w+|still|remain\w*|respon[ds]\w*|repl(?:y|ies)|resol\w+|agree\w*|answer\w*|acknowledg\w+|decision|reached|receiv\w+|heard)\b",
    re.IGNORECASE,
)
_OUT_OF_REACH = re.compile(
    r"\b(?:\w*not|\w+n[’']t|un)\s*(?:be\s+)?(?:reached|available|contact(?:ed|able)|spoken\s+to|got\s+hold\s+of|in\s+work|at\s+work|on\s+duty)\b",
    re.IGNORECASE,
)
_PARENTHESIS = re.compile(r"\(\s*(?:\w+\s+){0,2}$")
_CLOSED = re.compile(r"^\s*(?:\w+\s*){0,4}\)")
_ONLY_WORDS = re.compile(
    r"^(?:(?:a|an|the|up|to|of|or|sooner|earlier|less|maximum|max|max\.|minimum|indicative|approximately|about|around|target|timescale|timescales|"
    r"further|within|by|normally|usually|at|most|latest|in|total|each|both|ideally|if|possible|where|and)\b|[\s():;.,\-–—*~&])*$",
    re.IGNORECASE,
)
_LIST_END = re.compile(r"(?:[:–—|]|\s-)\s*$")
_AFTER_END = re.compile(r"^\s*[.;)]?\s*$")


def standing(sentence: str, duration: Duration, *, timescale: bool) -> Standing:
    """How a length of time stands in its sentence. `timescale`: the sentence stands where a page prints timescales."""
    left, right = sentence[: duration.start], sentence[duration.end :]
    if timescale and re.fullmatch(r"\W*later\W*", right, re.IGNORECASE):
        return Standing.LIMIT
    if _against(sentence, left, right):
        return Standing.NONE
    if duration.named:
        return _named(sentence, left, timescale=timescale)
    first = first_choice(sentence, duration) or coordinated(sentence, duration)
    if first and not is_changed(left):
        return standing(sentence, first, timescale=timescale)
    return _plain(sentence, left, right, timescale=timescale)


def _plain(sentence: str, left: str, right: str, *, timescale: bool) -> Standing:
    condition = _CONDITION.search(left)
    main = condition and (_MAIN_CLAUSE.search(condition["rest"]) or _IS_GIVEN.search(condition["rest"]))
    if condition and not main and not is_changed(left):
        return _in_condition(left, condition["rest"] + " " + re.split(r"[,;]", right)[0], timescale=timescale)
    if timescale or is_changed(left) or _stands_alone(left, right) or _stated(sentence, left, right):
        return Standing.LIMIT
    return Standing.NONE


def _against(sentence: str, left: str, right: str) -> bool:
    return bool(
        _SENTENCE_AGAINST.search(sentence)
        or _LOOK_BACK.search(left)
        or _FOLLOWED_AGAINST.match(right)
        or _LASTING_SUBJECT.search(left)
        or (
            _MORE_THAN.search(left)
            and not _NEVER_MORE.search(left)
            and not re.search(r"\b(?:in|within)\s+(?:less|fewer)\s+than\s+$", left, re.IGNORECASE)
        )
        or (_FOR_LENGTH.search(left) and not re.search(r"\bdeadline|time\s?scale|time\s?limit", left, re.IGNORECASE))
    )


def _named(sentence: str, left: str, *, timescale: bool) -> Standing:
    """ "By the end of the next working day" limits an action that must, should or will be done, or is told to be done."""
    condition = _CONDITION.search(left)
    if condition and not timescale and not _MAIN_CLAUSE.search(condition["rest"]):
        told = _OUTCOME.search(condition["rest"]) and not _OUT_OF_REACH.search(condition["rest"])
        return Standing.CONDITION if told else Standing.NONE
    past = re.search(r"\b(?:was|were|had)\b", sentence, re.IGNORECASE)
    return Standing.NONE if past and not timescale and not _MODAL.search(sentence) else Standing.LIMIT


def _in_condition(left: str, clause: str, *, timescale: bool) -> Standing:
    limits = _WITHIN.search(left) or _AFTER.search(left) or _WEAK[0].search(left) or _WEAK[1].search(left) or timescale
    return Standing.CONDITION if limits and _OUTCOME.search(clause) else Standing.NONE


def _stands_alone(left: str, right: str) -> bool:
    """Nothing but the length of time, or the length in brackets or after a dash at the end of an item."""
    if _ONLY_WORDS.match(left) and _ONLY_WORDS.match(right):
        return True
    if _ONLY_WORDS.match(left) and (_RUNNING_FROM.match(right) or _TO_ACT.match(right)):
        return True
    if _PARENTHESIS.search(left) and _CLOSED.match(right):
        return not re.search(r"\d[^()]*$", left.rsplit("(", 1)[0][-40:])
    return bool(_LIST_END.search(left) and _AFTER_END.match(right))


def _stated(sentence: str, left: str, right: str) -> bool:
    if _NEVER_MORE.search(left) or any(cue.search(left) for cue in _STRONG) or _LIMIT_NOUN.match(right):
        return True
    acts, must = bool(_ACTS.search(sentence)), bool(_MODAL.search(sentence))
    if _HAVING.search(left) and (
        _TO_ACT.match(right)
        or _RUNNING_FROM.match(right)
        or _OTHERWISE.match(right)
        or (_AFTER_END.match(right) and (_IS_GIVEN.search(left) or len(sentence.split()) <= 8))
    ):
        return True
    if _AT_LEAST.search(left):
        return bool(_BACKWARDS.match(right)) and must
    if _RUNNING_FROM.match(right):
        return acts and (must or bool(_PRESENT_PASSIVE.search(sentence)))
    if _AFTER.search(left):
        return bool(re.search(r"\b(?:no|not|without|unresolved|still)\b", sentence, re.IGNORECASE)) and acts
    told = must or _starts_with_verb(sentence) or _is_told(left, right)
    return acts and told and any(cue.search(left) for cue in _WEAK)


def _is_told(left: str, right: str) -> bool:
    """ "Managers answer each other in five days": what somebody does, told in the present, and by when."""
    clause = re.split(r"[;:]\s", left)[-1]
    return bool(
        _GOES_NO_FURTHER.match(right)
        and _DOES.search(clause)
        and _WEAK[0].search(left)
        and not _PAST_OR_STATE.search(clause)
    )


def _starts_with_verb(sentence: str) -> bool:
    return bool(_ACTS.match(sentence.strip().lower()))
