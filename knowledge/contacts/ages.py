"""Tell numbers and addresses that a page says are no longer in use."""

import re

_OLD_BEFORE = re.compile(
    r"(?:\b(?:old|previous|former|earlier|discontinued|out-of-date|outdated)\s+(?:[\w'’-]+\s+){0,4}?(?:number|numbers|line|telephone|phone|"
    r"address|e-?mail|mailbox|one)\b[\s\w,:(–-]{0,12}"
    r"|\b(?:previously|formerly|used\s+to\s+be|was|were|replac(?:es|ing|ed)|instead\s+of|rather\s+than|(?:changed|moved|switched)\s+from|"
    r"(?:do\s+not|don[’']t|never|no\s+longer|stop|should\s+not)\s+(?:be\s+)?(?:use|using|used|call|calling|ring|ringing|phone|e-?mail|send\s+\w+\s+to))"
    r"\s*(?:the\s+)?(?:number|on|at)?\s*[:(“]?)\s*$",
    re.IGNORECASE,
)
_OLD_AFTER = re.compile(
    r"^\W{0,3}(?:\(?old\)?\b|(?:(?:which|that|number|address|mailbox|line)\s+)?(?:(?:is|are|was|will\s+be|has|have|had)\s+)?(?:now\s+|been\s+|also\s+)*"
    r"(?:no\s+longer|not\s+(?:now\s+)?(?:in\s+use|be|working)|closed|withdrawn|discontinued|replaced|switched\s+off|retired|disconnected|"
    r"obsolete|out\s+of\s+(?:use|service|date)|superseded|ceased|stopped|does\s+not\s+work|doesn[’']t\s+work|moved\s+to|changed\s+to|"
    r"not\s+monitored(?!\s+(?:at|on|out|outside|over|overnight|after|during|24))|unmonitored))",
    re.IGNORECASE,
)


def is_out_of_use(before: str, after: str) -> bool:
    """Whether the words on either side of a number say that it has moved, closed or must not be used."""
    sentence = re.split(r"(?<=[.!?])\s+(?=[A-Z])", before)[-1]
    return _OLD_BEFORE.search(sentence) is not None or _OLD_AFTER.match(after) is not None
