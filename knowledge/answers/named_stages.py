"""The stage that a message names, and whether it has been tried: "we have done stage two" asks for the one after it."""

import re

from knowledge.ladders import Ladder

_NUMBERS = {
    "one": 1, "first": 1, "i": 1, "two": 2, "second": 2, "ii": 2, "three": 3, "third": 3, "iii": 3,
    "four": 4, "fourth": 4, "iv": 4, "five": 5, "fifth": 5, "v": 5, "six": 6, "sixth": 6,
}  # fmt: skip
_NUMBER = r"(?:\d{1,2}|one|two|three|four|five|six|i{1,3}|iv|v)"
_KINDS = r"(?:stage|step|level|tier|phase)"
_NAMED = re.compile(
    rf"\b{_KINDS}\s*({_NUMBER})\b|\b(first|second|third|fourth|fifth|sixth)\s+{_KINDS}\b",
    re.I,
)
_LAST = re.compile(rf"\b(?:final|last|top|highest)\s+{_KINDS}\b|\bfinal (?:say|decision|word)\b", re.I)
_DONE = re.compile(
    r"\b(?:done|did|tried|finished|completed|been (?:through|to)|after|failed|no (?:joy|luck|reply|response|answer)|got nowhere|"
    r"already|past|didn'?t work|not (?:resolved|settled|agreed)|still (?:no|not|disagree)|without|unhappy with)\b",
    re.I,
)


def named_stage(text: str) -> int:
    """The number of the stage that a message names, 0 where it names none."""
    found = _NAMED.search(text)
    if not found:
        return 0
    word = (found.group(1) or found.group(2)).casefold()
    return int(word) if word.isdigit() else _NUMBERS.get(word, 0)


def wanted_stage(text: str, ladder: Ladder) -> int:
    """The order of the stage that a message asks for: the one it names, the one after it where that was tried, the last
    one where it speaks of the final stage; 0 where it says nothing of stages."""
    if _LAST.search(text):
        return ladder.stages[-1].order
    named = named_stage(text)
    return named + 1 if named and _DONE.search(text) else named
