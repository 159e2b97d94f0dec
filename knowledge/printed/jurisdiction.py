"""Read whose law a chapter is written under, from the names of its statutes, bodies and meetings.

A mention does not flip a chapter: "children who move to Scotland" is English guidance. It takes names of several kinds,
spread over the chapter, and more of them than of England's. The names are those of the statutes and public bodies.
"""

import re
from collections import Counter

from knowledge.manual import Chapter, Jurisdiction, block_texts

_SIGNS: dict[Jurisdiction, tuple[str, ...]] = {
    Jurisdiction.SCOTLAND: (
        r"children[’']s\s+hearings?",
        r"(?:children[’']s|principal)\s+reporter|\bSCRA\b",
        r"\bnamed\s+person\b",
        r"\bGIRFEC\b|getting\s+it\s+right\s+for\s+every\s+child",
        r"\(scotland\)\s+act",
        r"police\s+scotland",
        r"child\s+protection\s+planning\s+meeting",
        r"inter-?agency\s+referral\s+discussion|initial\s+referral\s+discussion",
        r"compulsory\s+supervision\s+order",
        r"child\s+protection\s+committee",
        r"procurator\s+fiscal",
        r"national\s+guidance\s+for\s+child\s+protection\s+in\s+scotland",
        r"\bSSP\b|staged\s+intervention",
        r"\bNHS\s+(?:lothian|fife|tayside|grampian|highland|lanarkshire|borders|forth\s+valley|greater\s+glasgow|ayrshire|orkney|shetland|scotland)",
    ),
    Jurisdiction.WALES: (
        r"wales\s+safeguarding\s+procedures",
        r"social\s+services\s+and\s+well-?being\s+\(wales\)",
        r"regional\s+safeguarding\s+(?:children\s+)?board",
        r"welsh\s+government",
        r"working\s+together\s+to\s+safeguard\s+people",
        r"care\s+and\s+support\s+protection\s+plan",
        r"\(wales\)\s+(?:act|measure|regulations)",
        r"care\s+inspectorate\s+wales",
        r"\bestyn\b",
        r"health\s+boards?\b(?=.*wales)",
        r"heddlu|dyfed-powys|north\s+wales\s+police|south\s+wales\s+police|gwent\s+police",
    ),
    Jurisdiction.NORTHERN_IRELAND: (
        r"gateway\s+(?:service|team)",
        r"\bUNOCINI\b",
        r"\bHSC\s+trusts?\b|health\s+and\s+social\s+care\s+trusts?",
        r"\bSBNI\b|safeguarding\s+board\s+for\s+northern\s+ireland",
        r"\(northern\s+ireland\)\s+(?:order|act)",
        r"\bPSNI\b|police\s+service\s+of\s+northern\s+ireland",
        r"co-?operating\s+to\s+safeguard",
        r"regional\s+core\s+child\s+protection",
    ),
    Jurisdiction.ISLE_OF_MAN: (
        r"isle\s+of\s+man\s+constabulary",
        r"children\s+and\s+young\s+persons\s+act\s+2001",
        r"\btynwald\b",
        r"\bmanx\s+care\b",
        r"(?:isle\s+of\s+man\s+safeguarding|safeguarding\s+board\s+isle\s+of\s+man|safeguarding\s+act\s+2018)",
        r"isle\s+of\s+man\s+government",
    ),
    Jurisdiction.GUERNSEY: (
        r"children\s+\(guernsey\s+and\s+alderney\)\s+law",
        r"islands\s+safeguarding\s+children\s+partnership|\bISCP\b",
        r"children[’']s\s+convenor",
        r"child,?\s+youth\s+and\s+community\s+tribunal",
        r"bailiwick\s+of\s+guernsey",
        r"states\s+of\s+guernsey",
        r"guernsey\s+police",
    ),
    Jurisdiction.JERSEY: (
        r"children\s+\(jersey\)\s+law",
        r"jersey\s+safeguarding\s+partnership",
        r"(?:government|states)\s+of\s+jersey",
        r"states\s+of\s+jersey\s+police",
        r"children\s+and\s+young\s+people\s+\(jersey\)\s+law",
        r"jersey\s+family\s+court",
    ),
    Jurisdiction.ENGLAND: (
        r"children\s+act\s+(?:1989|2004)",
        r"working\s+together\s+to\s+safeguard\s+children",
        r"safeguarding\s+(?:children\s+)?partnership",
        r"\bofsted\b",
        r"\bMASH\b|multi-?agency\s+safeguarding\s+hub",
        r"\bLADO\b",
        r"\bsection\s+(?:17|20|31|47)\b|\bs\.?(?:17|20|47)\b",
        r"keeping\s+children\s+safe\s+in\s+education",
        r"integrated\s+care\s+board",
    ),
}
_PATTERNS = {place: [re.compile(sign, re.IGNORECASE) for sign in signs] for place, signs in _SIGNS.items()}
_ELSEWHERE = re.compile(
    r"\b(?:mov(?:e|es|ing)|transfer(?:s|ring|red)?|cross(?:ing)?[- ]?border|plac(?:ed|ing|ements?)\s+in|visit(?:s|ing)?|other\s+(?:uk\s+)?(?:nations|countries|jurisdictions|parts)|abroad|outside\s+england|across\s+borders?|to\s+(?:scotland|wales|northern\s+ireland))\b",
    re.IGNORECASE,
)
_LEAST_KINDS = 2
_LEAST_BLOCKS = 2


def read_jurisdiction(chapter: Chapter, default: Jurisdiction = Jurisdiction.ENGLAND) -> Jurisdiction:
    """Whose law the chapter is written under; `default` (the manual's) where it does not plainly say otherwise."""
    if _ELSEWHERE.search(chapter.title):
        return default
    kinds: dict[Jurisdiction, set[int]] = {place: set() for place in _PATTERNS}
    blocks: Counter[Jurisdiction] = Counter()
    for words in _texts(chapter):
        for place, patterns in _PATTERNS.items():
            seen = {index for index, pattern in enumerate(patterns) if pattern.search(words)}
            kinds[place] |= seen
            blocks[place] += bool(seen)
    place = max(_PATTERNS, key=lambda each: (len(kinds[each]), blocks[each]))
    if place is default or (len(kinds[place]) < _LEAST_KINDS or blocks[place] < _LEAST_BLOCKS):
        return default
    rival = Jurisdiction.ENGLAND if place is not Jurisdiction.ENGLAND else default
    ahead = len(kinds[place]) > len(kinds.get(rival, ())) and blocks[place] > blocks[rival]
    return place if ahead else default


def _texts(chapter: Chapter) -> list[str]:
    """The chapter's runs of words, those in sections about children who move elsewhere left out."""
    texts = [chapter.title]
    for path, section in chapter.walk():
        if any(_ELSEWHERE.search(heading) for heading in path):
            continue
        texts += [
            section.heading,
            *(words for block in section.blocks for words in block_texts(block) if not _ELSEWHERE.search(words)),
        ]
    return [words for words in texts if words]
