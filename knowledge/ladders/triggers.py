"""What a clock runs from, in the manual's own words, without the preposition before it."""

import re

from knowledge.ladders.durations import Duration

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
    r",|\s+(?:and|but)\s+(?:(?:the|a|an|their|each|both|any)\s+)?(?:\w+\s+){0,4}(?:must|should|will|shall|may|can|is|are|to)\b|\s+(?:to\s+(?:discuss|resolve|agree|consider|try|seek|review|confirm|respond|reply|attempt|explore|reach|find|ring|call|contact|speak|raise|write|tell|ask|inform|notify|settle|decide|escalate|arrange|convene|meet|make|send)|in\s+order|unless|whichever|if|where|who|with\s+a\s+view|or\s+(?:sooner|earlier)|using|by\s+\w+ing)\b"
)
_NEW_SUBJECT = re.compile(
    r"\s+(?:the|their|each|both|an?|all|any)\s+(?:[\w’'-]+\s+){1,6}?(?:must|should|will|shall|may|can|has|have|is|are)\b",
    re.IGNORECASE,
)


def runs_from(sentence: str, duration: Duration) -> str:
    """The trigger of the limit at `duration`, "" where none is printed; with its preposition where it counts backwards."""
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
