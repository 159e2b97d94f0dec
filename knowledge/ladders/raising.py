"""Who raises a disagreement at a stage, and with whom: roles as printed, "" where the stage does not say."""

import re

from knowledge.ladders.acts import agent_of, only_role, raisers, told_to
from knowledge.ladders.drafts import Sketch
from knowledge.ladders.fields import Field
from knowledge.ladders.roles import roles
from knowledge.ladders.sentences import sentences

_PASSED_ON = re.compile(
    r"^\W*(?:if|where|when|should|failing|unless)\b[^.]*?\b(?:not|cannot|can['’]t|unresolved|remains?|still|fails?|unable|no)\b",
    re.IGNORECASE,
)
_PAIR = re.compile(r"\s(?:to|with)\s+(?:the\s+|their\s+)?$", re.IGNORECASE)
_LONGEST_FIELD = 25  # words; a longer text tells more than a name


def raised(sketch: Sketch) -> tuple[str, str]:
    """Who raises and who is raised with: what a field says, failing that the text, failing that the stage's name."""
    by, to = _field(sketch, Field.RAISED_BY), _field(sketch, Field.RAISED_TO)
    if not (by and to):
        by, to = _pair(by or to) or (by, to)
    if not (by and to):
        said_by, said_to = _told(sketch)
        by, to = by or said_by, to or said_to or told_to(sketch.name, None)
    if pair := _pair(sketch.name):
        return by or pair[0], to or pair[1]
    named = next((role.words for role in roles(sketch.name)), "")
    if named and to and not by and not _same(named, to):
        by = named
    elif named and not to and not _same(named, by):
        to = named
    return by, to


def _pair(words: str) -> tuple[str, str] | None:
    """ "Manager to manager": both sides, None where the words name no such pair."""
    named = roles(words)
    if len(named) == 2 and _PAIR.search(words[: named[1].start]) and not words[named[1].end :].strip(" .):"):
        return named[0].words, named[1].words
    return None


def _same(one: str, other: str) -> bool:
    """Whether two roles are one but for number, case and how much is said: "Heads of service" and "the head of service"."""
    ours, theirs = _telling(one), _telling(other)
    return bool(ours and theirs) and (ours <= theirs or theirs <= ours)


def _telling(words: str) -> set[str]:
    return {re.sub(r"['’]s?$|s$", "", word) for word in words.lower().split()} - {"of", "the", "two", "own"}


def _field(sketch: Sketch, field: Field) -> str:
    short = (
        piece.text for piece in sketch.pieces if piece.field is field and len(piece.text.split()) <= _LONGEST_FIELD
    )
    return next(short, "")


def _told(sketch: Sketch) -> tuple[str, str]:
    """The first sentence that says with whom tells; who raises it may stand in another, but is not the one told."""
    told = [sentence for piece in sketch.pieces if piece.field is Field.TEXT for sentence in sentences(piece.text)]
    own = [sentence for at, sentence in enumerate(told) if at == 0 or not _PASSED_ON.match(sentence)]
    found = [(next(iter(raisers(sentence)), None), sentence) for sentence in own]
    by, to = next(
        ((by, to) for by, sentence in found if (to := told_to(sentence, by) or only_role(sentence))), (None, "")
    )
    others = [act for act, _ in found if act and not _same(act.role.words, to)]
    by = by or next((act for act in others if act.raises or not to), None)
    if by is None and not to:
        return next((agent for sentence in own if (agent := agent_of(sentence))), ""), ""
    return (by.role.words if by else ""), to
