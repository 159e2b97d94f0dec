"""Words that change the force of a limit: "at most", "indicative", "whichever is shorter"."""

import re

from knowledge.ladders.alternatives import condition_of
from knowledge.ladders.durations import Duration, durations

_QUALIFIERS = re.compile(
    r"\b(?:at (?:the )?(?:most|latest)|at least|(?:a |the )?maximum(?: of)?|max|up to|no (?:more|later|longer) than|not (?:more|later|longer) than|"
    r"a minimum of|indicative(?:ly)?|approximately|normally|usually|ideally|wherever possible|where possible|if possible|as a guide|guideline|"
    r"a further|another|an additional|or sooner|or earlier|preferably|target|aim(?:s|ed)? to|unless otherwise agreed|"
    r"(?:or [^,.;]{3,60},? )?whichever (?:is|comes|occurs) (?:the )?\w+)\b",
    re.IGNORECASE,
)


_GLOSS = re.compile(r"\s*(\((?:or )?[^()]*\b(?:days?|hours?|weeks?|indicative|maximum)\b[^()]*\))")


def qualifier_of(sentence: str, duration: Duration) -> str:
    """The qualifying words around the limit at `duration`, joined by "; "."""
    others = durations(sentence)
    before = max((other.end for other in others if other.end <= duration.start), default=0)
    after = min((other.start for other in others if other.start >= duration.end), default=len(sentence))
    clause_start = max((m.end() for m in re.finditer(r"[;]\s|,\s", sentence[: duration.start])), default=0)
    clause_start = max(before, clause_start)
    clause_end = next(
        (duration.end + m.start() for m in re.finditer(r"[;.]\s", sentence[duration.end :])), len(sentence)
    )
    if after < clause_end:
        lead_in = max(
            (
                m.start()
                for m in re.finditer(
                    r"\b(?:within|no later|not later|by|in|and|up to|a further)\b", sentence[duration.end : after]
                )
            ),
            default=after - duration.end,
        )
        clause_end = duration.end + lead_in
    words = [duration.note] if duration.note else []
    for match in _QUALIFIERS.finditer(sentence, clause_start, clause_end):
        if match[0].lower() not in duration.note.lower() or not duration.note:
            words.append(match[0])
    if condition := condition_of(sentence, duration):
        words.append(condition)
    gloss = _GLOSS.match(sentence[duration.end :])
    if gloss and not any(word in gloss[1] for word in words):
        words.append(gloss[1])
    return "; ".join(dict.fromkeys(words))
