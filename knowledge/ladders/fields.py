"""What a column, row or inner heading of a stage holds: its timescale, who raises, to whom, what to record."""

import re
from enum import StrEnum


class Field(StrEnum):
    """What the words of a piece of a stage say about it."""

    TEXT = "what is done"
    TIMESCALE = "by when"
    RAISED_BY = "who raises"
    RAISED_TO = "to whom"
    RECORD = "what to record"
    STAGE = "the stage itself"


_LONGEST = 9  # words; a longer text is not the name of a column

_FIELDS: tuple[tuple[Field, re.Pattern[str]], ...] = tuple(
    (field, re.compile(pattern, re.IGNORECASE))
    for field, pattern in (
        (
            Field.TIMESCALE,
            r"\btime[\s-]?(?:scales?|frames?|limits?|lines?|period)\b|\btimings?\b|\bwhen\b|\bdeadlines?\b|\bhow\s+(?:long|quick\w*|soon|fast)\b|\bresponse\s+times?\b|\bturn\s?-?around|\btime\s+(?:to|for|allowed|taken)\b|^time$|\bwithin$|\bclock\b|\btarget\b|\b(?:working\s+)?(?:days|hours)\b$",
        ),
        (
            Field.RAISED_TO,
            r"\b(?:to|with)\s+whom\b|\bwho\s+(?:do\s+(?:i|you|we)|to)\s+(?:contact|speak|talk|escalate|tell|ask|call)\b|\bescalated?\s+to\b|\b(?:raised?|discuss(?:ed)?)\s+with\b|\brefer(?:red)?\s+to\b|\bwho\s+(?:receives|hears|decides|responds|resolves|should\s+be\s+contacted|you\s+contact)\b|\bcontact(?:s|\s+point)?$|\breceived\s+by\b|\bgoes\s+to\b|\bsent\s+to\b|\bresponder\b|\btaken\s+to\b|^to$|\bwho\s+with\b|\bcounterpart\b|\bwho(?:m)?\s+(?:do\s+|should\s+|must\s+)?you\s+(?:speak|talk|contact|tell|ask|go|ring)\b",
        ),
        (
            Field.RAISED_BY,
            r"\bby\s+whom\b|^(?:and\s+)?who(?:se)?\b|\brespons\w+|\b(?:raised|led|initiated|started|escalated|actioned|taken|owned)\s+by\b|\bowners?\b|\blead(?:\s+(?:person|officer|role|professional))?$|\broles?\b|\bpeople\b|\bparticipants\b|\bpersons?\b|\binvolved\b|^from$|\bactor\b|\binitiator\b|\bstaff\b",
        ),
        (
            Field.RECORD,
            r"\brecord\w*|\bdocument(?:ation|ed|ing)?\b|\bevidence\b|\bforms?\b|\bpaperwork\b|\bwritten\b|\bwrite\b|\bminutes\b|\blog\b",
        ),
        (
            Field.STAGE,
            r"^(?:(?:escalation|the|resolution|process)\s+)?(?:stages?|steps?|levels?|tiers?|phases?|no\.?|number|#)(?:\s+(?:of\s+\w+|no\.?|number|name))?$",
        ),
        (
            Field.TEXT,
            r"\bactions?\b|\bwhat\b|\bprocess\b|\bdescriptions?\b|\bhow\b|\bprocedure\b|\bdetails?\b|\btasks?\b|\bactivit\w+|\bmethod\b|\bpurpose\b|\baim\b|\boutcomes?\b|\bguidance\b|\bexpectations?\b|\bnext\b|\bif\s+(?:un|not)|\bhappens\b|\brequire\w*",
        ),
    )
)


def field_of(words: str) -> Field | None:
    """The field that a short heading names, None where it names none or is too long to be one."""
    words = words.strip(" :.?–—-*")
    if not words or len(words.split()) > _LONGEST or re.search(r"[.;]\s", words):
        return None
    return next((field for field, pattern in _FIELDS if pattern.search(words)), None)
