"""What a stretch of a chapter is about: resolving professional disagreement, or something else that comes in stages.

The nearest heading that says decides; where headings say both or nothing, the words of the stages themselves do.
"""

import re
from collections.abc import Iterable, Sequence
from enum import StrEnum


class Topic(StrEnum):
    """What a heading or a text is about, for the question whether its stages are an escalation ladder."""

    ESCALATION = "escalation"
    OTHER = "another procedure"
    BOTH = "both"
    UNSAID = "unsaid"


_ESCALATION_HEADING = re.compile(
    r"\bescalat(?:e|es|ed|ing|ion|ions)\b(?!\s+(?:of\s+)?(?:needs?|risks?|harm|behaviou?r)\b)|\bdis-?agree\w*|\bdissent\w*|\bdisput\w+|"
    r"\bdiffer(?:ences?|ing)\s+(?:of|in|between|professional)\b|\bdifferences\W*$|\bdiffer(?:ing|ent)\s+(?:professional\s+)?(?:views?|opinions?)|\bprofessional\s+(?:differences?|curiosity\s+and\s+challenge)|\bchalleng\w+|"
    r"\bconflict\s+resolution|\b(?:case|conflict|issue|problem|professional|concerns?)\s+resolution|\bresol(?:ving|ution)\b|"
    r"\b(?:un|dis)?(?:happy|satisfied|dissatisf\w+)\b|\bconflicts?\s+(?:between|among|with\s+(?:another|other))\b|\b(?:professional|inter-?agency)\s+conflicts?\b|\bdo(?:es)?\s+n[o’']t\s+agree\b|\bcannot\s+agree\b|\bnot\s+agree\b|\boverruled?\b|\b(?:decisions?|outcomes?|something)\b.{0,30}\bwrong\b|\b(?:wrong|bad)\s+decisions?\b|"
    r"\b(?:not|n[o’']t)\s+(?:been\s+)?accepted\b|\b(?:rejected|refused|declined|turned\s+down|knocked\s+back)\b|\bno\s+further\s+action\b|\bno\s+response\b|\bladder\b(?!\s+of\s+(?:participation|needs?|support|help))",
    re.IGNORECASE,
)
_OTHER_HEADING = re.compile(
    r"\bcomplain\w*|\brepresentations\b|\bcompliments?\b|\bthresholds?\b|\blevels?\s+of\s+(?:need|support|help|risk|harm|intervention|concern)|\bcontinuum\b|\bindicators?\b|"
    r"\bescalat(?:ing|ion\s+of)\s+(?:needs?|risks?|harm|behaviou?r)|\bstep(?:ping)?[\s-]+(?:up|down)\b|\bpre-?proceedings\b|\bcourts?\b|\bplo\b|\bpublic\s+law\b|\blegal\s+(?:gateway|planning)|\bproceedings\b|"
    r"\ballegations?\b|\bdisciplin\w+|\bgrievances?\b|\bcapability\b|\bsickness\b|\badoption\b|\badopters?\b|\bfostering\b|\brecruitment\b|\btraining\b|\binduction\b|"
    r"\bkey\s+stage|\bdevelopment(?:al)?\b|\bmilestones\b|\bappeals?\b|\bwhistle-?\s?blow\w*|\bassessment\s+(?:process|framework|stages?)|\bmissing\b|\bbereavement\b|"
    r"\bchange\s+model\b|\bcycle\s+of\s+change|\bqualification|\btransition\b|^\W*(?:[\d.]+\W+)?(?:(?:making|how\s+to\s+make|how\s+to|the)\s+)?(?:an?\s+)?refer(?:rals?)?(?:\s+(?:process|pathway|procedures?|form|a\s+child|to\s+(?:the\s+)?(?:mash|front|children|social|hub).*))?\W*$|\bearly\s+help\b|\bneeds?\b|\bdata\s+breach|\bassessments?\b|\bsection\s+47\b|\bs\.?\s?47\b|\bstrategy\s+(?:discussion|meeting)s?\b|\bincidents?\b|\bdeteriorat\w+|\bearly\s+warning\b|\boutages?\b|\bwaiting\s+(?:lists?|times?)\b|\bincident\s+response|\bneglect\b",
    re.IGNORECASE,
)
_FAMILIES_UNHAPPY = re.compile(
    r"\b(?:famil(?:y|ies)|parents?|carers?)\s+(?:(?:is|are|who\s+(?:is|are))\s+)?(?:un|dis|not\s+)(?:happy|satisfied)\b",
    re.IGNORECASE,
)
_ESCALATION_WORDS = re.compile(
    r"\bescalat(?:e|es|ed|ing|ion)\b|\bdis-?agree\w*|\bdissent\w*|\bdisput\w+|\bdifferences?\s+of\s+(?:\w+\s+)?(?:opinion|view)|\bprofessional\s+differences?|\bchalleng\w+|"
    r"\bun-?resolved\b|\bresol(?:ve|ved|ving|ution)\b|\bcounterparts?\b|\bopposite\s+number|\bagreement\s+(?:cannot|can\s?not|is\s+not|has\s+not)|\bnot\s+(?:been\s+)?(?:agreed|settled)|"
    r"\bconcerns?\s+remains?|\bremains?\s+(?:concerned|dissatisfied|unresolved)|\bconsensus\b|\bdissatisf\w+|\bmanager\s+to\s+manager|\bpractitioner\s+to\s+practitioner",
    re.IGNORECASE,
)
_OTHER_WORDS = re.compile(
    r"\bcomplain(?!ant\s+(?:practitioner|agency|professional|worker|manager|service))\w*|\bombudsman\b|\binvestigating\s+officer|\badjudicat\w+|\breview\s+panel\b|\blocal\s+resolution\b|\buniversal\b|\btargeted\b|\bearly\s+help\b|\bspecialist\s+services?|\bcomplex\s+needs?|"
    r"\badditional\s+needs?|\bunmet\s+needs?|\bcourts?\b|\bhearings?\b(?!\s+(?:of|about|from|that|back|nothing|the\s+decision)\b)|\bpre-?proceedings\b|\bdisciplinary\b|\bwarning\b|\bgrievance\b|\bdismissal\b|\ballegations?\b|\bprospective\s+adopters?|\badopters?\b|"
    r"\bpupils?\b|\bcurriculum\b|\bmilestones?\b|\bcaregiver|\battachment\b|\bpolice\s+investigation|\bstrategy\s+(?:meeting|discussion)|\blocal\s+authority\s+solicitor|\bindicators?\b|\bparenting\b",
    re.IGNORECASE,
)
_COMPLAINTS = re.compile(
    r"\bcomplain(?!ant\s+(?:practitioner|agency|professional|worker|manager|service))\w*|\bombudsman\b", re.IGNORECASE
)
_OF_FAMILIES = re.compile(
    r"\btribunals?\b|\bappeal(?:s|ed|ing)?\b|\b(?:parents?|carers?|famil(?:y|ies)|young\s+(?:person|people)|complainants?|pupils?)\s+(?:who\s+(?:disagree|are)|must|should|may|can|will|has|have|wants?|appeals?|writes?|asks?)\b",
    re.IGNORECASE,
)
_TO_FAMILIES = re.compile(r"\byour\s+(?:own\s+)?(?:child(?:ren)?|son|daughter)\b", re.IGNORECASE)
_NEEDS_NAME = re.compile(
    r"\buniversal\b|\bearly\s+help\b|\btargeted\b|\bspecialist\b|\bcomplex\b|\bintensive\b|\badditional\b|\bchild(?:ren)?\s+in\s+need\b|\bstatutory\b|\bacute\b|\bneeds?\b|"
    r"\blow\s+(?:risk|level)|\b(?:medium|high)\s+(?:risk|level)|\bsignificant\s+harm\b|\bchild(?:ren)?\s+(?:with|who|in)\b",
    re.IGNORECASE,
)


