"""The words that tell what a list is for, and those of the lists that stand beside it.

A lead-in such as "If you notice any of these signs, you should:" holds the words of two kinds; the *last* of them
says what follows. Each pattern is a stem or a turn of phrase of plain procedural English, none of one manual's.
"""

import re
from enum import StrEnum
from functools import lru_cache

from knowledge.checklists.lists import ChecklistKind


class Neighbour(StrEnum):
    """Lists that stand beside a checklist and are no part of it."""

    STRENGTHS = "strengths"
    DUTIES = "what to do"
    REFERENCE = "reference"


Cue = ChecklistKind | Neighbour

_HARM = (
    r"(?:abuse|neglect|harm|exploitation|grooming|radicali[sz]ation|extremism|bullying|violence|trafficking|slavery|mutilation|fgm|csa|cse|cce"
    r"|self-harm|control|coercion|fabricated illness|induced illness|marriage|missing|disguised compliance|distress|trauma)"
)
_SIGNS = (
    r"\b(?:warning|tell-?tale|early|key|common|possible|potential|physical|behaviou?ral|emotional|danger|other|main|general) (?:signs?|signals?|indicators?|clues)\b"
    r"|\bsigns? (?:and|or|&) (?:symptoms?|indicators?)\b|\bsymptoms?\b|\bindicators?\b|\bindications?\b|\bred flags?\b|\bwarning flags?\b|\bflags? to\b"
    r"|\bsigns (?:of|that|to(?! (?:put|display|hang|post|print))|in|include|may|can|might|could|are|were|such|you|for|which|suggest|at|from|listed|below|a|someone|those)\b|\b(?:the|these|following|some|any|see|of|spot|all) signs\b|^signs?$|\bsigns\s*:?$"
    r"|\brisk (?:factors?|indicators?|signs?)\b|\bfactors? (?:that|which) (?:\w+ ){0,4}(?:risk|vulnerab\w+|likel\w+|concern)\b|\bvulnerabilit(?:y|ies)(?: factors?)?\b"
    r"|\b(?:increase[sd]?|increasing|raise[sd]?|higher|greater|heighten\w*) (?:\w+ ){0,4}(?:risk|vulnerability|concern|likelihood)\b|\baggravating (?:factors|features)\b"
    r"|\bcauses? (?:for|of) concern\b|\bcausing concern\b|\bconcerning (?:signs?|behaviou?rs?|features?|patterns?)\b|\bwhat (?:to|you (?:might|may|could)) (?:look|watch|see|notice|spot|hear)\b"
    r"|(?<!documents to )(?<!records to )(?<!papers to )\b(?:look(?:ing)?|watch(?:ing)?|listen(?:ing)?)(?: out)? for\b|\b(?:be|stay|remain|being) (?:\w+ )?(?:alert|vigilant|attentive|watchful) (?:to|for|if|when|where)\b|\balert(?:ing)? (?:features|factors|to the following)\b"
    r"|\byou (?:may|might|could) (?:notice|see|observe|hear|find)\b|\b(?:should|may|might|could|would|can) (?:raise|cause|give(?: rise to)?|prompt|arouse|lead to) (?:\w+ ){0,2}(?:concern|suspicion|worr\w+|alarm)s?\b"
    r"|\b(?:may|might|could|can|would|often|sometimes)? ?(?:suggest|point to|be a sign|be signs|indicate|signal)(?:s|ing)?\b"
    r"|\b(?:presenting|worrying) (?:features?|signs?|behaviou?rs?|patterns?)\b|\bfeatures (?:to look|that may|which may|of concern)\b|\bthings (?:to look|that (?:may|might|should) worry)\b"
    r"|\bhow to (?:spot|recogni[sz]e|tell)\b|\bspot(?:ting)? the signs\b|\bwhen to (?:worry|be worried|be concerned)\b|\bspotting\b|\brecogni(?:[sz](?:e|ing)|tion)\b|\bpresentations?\b"
    r"|\bconcerns? (?:may|might|can|could|should) (?:include|arise|be raised)\b|\bworr(?:y|ies) (?:may|might|can|could) include\b|\bclues\b|\b(?:when|if|where) you (?:see|notice|hear|find|observe|spot|meet|come across|encounter) (?:any|one|some|two|several|the following|these)\b|\b(?:things|what) (?:\w+ ){1,4}(?:may|might|could) (?:\w+ )?(?:say|do|show|tell|draw)\b|\bpointers? to\b"
    rf"|\b{_HARM}\b (?:\w+ ){{0,3}}(?:may|might|can|could|often) (?:\w+ ){{0,2}}(?:include|show|appear|look like|present)\b"
    r"|\b(?:child|children|baby|young person|young people|pupil|parents?|carers?|adults?|famil(?:y|ies)|they|mother|father)(?: or \w+)? (?:may|might|could) (?:also )?(?:be|have|show|display|seem|appear|present|become|say|start|feel|lack|present as)?\s*:?$"
    rf"|\bhow (?:it|they|this|{_HARM}|\w+ {_HARM}) (?:can|may|might|could|will)? ?(?:\w+ )?(?:shows?|looks?|presents?|appears?|be seen|comes? to light|affects? (?:behaviou?r|appearance))\b"
    rf"|\bwhat (?:it|this|they|{_HARM}|\w+ {_HARM}) (?:can |may |might |could )?looks? like\b|\bmanifest\w*|\bnotic(?:e|ed|ing)\b|\bidentif(?:y|ying|ication of) (?:\w+ ){{0,3}}(?:{_HARM}|signs|concerns?|risks?|victims?)\b"
    rf"|\bhow (?:do|does|would|will|can|could|might|to) (?:i|you|we|someone) (?:know|tell|spot|recogni[sz]e)\b|\b(?:typical|common|characteristic) (?:behaviou?rs?|features?|injuries|patterns?|presentations?)\b|\bcharacteristics of\b"
    r"|\b(?:be|become|feel|being|get) (?:\w+ )?(?:worried|concerned|suspicious|alarmed|curious|uneasy)\b|\bworr(?:y|ies|ying)\b|\bsuspicious\b|\bpay (?:\w+ )?attention to\b|\b(?:keep an eye|on the look-?out)\b|\btake note of\b"
    rf"|\b(?:consider|suspect|think (?:of|about)|lead you to|mean|due to|caused by) (?:\w+ ){{0,2}}{_HARM}\b|\bconcerns?,? (?:if|when|where)\b|\bhallmarks?\b|\btraits?\b|\bclues?\b|\bexamples? of (?:\w+ ){{0,3}}(?:{_HARM}|concern\w*)\b"
    r"|\b(?:is|are) (?:harmful|dangerous|unsafe|poor|unacceptable)\b"
    r"|\bmore (?:vulnerable|at risk|likely)\b|\bat (?:greater|increased|higher|particular) risk\b|\bassociated with\b|\bwarnings?\b(?! notice)"
    r"|^(?:our |the |main |possible |key )?(?:concerns?|worries)\s*:?$|\b(?:may|might|could|can) be (?:a |of |cause for )?concern\b"
    r"|\b(?:harmful|problematic|abusive|inappropriate) (?:\w+ )?behaviou?rs?\b|\bwhat (?:was|were|we|had been|professionals|agencies) (?:\w+ )?(?:missed|overlooked|not seen|not noticed)\b"
    r"|\b(?:if|when|where) (?:a|an|the|your|any|one) (?:\w+ )?(?:child|baby|young person|pupil|parent|carer|adult|family|teenager|girl|boy|person)\s*[:…]?$"
)
_STRENGTHS = (
    r"\bstrengths?\b|\bprotective (?:factors?|features?|elements?|influences?)\b|\bwhat(?:'s|’s| is| are)? (?:\w+ )?(?:working|going) well\b|\b(?:working|going) well\b|\bresilien\w+"
    r"|\bpositive (?:factors?|signs?|indicators?|features?|things?|parenting)\b|\breassur\w+|\b(?:reduce|lower|lessen|decrease)[sd]? (?:\w+ ){0,3}(?:risk|concern|likelihood|vulnerability)\b"
    r"|\bsafety factors?\b|\bsigns? (?:of|that) (?:\w+ ){0,6}(?:wellbeing|well-being|progress|improv\w+|recovery|better|thriving|good care|safety|ready|settled|coping|happy)\b|\bwhat helps\b|\bmitigat\w+"
    r"|\bgood (?:care|practice|enough|signs)\b|\bsources of (?:support|strength|safety)\b|\bassets\b|\bsupports? the family has\b|\bprotect(?:s|ing)? (?:a |the )?child(?:ren)?\b|\bwhat good looks like\b"
    r"|\bnot (?:usually |normally |necessarily )?(?:a )?(?:signs?|cause|concern|worr\w+)\b|\bunlikely to (?:be|indicate|suggest)\b|\bprotective\b|\brisks? (?:is|are|may be|can be|will be) (?:\w+ )?(?:lower|less|reduced|lessened)\b|\b(?:lower|less) (?:at )?risk\b|\bless likely\b|\bless (?:worrying|concerning|worried|concerned)\b"
    r"|\bmak(?:e|es|ing) (?:\w+ ){0,3}(?:safer|better)\b|\bsigns? of safety\b|\bthriving\b|(?<!not )(?<!not an )(?<!non-)\baccident(?:al|ally|s)?\b|\binnocent\b|\bhealthy (?:relationships?|attachments?|signs|(?:\w+ )?behaviou?rs?)\b|\bhopeful\b|\b(?:not|no) cause for concern\b|\bnot (?:be )?(?:worried|concerned)\b|\bnormal (?:development|behaviou?r)\b"
)
_DUTIES = (
    r"\b(?:should|must|shall|will|needs? to|ha(?:s|ve) to|ought to|are (?:expected|asked|required) to|is (?:expected|required) to|can|agreed to|undertook to)(?: (?:also|always|not|never|then|first|immediately|at least))?\s*:?$"
    r"|\bwhat (?:to do|you (?:should|must|need to|can) do|happens|we do|next|action|will happen)\b|\b(?:next|first|immediate|practical) steps?\b|\bsteps (?:to|you|for)\b|\bhow to (?:respond|act|help|refer|report|record|raise|make|talk|support|get)\b"
    r"|\brespon(?:d|ding|se|ses)\b|\bresponsib\w+|\broles?\b|\bdut(?:y|ies)\b|\btaking action\b|\bactions? (?:to|for|required|by|you|plan|taken|then)\b|^actions?:?$|\bif you (?:are|’re|'re|have) (?:worried|concerned|a concern|concerns|unsure)\b"
    r"|\b(?:you|professionals?|practitioners?|workers?|staff|everyone|agenc(?:y|ies)|schools?|managers?|the \w+ (?:worker|lead|visitor|nurse)|dsl|gps?) (?:should|must|will|needs? to)\b(?! (?:be (?:alert|aware|vigilant|concerned|worried|mindful|attentive)|look|watch|notice|consider (?:whether|if)))"
    r"|\b(?:seek|take) advice\b|\b(?:do|don't|don’t|do not|never)\s*:?$|^(?:do|don't|don’t|do not|never|always)\b|\bsafeguards\b|\bpractice (?:points|guidance|tips)\b|\btips\b|\bgood practice\b|\bstrateg(?:y|ies)\b|\bways to (?:help|support|respond|build|engage)\b"
    r"|\bthe following (?:people|agencies|services|steps|actions|arrangements|procedures?|principles|support|help|information|timescales)\b|\bto (?:help|support|protect|safeguard|reduce|prevent) (?:\w+ ){0,4}:?$|\bprinciples\b|\baims?\b|\bpurposes?\b"
    r"|\bmeetings? (?:should|must|will|is|are)\b|\bchecks? (?:should|must)\b|\bassessments? (?:should|must|will)\b|\bplans? (?:should|must|will)\b|\brecords? (?:should|must)\b|\bdecisions?\b|\bmanaging\b|\bsupport(?:ing)? (?:for|available|to|families|children|can|may|includes?)\b"
    r"|\binterventions?\b|\bmanagement\b|\bwhen to (?:refer|call|ring|report|act|seek)\b|\breferral pathway\b|\bimmediate (?:action|safety)\b|\bhelp (?:can|may|includes?|is available)\b|\bearly help (?:can|may|could|might) include\b|\bservices? (?:may|can|could|include|that)\b|\bbarriers\b"
)
_REFERENCE = (
    r"\brelated (?:chapters?|guidance|information|procedures?|documents?|pages?|policies|links|topics)\b|\bfurther (?:information|reading|help|guidance|advice|resources|support)\b|\bsee also\b|\buseful (?:links?|contacts?|numbers?|websites?|information)\b"
    r"|\bresources?\b|\bcontacts?(?: details| numbers| us)?\b(?! with)|\btelephone\b|\bcontents\b|\bon this page\b|\bin this (?:chapter|section)\b|\blegislation\b|\blegal (?:framework|context|duties)\b|\bdefinitions?\b|\bwhat is (?:meant|neglect|abuse|\w+ abuse|\w+ exploitation)\b|\bwhat we mean\b|^what (?:it|this) is\b"
    r"|\bfail(?:ing|ure)? to\s*:?$|\bdefined as\b|\bdefine[sd]?\b|\btypes? of\b|\bforms of\b|\bkinds of\b|\bcategor(?:y|ies)\b|\bterminology\b|\bglossary\b|\bamend(?:ment|ed)s?\b|\bscope\b|\bdownloads?\b|\blinks\b|\breferences\b|\btraining\b|\bmember(?:s|ship)?\b|\bwho (?:to|can|should)\b|\battend\w*\b|\bagenda\b"
    r"|\bimpacts? (?:of|on)\b|\beffects? (?:of|on)\b|\bconsequences?\b|\boutcomes?\b|\blong[- ]term\b|\bresearch\b|\bstatistics\b|\bkey (?:messages|points|facts)\b|\bapplies to\b|\bincluded\s*:?$|\bincluded the following\b|\bacross the area\b|\bopening hours\b|\bexceptions?\b|\btools?\b(?! ?kit to spot)"
)
_QUESTIONS = r"\bquestions?\b|\bprompts?\b|\bask(?:ing)? (?:yourself|yourselves|ourselves|each other|the following)\b|\breflect\w*|\bthings to (?:think about|consider|explore)\b|\bthink about\b|\bconsider(?:ing|ations?)?(?: the following)?\s*:?$|\bpoints to (?:consider|explore|discuss)\b|\bfor discussion\b"
_NEEDED = r"(?:information|details|facts|things|points|what)"
_REFERRAL = (
    r"\b(?:referrals?|requests?(?: for (?:support|help|service|a service))?|forms?) (?:[\w,]+ ){0,8}(?:holds?|"
    r"tells?|gives?|says?|includes?|contains?|sets? out|describes?|covers?)\b|"
    rf"\b{_NEEDED} (?:\w+ ){{0,3}}(?:you(?:'ll|’ll| will| may| should)? (?:need|be asked)|to (?:have|include|give|provide|hand)|needed|required|we(?:'ll|’ll| will)? need|we ask|that (?:will|should) be (?:needed|asked|included))\b"
    r"|\b(?:have|gather|collect|bring|find|note) (?:these|this|the following|the) (?:details|information|facts)\b|\b(?:we|they|you will be told what they|the \w+) (?:will|may|would) (?:also )?(?:want|need|like|ask) to know\b"
    r"|^(?:we|they|the [\w ]{2,30}) (?:will|may|might) (?:also )?ask(?: you)?(?: for| about)?\s*:?$"
    rf"|\b(?:{_NEEDED}|questions) (?:that |which )?(?:we|they|the \w+|\w+ staff)(?:'ll|’ll| will| may| might| shall) (?:ask|need|want)\b"
    rf"|\b{_NEEDED} to (?:gather|collect|find|find out|check|prepare|note)(?: \w+){{0,2}} (?:beforehand|first|in advance|before\b)|\bbefore you (?:start|begin|complete|fill|submit|send|make)\b"
    r"|\bwhat (?:we|they|the \w+) (?:will|may) (?:ask|need|want)\b|\bbefore you (?:pick up|speak to (?:us|the))\b"
    r"|\b(?:have|having|get|gather|prepare|keep|with)\b[^.:;]{0,60}\b(?:ready|to hand|available|at hand|in front of you)\b|\bready (?:when|before|to)\b|\bhave ready\b"
    r"|\breferrals?(?: form| letter)?s? (?:\w+ ){0,3}(?:should|must|needs? to|will|ought to) (?:\w+ ){0,2}(?:include|contain|cover|set out|give|state|say|describe|have|record|tell)\b"
    r"|\b(?:include|provide|give|tell us|supply|share)\b[^.:;]{0,40}\b(?:in (?:your|the|a) (?:referral|request|call|form|contact)|when (?:you|making)|if (?:you )?(?:know|available|possible))\b"
    r"|\byou (?:will|may|should expect to|can expect to) be asked\b|\b(?:will|may|may also|then) (?:then )?ask (?:you )?(?:for|about)\b|\byou(?:'ll|’ll| will) (?:also )?need(?: to (?:tell|give|provide|know|have))?(?: us| them)?\s*:?$|\bbefore you (?:call|ring|phone|refer|contact|telephone)\b"
    r"|\bwhen (?:you (?:call|ring|phone|refer|contact|telephone|make)|calling|ringing|phoning|referring|making (?:a|your) (?:referral|call|contact))\b|\bwhat to (?:include|tell us|say when|have)\b|\bwhat (?:a|the|your) (?:good )?referral (?:should|needs|must)\b|\bwhat we need to know\b|\b(?:content|contents) of (?:a|the|your) referral\b"
    r"|\bmaking a good referral\b|\breferral (?:checklist|information|details)\b|\bchecklist for referr\w+\b|\bplease (?:include|provide|give|have|supply)\b|\b(?:able|ready|prepared|asked) to (?:give|provide|share|tell|say|answer)\b"
)
_ACTIONS = r"^(?:\w+ )?actions?\s*:?$|\brecommend(?:ation|ations|s|ed)\b|\bactions? (?:required|needed|points?|plan|to be taken|for|agreed|identified|arising|by|which|that)\b|\b(?:following|learning (?:and|&)|learning points? (?:and|&)) actions?\b|\bfor action\b|\bwhat (?:\w+ ){0,3}(?:needs? to|must|should|can|will) (?:change|happen|do (?:differently|now|next))\b|\bdo differently\b|\blearning (?:points? )?(?:&|and) actions?\b|\bchanges (?:that )?(?:we|agencies|services|are|needed|required|to be made|to practice)\b"
_OTHER = (
    r"\bcheck[- ]?lists?\b|\bscreening tool\b|\btick(?:ed)? (?:list|off|each|as|the boxes)\b|\baide[- ]m[eé]moire\b"
)

