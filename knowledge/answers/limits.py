"""The sentences of a section that limit it: exceptions, conditions, time limits, what must not be done.

A rule shown without its exception is dangerous, so this leans to finding too many: a sentence that limits nothing costs a
line, one that is missed may cost a child.
"""

import re
from collections.abc import Iterator

from knowledge.answers.sentences import qualifies, sentences
from knowledge.ladders import read_clocks

_LIMITING = re.compile(
    r"\b(?:must not|should not|need not|may not|cannot|can't|do not|don't|does not (?:mean|need|take|stop|replace|cover)|"
    r"are not (?:used|for)|never|without delay|at once|straight away|right away|same day|on the day|whichever|"
    r"even if|whether or not|regardless|as long as|apart from|other than|until|before (?:the|any|an?|you|it)|"
    r"stands? (?:in the meantime|until)|in the meantime|out of hours|not apply|no longer|still)\b|"
    r"^(?:if|where|when|while|in an emergency|for an? (?:serious|urgent))\b|"
    r"(?:,|;| or| and| but) (?:if|where) |\b(?:ring|call|dial|phone|telephone) (?:999|101|111)\b|\b999\b",
    re.I,
)


def limits(text: str) -> Iterator[str]:
    """The limiting sentences of a text in printed order, each an exact substring of it."""
    for sentence in sentences(text):
        if qualifies(sentence) or _LIMITING.search(sentence) or _has_clock(sentence):
            yield sentence


def _has_clock(sentence: str) -> bool:
    return bool(read_clocks(sentence))
