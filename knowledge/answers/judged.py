"""A passage that was found, with how far it supports an answer, and which of several come first."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from knowledge.answers.outcomes import Kind, Question
from knowledge.answers.sentences import directs
from knowledge.answers.shelf import Shelf
from knowledge.answers.support import Support, units
from knowledge.answers.support.readings import assess_reading
from knowledge.manual import Passage
from knowledge.questions import is_list_of_words
from knowledge.retrieval import Found, Hit

# Headings of parts that say what a chapter is about, or what was changed in it, and lay down nothing.
_ABOUT_ITSELF = re.compile(
    r"^\W*(?:\d[\d.]* *)?(?:scope|introduction|about this|amendments?|related|contents|who is this|what is this (?:page|chapter|guide))\b",
    re.I,
)
_SILENCE = re.compile(
    r"\b(?:no (?:response|reply|answer|decision|acknowledge?ment|receipt|feedback|outcome|word|news|contact)|(?:hear|heard|hears) (?:nothing|no more)|"
    r"(?:not|n[o'’]t|never) (?:yet )?(?:had|have|hear|heard|receive|received|been (?:told|given|contacted)|respond|responded|repl(?:y|ied)|answer|answered|acknowledged?)|"
    r"without (?:a |an |any )?(?:response|reply|answer|word)|fails? to (?:respond|reply|answer)|receives? (?:no|nothing)|(?:gone|goes|go) quiet|unanswered)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Judged:
    """A hit and its support."""

    hit: Hit
    support: Support

    @property
    def passage(self) -> Passage:
        """The passage that was found."""
        return self.hit.passage

    @property
    def standing(self) -> tuple[bool, float, float]:
        """What comes first: parts that lay something down, then the better supported."""
        about_itself = any(_ABOUT_ITSELF.match(heading) for heading in (self.passage.chapter, *self.passage.path))
        about_itself = about_itself or is_list_of_words(self.passage)
        return (self.support.enough and not about_itself, round(self.support.score, 3), self.hit.score)


def of_silence(question: Question, found: Found, judged: Sequence[Judged], shelf: Shelf) -> list[Judged]:
    """For somebody who has heard nothing: the sections that say what to do then, nearest first, where the manual deals with
    what the question is about. The words of such a section ("no receipt", "goes quiet") are seldom those that are typed."""
    text = " ".join((question.text, *question.said))
    support = assess_reading(text, Kind.NO_RESPONSE, found, shelf)
    if not support.enough:
        return []
    silent = [one for one in judged if any(_SILENCE.search(unit) and directs(unit) for unit in units(one.passage))]
    silent.sort(key=lambda one: -one.hit.score)
    return [replace(one, support=support) for one in silent[:1]]