_PATTERNS: tuple[tuple[Cue, re.Pattern[str]], ...] = (
    (ChecklistKind.REFERRAL, re.compile(_REFERRAL, re.IGNORECASE)),
    (Neighbour.STRENGTHS, re.compile(_STRENGTHS, re.IGNORECASE)),
    (ChecklistKind.SIGNS, re.compile(_SIGNS, re.IGNORECASE)),
    (ChecklistKind.QUESTIONS, re.compile(_QUESTIONS, re.IGNORECASE)),
    (Neighbour.DUTIES, re.compile(_DUTIES, re.IGNORECASE)),
    (Neighbour.REFERENCE, re.compile(_REFERENCE, re.IGNORECASE)),
)
_LEARNING_ACTIONS = re.compile(_ACTIONS, re.IGNORECASE)
_BY_NAME = re.compile(_OTHER, re.IGNORECASE)
_LEARNING = re.compile(
    r"\blearning (?:event|report|review|from|points|lessons|summary|brief\w*|&|and improvement)\b|\bcase reviews?\b|\bpractice reviews?\b|\blessons\b|\bserious (?:case|incident)\b|\bthematic review\b|\breview (?:report|findings|of the case)\b"
    r"|\b(?:7|seven)[- ]minute (?:briefing|guide)\b|\breview of (?:the case of )?(?:child|baby|family|young person)\b|\breport of the review\b"
    r"|\brapid review\b|\bhomicide review\b|\bfindings and recommendations\b|\bmulti-?agency (?:case )?audit\b|\bthis case\b",
    re.IGNORECASE,
)
_DUTY_VERB = re.compile(
    r"^(?:always |never |do not |don't |don’t |please |immediately |first,? |then,? )?(?:contact|call|ring|phone|telephone|speak|talk to|refer|report|record|write|tell|inform|ask (?!for)|listen|make sure|make a|ensure|follow|discuss|complete|seek|explain"
    r"|offer|share|keep (?:a|the|your|notes|records|calm)|email|send|visit|check|consider|arrange|agree|attend|take (?:a|the|part|notes|action)|use the|read|see the|stay calm|reassure|dial|notify|consult|review|provide (?:a|the|advice|information|support)|help the|support the|work with|act|respond|identify|promote|monitor|convene|submit)\b",
    re.IGNORECASE,
)
_RECOMMENDATIONS = re.compile(
    r"(?:the |our |key |main |summary of |review |multi-agency |national |local )*recommendations(?: (?:for|to) .{1,60})?",
    re.I,
)
# Questions that the reader may put to others, or that others have put: they are answered on the page, not reflected on.
_ASKED_BY_OTHERS = re.compile(
    r"\b(?:you|parents|families|carers|children|people|young people) (?:may|might|can|could|often|sometimes)(?: (?:also|want to|wish to|like to))? ask\b(?! yoursel)"
    r"|\b(?:candidates?|applicants?|interviewees?|lone working|health and safety|survey|quiz|feedback form|data protection)\b|\bfrequently asked\b|\bfaqs?\b|\bcommon(?:ly asked)? questions\b|\b(?:your|their) questions\b|\bquestions (?:and|&) answers\b",
    re.IGNORECASE,
)
# A review that tells people what they must do from now on.
_PEOPLE_MUST = re.compile(
    r"\b(?:professionals?|practitioners?|agenc(?:y|ies)|partners?|partnership|board|managers?|supervisors?|staff|workers?|leaders?|services?|schools?|police|health|trusts?|council|we|you|everyone)"
    r" (?:should|must|shall|needs? to|ha(?:s|ve) to|will)(?: (?:also|always|now|therefore))?\s*[:…]$",
    re.IGNORECASE,
)
_AS_FAR_AS = re.compile(
    r",?\s*\b(?:if|where|when(?:ever)?) (?:you (?:can|know|are able)|possible|known|available|it is safe)\b(?=\s*[:.…]*$)",
    re.I,
)
_LONGEST_LEAD = 1000  # characters: what stands further before a list does not lead it in
_COMPARISON = re.compile(
    r"\bas (?:much|many|soon|far|fully|clearly|often|little|quickly)\b[^.:;]{0,40}?\bas (?:\w+ ){0,2}(?:can|possible|could|able|may)\b",
    re.I,
)
# Words that say of what follows "include" that it is a list of signs, wherever they stand before the verb.
_LIST_NAMED = re.compile(
    r"\b(?:signs?|signals?|indicators?|symptoms?|red flags|clues|risk factors?|(?:alerting|warning|presenting) features?)\b",
    re.I,
)
_HARM_NAMED = re.compile(rf"\b{_HARM}\b", re.IGNORECASE)
_SIGNS_NAMED = re.compile(r"\b(?:signs|indicators|symptoms|red flags|risk factors)\b", re.IGNORECASE)
GROUP_WORDS = re.compile(
    r"\b(?:physical|behaviou?r\w*|emotional|psychological|development\w*|social|sexual|environment\w*|home|house\w*|parent\w*|carers?|famil\w+|mother|father|child\w*|infants?|bab(?:y|ies)|toddlers?|adolescen\w+|teen\w*|young\w*|pre-?school|school|under|over|aged?|ages|years?"
    r"|months?|health|medical|educat\w*|adults?|communit\w*|online|digital|financial|verbal|general|other|appearance|relationships?|perpetrators?|non-mobile|newborn|older|younger|all|both|individual|contextual|peers?|practical|situational|hygiene|learning|day[- ]to[- ]day|nursery|speech|mental|kitchen|bedrooms?|bathroom|upstairs|downstairs|outside|inside|garden)\b",
    re.IGNORECASE,
)


