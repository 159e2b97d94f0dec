"""Sentences of a passage, each an exact substring, and what force each has."""

import re
from collections.abc import Iterator

from knowledge.answers.outcomes import Force

_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|cf|vs|no|para|paras|s|ss|p|pp|ext|tel|mr|mrs|ms|dr|prof|st|approx)|\b[A-Z])\.$", re.I
)
_END = re.compile(r"[.!?][\"'”’)\]]*(?=\s+[\"'“‘(\[]?[A-Z0-9])|\n+")
_MUST = re.compile(r"\bmust\b", re.I)
_SHOULD = re.compile(r"\bshould\b", re.I)
_REQUIRING = re.compile(
    r"\b(?:must|should|shall|need(?:s)? to|(?:is|are) (?:required|expected) to|has to|have to|will need to|ensure|"
    r"you (?:may|can|need not|do not need)|may (?:share|refer|raise|contact|call|speak|start|leave|ask|go|be (?:shared|left out|raised)))\b",
    re.I,
)
_IMPERATIVE = re.compile(
    r"^(?:then |and |or |if [^,]{3,120}, |always |never |neither |nor |do not |don't |where [^,]{3,120}, |when [^,]{3,120}, )*"
    r"(?:ask|call|check|complete|confirm|consider|contact|discuss|do|explain|follow|give|hold|inform|invite|keep|list|listen|"
    r"look|make|meet|note|notify|offer|phone|place|raise|read|record|refer|report|request|ring|say|see|seek|send|share|"
    r"speak|start|talk|telephone|tell|try|use|visit|write)\b",
    re.I,
)
_POINTS_BACK = re.compile(
    r"^(?:[\w'’]+ ){0,4}(?:it|this|these|those|they|them|that)\b(?! (?:the|a|you|is|child|all))", re.I
)
_QUALIFYING = re.compile(
    r"\b(?:unless|except|exception|however|only (?:if|where|when)|provided that|within|no later than|at the latest|"
    r"in exceptional|does not apply|do not apply|instead|immediate(?:ly)?|imminent|without delay|subject to)\b",
    re.I,
)


def sentences(text: str) -> Iterator[str]:
    """The sentences of `text` in order, each an exact substring of it, trimmed of outer white space."""
    start = 0
    for end in _END.finditer(text):
        piece = text[start : end.end()]
        if end.group().startswith((".",)) and _ABBREVIATION.search(piece.rstrip("\"'”’)]")):
            continue
        if piece.strip():
            yield piece.strip()
        start = end.end()
    if text[start:].strip():
        yield text[start:].strip()


def whole_steps(text: str) -> Iterator[str]:
    """The sentences that direct, each an exact substring; one that points back ("You must have it ...") comes with the
    the sentence before it, where that stands in the same paragraph. No sentence stands in two steps."""
    for line in text.split("\n"):
        steps: list[str] = []
        before = ""
        for sentence in sentences(line):
            if directs(sentence):
                leans = bool(before) and points_back(sentence)
                if leans and steps and steps[-1].endswith(before):
                    start = line.find(steps.pop())
                else:
                    start = line.find(before if leans else sentence)
                steps.append(line[start : line.find(sentence, start) + len(sentence)])
            before = sentence
        yield from steps


def points_back(sentence: str) -> bool:
    """Whether a sentence leans on the one before it: "It lasts for a year"."""
    return bool(_POINTS_BACK.match(sentence))


def force(sentence: str) -> Force:
    """Whether a sentence says must or should. Where it says both, must: the stronger word is never hidden."""
    if _MUST.search(sentence):
        return Force.MUST
    return Force.SHOULD if _SHOULD.search(sentence) else Force.NONE


def directs(sentence: str) -> bool:
    """Whether a sentence tells somebody to do something."""
    return bool(_REQUIRING.search(sentence) or _IMPERATIVE.match(sentence))


def qualifies(sentence: str) -> bool:
    """Whether a sentence limits what stands beside it: an exception, a condition, a time limit."""
    return bool(_QUALIFYING.search(sentence))
