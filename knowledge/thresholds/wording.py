"""The words threshold documents use for need, domains and responses, and those of their false friends.

Gathered from the forms of sixteen English threshold documents and the names in statutory guidance (universal, early
help, targeted, child in need, child protection). No list knows any one manual; each is matched as word stems.
"""

import re

# Stems of a level's name, by how much need they tell of. Only the *direction* of a scheme is taken from these, and
# whether a heading can be a level at all; numbers are never mapped from one area's to another's.
_STRENGTHS: tuple[tuple[int, str], ...] = (
    (
        0,
        r"universal|no additional|needs? (?:are |is )?(?:being )?met|thriving|open to all|all children|achieving expected|no concerns?",
    ),
    (
        1,
        r"universal plus|early help|early support|early intervention|additional|vulnerable|emerging|extra|low(?:er)? level"
        r"|single agency|getting advice|some (?:children|need)|some help|coping|unmet|prevention|preventative",
    ),
    (
        2,
        r"targeted|intensive|enhanced|complex|multiple|partnership plus|multi-?agency|substantial|considerable"
        r"|getting help|significant needs?|co-?ordinated|edge of care|family support|struggling",
    ),
    (
        3,
        r"specialist|statutory|acute|child(?:ren)?(?: and young people)? in need|section 17|s\.? ?17|social care|social work"
        r"|severe|high need|high risk|getting more help|serious|not coping|priority|highest",
    ),
    (
        4,
        r"child(?:ren)? protection|protection|protective|significant harm|safeguarding|immediate|section 47|s\.? ?47|critical"
        r"|getting risk support|at risk of harm|looked after|in care|crisis|emergency|need(?:s)? protecting",
    ),
)
_STRENGTH_RES = tuple((strength, re.compile(rf"\b(?:{stems})\b", re.IGNORECASE)) for strength, stems in _STRENGTHS)

# A heading of words alone is a level only if nothing is left once these are taken away.
_FILLERS = re.compile(
    r"\b(?:level|levels|need|needs|support|supported|service|services|help|offer|provision|intervention|interventions|children|child"
    r"|children's|young|people|families|family|and|or|with|who|have|in|of|for|the|a|to|plus|more|from|at|any|are|all|response"
    r"|act|1989|request|requiring|whose|group|agency|threshold|tier|band|stage|care|specialised|assessment)\b|’s|'s|\d",
    re.IGNORECASE,
)
COLOURS = (
    r"(?:(?:light|dark|pale|deep|bright) )?"
    r"(?:green|amber|red|yellow|blue|orange|purple|pink|teal|turquoise|violet|grey|gray|gold|navy|white|black|lilac|indigo|brown)"
)
_COLOUR = re.compile(rf"\b{COLOURS}\b", re.IGNORECASE)

NEED_CONTEXT = re.compile(
    r"\bthresholds?\b|\b(?:levels?|tiers?|stages?|bands?|spectrum|continuum|layers?|steps?|degrees?) of"
    r" (?:\w+ ){0,2}(?:needs?|support|help|intervention|concern|vulnerab\w+|response|care)"
    r"|\bcontinuum\b|\bwindscreen\b|\bright (?:help|support|service|time)\b|\beffective support\b"
    r"|\bdescriptors?\b|\bneeds? (?:levels?|tiers?|bands?|matrix|framework|descriptors?|indicators?)\b"
    r"|\b(?:support|need|needs) (?:framework|guidance|pathway)\b|\bframework for (?:support|help)\b"
    r"|\b(?:three|four|five|six) (?:levels|tiers|bands|layers|stages of need|responses)\b|\bour (?:levels|tiers|bands)\b"
    r"|\bhelping (?:children|families|you)\b",
    re.IGNORECASE,
)
# Sentences that say a manual has no levels.
NO_LEVELS = re.compile(
    r"\b(?:do|does|did|will|shall) not (?:use|have|work|apply|set|operate|publish|sort|place|put|think|talk|rely|follow|define|print|describe)"
    r" (?:(?!our\b)\w+ ){0,3}(?:levels?|tiers?|thresholds?|bands?|stages of need)\b"
    r"|\bno (?:longer (?:\w+ ){0,3})?(?:numbered |fixed |set )?(?:levels?|tiers?|thresholds?|bands?)\b"
    r"|\b(?:rather than|instead of|without|away from|stopped using|in place of|not) (?:(?!our\b)\w+ ){0,3}(?:levels|tiers|thresholds|bands)\b"
    r"|\b(?:has|have|are|is) no (?:\w+ ){0,2}(?:levels?|tiers?|thresholds?)\b",
    re.IGNORECASE,
)

