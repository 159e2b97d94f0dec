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
    r"disagree\w*|(?:do|does|did)(?:n'?t| not) agree|not happy with|unhappy with|escalat\w*|challeng\w*|disput\w*|"
    r"(?:can'?t|cannot|can not|won'?t|wont|not|unable to) agree|(?:won'?t|wont|not|refus\w+ to) (?:budg\w*|shift\w*|back(?:ing)? down)|"
    r"dug (?:in|their heels)|(?:take|taking) (?:it|this|that) (?:further|higher)|go(?:ing)? (?:above|over) (?:\w+ ){1,3}heads?|"
    r"differ(?:ence|ent)s? (?:of opinion|of view|views?)|professional (?:disagreement|difference)s?|overrul\w*|resolution (?:process|procedure|policy)|still (?:worried|concerned|uneasy)"
)
# What follows "what is" when something other than a meaning is asked for.
_OTHERWISE_ASKED = (
    r"(?:number|phone|telephone|e-?mail|contact|deadline|time|signs?|indicators?|process|procedure|level|tier|threshold|next|difference|maximum|minimum|"
    r"best|right|plan|point|score|outcome|role of|happening|going|needed|required|possible|age|steps?|rules?|limit|wrong|my|your|our|this|that)"
)
_CUES: tuple[tuple[Kind, str], ...] = (
    (
        Kind.SIGNS,
        r"\b(?:warning signs?|signs? (?:of|that|and|in|when|for|a|an|there|which|my|our|someone)|(?:the|what|which|any) signs?|signs$|indicators?|"
        r"red flags?|symptoms?|(?:things|what) (?:i|we|you|staff) (?:might|may|could|would|should) (?:see|notice|spot)|examples?\W*$|what (?:to|should i|do i|should we|do we|shd i) (?:look (?:out )?for|notice|watch (?:out )?for)|spot(?:ting)?)\b",
    ),
    (
        Kind.LEARNING,
        r"\b(?:learning (?:event|report|review|from)|lessons|(?:serious )?case review|spr\b|cspr|recommendations?|(?:reports?|reviews?|case)\b.{0,40}\b(?:recommend|said|found|conclude)\w*|"
        r"(?:the|a|this|that|\w+) (?:report|review|case) (?:say|said|find|found|conclude\w*|what went wrong)|review (?:findings|conclude\w*)|"
        r"what went wrong (?:in|with|at) the \w+ case|(?:in|from|about|of) the [a-z]{1,3} (?:case|report|review))\b",
    ),
    (
        Kind.QUESTIONS,
        r"\b(?:reflective|reflection|key questions|supervision q(?:uestion)?s|q(?:uestion)?s (?:for|in|to (?:ask|use|discuss))|"
        r"(?:what|which) questions (?:should|can|could|do) (?:i|we) ask)\b",
    ),
    (
        Kind.LEVEL,
        r"^\W*what(?:'s| is| are| does)? (?:a )?(?:levels?|tiers?|bands?) (?:\d|one|two|three|four|five)\b",
    ),
    (
        Kind.MEANING,
        rf"^(?:so |hi |sorry |remind me |can you explain |explain )*(?:what|wh?[ao]t'?s|wots|wot is)(?: is| are| r| does| do|'s| exactly is)* "
        rf"(?:meant by |the definition of |a |an |the )*(?!(?:a |an |the |is |are )*{_OTHERWISE_ASKED}\b)(?!.*\b(?:line|number|email|form|address|no)\W*$)[\w'’()-]+(?: [\w'’()-]+){{0,2}}(?: mean| stand for| exactly| please| pls)*\W*$|"
        r"\b(?:stands? for|meaning of|definition of|define|defined|meant by|difference between|\w+ vs\.? \w+|abbreviation|acronym|still (?:a thing|used|called))\b",
    ),
    (
        Kind.NO_RESPONSE,
        r"\b(?:no (?:response|reply|answer)|not (?:heard|had|responded|replied)|haven'?t (?:heard|had)|havent heard|"
        r"heard nothing|hasn'?t (?:replied|responded)|nobody (?:has )?(?:called|replied|rung|got back)|never (?:heard|got) back|"
        r"no one (?:has )?(?:called|replied|got back)|(?:nobody|no one|not|never|n'?t) (?:has |have )?(?:been )?in touch|gone (?:quiet|silent)|"
        r"no word|waiting to hear|any(?:one|body) (?:has )?picked (?:it )?up|no receipt|chas(?:e|ed|ing) (?:it|them|up|my)|ignored|still waiting|(?:still )?no (?:decision|acknowledgement))\b",
    ),
    (Kind.DISPUTE, rf"\b(?:{_DECLINED}|{_DISAGREE})\b"),
    (
        Kind.CONTACT,
        r"\bwhen (?:is|are|does|do) (?:the )?[\w' -]{2,30} (?:open|shut|close|sit|on duty)\b",
    ),
    (
        Kind.CLOCK,
        r"\b(?:how long|how many (?:working )?(?:days|hours|weeks|months)|how (?:soon|quickly|often)|deadlines?|time ?scales?|time ?limits?|"
        r"by when|how (?:quick|fast|late|frequent(?:ly)?)|max(?:imum)? time|reply time|time to reply|when (?:must|should|shd|does|do|is|are|will|would|has|have)|"
        r"after how (?:many|long)|within what)\b|\bwhen\W*$|\bwhat (?:does|do|must|should|has|have) [\w' -]{2,60} (?:in|by|within)\W*$",
    ),
    (
        Kind.CONTACT,
        r"\b(?:who(?:m)? (?:do|does|should|shd|can|would|must) (?:i|we|a \w+|the \w+) (?:call|ring|contact|phone|speak|talk|email|report|refer)|"
        r"who takes|who (?:do|should|shd|can) (?:i|we) tell|(?:which|what) (?:number|office|team|line)\b(?! (?:level|tier|band|stage|step|form|paper))|(?:phone|tel|telephone|contact) (?:number|no\b|details?)|"
        r"(?:(?:phone|tel|telephone) )?(?:number|no) (?:for|to|please|pls|tonight)|number of (?:the|a) (?!\w+ (?:who|that|in))|(?:need|have|got|get|give me|want) (?:a |the |me )*(?:\w+ )?number|"
        r"is there a number|out of h(?:ou)?rs|e-?mail (?:address|for)|contact for|phone (?:me|for)|get (?:hold of|in touch)|direct line|helpline|helpdesk|"
        r"(?:opening )?hours (?:of|for) (?:the )?(?!an? )|(?:is|are) (?:the )?[\w' -]{2,40} (?:there|open|available|on duty|answering|working)\b.{0,30}"
        r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?|when (?:is|are|does) (?:the )?[\w' -]{2,30} (?:open|shut|close|sit)|"
        r"where (?:do|does|should|shd|can|could|would) (?:i|we|they|\w+) (?:send|report|take|phone|ring)|"
        r"opening (?:hours|times)|ring tonight|call tonight|duty (?:number|line))\b|\b(?:number|phone|tel no|phone no|email|telephone)(?: please| pls| thanks| tonight)*\W*$",
    ),
    (
        Kind.LEVEL,
        r"\b(?:(?:what|which) (?:level|tier|threshold|stage of need|band)|thresholds?|(?:levels?|tiers?) (?:of need|for|is|would|\d or)|meet(?:s)? (?:the )?threshold)\b",
    ),
    (
        Kind.MEANING,
        rf"^(?:so )?(?:what (?:is|are|does|do)(?! (?:i|we|you|they|he|she|one|staff|schools?|teachers?|people)\b)|what'?s|define|meaning of|who (?:is|are))\b(?! (?:a |an |the )*{_OTHERWISE_ASKED}\b)[^?]{{0,60}}(?:\bmean\b|\bstand for\b|\?|$)",
    ),
)
# A family that turns help down disputes nothing: it is what the question is about.
_FAMILY_SAYS_NO = re.compile(
    r"\b(?:parents?|mum|mother|dad|father|famil(?:y|ies)|carers?|child|young person)\b(?: \w+){0,3} "
    r"(?:refus\w*|declin\w*|reject\w*|(?:won'?t|wont|not|didn'?t) accept|says? no|said no)\b",
    re.I,
)
_PATTERNS = tuple((kind, re.compile(cue, re.I)) for kind, cue in _CUES)


def kind_of(text: str) -> Kind:
    """The kind of thing asked for; GENERAL where no cue is found."""
    plain = _FAMILY_SAYS_NO.sub(" ", text.replace("’", "'").strip())
    return next((kind for kind, pattern in _PATTERNS if pattern.search(plain)), Kind.GENERAL)
