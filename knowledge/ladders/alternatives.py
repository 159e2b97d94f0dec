"""A second limit for some children: "..., or 24 hours where the child is in hospital", "this is shortened to 24 hours"."""

import re

from knowledge.ladders.durations import Duration, durations

_CHANGED = re.compile(
    r"\b(?:this|that|these|it|they|which|time\s?-?\s?(?:scale|limit|frame)s?|limits?|deadlines?|periods?|targets?|time|minutes|hours|days|weeks)\s+"
    r"(?:(?:(?:is|are)(?:\s+to\s+be)?|(?:must|should|may|can|will|shall)\s+be)\s+(?:then\s+|instead\s+)?"
    r"(?:shortened|reduced|cut|halved|lowered|tightened|extended|increased|lengthened|brought\s+down|changed)\s+to|"
    r"(?:becomes?|drops?\s+to|falls?\s+to|comes?\s+down\s+to))\s+(?:(?:a|the|just|only|no\s+more\s+than|within|maximum|of)\s+)*$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"\s*(?:[,;(–—-]\s*)?(?:(?:or|but|and)\s+)?(?:(?:only|just|within|in|by|to|reduced\s+to|shortened\s+to|cut\s+to|extended\s+to|down\s+to)\s+)*",
    re.IGNORECASE,
)
_WHEN = r"(?:where|wherever|if|when|whenever|in\s+the\s+case\s+of|in\s+cases\s+(?:of|where)|for)\s+(?!(?:possible|appropriate|necessary|example|instance)\b)"
_LIKE = re.compile(
    r"\s+(?:in|for|at)\s+(?:the\s+)?[A-Z][\w’'-]*(?:\s+(?:and\s+)?[A-Z][\w’'-]*){0,4}\s*(?:[,;(]|,?\s+(?:and|or|but))\s*(?:within\s+)?"
)
_CONDITION_AFTER = re.compile(rf"\s*,?\s*(?P<when>{_WHEN}[^.;()]*[^.;(),\s])", re.IGNORECASE)
_CONDITION_BEFORE = re.compile(
    rf"^\W*(?P<when>{_WHEN}[^.;]*?[^.;,\s]),?\s+(?:this|that|these|it|they|the\s+(?:time|limit|deadline|period|target)\w*)\b",
    re.IGNORECASE,
)


def is_changed(left: str) -> bool:
    """Whether the words before a length of time say that a limit is made shorter or longer: "this is shortened to"."""
    return bool(_CHANGED.search(left))


def first_choice(sentence: str, duration: Duration) -> Duration | None:
    """The limit to which the length at `duration` is the alternative for some cases, None where it is none."""
    if not _CONDITION_AFTER.match(sentence[duration.end :]):
        return None
    before = [other for other in durations(sentence) if other.end <= duration.start]
    if not before or not _BETWEEN.fullmatch(sentence[before[-1].end : duration.start]):
        return None
    return before[-1] if before[-1].end < duration.start else None


def coordinated(sentence: str, duration: Duration) -> Duration | None:
    """The limit beside which the length at `duration` stands as its like ("5 working days in Northholme and 7 working
    days in Southmere"), None where it stands alone."""
    before = [other for other in durations(sentence) if other.end < duration.start]
    if before and _LIKE.fullmatch(sentence[before[-1].end : duration.start]):
        return before[-1]
    return None


def condition_of(sentence: str, duration: Duration) -> str:
    """The printed words that say when a second limit holds, "" where the limit at `duration` is no such one."""
    left, right = sentence[: duration.start], sentence[duration.end :]
    changed = is_changed(left)
    if (changed or first_choice(sentence, duration)) and (after := _CONDITION_AFTER.match(right)):
        return after["when"]
    before = _CONDITION_BEFORE.match(left) if changed else None
    return before["when"] if before else ""
