"""How surely a number that no name stands beside is still of the service that was spoken of before it."""

import re
from enum import Enum

from knowledge.contacts import lexicon
from knowledge.contacts.drafts import plain
from knowledge.contacts.opening_words import hour_spans
from knowledge.contacts.service_words import FIELD_WORDS
from knowledge.contacts.tokens import Kind, tokens_of
from knowledge.contacts.words import FUNCTION

_SPEAKS_ON = re.compile(
    r"\b(?:also|too|its?|their|them|us|we|they|this|instead|same|(?:the|this)\s+(?:team|service|desk|line|hub|office|unit))\b",
    re.IGNORECASE,
)
_ANYBODYS = re.compile(
    r"(?:referrals?|info(?:rmation)?|enquir(?:y|ies)|admin|contacts?|e?mail(?:box)?|inbox|secure|duty|office|team|help|advice|"
    r"child(?:rens?)?|safeguarding|social|care|services?|famil(?:y|ies)|support|reception|hello|general|urgent|early|cs|csc|sc|s)+",
    re.IGNORECASE,
)
"""Words of an address that any service may have in its own."""
_TELLING = 4  # letters: a shorter word may stand in an address by chance
_MOST_OWN = 4  # words of a sentence that speak of something else than calling


class Bond(Enum):
    """Whether what was said before is spoken of still: surely, perhaps, or somebody else whom the page does not name."""

    SURE = "sure"
    UNSURE = "unsure"
    STRANGE = "strange"


def bond(service: str, email: str, front: str, headings: tuple[str, ...]) -> Bond:
    """How an address (or, with `email` empty, a telephone) belongs to a service named in a sentence before.

    `front` are the words before it in its own sentence. A word of the headings is the page's topic and tells little.
    """
    if not front.strip() or FIELD_WORDS.fullmatch(front.strip()) or _SPEAKS_ON.search(front):
        return Bond.SURE
    if not email:
        return Bond.UNSURE if _own_words(front) > _MOST_OWN else Bond.SURE
    joined = re.sub(r"[^a-z]", "", email.split("@", maxsplit=1)[0].lower())
    words = plain(service).split()
    initials = "".join(word[0] for word in words)
    if joined in "".join(words) or (len(initials) > 1 and initials in joined):
        return Bond.SURE
    shared = {word for word in words if word in joined and (len(word) >= _TELLING or joined.startswith(word))}
    if shared:
        topics = set(plain(" ".join(headings)).split())
        return Bond.UNSURE if shared <= topics and not set(words) <= topics else Bond.SURE
    return Bond.UNSURE if _ANYBODYS.fullmatch(joined) else Bond.STRANGE


def _own_words(front: str) -> int:
    """The words of a sentence in front of a number that are neither about calling nor about when."""
    spans = hour_spans(front)
    return sum(
        token.kind is Kind.WORD
        and token.low not in lexicon.LINKING | lexicon.REACHING | FUNCTION
        and not any(start <= token.start < end for start, end in spans)
        for token in tokens_of(front)
    )