def heading_topic(heading: str) -> Topic:
    """What a heading says its section is about."""
    if _FAMILIES_UNHAPPY.search(heading):
        return Topic.OTHER
    escalation, other = bool(_ESCALATION_HEADING.search(heading)), bool(_OTHER_HEADING.search(heading))
    if escalation and other:
        return Topic.BOTH
    if escalation:
        return Topic.ESCALATION
    return Topic.OTHER if other else Topic.UNSAID


def is_about_escalation(
    headings: Iterable[str], names: Iterable[str], stages: Sequence[str], opening: str | None = ""
) -> bool:
    """Whether stages under these headings (outermost first), with these names and words, are an escalation ladder.
    Where the headings do not say, the words that open the chapter before the stages may: `opening`, None for stages
    that do not climb, which need a heading."""
    names = tuple(names)
    words = " ".join(stages)
    needs = sum(bool(_NEEDS_NAME.search(name)) for name in names)
    if names and needs * 2 >= len(names) and not _mostly_escalation(words):
        return False
    if is_for_families(stages) or speaks_to_families(words):
        return False
    for heading in reversed(tuple(headings)):
        topic = heading_topic(heading)
        if topic is Topic.ESCALATION:
            return not _mostly_other(words) and not _of_complaints(words)
        if topic is Topic.OTHER:
            return False
        if topic is Topic.BOTH:
            return _mostly_escalation(words)
    spread = sum(bool(_ESCALATION_WORDS.search(stage)) for stage in stages)
    told = spread * 2 >= len(stages) or _mostly_escalation(opening or "")
    enough = opening is not None and told and not _mostly_other(words)
    return enough and _mostly_escalation(f"{words} {opening}")


def speaks_to_families(words: str) -> bool:
    """Whether words are addressed to parents or carers: "your child's teacher"."""
    return bool(_TO_FAMILIES.search(words))


def escalation_words(words: str) -> int:
    """How many words of a text speak of disagreement and its resolution."""
    return len(_ESCALATION_WORDS.findall(words))


def other_words(words: str) -> int:
    """How many words of a text speak of the other things that come in stages."""
    return len(_OTHER_WORDS.findall(words))


def _mostly_escalation(words: str) -> bool:
    return escalation_words(words) >= 2 and escalation_words(words) > other_words(words)


def _of_complaints(words: str) -> bool:
    complaints = len(_COMPLAINTS.findall(words))
    return complaints >= 2 and complaints > escalation_words(words)


def is_for_families(stages: Sequence[str]) -> bool:
    """Whether most stages are taken by parents, carers or pupils (an appeal, a tribunal), and not by professionals."""
    family = [stage for stage in stages if _OF_FAMILIES.search(stage)]
    return len(family) * 2 > len(stages) and sum(map(escalation_words, family)) < len(family)


def _mostly_other(words: str) -> bool:
    return other_words(words) > 2 + 2 * escalation_words(words)