_SETTING = re.compile(r"^(?:in|at|on|during|around) (?:the|a|an|your|their)\b", re.IGNORECASE)


def last_cue(text: str) -> Cue | None:
    """The cue that comes last in a lead-in, None where there is none. Of two that end together strengths win, then length."""
    return _last_cue(text[-_LONGEST_LEAD:])


@lru_cache(maxsize=2048)
def _last_cue(text: str) -> Cue | None:
    text = _AS_FAR_AS.sub("", _COMPARISON.sub(" ", text))
    found = [
        (match.end(), cue is Neighbour.STRENGTHS, match.end() - match.start(), cue)
        for cue, pattern in _PATTERNS
        for match in pattern.finditer(text)
    ]
    return max(found, key=lambda one: one[:3])[3] if found else None


@lru_cache(maxsize=2048)
def heading_cue(text: str) -> Cue | None:
    """What a heading says its lists are for. Referral words decide wherever they stand, then strengths, then signs.

    A heading that names strengths and signs apart ("Warning signs and protective factors") counts as signs; its parts
    say which is which. "Reassuring signs" names strengths alone.
    """
    text = text[:_LONGEST_LEAD]
    found = [
        (match.start(), order, cue)
        for order, (cue, pattern) in enumerate(_PATTERNS)
        for match in pattern.finditer(text)
    ]
    cues = {cue for _, _, cue in found}
    if ChecklistKind.REFERRAL in cues:
        return ChecklistKind.REFERRAL
    if Neighbour.STRENGTHS in cues:
        parts = re.split(r"\s(?:and|or|versus|vs)\s|[&/,]", text)
        return ChecklistKind.SIGNS if any(_only_signs(part) for part in parts) else Neighbour.STRENGTHS
    first = min(found, key=lambda one: one[:2])[2] if found else None
    if ChecklistKind.SIGNS in cues and first is not Neighbour.DUTIES:
        return ChecklistKind.SIGNS
    return first


