"""Whether a typed reading (a ladder, contacts, levels, a checklist) may answer: is its subject one the manual deals with?"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from knowledge.answers.outcomes import Kind
from knowledge.answers.shelf import Shelf
from knowledge.answers.support.concepts import Concept
from knowledge.answers.support.features import hinge, measure, part, unknown
from knowledge.answers.support.judging import ENOUGH, Support
from knowledge.answers.support.subjects import subject
from knowledge.answers.support.wanted import Wanted
from knowledge.answers.support.weights import weights
from knowledge.retrieval import Found

_LOOKED_AT = 4  # hits; a subject that the manual deals with is near the top

# Whom this is all about. A question that names a child or a family is about the manual's matter more often than not.
_FAMILY = re.compile(
    r"\b(?:child(?:ren)?'?s?|kids?|kiddo|bab(?:y|ies)|bub|toddlers?|infants?|newborn|teen(?:ager)?s?|girls?|boys?|lads?|lass|son|daughter|siblings?|"
    r"brothers?|sisters?|pupils?|students?|young (?:person|people|carer)|youngsters?|mums?|mothers?|dads?|fathers?|parents?|carers?|famil(?:y|ies)|"
    r"step-?(?:dad|mum|father|mother)|foster|year ?\d+|\d+ ?(?:yo|yr old|year old|month old|week old)|unborn|pregnan\w+|safeguard\w*|referrals?|refer)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class ReadingFeatures:
    """Measures of a question's subject against the manual; see `Features` for those with the same names.

    `bare`: 1 where nothing is left of the question once the words that ask for its kind are taken out. `family`: 1 where
    it names a child or family. The others are of the best of the first hits, with the subject's words alone.
    """

    covered: float
    unknown: float
    hinge: float
    dense: float
    bare: float
    family: float

    def named(self) -> Mapping[str, float]:
        """The values by name."""
        return {name: getattr(self, name) for name in self.__dataclass_fields__}


def reading_features(text: str, kind: Kind, found: Found, shelf: Shelf) -> ReadingFeatures:
    """The features of a question for a typed reading of this kind."""
    about = subject(kind, found, shelf)
    hits = [measure(about, Wanted.ANY, hit, found, shelf) for hit in found.kept[:_LOOKED_AT]]
    strangers: tuple[Concept, ...] = unknown(about, shelf)
    return ReadingFeatures(
        covered=max((one.covered for one in hits), default=0.0) if about else 1.0,
        unknown=part(strangers, about, shelf),
        hinge=min((one.hinge for one in hits), default=1.0) if about else hinge(found.query.text, strangers, shelf),
        dense=max((one.dense for one in hits), default=0.0),
        bare=float(not about),
        family=float(bool(_FAMILY.search(text))),
    )


def assess_reading(text: str, kind: Kind, found: Found, shelf: Shelf) -> Support:
    """Whether the manual deals with what this question is about, so that a reading of this kind may answer it."""
    score = weights("reading").probability(reading_features(text, kind, found, shelf).named())
    return Support(score, score >= ENOUGH, "the manual does not deal with what the question is about")


def names_it(service: str, kind: Kind, found: Found, shelf: Shelf) -> float:
    """The part of a question's subject that a service's name holds, by weight: 0 to 1. 1 for a question without one."""
    about = subject(kind, found, shelf)
    initials = "".join(word[0] for word in re.findall(r"[A-Za-z]+", service) if word[0].isupper()).casefold()
    held = shelf.stems(service) | {initials}
    return part([one for one in about if one.held_by(held)], about, shelf) if about else 1.0
