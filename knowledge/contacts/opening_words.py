"""Find the words about opening hours in a run of text, so that they can be kept verbatim."""

import re

_DAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?s?"
_CLOCK = (
    r"\d{1,2}(?:[.:]\d{2})?\s?(?:am|pm|a\.m\.?|p\.m\.?|noon|midnight|hrs)"
    r"|\d{1,2}[.:]\d{2}(?:hrs)?|\d{4}\s?(?:hrs|hours)|noon|midnight|midday"
)
_BARE_RANGE = r"\d{1,4}\s?(?:-|–|—|to)\s?\d{1,4}(?:[.:]\d{2})?\s?(?:am|pm|a\.m\.?|p\.m\.?|hrs)?"
_NOUN = r"(?:service|team|line|worker|helpline|hotline|desk|duty|social|support|emergency|contact|advice|cover|police)"
_NOT_A_NAME = rf"(?!\s*\)?\s+(?:[A-Za-z'’]+\s+){{0,2}}{_NOUN})"
_OFFICE = r"(?:normal\s+|usual\s+|standard\s+)?(?:office|working|business|opening|core)\s+hours"
_OUTSIDE = (
    rf"(?:outside|out)\s+(?:of\s+)?(?:(?:these|those|normal|usual|standard|our|its|the)\s+)*"
    rf"(?:office\s+|working\s+|business\s+|opening\s+|core\s+|daytime\s+)*(?:hours|times)(?:\s+(?:above|below|shown|given|stated|listed))?{_NOT_A_NAME}"
    rf"|out[- ]of[- ](?:office[- ])?hours?\b{_NOT_A_NAME}"
    r"|(?:at\s+)?(?:all|any)\s+other\s+times?|at\s+other\s+times"
    rf"|after[- ]hours\b{_NOT_A_NAME}|(?:when|if)\s+(?:the\s+|our\s+)?(?:[\w’']+\s+){1, 4}?(?:is|are)\s+closed"
)
_PERIOD = (
    rf"(?:weekdays|weekends?|week-ends?|evenings?|nights|overnight|bank\s+holidays?|public\s+holidays?"
    rf"|day\s?times?|term[- ]time|school\s+holidays|lunch\s?times?){_NOT_A_NAME}"
    r"|daily|every\s+day|(?:7|seven)\s+days(?:\s+a\s+week)?|365\s+days(?:\s+(?:a|of\s+the|per)\s+year)?"
    r"|all\s+year(?:\s+round)?|day\s+(?:and|or)\s+night|round[- ]the[- ]clock|any\s+time\s+of\s+day|at\s+any\s+(?:time|hour)\b"
)
_ROUND = (
    r"24/7(?:/365)?|24\s?x\s?7|24\s?h(?:ou)?rs?\s*(?:a|per|/)?\s*-?day"
    rf"|(?<!within )(?<!in )(?<!next )(?<!after )24[- ]?h(?:ou)?rs?\b{_NOT_A_NAME}(?=\s*(?:$|[),.;]|7|seven|every|service))"
)
_TOKEN = re.compile(
    rf"(?P<outside>\b(?:{_OUTSIDE}))|(?P<round>\b(?:{_ROUND}))|(?P<office>\b{_OFFICE}{_NOT_A_NAME})"
    rf"|(?P<period>\b(?:{_PERIOD}))|(?P<range>(?<![\w£.:])(?:{_BARE_RANGE})(?![\d%]|\s*(?:years?|yrs|weeks?|days?|months?)\b))"
    rf"|(?P<clock>(?<![\w£.:])(?:{_CLOCK})(?!\w))|(?P<day>\b{_DAY}\b\.?)",
    re.IGNORECASE,
)
_JOIN = re.compile(
    r"[\s,;:&()/–—+-]*(?:(?:to|and|until|till|through|thru|between|from|on|at|the|of|for|during|including|includes|inc|"
    r"excluding|except|excl|plus|then|only|all|not|closed|over|both|open|public|English|in|before|after|us)\b[\s,;:&()/–—.+-]*){0,4}",
    re.IGNORECASE,
)
_ALONE = frozenset({"outside", "round", "office", "range"})
_LEAST_PERIOD = re.compile(r"^(?:day\s?times?|lunch\s?times?|night|weekend|term[- ]time|any\s+time.*)$", re.IGNORECASE)


