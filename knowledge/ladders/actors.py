"""Who must act within a limit."""

import re

from knowledge.ladders.roles import roles

_BY_WHOM = re.compile(r"\bby\s+(?:the\s+|their\s+|a\s+|an\s+|both\s+)?$", re.IGNORECASE)
_ACTING = re.compile(
    r"^(?:\s+(?:in|at|of|for|from)\s+(?:[\w’'-]+\s+){0,4}[\w’'-]+|\s*\([^)]*\)|\s+(?:who|that|which)\s+[^,.;]{3,60}?|,[^,]{1,60},)?\s*(?:(?:must|should|shall|will|may|can|(?:is|are|needs?|has|have|ought)\s+to)(?!\s+(?:\w+\s+)?be\s+\w+(?:ed|en|ld|nt|de)\b)|(?:has|have)\b(?!\s+been)|"
    r"(?:contact|raise|discus|respond|meet|arrange|review|convene|inform|notif|escalate|consider|attempt|agree|repl|write|decide|provide|refer|speak|acknowledg)\w*)\b",
    re.IGNORECASE,
)


def actor_of(sentence: str, at: int) -> str:
    """The role that is the subject of the clock's clause, else one named by "by the ..." in that clause."""
    start = max((match.end() for match in re.finditer(r"[;:]\s", sentence[:at])), default=0)
    nearer = max((match.end() for match in re.finditer(r",\s+(?:and|but|who|which)\s", sentence[:at])), default=start)
    found = roles(sentence)
    subjects = [
        role
        for role in found
        if start <= role.start
        and role.end <= at
        and _ACTING.match(sentence[role.end :])
        and not _BY_WHOM.search(sentence[: role.start])
    ]
    if subjects:
        return next((role for role in subjects if role.start >= nearer), subjects[-1]).words
    end = next((at + match.start() for match in re.finditer(r"[;.]\s", sentence[at:])), len(sentence))
    agents = [role for role in found if start <= role.start < end and _BY_WHOM.search(sentence[: role.start])]
    if agents:
        return agents[0].words
    later = [role for role in found if at <= role.start < end and _ACTING.match(sentence[role.end :])]
    return (
        later[0].words
        if later and re.match(r"\W*(?:\w+ly,?\s+)?(?:within|by|no later|not later|in)\b", sentence, re.IGNORECASE)
        else ""
    )
