"""The word "immediately" as the timescale of an action, and not as a description ("immediate risk")."""

import re
from collections.abc import Iterator

_IMMEDIATELY = re.compile(r"\bimmediately\b", re.IGNORECASE)
_NOT_A_TIME = re.compile(
    r"^\s*(?:available|obvious|apparent|clear|necessary|at\s+risk|before|prior|preceding|above|below|safe|resolv\w+|possible|"
    r"dangerous|life|identifi\w+|concern\w+|adjacent|recogni\w+|urgent|involved|responsible|relevant)\b",
    re.IGNORECASE,
)
_MUST = re.compile(
    r"\b(?:must|should|shall|will|(?:is|are|needs?|has|have)\s+to|to\s+be|required\s+to)\b", re.IGNORECASE
)
_IMPERATIVE = re.compile(
    r"(?:^|[,;:–-]\s*|\b(?:and|then|please)\s+)(?:please\s+|then\s+)?(?:immediately\s+)?(?:contact|call|ring|phone|telephone|inform|notify|report|refer|escalate|speak|"
    r"tell|raise|record|send|email|discuss|alert|dial|take|act|seek|make|move|go|consult|pass|advise|respond|reply)\b[^,;]*$",
    re.IGNORECASE,
)


def immediately(sentence: str, *, timescale: bool) -> Iterator[tuple[int, int]]:
    """Where the word stands as a timescale: start and end in the sentence."""
    alone = re.fullmatch(
        r"\W*(?:immediate(?:ly)?)(?:\s+(?:response|action|or\b.*|and\b.*|if\b.*|\(.*))?\W*", sentence, re.IGNORECASE
    )
    if alone and timescale:
        at = re.search(r"immediate(?:ly)?", sentence, re.IGNORECASE)
        if at:
            yield at.start(), at.end()
        return
    for match in _IMMEDIATELY.finditer(sentence):
        clause = _clause(sentence, match.start())
        condition = re.match(r"\s*(?:if|where|when|unless|should)\b", clause, re.IGNORECASE)
        negated = re.search(r"\b(?:not|cannot|n't)\s+(?:be\s+)?(?:\w+\s+)?$", sentence[: match.start()], re.IGNORECASE)
        if condition or negated or _NOT_A_TIME.match(sentence[match.end() :]):
            continue
        if (
            timescale
            or _MUST.search(clause)
            or _IMPERATIVE.search(sentence[: match.end()] + re.split(r"[,;]", sentence[match.end() :])[0])
        ):
            yield match.start(), match.end()


def _clause(sentence: str, at: int) -> str:
    """The stretch between commas or semicolons around a place."""
    start = max((match.end() for match in re.finditer(r"[,;:]\s", sentence[:at])), default=0)
    end = next((at + match.start() for match in re.finditer(r"[,;]\s", sentence[at:])), len(sentence))
    return sentence[start:end]
