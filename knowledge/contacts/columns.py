"""What a table's headers say: which column or row holds telephones, hours, areas or the names of services."""

import re
from dataclasses import dataclass
from enum import StrEnum

from knowledge.contacts.opening_words import hour_spans, tells_out_of_hours
from knowledge.contacts.points import TelephoneKind
from knowledge.contacts.titles import label_name


class Field(StrEnum):
    """What a header promises below or beside it."""

    SERVICE = "service"
    ROLE = "role"
    ORGANISATION = "organisation"
    NAME = "name"
    AREA = "area"
    TELEPHONE = "telephone"
    EMAIL = "email"
    HOURS = "hours"
    FAX = "fax"
    NOTES = "notes"


@dataclass(frozen=True, slots=True)
class Header:
    """A header read: its field (None for a name), the name in it, and what it says of kind and time."""

    text: str
    field: Field | None = None
    name: str = ""
    kind: TelephoneKind = TelephoneKind.VOICE
    out_of_hours: bool = False
    hours: str = ""


_WORDS: tuple[tuple[Field, str], ...] = (
    (Field.FAX, r"(?:secure\s+)?(?:fax|facsimile)(?:\s+(?:number|no\.?))?"),
    (
        Field.EMAIL,
        r"(?:secure\s+|general\s+|team\s+|contact\s+)?(?:e-?mails?|e-?mail\s+address(?:es)?|mailbox|inbox)(?:\s+address)?",
    ),
    (
        Field.TELEPHONE,
        r"(?:contact\s+|main\s+|direct\s+|duty\s+|general\s+|office\s+|emergency\s+|referral\s+|daytime\s+|day\s+|work\s+)*(?:telephone|phone|tel|mobile|number|numbers|call|ring|landline|"
        r"text\s?-?phone|minicom|text|sms|whats\s?app|contact\s+details|details|contact\s+us|how\s+to\s+(?:contact|get\s+in\s+touch|reach).*|dial)"
        r"\.?(?:\s*(?:numbers?|no\.?|nos\.?|#))?(?:\s*(?:and|&|/|or)\s*(?:e-?mail|mobile|fax|text)(?:\s+address)?)?",
    ),
    (
        Field.HOURS,
        r"(?:(?:opening|operating|office|working|usual|normal)\s+)?(?:hours|times?|hours\s+of\s+\w+|days\s+and\s+times|days|hours/days)|open|opening|availability|available|when(?:\s+(?:open|available|to\s+call|it\s+is\s+open))?|when\s+.*open.*",
    ),
    (
        Field.AREA,
        r"(?:local\s+)?(?:areas?(?:\s+(?:covered|served))?|local\s+authorit(?:y|ies)|authority|council|district|borough|localit(?:y|ies)|locations?|county|region|town|where(?:\s+.*live.*)?|patch|(?:area|place|council)\s+where.*|if\s+the\s+child\s+lives\s+in)",
    ),
    (
        Field.SERVICE,
        r"(?:name\s+of\s+)?(?:services?|teams?|contact\s+points?|contacts?|who(?:m)?(?:\s+to\s+(?:call|contact))?|(?:service|team|line)\s+name|service/team|team/service|line|helpline|offices?|units?)(?:\s+name)?",
    ),
    (Field.ROLE, r"(?:roles?|posts?|positions?|job\s+titles?|designations?|titles?)(?:\s*/\s*\w+)?"),
    (
        Field.ORGANISATION,
        r"(?:name\s+of\s+)?(?:organi[sz]ations?|agenc(?:y|ies)|departments?|providers?|charity|body|partners?(?:\s+agency)?)",
    ),
    (Field.NAME, r"(?:full\s+|contact\s+|officer\s+|staff\s+)?(?:names?|contact\s+person|person|officers?|lead)"),
    (
        Field.NOTES,
        r"(?:notes?|comments?|address(?:es)?|postal\s+address|websites?|web|description|purpose|what\s+.*|for|use\s+(?:for|when).*|information|further\s+information|about|reason|more|why|remit)",
    ),
)
_FIELDS = [(field, re.compile(words, re.IGNORECASE)) for field, words in _WORDS]
_TAIL = re.compile(
    r"^(?P<name>.+?)[\s:,(–—-]+(?P<field>(?:telephone|phone|tel|mobile|e-?mail|fax|text\s?-?phone|minicom|opening\s+hours|hours|numbers?|no\.?)(?:\s+(?:number|no\.?|address))?)\)?$",
    re.IGNORECASE,
)


def header_of(text: str) -> Header:
    """What a header cell says. A header that is no known field is a name."""
    words = text.strip().strip(":*?").strip()
    if field_of(words) is Field.HOURS:
        return Header(words, Field.HOURS)
    spans = hour_spans(words)
    hours = words[spans[0][0] : spans[-1][1]] if spans else ""
    bare = words
    for start, end in reversed(spans):
        bare = bare[:start] + bare[end:]
    bare = re.sub(r"\(\s*\)", "", bare).strip(" :,()–—-/")
    late = tells_out_of_hours(words)
    kind = _kind(words)
    if not bare and spans:
        return Header(
            words,
            Field.TELEPHONE,
            kind=kind,
            out_of_hours=late,
            hours="" if hours == words and not re.search(r"\d", hours) else hours,
        )
    field = field_of(bare)
    if field is None and re.fullmatch(
        r"day(?:time)?|office|night(?:time)?|emergency|out\s+of\s+hours.*|urgent", words, re.IGNORECASE
    ):
        field = Field.TELEPHONE
    if field is Field.TELEPHONE or field is Field.EMAIL:
        return Header(words, field, kind=kind, out_of_hours=late, hours=hours if re.search(r"\d", hours) else "")
    if field is not None:
        return Header(words, field, out_of_hours=late)
    tail = _TAIL.match(words) if not spans else None
    if tail and label_name(tail["name"]):
        return Header(words, field_of(tail["field"]), label_name(tail["name"]), kind, late)
    return Header(words, None, label_name(words) or words, kind, late, hours if re.search(r"\d", hours) else "")


def field_of(words: str) -> Field | None:
    """The field that a header's words name, or None."""
    return (
        next((field for field, pattern in _FIELDS if pattern.fullmatch(words.strip())), None) if words.strip() else None
    )


def _kind(words: str) -> TelephoneKind:
    if re.search(r"text\s?-?phone|minicom|text\s?relay", words, re.IGNORECASE):
        return TelephoneKind.TEXTPHONE
    if re.fullmatch(r"(?:text|sms|whats\s?app)(?:\s+(?:number|us|no\.?))?", words.strip(), re.IGNORECASE):
        return TelephoneKind.TEXT
    return TelephoneKind.VOICE
