"""Clocks: the time limits a text prints, each with who must act, what it runs from, and the words that qualify it."""

import re
from functools import lru_cache

from knowledge.ladders.acts import actor_of
from knowledge.ladders.alternatives import condition_of
from knowledge.ladders.at_once import immediately
from knowledge.ladders.durations import Duration, durations
from knowledge.ladders.ladder import Clock, Unit
from knowledge.ladders.limits import Standing, standing
from knowledge.ladders.qualifiers import qualifier_of
from knowledge.ladders.sentences import sentences
from knowledge.ladders.triggers import runs_from


def read_clocks(text: str) -> tuple[Clock, ...]:
    """The time limits printed in a text, in printed order. A text that prints none gives none.

    "As soon as possible" and "without delay" are no clock; "immediately" is one only as the timescale of an action.
    A length of time that is not a limit (an age, a retention period, opening hours) is no clock.
    """
    return clocks_in(text, timescale=False)


def clocks_in(text: str, *, timescale: bool) -> tuple[Clock, ...]:
    """As `read_clocks`; `timescale` says that the text stands where a page prints timescales, such as in such a column."""
    found: list[Clock] = []
    for sentence in sentences(text):
        for clock, stands in _clocks(sentence, timescale=timescale):
            if stands is Standing.CONDITION and any(_same(clock, kept) for kept in found):
                continue
            found.append(clock)
    return tuple(found)


def restates(text: str, clock: Clock) -> bool:
    """Whether a sentence only refers back to a clock ("if there is no reply within the five working days")."""
    for duration in durations(text):
        if (duration.value, duration.unit) == (clock.value, clock.unit):
            definite = re.search(r"\b(?:the|this|that|these|those)\s+$", text[: duration.start], re.IGNORECASE)
            if standing(text, duration, timescale=False) is Standing.CONDITION or definite:
                return True
    return False


def _same(one: Clock, other: Clock) -> bool:
    return (one.value, one.unit) == (other.value, other.unit)


@lru_cache(maxsize=4096)  # a sentence is looked at for its stage, for its ladder and for what restates it
def _clocks(sentence: str, *, timescale: bool) -> tuple[tuple[Clock, Standing], ...]:
    read: list[tuple[int, Clock, Standing]] = []
    previous: Duration | None = None
    for duration in durations(sentence):
        stands = standing(sentence, duration, timescale=timescale)
        gloss = previous is not None and _glosses(sentence, previous, duration)
        if stands is not Standing.NONE and not gloss:
            read.append((duration.start, _clock(sentence, duration), stands))
        previous = duration if stands is not Standing.NONE else None
    read.extend(
        (at, _at_once(sentence, at, end), Standing.LIMIT) for at, end in immediately(sentence, timescale=timescale)
    )
    return tuple((clock, stands) for _, clock, stands in sorted(read, key=lambda entry: entry[0]))


def _glosses(sentence: str, previous: Duration, duration: Duration) -> bool:
    """ "48 hours (two working days)", "one week, i.e. 5 working days": the second says the first again."""
    if condition_of(sentence, duration):
        return False
    between = sentence[previous.end : duration.start]
    return bool(
        re.fullmatch(
            r"\s*(?:[,(\[/–-]|or)?\s*(?:[(\[]|i\.?e\.?,?|that is,?|equivalent to|=)\s*(?:within\s+)?(?:a maximum of\s+)?",
            between,
            re.IGNORECASE,
        )
    )


def _clock(sentence: str, duration: Duration) -> Clock:
    return Clock(
        value=duration.value,
        unit=duration.unit,
        text=sentence,
        runs_from=runs_from(sentence, duration),
        actor=actor_of(sentence, duration.start),
        qualifier=qualifier_of(sentence, duration),
    )


def _at_once(sentence: str, at: int, end: int) -> Clock:
    here = Duration(at, end, None, Unit.IMMEDIATELY)
    return Clock(None, Unit.IMMEDIATELY, sentence, runs_from(sentence, here), actor_of(sentence, at), "")
