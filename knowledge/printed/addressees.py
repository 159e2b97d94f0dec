"""Read whom a chapter says it is for: "This page is for parents and carers", "For IROs and children's social care teams".

Only words about the chapter itself count, in its scope or audience box or where it begins. A procedure "for children who
go missing" is about them; only a page, leaflet or guide is for children to read.
"""

import re
from collections.abc import Iterator

from knowledge.manual import Audience, Chapter, Section, block_texts

STAFF = (
    r"(?:\b(?:senior\s+|advanced\s+|qualified\s+)?social\s+workers?\b|\bindependent\s+reviewing\s+(?:officers?|service)\b|\bIROs?\b"
    r"|\bchildren[’']?s\s+(?:social\s+(?:care|work)|services)(?:\s+(?:staff|practitioners|professionals|managers|teams?|workers|employees|officers))*"
    r"|\b(?:child\s+protection\s+)?conference\s+chairs?\b|\bchild\s+protection\s+chairs?\b|\bteam\s+managers?\b"
    r"|\bfostering\s+(?:staff|services?|teams?|social\s+workers)\b|\bsocial\s+care\s+(?:staff|practitioners|managers|teams?|workers)\b)"
)
_READ = r"(?:page|web\s?page|leaflet|guide|booklet|information|fact\s?sheet|website|site|advice)"
_ITSELF = rf"(?:{_READ}|chapter|procedures?|guidance|protocol|policy|section|document|process|pathway|manual)"
_IS_FOR = re.compile(
    rf"^(?:this|these|the\s+following)\s+(?:[\w-]+\s+){{0,3}}?(?P<thing>{_ITSELF})\s+"
    r"(?P<how>(?:is|are|was|has\s+been)\s+(?:\w+\s+){0,2}?(?:for|at)|appl(?:y|ies)\s+(?:only\s+)?to)\s+(?P<who>.+)",
    re.IGNORECASE,
)
_FOR = re.compile(
    r"^(?:(?:audience|who\s+(?:is\s+)?this\s+(?:\w+\s+)?is\s+for)\s*[:?]\s*)?(?:only\s+)?for\s+(?P<who>.+)", re.I
)
_AUDIENCE = re.compile(
    r"^(?:audience|intended\s+(?:audience|readers?)|who\s+(?:is\s+)?this\s+.*?\bfor)\s*[:?]\s*(?P<who>.+)", re.I
)
_BOX = re.compile(
    r"\bscope\b|\baudience\b|\bwho\s+(?:is\s+)?th(?:is|ese)\b|\bwho\s+should\s+(?:use|read)\b", re.IGNORECASE
)
_ERRAND = re.compile(r"\b(?:see|ring|call|phone|telephone|contact|visit|click|e-?mail|go\s+to)\b", re.IGNORECASE)
_NOT_OTHERS = re.compile(
    r"\bnot\s+(?:\w+\s+)?(?:for|by|to)\s+(?:use\s+by\s+|staff\s+(?:in|of|from)\s+|professionals\s+(?:in|from)\s+)?(?:any\s+)?"
    r"(?:other|partner|external|outside)\s+(?:agenc|organi[sz]ation|partner|professional)",
    re.IGNORECASE,
)
_WORKERS = re.compile(
    r"\bagenc(?:y|ies)\b|\bpractitioners?\b|\bprofessionals?\b|\bstaff\b|\bworkers?\b|\bvolunteers?\b|\bpartners?\b|\bworks?\b"
    r"|\bworking\b|\bteachers?\b|\bschools?\b|\bsettings?\b|\bhealth\s+visitors?\b|\bmidwi(?:fe|ves)\b|\bnurses?\b|\bdoctors?\b"
    r"|\bGPs?\b|\bpolice\b|\bofficers?\b|\bmanagers?\b|\bleads?\b|\bemployees?\b|\bemployers?\b|\bfoster\s+carers?\b|\bchild-?minders?\b",
    re.IGNORECASE,
)
_PARENTS = re.compile(r"\b(?:parents?|carers?|famil(?:y|ies)|mums?|dads?|mothers?|fathers?)\b", re.IGNORECASE)
_CHILDREN = re.compile(r"\b(?:children|young\s+people|teenagers|pupils)\b", re.IGNORECASE)
# "This page is for children who live in Northshire" says where it holds, not who reads it.
_WHERE_THEY_LIVE = re.compile(
    r"\b(?:(?:who|that) (?:are )?(?:live|lives|living|reside|sleep|placed)|living|resident|placed) ", re.IGNORECASE
)
_PUBLIC = re.compile(r"\b(?:the\s+public|everyone|anyone|residents|neighbours)\b", re.IGNORECASE)
_GLUE = re.compile(
    r"\b(?:and|or|the|all|only|its|their|our|is|are|for|to|at|by|of|within|across|team|teams|staff|managers|supervisors|service|use)\b"
    r"|\b(?:in|within|across)\s+[A-Z][\w-]*(?:(?:,|\s+and|\s+of|\s+on|\s)\s*[A-Z][\w-]*)*"
)
_OPENING_WORDS = 80
_SENTENCES = re.compile(r"(?<=[.;!?])\s+")