def _only_signs(part: str) -> bool:
    return any(pattern.search(part) for cue, pattern in _PATTERNS if cue is ChecklistKind.SIGNS) and not any(
        pattern.search(part) for cue, pattern in _PATTERNS if cue is Neighbour.STRENGTHS
    )


def names_a_list(lead: str) -> bool:
    """True for words that name signs in so many words and nothing that takes them back ("Signs may", "Symptoms")."""
    return bool(_LIST_NAMED.search(lead)) and last_cue(lead) in (None, ChecklistKind.SIGNS)


def is_learning_action(text: str) -> bool:
    """True for the heading or lead-in of a review's actions or recommendations."""
    return bool(_LEARNING_ACTIONS.search(text))


def people_must(lead: str) -> bool:
    """True for a lead-in that says what people who work with children must do ("Managers should:")."""
    return bool(_PEOPLE_MUST.search(lead.rstrip()))


def asked_by_others(text: str) -> bool:
    """True for a heading or lead-in over questions that somebody else asks ("Questions you may ask us", "FAQs")."""
    return bool(_ASKED_BY_OTHERS.search(text))


def names_recommendations(heading: str) -> bool:
    """True for a heading that is the word and no more: only reviews make recommendations, whatever they call themselves."""
    return bool(_RECOMMENDATIONS.fullmatch(heading.strip(" :.")))