# Scales that are about something else, however their rungs are named.
OTHER_SCALE = re.compile(
    r"\btraining\b|\bcourses?\b|\blearning (?:and|&) development\b|\bcompeten\w+|\bqualif\w+|\bn?vqs?\b|\bkey stages?\b"
    r"|\bcurriculum\b|\bsupervision\b|\bsupervisory\b|\bmappa\b|\bmarac\b|\bcamhs\b|\bmental health (?:service|support|trust)\w*"
    r"|\bdbs\b|\bdisclosure\b|\bcomplaints?\b|\bcomplain\w*|\brisk (?:rating|matrix|level|scor|grad|assess)\w*|\brating\w*|\blikelihood\b"
    r"|\bseverity\b|\bobservation levels?\b|\bincident\w*|\binspect\w+|\baudit\b|\bsend?\b|\bspecial educational\b|\bmissing\b"
    r"|\bsecurity\b|\bappeals?\b|\bpay\b|\bgrades?\b|\bconfidential\w*|\bmarking\b|\bvetting\b|\bcontact centre\b|\bdisciplin\w+"
    r"|\bbruis\w*|\bhealth and safety\b|\bclearance\b|\balert levels?\b|\bfostering\b|\bfees?\b|\ballowances?\b|\brestrain\w*|\blevels of contact\b"
    r"|\baccess levels?\b|\bstaff\b|\bbehaviou?r (?:polic\w+|management)\b|\bsanctions?\b|\bexclusions?\b|\bsuspensions?\b",
    re.IGNORECASE,
)
DISPUTE = re.compile(
    r"\bescalat\w+|\bdisagree\w*|\bdisput\w+|\bresol(?:ution|ve|ving)\b|\bchallenge\b|\bdissent\w*|\bconcerns? about (?:a )?(?:decision|practice)",
    re.IGNORECASE,
)
DISPUTE_RUNG = re.compile(
    r"\bmanagers?\b|\bdirectors?\b|\bchief\b|\bheads? of\b|\bchair\w*|\bformal\b|\binformal\b|\bdisagree\w*|\bdiscuss\w*|\bmediat\w+"
    r"|\bpractitioner to practitioner\b|\bprofessional to professional\b|\bpanel\b|\bcomplain\w*|\bescalat\w+|\binvestigat\w+"
    r"|\bombudsman\b|\breview officer\b|\bnominated\b|\bdesignated\b|\bsafeguarding lead\b|\bagenc(?:y|ies) lead\b|\bconversation between\b"
    r"|\bawareness\b|\bworkshops?\b|\be-?learning\b|\bone.to.one\b|\bstrategic\b|\bpartnership (?:board|scrutiny)\b",
    re.IGNORECASE,
)

