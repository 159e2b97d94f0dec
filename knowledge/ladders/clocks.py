"""Clocks: the time limits a text prints, each with who must act, what it runs from, and the words that qualify it."""

import re
from collections.abc import Iterator
from functools import lru_cache

from knowledge.ladders.durations import Duration, durations
from knowledge.ladders.ladder import Clock, Unit
from knowledge.ladders.limits import Standing, standing
from knowledge.ladders.roles import roles
from knowledge.ladders.sentences import sentences


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
        (at, _at_once(sentence, at, end), Standing.LIMIT) for at, end in _immediately(sentence, timescale=timescale)
    )
    return tuple((clock, stands) for _, clock, stands in sorted(read, key=lambda entry: entry[0]))


def _glosses(sentence: str, previous: Duration, duration: Duration) -> bool:
    """ "48 hours (two working days)", "one week, i.e. 5 working days": the second says the first again."""
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
        runs_from=_runs_from(sentence, duration),
        actor=_actor(sentence, duration.start),
        qualifier=_qualifier(sentence, duration),
    )


# --- immediately ----------------------------------------------------------------------------------

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


def _immediately(sentence: str, *, timescale: bool) -> Iterator[tuple[int, int]]:
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


def _at_once(sentence: str, at: int, end: int) -> Clock:
    here = Duration(at, end, None, Unit.IMMEDIATELY)
    return Clock(None, Unit.IMMEDIATELY, sentence, _runs_from(sentence, here), _actor(sentence, at), "")


# --- what it runs from ----------------------------------------------------------------------------

_TRIGGER = re.compile(
    r"^\s*(?:\([^)]{1,40}\))?\)?\s*(?:at\s+(?:the\s+)?(?:most|latest)\s+)?\)?\s*,?\s*(?P<how>from|of|after|following|since|upon|on|starting\s+(?:from|with|on)|beginning\s+(?:from|with|on))\s+(?P<what>[^.;()]+)",
    re.IGNORECASE,
)
_COUNTED_BACK = re.compile(
    r"^\s*(?P<what>(?:before|prior\s+to|in\s+advance\s+of|ahead\s+of)\s+[^.;,()]+)", re.IGNORECASE
)
_LEADING = re.compile(
    r"(?:^|[;:]\s*)(?:Up)?(?:on|following|after)\s+(?P<what>(?:the\s+|a\s+|an\s+|their\s+|its\s+)?(?:receipt|receiving|being|notification|completion|conclusion|"
    r"discussion|meeting|referral|decision|escalation|request|notice|response|letter|stage|step)\b[^.,;()]*),",
    re.IGNORECASE,
)
_STOP = re.compile(
    r",|\s+(?:and|but)\s+(?:(?:the|a|an|their|each|both|any)\s+)?(?:\w+\s+){0,4}(?:must|should|will|shall|may|can|is|are|to)\b|\s+(?:to\s+(?:discuss|resolve|agree|consider|try|seek|review|confirm|respond|reply|attempt|explore|reach|find)|in\s+order|unless|whichever|if|where|who|with\s+a\s+view|or\s+(?:sooner|earlier)|using|by\s+\w+ing)\b"
)
_NEW_SUBJECT = re.compile(
    r"\s+(?:the|their|each|both|an?|all|any)\s+(?:[\w’'-]+\s+){1,6}?(?:must|should|will|shall|may|can|has|have|is|are)\b",
    re.IGNORECASE,
)


def _runs_from(sentence: str, duration: Duration) -> str:
    right = sentence[duration.end :]
    if back := _COUNTED_BACK.match(right):
        return back["what"].strip()
    if trigger := _TRIGGER.match(right):
        what = trigger["what"]
        if subject := _NEW_SUBJECT.search(what):
            what = what[: subject.start()]
        if stop := _STOP.search(what):
            what = what[: stop.start()]
        return what.strip(" ,–-")
    if leading := _LEADING.search(sentence[: duration.start]):
        return leading["what"].strip()
    return ""


# --- who acts --------------------------------------------------------------------------------------

_BY_WHOM = re.compile(r"\bby\s+(?:the\s+|their\s+|a\s+|an\s+|both\s+)?$", re.IGNORECASE)
_ACTING = re.compile(
    r"^(?:\s+(?:in|at|of|for|from)\s+(?:[\w’'-]+\s+){0,4}[\w’'-]+|\s*\([^)]*\)|\s+(?:who|that|which)\s+[^,.;]{3,60}?|,[^,]{1,60},)?\s*(?:(?:must|should|shall|will|may|can|(?:is|are|needs?|has|have|ought)\s+to)(?!\s+(?:\w+\s+)?be\s+\w+(?:ed|en|ld|nt|de)\b)|(?:has|have)\b(?!\s+been)|"
    r"(?:contact|raise|discus|respond|meet|arrange|review|convene|inform|notif|escalate|consider|attempt|agree|repl|write|decide|provide|refer|speak|acknowledg)\w*)\b",
    re.IGNORECASE,
)


def _actor(sentence: str, at: int) -> str:
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


# --- what changes its force -------------------------------------------------------------------------

_QUALIFIERS = re.compile(
    r"\b(?:at (?:the )?(?:most|latest)|at least|(?:a |the )?maximum(?: of)?|max|up to|no (?:more|later|longer) than|not (?:more|later|longer) than|"
    r"a minimum of|indicative(?:ly)?|approximately|normally|usually|ideally|wherever possible|where possible|if possible|as a guide|guideline|"
    r"a further|another|an additional|or sooner|or earlier|preferably|target|aim(?:s|ed)? to|unless otherwise agreed|school days?|"
    r"(?:or [^,.;]{3,60},? )?whichever (?:is|comes|occurs) (?:the )?\w+)\b",
    re.IGNORECASE,
)


_GLOSS = re.compile(r"\s*(\((?:or )?[^()]*\b(?:days?|hours?|weeks?|indicative|maximum)\b[^()]*\))")


def _qualifier(sentence: str, duration: Duration) -> str:
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
    gloss = _GLOSS.match(sentence[duration.end :])
    if gloss and not any(word in gloss[1] for word in words):
        words.append(gloss[1])
    return "; ".join(dict.fromkeys(words))


def _clause(sentence: str, at: int) -> str:
    """The stretch between commas or semicolons around a place."""
    start = max((match.end() for match in re.finditer(r"[,;:]\s", sentence[:at])), default=0)
    end = next((at + match.start() for match in re.finditer(r"[,;]\s", sentence[at:])), len(sentence))
    return sentence[start:end]