def hour_spans(text: str) -> list[tuple[int, int]]:
    """Where opening hours stand in `text`, as (start, end) offsets in order; none overlap.

    A time or a day on its own ("by 5pm", "on Friday") is not opening hours, and neither is "within 24 hours".
    """
    spans: list[tuple[int, int]] = []
    run: list[re.Match[str]] = []
    for token in _TOKEN.finditer(text):
        if run and not _continues(text, run, token):
            spans += _span(text, run)
            run = []
        run.append(token)
    return spans + _span(text, run)


def _continues(text: str, run: list[re.Match[str]], token: re.Match[str]) -> bool:
    """Whether `token` belongs to the run before it. "Outside these hours" always begins a run of its own."""
    if token.lastgroup == "outside":
        return False
    return _JOIN.fullmatch(text, run[-1].end(), token.start()) is not None


def _span(text: str, run: list[re.Match[str]]) -> list[tuple[int, int]]:
    """The run as one span, or nothing when it says too little to be opening hours."""
    while len(run) > 1 and run[0].lastgroup == "office" and ":" in text[run[0].end() : run[1].start()]:
        run = run[1:]  # "Opening hours: ..." is a label
    kinds = [token.lastgroup for token in run]
    enough = (
        bool(_ALONE.intersection(kinds) - {"range"})
        or (
            "range" in kinds
            and (len(run) > 1 or bool(re.search(r"[ap]\.?m|[.:]\d\d|hrs", run[0].group(), re.IGNORECASE)))
        )
        or len([kind for kind in kinds if kind in ("clock", "day")]) > 1
        or ("period" in kinds and (len(run) > 1 or not _LEAST_PERIOD.search(run[0].group())))
    )
    if not enough:
        return []
    start, end = run[0].start(), run[-1].end()
    if text[end - 1] == "." and not re.search(r"[ap]\.\s?m\.$", text[start:end], re.IGNORECASE):
        end -= 1
    if text[start:end].count("(") > text[start:end].count(")") and text[end : end + 1] == ")":
        end += 1
    return [(start, end)]


_OUT_OF_HOURS = re.compile(
    rf"\b(?:{_OUTSIDE}|out[- ]of[- ](?:office[- ])?hours?|emergency\s+duty|emergency\s+social\s+work|EDT|EDS|EDO|OOH|night|nights|"
    r"overnight|after[- ]hours|weekends?)\b"
)
_OUT_OF_HOURS_ANY = re.compile(_OUT_OF_HOURS.pattern, re.IGNORECASE)
_ALWAYS = re.compile(
    rf"\b(?:{_ROUND}|24[- ]h(?:ou)?rs?\b|round[- ]the[- ]clock|day\s+(?:and|or)\s+night|(?:7|seven)\s+days|daily|every\s+day)",
    re.IGNORECASE,
)
_WEEKDAYS = re.compile(r"\b(?:mon|weekday)", re.IGNORECASE)


def tells_out_of_hours(text: str) -> bool:
    """Whether words name or time a service for nights and weekends ("Emergency Duty Team", "at all other times").

    "Monday to Friday and weekends" and "24 hours a day, including weekends" tell of a service that is open then too.
    """
    found = _OUT_OF_HOURS_ANY.search(text)
    if found is None:
        return False
    if re.search(r"out[- ]of|outside|other time|duty|EDT|after[- ]hours|OOH", text, re.IGNORECASE):
        return True
    return _ALWAYS.search(text) is None and _WEEKDAYS.search(text) is None