def addressed_to(chapter: Chapter) -> Audience | None:
    """The audience that the chapter names as its readers; PRACTITIONERS where it names other workers; None where none."""
    sentences = list(_telling(chapter))
    if any(_NOT_OTHERS.search(one) for one, _ in sentences) and any(
        re.search(STAFF, one, re.IGNORECASE) for one, _ in sentences
    ):
        return Audience.SOCIAL_CARE
    return next((told for one, boxed in sentences if (told := _told(one, boxed))), None)


def _telling(chapter: Chapter) -> Iterator[tuple[str, bool]]:
    """The sentences in which a chapter may say whom it is for, and whether they stand in a box for it or come first."""
    left = _OPENING_WORDS
    first = True
    for path, section in chapter.walk():
        heading = path[-1] if path else ""
        boxed = _BOX.search(heading) is not None
        label = "" if not boxed or re.search(r"\bscope\b", heading, re.IGNORECASE) else "Audience: "
        for text in _texts(section):
            if boxed or left > 0:
                yield from ((one, boxed or first) for one in _SENTENCES.split(text))
                if label:
                    yield f"{label}{text}", True
            left -= 0 if boxed else len(text.split())
            first = False


def _texts(section: Section) -> list[str]:
    return [text for block in section.blocks for text in block_texts(block)]


def _told(sentence: str, boxed: bool) -> Audience | None:
    found = _IS_FOR.match(sentence)
    if found:
        to_read = re.fullmatch(_READ, found["thing"], re.IGNORECASE) is not None
        return _who(found["who"], to_read=to_read, about=found["how"].lower().startswith("appl"))
    found = _AUDIENCE.match(sentence) or (_FOR.match(sentence) if boxed else None)
    if found is None or _ERRAND.search(found["who"]):
        return None
    return _who(found["who"], to_read=False, about=False)


def _who(words: str, *, to_read: bool, about: bool) -> Audience | None:
    """The audience that `words` name. `about`: the chapter only applies to them; `to_read`: it is a page or leaflet."""
    others, count = re.subn(STAFF, " ", words, flags=re.IGNORECASE)
    if count:
        others = re.sub(r"\([^()]*\)", " ", others)
        return Audience.PRACTITIONERS if re.search(r"\w", _GLUE.sub(" ", others)) else Audience.SOCIAL_CARE
    if _WORKERS.search(words):
        return Audience.PRACTITIONERS
    if about:
        return None
    if re.search(r"\bparents?\b", words, re.IGNORECASE) or (to_read and _PARENTS.search(words)):
        return Audience.PARENTS
    if to_read and _CHILDREN.search(words) and not _WHERE_THEY_LIVE.search(words):
        return Audience.CHILDREN
    return Audience.PUBLIC if to_read and _PUBLIC.search(words) else None
