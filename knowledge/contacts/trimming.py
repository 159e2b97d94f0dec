"""Trim from a phrase what is no part of a name: hours, fields, verbs, brackets that tell how or when."""

import re

from knowledge.contacts.opening_words import hour_spans
from knowledge.contacts.proper_names import without_person
from knowledge.contacts.service_words import FIELD, FIELD_WORDS

_TRAILERS = re.compile(
    r"(?:[\s,:;(–—|/=•·-]+|\b(?:on|at|via|by|through|using|is|are|either|to|the|their|our|your|and|or|also|then|now|using|following|as|follows|quoting|for|with|a|in|of)"
    r"|\b(?:can|may|should|must|will|could)\s+(?:also\s+|always\s+|now\s+|only\s+)?(?:be\s+)?(?:contacted|reached|called|phoned|telephoned|emailed|e-mailed|rung|found|made|sent|reported|used|obtained|available|accessed)(?:\s+directly)?"
    r"|\b(?:is|are)\s+(?:also\s+|now\s+)?(?:available|contactable|open|staffed|reachable|operational|based)"
    r"|\b(?:is|are)\b|\bsecure(?:ly)?|\bthe\s+following|\bcontactable|\bavailable|\boperates|\bworks|\bruns"
    r"|\bin\s+the\s+first\s+instance|\bimmediately|\bdirect(?:ly)?|\bopen|\bstraight\s*away|\bright\s+away|\bwithout\s+delay|\bas\s+soon\s+as\s+possible|\btoday|\bfree(?:\s+of\s+charge)?|\banytime"
    r"|\bduring|\bbetween|\bfrom|\boutside|\bemergency\s+number|\bhelpline\s+number"
    rf"|\b{FIELD}\b\.?)$",
    re.IGNORECASE,
)
POSSESSIVE = re.compile(r"[’']s?$")
TIMED_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
_ENDS_IN_OF = re.compile(r"\bpoint\s+of\s*$", re.IGNORECASE)
_FORMER = re.compile(r"\s*\((?:formerly|previously|once|was)\b[^()]*\)", re.IGNORECASE)


def _without_field_brackets(words: str) -> str:
    """The words without brackets that only say how to reach: "ChatHealth (text)"."""
    return re.sub(r"\s*\(([^()]*)\)", lambda m: "" if FIELD_WORDS.fullmatch(m.group(1)) else m.group(), words)


def trimmed(phrase: str) -> str:
    phrase = _without_field_brackets(phrase)
    phrase = TIMED_BRACKETS.sub(lambda m: "" if tells_clock(m.group()) else m.group(), _FORMER.sub("", phrase))
    phrase = without_person(POSSESSIVE.sub("", phrase.strip(' \t,:;.–—-|•·*"“”')))
    if phrase.count("(") > phrase.count(")"):
        phrase = phrase[: phrase.rindex("(")]
    if phrase.count(")") > phrase.count("("):
        phrase = phrase[phrase.index(")") + 1 :]
    return phrase.strip(' \t,:;.–—-|•·*"“”')


def tells_clock(words: str) -> bool:
    """Whether brackets tell when, so that they are no part of a name."""
    return (
        bool(hour_spans(words))
        and re.search(
            r"\d|open\b|\b(?:mon|hours|office|normal|day|evenings?|nights?|weekdays?)\b", words, re.IGNORECASE
        )
        is not None
    )


def without_hours(words: str) -> str:
    """The words with those about opening hours taken out, brackets that hold nothing else with them."""
    for start, end in reversed(hour_spans(words)):
        words = words[:start] + "\x00" + words[end:]
    words = re.sub(r"\(\s*(?:open|during|free|,|;|only|calls?)*\s*\x00[^()]*\)", "", words)
    words = re.sub(r"\(\s*\x00\s*", "", words)
    return words.replace("\x00", ",")


def without_trailers(words: str) -> str:
    previous = None
    while previous != words:
        previous = words
        stripped = POSSESSIVE.sub("", words) if re.search(r"[’']s?\s*$", words) and previous != words else words
        closes = stripped.rstrip().endswith(")")
        words = stripped if closes else _TRAILERS.sub("", stripped)
        if _ENDS_IN_OF.search(words):
            return stripped.rstrip()  # "Single Point of Contact"
    return POSSESSIVE.sub("", words.rstrip())


def without_field_tail(words: str) -> str:
    """A label without the field at its end: "MASH telephone" gives "MASH", "Telephone" gives ""."""
    cut = re.sub(
        rf"(?:[\s:,(–—-]+|^)(?:(?!(?:duty|contact|direct|main|general|switchboard|secure)\b){FIELD}\b\.?[\s)]*)+$",
        "",
        words,
        flags=re.IGNORECASE,
    )
    dangling = re.search(r"\b(?:of|for|to|with|by|on|first|initial)$", cut, re.IGNORECASE) is not None
    return cut if (cut and not dangling) or FIELD_WORDS.fullmatch(words) else words
