"""What kind of thing a question asks for, told from its words. Used where nothing has understood it before.

Cues are phrases that practitioners use; the first kind whose cue is found wins, the more specific kinds first.
"""

import re

from knowledge.answers.outcomes import Kind

_DECLINED = (
    r"knock(?:ed)? (?:it |us |me |my referral |the referral )?back|turn(?:ed)? (?:it |us |me |my referral |the referral )?down|"
    r"reject\w*|refus\w*|declin\w*|nfa\w*|no further action|bounced|closed (?:it|my|the|our)|not accept\w*|"
    r"(?:won'?t|wont|will not|wouldn'?t|didn'?t|did not) (?:accept|take)|sent (?:it |my referral )?back|returned (?:it|my|the|our)|"
    r"does(?: not|n'?t|nt) meet (?:the )?threshold|not meet(?:ing)? (?:the )?threshold|below (?:the )?threshold|stepped? (?:it )?down|"
    r"says? no\b|said no\b|back to (?:caf|early help|eh)\b"
)
_DISAGREE = (
    r"disagree\w*|don'?t agree|dont agree|do not agree|not happy with|unhappy with|escalat\w*|challeng\w*|disput\w*|"
    r"professional (?:disagreement|difference)s?|overrul\w*|resolution (?:process|procedure|policy)|still (?:worried|concerned|uneasy)"
)
_CUES: tuple[tuple[Kind, str], ...] = (
    (
        Kind.LEARNING,
        r"\b(?:learning (?:event|report|review|from)|lessons|(?:serious )?case review|spr\b|cspr|recommend(?:ed|ation)s?\b)",
    ),
    (
        Kind.SIGNS,
        r"\b(?:warning signs?|signs? (?:of|that|and)|indicators?|red flags?|symptoms?|what (?:to|should i|do i) look (?:out )?for|spot(?:ting)?)\b",
    ),
    (
        Kind.QUESTIONS,
        r"\b(?:reflective|reflection|key questions|supervision questions|questions (?:for|in|to ask in) supervision)\b",
    ),
    (
        Kind.NO_RESPONSE,
        r"\b(?:no (?:response|reply|answer)|not (?:heard|had|responded|replied)|haven'?t (?:heard|had)|havent heard|"
        r"heard nothing|hasn'?t (?:replied|responded)|nobody (?:has )?(?:called|replied|rung|got back)|never (?:heard|got) back|"
        r"no one (?:has )?(?:called|replied|got back)|ignored|still waiting)\b",
    ),
    (Kind.DISPUTE, rf"\b(?:{_DECLINED}|{_DISAGREE})\b"),
    (
        Kind.CLOCK,
        r"\b(?:how long|how many (?:working )?(?:days|hours|weeks|months)|how (?:soon|quickly|often)|deadlines?|time ?scales?|time ?limits?|"
        r"by when|when (?:must|should|does|do|is|will))\b",
    ),
    (
        Kind.CONTACT,
        r"\b(?:who (?:do|should|can|would|must) (?:i|we) (?:call|ring|contact|phone|speak|talk|tell|email|report|refer)|"
        r"(?:phone|telephone|contact) (?:number|details?)|(?:the )?number (?:for|of)|out of hours|e-?mail (?:address|for)|contact for|"
        r"opening (?:hours|times)|ring tonight|call tonight|duty (?:number|line))\b",
    ),
    (
        Kind.LEVEL,
        r"\b(?:(?:what|which) (?:level|tier|threshold|stage of need)|thresholds?|levels? of need|tiers? of need|meet(?:s)? (?:the )?threshold)\b",
    ),
    (
        Kind.MEANING,
        r"^(?:so )?(?:what (?:is|are|does|do)|what'?s|whats|define|meaning of|who (?:is|are))\b[^?]{0,60}(?:\bmean\b|\bstand for\b|\?|$)",
    ),
)
_PATTERNS = tuple((kind, re.compile(cue, re.I)) for kind, cue in _CUES)


def kind_of(text: str) -> Kind:
    """The kind of thing asked for; GENERAL where no cue is found."""
    plain = text.replace("’", "'").strip()
    return next((kind for kind, pattern in _PATTERNS if pattern.search(plain)), Kind.GENERAL)