def is_learning(text: str) -> bool:
    """True for words that mark a chapter as the learning of a review."""
    return bool(_LEARNING.search(text))


def is_checklist_by_name(text: str) -> bool:
    """True where a heading or lead-in calls the list a checklist."""
    return bool(_BY_NAME.search(text))


def is_duty(item: str) -> bool:
    """True for an item that tells a person to do something."""
    return bool(_DUTY_VERB.match(item))


def is_group(text: str) -> bool:
    """True for the name of a part of a list ("Physical", "In the home", "Aged 5 to 11")."""
    return 0 < len(text.split()) <= 8 and bool(GROUP_WORDS.search(text) or _SETTING.match(text))


def names_harm(text: str) -> bool:
    """True for a heading that names a kind of harm ("Sexual abuse")."""
    return bool(_HARM_NAMED.search(text))


def speaks_of_signs(text: str) -> bool:
    """True for a heading that promises signs in so many words."""
    return bool(_SIGNS_NAMED.search(text)) and heading_cue(text) is ChecklistKind.SIGNS


def says_so(lead: str) -> bool:
    """True for a lead-in that is a sentence ("The child may:"), rather than the name of a part ("In the child")."""
    return bool(
        re.search(
            r"\b(?:may|might|can|could|is|are|be|includes?|including|suggests?|following|if|should|must|show|shows)\b|\b(?:who|that|which)$",
            lead,
            re.IGNORECASE,
        )
    )