# --- what stands under a level --------------------------------------------------------------------
_DOMAIN = re.compile(
    r"\bchild\w*|\bdevelop\w+|\bhealth\w*|\beducat\w+|\blearn\w*|\bschool\w*|\bemotion\w*|\bbehavio\w+|\bidentity\b|\brelationship\w*"
    r"|\bparent\w*|\bcarers?\b|\bcare\b|\bcaring\b|\bsafety\b|\bwarmth\b|\bstimulat\w+|\bguidance\b|\bboundar\w+|\bstabil\w+|\bfamil\w+"
    r"|\benvironment\w*|\bhous\w+|\bemploy\w+|\bincome\b|\bfinanc\w+|\bmoney\b|\bcommunit\w+|\bsocial\b|\bhome\b|\bneglect\w*|\babus\w+"
    r"|\bviolen\w+|\bexploit\w+|\bharm\b|\bcontextual\b|\bonline\b|\bsubstance\w*|\bmental\b|\bphysical\w*|\bdisab\w+|\bunborn\b"
    r"|\bpregnan\w+|\bself\b|\bplay\b|\battendance\b|\bspeech\b|\blanguage\b|\bresources\b|\bhistory\b|\bfunctioning\b|\bnutrition\b"
    r"|\bpeers?\b|\bfriend\w*|\bwell-?being\b|\bfeelings?\b|\bneighbou?r\w*|\bsurroundings\b|\bbab(?:y|ies)\b|\bteen\w*|\byoung\b|\byouth\b"
    r"|\bgrowing\b|\bworld\b|\battachments?\b|\bindependen\w+|\bsexual\w*|\bextremis\w+|\bcriminal\w*|\boffend\w+|\bcultur\w+",
    re.IGNORECASE,
)
_RESPONSE = re.compile(
    r"^act(?: now| on it)?$|\brespon(?:se|ses|d|ds|ding|sible|sibility|sibilities)\b|\bnext steps?\b|\bwhat (?:can|could|might|should|will) (?:\w+ )?(?:help|happen|do)\b|\bwhat (?:to do|happens|you|should|we)\b|\bwho\b|\bhow\b|\brefer\w*"
    r"|\bcontacts?\b|\bassess\w*|\blead (?:professional|practitioner|agency|worker)\w*|\bpathways?\b|\bactions?\b|\bprocess\w*|\boutcomes?\b"
    r"|\bconsent\b|\bservices\b|\btimescales?\b|\broutes?\b|\baccess to (?:help|support)\b|\bwhere to\b|\bplans?\b(?!ning)|\btools?\b"
    r"|\bagenc(?:y|ies)\b|\blegal\b|\bexamples? of (?:support|services?|help)\b|\bstep(?:ping)? (?:up|down)\b|\brecord\w*",
    re.IGNORECASE,
)
_WEAK_RESPONSE = re.compile(
    r"\bsupport\b|\bhelp\b|\boffers?\b|\binterventions?\b|\bprovision\b|\bpractice\b", re.IGNORECASE
)
_DEFINITION = re.compile(
    r"\bdefinition\w*|^what (?:it|this|each(?: \w+)?) is$|\bdescription\b|\bwhat (?:this|it) means\b|\bmeaning\b|\bsummary\b|\boverview\b|\bin brief\b|^about\b(?! (?:(?:the|a|your|their|his|her) )?(?:child|young|bab|adults?|grown|parents?|carers?|famil|home|place|house|school))|\babout (?:this|the|each) (?:level|tier|band|stage|step)\b|\bexplanation\b"
    r"|\bpurpose\b|\baim\b|\bintroduction\b|\bdefined\b",
    re.IGNORECASE,
)
_INDICATOR = re.compile(
    r"\bindicat\w+|\bdescriptors?\b|\bneeds\b|\btypical\w*|\bfeatures?\b|\bexamples?\b|\bsigns?\b|\bcharacteristics?\b|\bcircumstances\b|\bpresent\w*|\bcriteria\b"
    r"|\bwhat (?:this|it) (?:might |may |could )?looks? like\b|\bhow (?:\w+ ){1,3}looks?\b|\bwhat (?:does|do|might|could|can|would) (?:\w+ ){1,3}looks? like\b|\bcould include\b|\bmay include\b|\bfactors\b"
    r"|\b(?:what |things |children )?(?:we|you|they|professionals|practitioners|workers)(?:’re|'re| are)? (?:(?:might|may|could|often|usually|would) )?(?:see|seeing|notice|observe|find|hear|spot|worry about|be worried about|worried about)\b"
    r"|\b(?:might|may|could|do|would|will) (?:we|you|they|professionals|practitioners) (?:\w+ )?(?:see|notice|observe|find|hear|spot)\b",
    re.IGNORECASE,
)
_DOMAIN_COLUMN = re.compile(
    r"^(?:the )?(?:domains?|dimensions?|areas?(?: of (?:need|life))?|categor(?:y|ies)|themes?|topics?|aspects?|strands?|factors?|elements?)\b.{0,25}$",
    re.IGNORECASE,
)
_NAME_COLUMN = re.compile(
    r"^(?:names?|titles?|known as|called|level name|what we call it|need|type of (?:need|support)|category|term|also called|description of level)$",
    re.IGNORECASE,
)


