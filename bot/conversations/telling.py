"""What a message tells, apart from what it asks: "comes in hungry every day, what level is this?" tells one thing and asks one."""

import re
from collections.abc import Iterable
from dataclasses import replace

from bot.conversations.turns import Turn

MOST_TOLD = 6  # tellings that a thread remembers; enough for a situation, too little for a case record
LONGEST_TOLD = 240  # characters of one
_FEWEST = 2  # words; a single word tells nothing that could stand beside a descriptor
_PARTS = re.compile(
    r"(?<=[.!?;])\s+|\n+|,\s+(?=(?:so |and |but )?(?:what|which|who|how|where|when|is|are|do|does|should|can|could)\b)",
    re.I,
)
_PIECES = re.compile(r"[.;,\n]+\s+|[.;,]$|\s+(?:and|but|also|plus|then)\s+|\s+[&+]\s+|\s+-\s+", re.I)
_FIRST_PERSON = re.compile(r"\b(?:i|i'?m|i'?ve|i'?d|me|my|myself|im|ive|we|us|our)\b", re.I)
_OPENING = re.compile(
    r"^\W*(?:(?:sorry|hang on|hold on|wait|one sec|quick (?:q|question|one)|hi|hello|hiya|hey|ok thanks|right then|actually|ffs|just a quick one|before that)\b[\s,.!:;-]*)+",
    re.I,
)
_ASKED = re.compile(
    r"\?\s*$|^\W*(?:(?:and|but|so|ok|okay|please|pls|hi|hello|hang on|hold on|wait|sorry|actually|before that|quick (?:q|question|one)|one sec|just)\W+)*(?:who|whos|what|whats|wot|when|where|which|why|how|hw|is (?:it|this|that|there)|"
    r"are (?:there|these|they any)|can|could|do (?:i|we|they|you)|does (?:it|this|that)|did (?:i|we)|should|shd|shall|will (?:i|they|you)|would|am i|may i|"
    r"tell me|show|give me|explain|define|list|read|compare|set|put|find|help|start|stop|number|phone|remind|recap|sum|go back|carry on|match|gather)\b",
    re.I,
)  # fmt: skip


def is_asked(text: str) -> bool:
    """Whether words ask or order something, and so tell nothing."""
    return bool(_ASKED.search(text.replace("’", "'").strip()))


def told_in(text: str) -> tuple[str, ...]:
    """The parts of a message that tell something, in order, each at most LONGEST_TOLD characters."""
    parts = (" ".join(part.split()).strip(" ,;") for part in _PARTS.split(without_opening(text)))
    return tuple(part[:LONGEST_TOLD] for part in parts if len(part.split()) >= _FEWEST and not is_asked(part))


def surely(turn: Turn) -> Turn:
    """The turn, with an intent that its words do not bear out taken back: distress is told in the first person."""
    if turn.intent == "distress" and len(turn.text.split()) > _FEWEST and not _FIRST_PERSON.search(turn.text):
        return replace(turn, intent="nlu_fallback")
    return turn


def asked_in(text: str) -> str:
    """The parts of a message that ask something, one after the other; "" where none does."""
    parts = (" ".join(part.split()).strip(" ,;") for part in _PARTS.split(text))
    return " ".join(part for part in parts if is_asked(part))


def without_opening(text: str) -> str:
    """A message without the words that people begin with and that ask nothing: "sorry. hang on, whats the number"."""
    left = _OPENING.sub("", text, count=1)
    return left if left.strip(" ?.!") else text


def pieces(told: Iterable[str]) -> tuple[str, ...]:
    """What was told, one thing at a time: "hungry and dirty" is two. Each once, in order."""
    found = (piece.strip(" .,;!") for one in told for piece in _PIECES.split(one))
    return tuple(dict.fromkeys(piece for piece in found if piece))
