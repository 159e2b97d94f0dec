"""The kind of thing that would answer a question: a time, an amount, a person, a way to reach somebody; and whether a
sentence holds one.
"""

import re
from enum import StrEnum

from knowledge.answers.outcomes import Kind
from knowledge.answers.sentences import directs


class Wanted(StrEnum):
    """What an answer must hold."""

    TIME = "a time or time limit"
    AMOUNT = "a number"
    REACH = "a telephone number or address"
    PERSON = "a person or role"
    MEANING = "what it means"
    ACTION = "something to do"
    RULING = "whether it may or must be done"
    ANY = "anything"


_NUMBER = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty)"
_UNIT = (
    r"(?:minutes?|hours?|(?:working |school |calendar |term )?days?|weeks?|fortnights?|months?|years?|terms?|quarters?)"
)
_TIME = re.compile(
    rf"\b{_NUMBER}[ -]{_UNIT}\b|\b(?:the )?(?:same|next|following|first|last) (?:working |school )?{_UNIT}\b|"
    rf"\b(?:each|every|per|once an?|twice an?|half a|a further|a|an|one) {_UNIT}\b|\b(?:daily|weekly|fortnightly|monthly|termly|"
    r"quarterly|yearly|annually|immediately|at once|straight away|without delay|at any time|as soon as)\b|"
    r"\b\d{1,2}(?:[.:]\d\d)? ?[ap]m\b|\b(?:every|first|second|third|last) (?:mon|tues|wednes|thurs|fri|satur|sun)day|"
    r"\b(?:age of|until|from|aged|under|over) \d+\b",
    re.I,
)
_AMOUNT = re.compile(rf"\b{_NUMBER}\b|£|%|\bper cent\b", re.I)
_REACH = re.compile(
    r"\b0\d{2,4}[ -]?\d{3}[ -]?\d{3,4}\b|\b0800 \d{3,4}(?: \d{3,4})?\b|\b(?:999|101|111)\b|[\w.]+@[\w.]+"
)
_PERSON = re.compile(
    r"\b(?:\w+ (?:manager|lead|leader|officer|worker|chair|nurse|team|head|panel|service|board|agency|adviser|doctor|teacher|"
    r"practitioner|professional|visitor|coordinator|supervisor|midwife|paediatrician|solicitor|guardian|police)s?|police|manager|"
    r"chair(?:ed)?|employer|parents?|headteacher|governors?|social worker|anyone|everyone|nobody|any practitioner)\b",
    re.I,
)
_DEFINES = re.compile(
    r"\b(?:is|are|means?|refers? to|stands? for|includes?)\b|^[^|]{2,50} \| |^[A-Z][^.]{2,40}[:–—] ", re.I
)

_AMOUNT_ASKED = re.compile(
    r"\b(?:how many|how much|what (?:score|percentage|proportion|ratio|number of|age|cost|price|rate)|(?:costs?|price|fees?|charges?) (?:of|for)|scores?|points?|percentage|"
    r"maximum|minimum|caseloads?|limit on)\b",
    re.I,
)
_ACTION_ASKED = re.compile(
    r"\bwhat (?:do|should|shd|must|can|would|steps|now|next|first)\b(?! (?:it|this|that|they)? ?(?:mean|stand))|\bwhat (?:to do|action)|\bsteps\b|"
    r"\bhow (?:do|should|shd|can) (?:i|we)\b|\b(?:do|should|shd|must|can) (?:i|we)\b",
    re.I,
)
_COUNTED = re.compile(
    r"\bhow many ([a-z]+)|\bwhat (score|percentage|proportion|ratio|age|cost|price|rate)\b|\b(score|points?|percentage|caseload|fee|fine|cost|price)s?\b",
    re.I,
)
# "How long must records be kept" is no question about a time limit for doing something.
_KEEPING_ASKED = re.compile(
    r"\b(?:how long|how many (?:weeks|months|years)|when)\b.{0,40}\b(?:keep|kept|retain(?:ed)?|stor(?:e|ed)|hold on to|destroy(?:ed)?|delet(?:e|ed)|shred(?:ded)?)\b"
    r"(?! (?:\w+ )?(?:child|children|baby|person|young|him|her|them|people)\b)|\bretention\b",
    re.I,
)
_KEEPING = re.compile(
    r"\b(?:keep|keeps|kept|keeping|retain\w*|retention|stor(?:e|es|ed|ing)|destr\w+|delet\w+|shred\w*|archiv\w+|dispos\w+)\b",
    re.I,
)
_PERSON_ASKED = re.compile(
    r"^\W*(?:so |and |but )?(?:who|whos|who's|whose|whom|which (?:role|person|manager|agency|team))\b", re.I
)


_OF_KIND = {
    Kind.CLOCK: Wanted.TIME,
    Kind.CONTACT: Wanted.REACH,
    Kind.MEANING: Wanted.MEANING,
    Kind.DISPUTE: Wanted.ACTION,
    Kind.NO_RESPONSE: Wanted.ACTION,
}
# "Can we appeal", "do I need proof": answered by what may, must or need not be, as well as by what to do.
_RULING_ASKED = re.compile(
    r"^\W*(?:so |and |but |hi |hello )*(?:do|does|did|should|shd|must|can|may|is|are|will) \w+", re.I
)
_RULING = re.compile(
    r"\b(?:may|must|should|ought|can|cannot|can't|need(?:s|ed)?|never|nobody|no one|is to|are to|is not|are not|does not|do not|don't)\b|"
    r"\b(?:there (?:is|are) no|no (?:\w+ ){1,3}(?:is|are))\b",
    re.I,
)
_ASKED = (
    (Wanted.AMOUNT, _AMOUNT_ASKED),
    (Wanted.RULING, _RULING_ASKED),
    (Wanted.ACTION, _ACTION_ASKED),
    (Wanted.PERSON, _PERSON_ASKED),
)
_HELD = {
    Wanted.TIME: _TIME,
    Wanted.AMOUNT: _AMOUNT,
    Wanted.REACH: _REACH,
    Wanted.PERSON: _PERSON,
    Wanted.MEANING: _DEFINES,
}


def wanted(text: str, kind: Kind) -> Wanted:
    """What would answer a question of this kind, worded like this."""
    if kind in _OF_KIND:
        return _OF_KIND[kind]
    return next((thing for thing, pattern in _ASKED if pattern.search(text)), Wanted.ANY)


def asks_how_long_to_keep(text: str) -> bool:
    """Whether a question asks how long something is kept before it is destroyed."""
    return bool(_KEEPING_ASKED.search(text))


def tells_keeping(sentence: str) -> bool:
    """Whether a sentence speaks of keeping or destroying."""
    return bool(_KEEPING.search(sentence))


def counted(text: str) -> str:
    """What a question asks the number of ("how many cases", "what score"), "" where it asks none or does not say."""
    found = _COUNTED.search(text)
    return next((word for word in found.groups() if word), "") if found else ""


def holds(thing: Wanted, sentence: str) -> bool:
    """Whether a sentence or table row holds such a thing."""
    if thing is Wanted.ACTION:
        return directs(sentence)
    if thing is Wanted.RULING:
        return directs(sentence) or bool(_RULING.search(sentence))
    return thing not in _HELD or bool(_HELD[thing].search(sentence))
