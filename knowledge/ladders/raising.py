"""Who raises a disagreement at a stage, and with whom: roles as printed, "" where the stage does not say."""

import re
from collections.abc import Sequence

from knowledge.ladders.drafts import Sketch
from knowledge.ladders.fields import Field
from knowledge.ladders.roles import Role, roles
from knowledge.ladders.sentences import sentences

_ACTING = re.compile(
    r"^(?:\s+(?:in|at|of|for|from|within)\s+(?:[\w’'-]+\s+){0,4}[\w’'-]+|\s*\([^)]*\)|\s+who\s+[^,.;]{3,60}?|,[^,]{1,60},)?\s*"
    r"(?:(?:must|should|shall|will|may|can|(?:is|are|needs?|has|have|ought)\s+to)(?!\s+(?:\w+\s+)?be\s+\w+(?:ed|en|ld|nt)\b)|"
    r"(?:contacts?|raises?|discuss(?:es)?|escalates?|meets?|speaks?|refers?|writes?|approach(?:es)?|informs?|notif(?:y|ies)|asks?|takes?)\b)",
    re.IGNORECASE,
)
_GIVES = re.compile(
    r"\b(?:to|with|contact(?:s|ing)?|inform(?:s|ing)?|notify|notifies|involv(?:e|es|ing)|approach(?:es|ing)?|ask(?:s|ing)?|consult(?:s|ing)?|alert(?:s)?|brief|e-?mail(?:s)?|"
    r"phone|telephone|call|ring|tell(?:s)?|via|between)\s+(?:(?:the|their|his|her|a|an|its|your|relevant|appropriate|other|opposite|both|own|our|same|each)\s+)*(?:agency['’]s\s+|organisation['’]s\s+)?$",
    re.IGNORECASE,
)
_AGENT = re.compile(r"\bby\s+(?:(?:the|their|a|an|both|each)\s+)*$", re.IGNORECASE)
_PASSED_ON = re.compile(
    r"^\W*(?:if|where|when|should|failing|unless)\b[^.]*?\b(?:not|cannot|can['’]t|unresolved|remains?|still|fails?|unable|no)\b",
    re.IGNORECASE,
)
_PAIR = re.compile(r"\s(?:to|with)\s+(?:the\s+|their\s+)?$", re.IGNORECASE)


def raised(sketch: Sketch) -> tuple[str, str]:
    """Who raises and who is raised with."""
    by, to = _field(sketch, Field.RAISED_BY), _field(sketch, Field.RAISED_TO)
    if not (by and to):
        said_by, said_to = _told(sketch)
        by, to = by or said_by, to or said_to
    named = roles(sketch.name)
    if len(named) > 1 and _PAIR.search(sketch.name[: named[1].start]):
        return by or named[0].words, to or named[1].words
    if named and to and not by and named[0].words.lower() != to.lower():
        by = named[0].words
    elif named and not to and named[0].words.lower() != by.lower():
        to = named[0].words
    return by, to


def _field(sketch: Sketch, field: Field) -> str:
    return next((piece.text for piece in sketch.pieces if piece.field is field and len(piece.text.split()) <= 25), "")


def _told(sketch: Sketch) -> tuple[str, str]:
    told = [sentence for piece in sketch.pieces if piece.field is Field.TEXT for sentence in sentences(piece.text)]
    own = [sentence for at, sentence in enumerate(told) if at == 0 or not _PASSED_ON.match(sentence)]
    by = to = ""
    for sentence in own:
        here_by, here_to = _in_sentence(sentence)
        by, to = by or here_by, to or here_to
        if by and to:
            break
    return by, to


def _in_sentence(sentence: str) -> tuple[str, str]:
    found = roles(sentence)
    agent = next((role for role in found if _AGENT.search(sentence[: role.start])), None)
    subject = next(
        (role for role in found if _ACTING.match(sentence[role.end :]) and not _AGENT.search(sentence[: role.start])),
        None,
    )
    by = subject or agent
    to = _recipient(found, sentence, by)
    return (by.words if by else ""), (to.words if to else "")


def _recipient(found: Sequence[Role], sentence: str, by: Role | None) -> Role | None:
    later = [role for role in found if by is None or role.start > by.end]
    return next((role for role in (later or found) if role is not by and _GIVES.search(sentence[: role.start])), None)