_WHAT_IS_WELL = re.compile(
    r"\bstrengths?\b|\bprotective\b|\bprotecting factors?\b|\b(?:what|that|which|may|might|can|could|helps?)(?: to)? protects?\b|^resilience(?: factors?)?$|\b(?:work(?:s|ing)|go(?:es|ing)|doing) well\b|\bassets\b|\bwhat helps\b"
    r"|\bpositives?\b|\bsources of (?:support|safety)\b|\bmitigat\w+|\b(?:reduce|lower|lessen)[sd]? (?:the )?(?:risk|need|concern)s?\b|\bsafe(?:ty)? factors?\b",
    re.IGNORECASE,
)
# A lead-in that stops at what somebody must do ("Practitioners should:").
_DUTY_LEAD = re.compile(
    r"\b(?:should|must|shall|ought to|needs? to|ha(?:s|ve) to|(?:is|are) (?:expected|required|asked) to|will)(?: (?:also|always|then|first))?\s*[:…]?$",
    re.IGNORECASE,
)


_NAME_LENGTH = 160  # characters: nothing longer is a name


def strength(name: str) -> int | None:
    """How much need a name tells of, 0 (universal) to 4 (protection); None where its words tell nothing."""
    found = [value for value, pattern in _STRENGTH_RES if pattern.search(name)]
    return max(found, default=None)


def only_need_words(text: str) -> bool:
    """True for a heading made of need words alone ("Early help and targeted support"), with colours allowed."""
    if len(text) > _NAME_LENGTH or len(text.split()) > 10 or strength(text) is None:
        return False
    left = text
    for _, pattern in _STRENGTH_RES:
        left = pattern.sub(" ", left)
    left = _FILLERS.sub(" ", _COLOUR.sub(" ", left))
    return not re.search(r"[A-Za-z]", left) and not re.search(r"\bassessments?$", text, re.IGNORECASE)


def is_response(text: str) -> bool:
    """True for a heading, column or lead-in about what is done at a level, rather than what need looks like."""
    if _INDICATOR.search(text) and not re.search(
        r"\b(?:support|services?|help|actions?|response)\b", text, re.IGNORECASE
    ):
        return False
    if re.search(r"\b(?:engag\w+|access|use) (?:with|of|to)? ?(?:\w+ )?services\b", text, re.IGNORECASE):
        return False
    if _RESPONSE.search(text) or _DUTY_LEAD.search(text):
        return True
    return bool(_WEAK_RESPONSE.search(text)) and not _DOMAIN.search(text)


def is_strengths(text: str) -> bool:
    """True for a heading or lead-in about what is well with a child, which is beside what a level looks like.

    The level's own name ("Protection") is none: a heading that names how much need there is says nothing of strengths.
    """
    return bool(_WHAT_IS_WELL.search(text)) and not re.search(
        r"\b(?:and|&|/|or) (?:needs|risks?|concerns?|worries)\b", text, re.I
    )


def is_domain(text: str) -> bool:
    """True for words that can name a domain of a child's life, and are not about the response."""
    return 0 < len(text.split()) <= 12 and bool(_DOMAIN.search(text)) and not is_response(text)


def is_definition(text: str) -> bool:
    """True for a heading or column that tells what a level means."""
    return bool(_DEFINITION.search(text))


def is_indicator(text: str) -> bool:
    """True for a heading or column of descriptors as such, which names no domain."""
    return bool(_INDICATOR.search(text))


def is_domain_column(text: str) -> bool:
    """True for the heading of a column that lists domains."""
    return bool(_DOMAIN_COLUMN.match(text.strip()))


def is_name_column(text: str) -> bool:
    """True for the heading of a column that holds the levels' names."""
    return bool(_NAME_COLUMN.match(text.strip()))
