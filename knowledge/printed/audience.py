"""Read whom a chapter addresses: practitioners, social care staff only, parents, children, or the public.

What a title or scope says decides; else the way the page says "you" does: "your child" on a parents' page, "your mum or
dad" on a child's. Some sentences to a parent on a practitioners' page (a letter to copy) do not turn it.
"""

import re

from knowledge.manual import Audience, Chapter, block_texts
from knowledge.printed.addressees import STAFF, addressed_to

_TITLES: tuple[tuple[Audience, str], ...] = (
    (
        Audience.CHILDREN,
        r"\b(?:for|information\s+for|guide\s+for|leaflet\s+for|help\s+for)\s+(?:children|young\s+people|children\s+and\s+young\s+people)$|\b(?:young\s+people|children)[’']s\s+(?:guide|version|page|leaflet)\b|\bif\s+you\s+are\s+(?:a\s+child|a\s+young\s+person|being\s+hurt)",
    ),
    (
        Audience.PARENTS,
        r"\b(?:for|information\s+for|guide\s+for|leaflet\s+for|advice\s+for|help\s+for)\s+(?:parents|carers|families|parents\s+and\s+carers|parents,?\s+carers\s+and\s+families)\b|\bparents?[’']?\s+(?:guide|leaflet|information)\b|\byour\s+child\b",
    ),
    (
        Audience.PUBLIC,
        r"\b(?:for|information\s+for)\s+(?:the\s+public|members\s+of\s+the\s+public|everyone)\b|\bif\s+you[’' ](?:a?re|are)\s+worried\s+about\s+a\s+child\b",
    ),
)
_INTERNAL = re.compile(
    rf"{STAFF}[^.]{{0,60}}\bonly\b|\bonly\b[^.]{{0,40}}\b(?:to|for|by)\s+(?:[\w\s,]{{0,40}}?){STAFF}"
    rf"|\bthis\s+(?:is\s+an\s+)?internal\s+(?:procedure|chapter|protocol|guidance|policy|process)\b|\binternal\s+(?:procedure|protocol|process)\s+for\s+{STAFF}"
    rf"|\bthis\s+(?:procedure|chapter|guidance|protocol|policy|section)\s+(?:applies\s+to|is\s+for|is\s+aimed\s+at|is\s+intended\s+for|is\s+written\s+for)\s+(?:all\s+)?(?:the\s+)?{STAFF}",
    re.IGNORECASE,
)
_ALL_AGENCIES = re.compile(
    r"\b(?:all|any|every)\s+(?:\w+\s+)?(?:agenc(?:y|ies)|practitioners|professionals|partners|staff\s+in\s+all)|\bmulti-?\s?agency\s+(?:staff|practitioners)|\bother\s+agencies\s+(?:must|should)\s+also\s+use",
    re.IGNORECASE,
)
_TO_PARENTS = re.compile(
    r"\byour\s+(?:child(?:ren)?(?:[’']s)?|son|daughter|baby|family|partner|home\s+life)\b|\byou\s+and\s+your\s+(?:family|child)|\bas\s+a\s+parent\b|\bif\s+you\s+are\s+a\s+parent\b",
    re.IGNORECASE,
)
_TO_CHILDREN = re.compile(
    r"\byour\s+(?:mum|dad|parents?|mum\s+or\s+dad|carers?|foster\s+carers?|teacher|social\s+worker|school|friends?)\b|\ban\s+adult\s+(?:that\s+)?you\s+trust\b|\ba?\s?(?-i:trusted\s+adult)\b|\bif\s+you\s+are\s+(?:a\s+child|under\s+18|a\s+young\s+person|being\s+(?:hurt|bullied|abused))|\bit\s+is\s+not\s+your\s+fault\b|\b(?:hurting|hurts|scaring)\s+you\b",
    re.IGNORECASE,
)
_TO_PRACTITIONERS = re.compile(
    r"\bpractitioners?\b|\bprofessionals?\b|\breferrers?\b|\byour\s+(?:agency|organisation|manager|line\s+manager|supervisor|designated|safeguarding\s+lead|setting|caseload|records?)\b|\bdesignated\s+safeguarding\s+lead|\bagenc(?:y|ies)\s+(?:must|should)|\blocal\s+authority\s+(?:must|should)|\bthe\s+(?:social\s+)?worker\s+(?:must|should)|\bstaff\s+(?:must|should)|\bsection\s+(?:17|47)\b",
    re.IGNORECASE,
)
_TO_PUBLIC = re.compile(
    r"\bif\s+you[’' ](?:a?re|are)\s+(?:worried|concerned)\s+about\s+(?:a|another)\s+(?:child|young\s+person|family)\b|\bmembers?\s+of\s+the\s+public\b|\bneighbours?\b|\byou\s+(?:can|do\s+not\s+have\s+to)\s+(?:stay|give\s+your\s+name|remain)\b",
    re.IGNORECASE,
)
_OPENING_WORDS = 400
_LEAST = 3


def read_audience(chapter: Chapter, default: Audience = Audience.PRACTITIONERS) -> Audience:
    """Whom the chapter addresses; `default` (the manual's) where the page does not say otherwise."""
    named = addressed_to(chapter)
    if named is not None:
        return default if named is Audience.PRACTITIONERS else named
    opening = " ".join(_words(chapter).split()[:_OPENING_WORDS])
    scope = " ".join(
        " ".join(_section_words(section)) for path, section in chapter.walk() if path and "scope" in path[-1].lower()
    )
    said = f"{chapter.title}. {scope} {opening}"
    if _INTERNAL.search(said) and not _ALL_AGENCIES.search(_sentence_of(said)):
        return Audience.SOCIAL_CARE
    for audience, pattern in _TITLES:
        if re.search(pattern, chapter.title.strip(), re.IGNORECASE):
            return audience
    return _by_address(_words(chapter), default)


def _by_address(words: str, default: Audience) -> Audience:
    """By how the page says "you": three times at least, and more than it speaks of or to practitioners."""
    practitioners = len(_TO_PRACTITIONERS.findall(words))
    counts = {
        Audience.CHILDREN: len(_TO_CHILDREN.findall(words)),
        Audience.PARENTS: len(_TO_PARENTS.findall(words)),
        Audience.PUBLIC: len(_TO_PUBLIC.findall(words)),
    }
    audience, hits = max(counts.items(), key=lambda pair: pair[1])
    enough = hits >= _LEAST or (hits == 2 and practitioners == 0)
    return audience if enough and hits > practitioners else default


def _sentence_of(said: str) -> str:
    """The sentence in which the chapter says that it is internal."""
    found = _INTERNAL.search(said)
    if found is None:
        return ""
    start = said.rfind(". ", 0, found.start()) + 1
    end = said.find(". ", found.end())
    return said[start : end if end >= 0 else len(said)]


def _words(chapter: Chapter) -> str:
    return " ".join(words for _, section in chapter.walk() for words in (section.heading, *_section_words(section)))


def _section_words(section: object) -> list[str]:
    return [words for block in getattr(section, "blocks", ()) for words in block_texts(block)]
