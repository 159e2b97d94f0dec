"""The stage that a message names, and whether it has been tried: "we have done stage two" asks for the one after it."""

import re
from collections.abc import Iterable
from functools import lru_cache

from knowledge.index.words import STOP_WORDS
from knowledge.ladders import Ladder

_NUMBERS = {
    "one": 1, "first": 1, "i": 1, "two": 2, "second": 2, "ii": 2, "three": 3, "third": 3, "iii": 3,
    "four": 4, "fourth": 4, "iv": 4, "five": 5, "fifth": 5, "v": 5, "six": 6, "sixth": 6,
}  # fmt: skip
_NUMBER = r"(?:\d{1,2}|one|two|three|four|five|six|i{1,3}|iv|v)"
# "Level 3" and "tier 4" are levels of need, unless the ladder itself calls its stages so.
_KINDS = frozenset(("stage", "step", "phase"))
_FIRST = re.compile(
    rf"^\W*(?:([A-Za-z]{{3,}})\s+{_NUMBER}\b|(?:first|second|third|fourth|fifth|sixth)\s+([A-Za-z]{{2,}})\W*$)", re.I
)
_LAST = re.compile(r"\b(?:final|last|top|highest)\s+([a-z]+)\b|\bfinal (?:say|decision|word)\b", re.I)
_DONE = re.compile(
    r"\b(?:done|did|tried|finished|completed|been (?:through|to)|after|failed|no (?:joy|luck|reply|response|answer)|got (?:us )?nowhere|"
    r"already|past|didn'?t work|not (?:resolved|settled|agreed|sorted|fixed|solved)|still (?:no|not|disagree)|without|unhappy with)\b",
    re.I,
)


def stage_words(ladders: Iterable[Ladder]) -> frozenset[str]:
    """What ladders call their stages ("rung", where the stages are Rung One and Rung Two), and the usual words for it."""
    printed = (head for ladder in ladders for stage in ladder.stages for head in (stage.label, stage.name))
    named = ((found[1] or found[2]).casefold() for head in printed if (found := _FIRST.match(head)))
    return _KINDS | {word for word in named if word not in STOP_WORDS}


def named_stage(text: str, called: frozenset[str] = _KINDS) -> int:
    """The number of the stage that a message names, 0 where it names none. `called` is what stages are called here."""
    found = _named(called).search(text)
    if not found:
        return 0
    word = (found.group(1) or found.group(2)).casefold()
    return int(word) if word.isdigit() else _NUMBERS.get(word, 0)


def wanted_stage(text: str, ladder: Ladder) -> int:
    """The order of the stage that a message asks for: the one it names, the one after it where that was tried, the last
    one where it speaks of the final stage; 0 where it says nothing of stages."""
    called = stage_words([ladder])
    last = _LAST.search(text)
    if last and (last[1] is None or last[1].casefold() in called):
        return ladder.stages[-1].order
    named = named_stage(text, called)
    return named + 1 if named and _DONE.search(text) else named


@lru_cache(maxsize=64)
def _named(called: frozenset[str]) -> re.Pattern[str]:
    kinds = "|".join(map(re.escape, sorted(called)))
    return re.compile(rf"\b(?:{kinds})\s*({_NUMBER})\b|\b(first|second|third|fourth|fifth|sixth)\s+(?:{kinds})\b", re.I)
