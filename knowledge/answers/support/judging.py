"""Does a passage answer what was asked? The features of question and passage, weighed."""

from dataclasses import asdict, dataclass

from knowledge.answers.outcomes import Kind
from knowledge.answers.shelf import Shelf
from knowledge.answers.support.concepts import Concept, carried
from knowledge.answers.support.features import Features, measure, part
from knowledge.answers.support.subjects import subject
from knowledge.answers.support.wanted import Wanted, wanted
from knowledge.answers.support.weights import weights
from knowledge.questions import is_list_of_words
from knowledge.retrieval import Found, Hit

ENOUGH = 0.5  # the weights' bias is set so that this is the floor
_SEVERAL = 2  # telling words; a single one is held by too much
_ALL = 0.999


@dataclass(frozen=True, slots=True)
class Support:
    """How far something supports an answer: `score` between 0 and 1, whether it is `enough`, and `why` not, in words."""

    score: float
    enough: bool
    why: str


@dataclass(frozen=True, slots=True)
class Judge:
    """Weighs the hits of one search against its question. `thing` is what an answer must hold."""

    asked: tuple[Concept, ...]
    thing: Wanted
    found: Found
    shelf: Shelf

    @classmethod
    def of(cls, text: str, kind: Kind, found: Found, shelf: Shelf) -> "Judge":
        """A judge of what was found for a question."""
        return cls(subject(kind, found, shelf) or carried(found.query), wanted(text, kind), found, shelf)

    def features(self, hit: Hit) -> Features:
        """What is weighed of one hit."""
        return measure(self.asked, self.thing, hit, self.found, self.shelf)

    def covers(self, text: str, *, beside: str = "") -> float:
        """The part of the question's telling words that a text holds, by weight: 0 to 1. Words that stand `beside` it
        anyway, in its headings, tell nothing and are left out, unless nothing else was asked."""
        headings = self.shelf.stems(beside)
        rest = [one for one in self.asked if not one.held_by(headings)] or self.asked
        held = self.shelf.stems(text)
        return part([one for one in rest if one.held_by(held)], rest, self.shelf)

    def assess(self, hit: Hit) -> Support:
        """Weigh one hit against the question."""
        features = self.features(hit)
        score = weights("passage").probability(asdict(features))
        if self._told_whole(features) and not is_list_of_words(hit.passage):
            score = max(score, ENOUGH)
        return Support(score, score >= ENOUGH, _why(features, self.thing))

    def _told_whole(self, features: Features) -> bool:
        """Whether one sentence holds the kind of thing asked for and every telling word of the question, two at least."""
        if self.thing is Wanted.AMOUNT:
            return False
        return len(self.asked) >= _SEVERAL and features.fits == 1.0 and features.together > _ALL


def _why(features: Features, thing: Wanted) -> str:
    if not features.fits:
        return f"the nearest section does not hold what was asked for: {thing}"
    if features.unknown:
        return "the manual does not use some of the words that the question turns on"
    if features.covered < 1:
        return f"the nearest section holds {features.covered:.0%} of the question's telling words"
    return "the nearest section is not near enough in meaning"
