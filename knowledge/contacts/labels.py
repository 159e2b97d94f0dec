"""Read a line's own label: the words before a colon, or those the page marks at its start."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from knowledge.contacts.areas import is_area
from knowledge.contacts.choosing import name_in_front
from knowledge.contacts.clauses import sentences_of
from knowledge.contacts.drafts import Book, Subject
from knowledge.contacts.label_words import reads_as_label
from knowledge.contacts.opening_words import hour_spans, tells_out_of_hours
from knowledge.contacts.phrases import names_post
from knowledge.contacts.service_words import is_general, is_name, is_question, names_service
from knowledge.contacts.sightings import sightings_in
from knowledge.contacts.spotted import Sighting
from knowledge.contacts.titles import label_name
from knowledge.manual import Link

GROUPS = re.compile(
    r"^(?:(?:for|all|the|if\s+you\s+are|are\s+you)\s+)*(?:a\s+)?(?:professionals?|practitioners?|members?\s+of\s+the\s+public|(?:the\s+)?public|schools?|parents?|carers?|families|children|young\s+people|"
    r"agencies|everyone|urgent|non-urgent|urgent\s+calls|consultations?|advice|general|enquiries|general\s+enquiries|daytime|main|new\s+referrals|open\s+cases|hours|opening\s+hours|address|post|website|web|online)\b",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"^\s*([^:\n]{2,80}?)\s*:(?=\s|$|\d)|^\s*([A-Z][^:.\n]{1,80}?)\s+[–—-]\s|^\s*([A-Z][^:.\n]{1,80}?)\s*(?:\.{2,}|…)"
)
PURPOSE = re.compile(
    r"(?:to|at|if|for|when|how|during|after|before|outside|out|in|on|who|what|where|worried|urgent|day|night|evenings?|weekends?|office)\b",
    re.IGNORECASE,
)
_ALL = re.compile(r"(?:all|each|every|any)\s", re.IGNORECASE)
_QUALIFIES = re.compile(
    r"(?:and|or|who|whose|in|with|from|for|only|to|about|of|on|should|can|may|must|calls?|use)\b", re.IGNORECASE
)
_SENTENCE = re.compile(r"\s(?:has|have|is|are|was|can|will|should|must|may|needs?)\s")


@dataclass(frozen=True, slots=True)
class Line:
    """A run of text with its links, and its run-in label where the page marks one."""

    text: str
    links: Sequence[Link] = ()
    label: str = ""
    number: str = ""


def is_group(label: str) -> bool:
    """Whether a whole label says who may call or what for ("Professionals", "Parents and carers"), and names nobody."""
    if _ALL.match(label):
        return True
    found = GROUPS.match(label)
    if found is None or names_service(label):
        return False
    rest = label[found.end() :].strip(" ,:;/&()–-")
    return not rest or _QUALIFIES.match(rest) is not None or is_general(rest) or is_group(rest)


def labels(front: str, service: str) -> bool:
    """Whether the words in front of a number begin with the service as their label."""
    return re.match(rf"\W*{re.escape(service)}\s*[:–—-]", front) is not None


def looks_labelled(text: str, service: str) -> bool:
    """Whether a line begins with the service's name."""
    return text.lstrip().startswith(service) and service != ""


def labelled(line: Line, sightings: list[Sighting], subject: Subject, book: Book) -> Subject:
    """The subject with what the line's own label says: a service, an area, opening hours, or nothing."""
    label = _label_of(line, sightings)
    spans = hour_spans(label)
    bare = label_name(label)
    if spans and spans[0][0] <= 1 and spans[-1][1] >= len(label.rstrip(" :)")) - 1:
        late = tells_out_of_hours(label)
        return replace(
            subject, out_of_hours=late, hours="" if late and label.lower().startswith("out") else subject.hours
        )
    if not bare or is_general(bare) or is_group(bare):
        return subject
    place = re.sub(r"\s*\([^()]*\)$", "", bare)  # "Cold Harbour (including Saltmarsh)"
    if is_area(place, subject, book):
        return replace(subject, areas=(place,))
    if _SENTENCE.search(bare):
        spoken = name_in_front(bare)
        return subject.named(spoken) if names_service(spoken) else subject
    return _named(bare, line.text[len(label) :], subject)


def _named(label: str, rest: str, subject: Subject) -> Subject:
    """The subject named by a label, unless it asks or orders; a label in front of a service's name may be an area's."""
    if not reads_as_label(label):
        spoken = name_in_front(label)
        return subject.named(spoken) if spoken else subject
    if not is_name(label, spoken=False) or is_question(label):
        return subject
    sentences = sentences_of(rest, sightings_in(rest))
    if not (names_service(label) or names_post(label)) and any(
        names_service(name_in_front(clause.front)) for each in sentences for clause in each.clauses
    ):
        return replace(subject, perhaps_area=label)
    return subject.named(label)


def _label_of(line: Line, sightings: list[Sighting]) -> str:
    found = _LABEL.match(line.text)
    label = line.label or (next(part for part in found.groups() if part) if found else "")
    if re.search(r"[a-z)][.!?]\s", label) and not line.label:
        return ""  # a sentence, and then a label of its own
    first = next((sighting.start for sighting in sightings), len(line.text))
    return label if label and len(label) <= first + 1 else ""
