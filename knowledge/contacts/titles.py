"""The names in headings, row headers and labels, which are kept as printed but for hours and fields."""

import re

from knowledge.contacts.opening_words import hour_spans
from knowledge.contacts.phrases import is_lone_noun, post_held
from knowledge.contacts.service_words import FIELD, FIELD_WORDS, PRONOUN, is_general, names_service

_ABOUT_CONTACT = re.compile(
    r"^(?:how\s+(?:to|do\s+i|can\s+i)\s+)?(?:contact(?:ing)?|call(?:ing)?|reach(?:ing)?|ring(?:ing)?|speak(?:ing)?\s+to|get(?:ting)?\s+(?:in\s+touch\s+with|hold\s+of)|making\s+contact\s+with|contact\s+details\s+for|"
    r"contacts?\s+(?:for|at|in)|(?:ask|get|seek|request)(?:t?ing)?\s+(?:\w+\s+){0,3}from|(?:go|turn|apply|report|talk)(?:ing)?\s+(?:\w+\s+){0,2}to|(?:informing|notifying|telling|consulting|alerting)|(?:make|making)\s+a\s+referral\s+to|refer(?:ring)?\s+(?:\w+\s+){0,3}to|referrals?\s+to|telephone\s+numbers?\s+for)\s+(?:the\s+|your\s+|our\s+)?(?P<name>(?!and\b|&).+)$"
    r"|^(?P<named>.+?)(?:\s*[:,–—-]\s*contact|[\s:,–—-]+(?:contact\s+(?:details?|numbers?|information|us)|contacts|telephone\s+numbers?|phone\s+numbers?|details|opening\s+hours|opening\s+times))$",
    re.IGNORECASE,
)

_DOING = re.compile(r"[A-Z][a-z]+ing\s+(?:[a-z]+\s+){0,3}(?:the|an?|your|our|their)\s")
_DATED = re.compile(r"\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\s+\d{1,2}\b", re.IGNORECASE)
TIMED_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")


def label_name(label: str) -> str:
    """A label or row header as a name: hours in brackets and words such as "telephone" at its ends taken away."""
    rest = TIMED_BRACKETS.sub(lambda m: "" if tells_clock(m.group()) else m.group(), label)
    whole = rest.strip(" \t:–—-|•·*")
    rest = without_field_tail(post_held(whole) or whole)
    rest = whole if PRONOUN.match(rest) and names_service(whole) else rest  # "Team inbox"
    rest = whole if whole.lower().endswith("enquiries") and not names_service(rest) else rest  # "Training enquiries"
    bare = re.sub(r"\s*\([^()]*\)", "", rest)
    return "" if FIELD_WORDS.fullmatch(bare) or not re.search(r"[A-Za-z]{2}", rest) else rest


def heading_name(heading: str) -> str:
    """The service a heading names ("Contacting the Northshire MASH" names "Northshire MASH"), "" for a general heading."""
    about = _ABOUT_CONTACT.match(heading.strip())
    words = ((about["name"] or about["named"]) if about else heading).strip(" :.–-")
    if about and about["name"] and is_lone_noun(words):
        words = heading.strip(" :.–-")  # "Contact Centre"
    elif not about and _DOING.match(words):
        return ""  # "Disagreeing with the Front Door" tells whom its numbers are about, not whose they are
    words = re.sub(
        r"\s+(?:(?:in|across)\s+(?:the|our|your)|by|in\s+each|for\s+each|in\s+every|for\s+every|per)\s+(?:local\s+)?(?:area|authority|council|borough|district|locality|region|county)$",
        "",
        words,
        flags=re.IGNORECASE,
    )
    words = re.sub(r"^(?:the|our)\s+(?=\w+\s?[A-Z])", "", words, flags=re.IGNORECASE)
    words = label_name(words)
    if not words or is_general(words) or PRONOUN.match(words):
        return ""
    return words


def tells_clock(words: str) -> bool:
    """Whether brackets tell when, so that they are no part of a name."""
    return (
        bool(hour_spans(words) or _DATED.search(words))
        and re.search(
            r"\d|open\b|\b(?:mon|hours|office|normal|day|evenings?|nights?|weekdays?)\b", words, re.IGNORECASE
        )
        is not None
    )


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
