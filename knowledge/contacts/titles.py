"""The names in headings, row headers and labels, which are kept as printed but for hours and fields."""

import re

from knowledge.contacts.service_words import FIELD_WORDS, PRONOUN, is_general, names_service
from knowledge.contacts.trimming import TIMED_BRACKETS, tells_clock, without_field_tail

_ABOUT_CONTACT = re.compile(
    r"^(?:how\s+(?:to|do\s+i|can\s+i)\s+)?(?:contact(?:ing)?|call(?:ing)?|reach(?:ing)?|ring(?:ing)?|speak(?:ing)?\s+to|get(?:ting)?\s+in\s+touch\s+with|making\s+contact\s+with|contact\s+details\s+for|"
    r"contacts?\s+(?:for|at|in)|(?:informing|notifying|telling|consulting|alerting)|(?:make|making)\s+a\s+referral\s+to|refer(?:ring)?\s+(?:\w+\s+){0,3}to|referrals?\s+to|telephone\s+numbers?\s+for)\s+(?:the\s+|your\s+|our\s+)?(?P<name>(?!and\b|&).+)$"
    r"|^(?P<named>.+?)(?:\s*[:,–—-]\s*contact|[\s:,–—-]+(?:contact\s+(?:details?|numbers?|information|us)|contacts|telephone\s+numbers?|phone\s+numbers?|details|opening\s+hours|opening\s+times))$",
    re.IGNORECASE,
)


def label_name(label: str) -> str:
    """A label or row header as a name: hours in brackets and words such as "telephone" at its ends taken away."""
    rest = TIMED_BRACKETS.sub(lambda m: "" if tells_clock(m.group()) else m.group(), label)
    whole = rest.strip(" \t:–—-|•·*")
    rest = without_field_tail(whole)
    rest = whole if PRONOUN.match(rest) and names_service(whole) else rest  # "Team inbox"
    bare = re.sub(r"\s*\([^()]*\)", "", rest)
    return "" if FIELD_WORDS.fullmatch(bare) or not re.search(r"[A-Za-z]{2}", rest) else rest


def heading_name(heading: str) -> str:
    """The service a heading names ("Contacting the Northshire MASH" names "Northshire MASH"), "" for a general heading."""
    about = _ABOUT_CONTACT.match(heading.strip())
    words = ((about["name"] or about["named"]) if about else heading).strip(" :.–-")
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
