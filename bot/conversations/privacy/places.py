"""Postcodes, home addresses, and the school that a child goes to."""

import re
from collections.abc import Iterator

from bot.conversations.privacy.finding import Finding, Kind

# The shape that Royal Mail gives a postcode; the last two letters are never C, I, K, M, O or V.
_POSTCODE = re.compile(r"(?<![a-z0-9])([a-z]{1,2}\d[a-z\d]?)\s{0,2}(\d[abd-hjlnp-uw-z]{2})(?![a-z0-9])", re.I)
_ORDINAL = re.compile(r"1st|2nd|3rd|[04-9]th")
_HALF_POSTCODE = re.compile(
    r"\bpost\s?code\W{0,3}(?:is\s|of\s|area\s)?([a-z]{1,2}\d[a-z\d]?(?:\s?\d[a-z]{2})?)\b", re.I
)

_SURE_STREET = r"(?:street|road|avenue|crescent|terrace|gardens|cottages?|bungalows?|mews|boulevard|maisonettes?|estate|tower|towers|buildings?|lodge|mansions?|villas?|heights|apartments?)"
_SHORT_STREET = r"(?:st|rd|ave|av|cres|ln|lane|drive|dr|grove|hill|court|ct|house|hse|square|sq|place|pl|close|cl|way|row|walk|green|park|rise|view|mount|end|parade|meadows?|field|fields|wharf|quay|gate|path|yard|croft|garth|vale|bank|side|top|broadway|fold|mead|wood|woods|dale|brow|approach|circus|common|drove|hollow|orchard|ridge|valley|bridge|crossroads|chase|warren|copse|ride)"
_NUMBER = r"(?:flat|apartment|apt|unit|room|no|number|plot)?\.?\s?\d{1,4}\s?[a-d]?"
_NOT_STREET = r"(?!(?:days?|weeks?|months?|years?|hours?|minutes?|mins?|hrs?|yrs?|yo|working|of|to|or|and|at|in|on|the|a|from|children|kids|people|families|visits?|times?|pm|am|st|nd|rd|th|percent|is|was|has|have|more|missed|calls?|sessions?|on|per|out|other|with|for|by|since|level|levels)\b)"
_STREET_WORD = rf"{_NOT_STREET}[a-z][a-z'’-]+"
_ADDRESS_SURE = re.compile(
    rf"(?<![\d.£])\b{_NUMBER},?\s(?:{_STREET_WORD}\s){{1,3}}{_SURE_STREET}\b(?!\s(?:worker|team|social|of))", re.I
)
_ADDRESS_THE = re.compile(rf"\b\d{{1,4}}\s?[a-d]?,?\s[Tt]he\s(?:{_SURE_STREET}|{_SHORT_STREET})\b(?!\sof)", re.I)
_ADDRESS_SHORT = re.compile(
    rf"(?<![\d.£])\b\d{{1,4}}\s?[a-d]?,?\s(?:(?!Working|Days?|Weeks?|Years?|Months?|Level|Stage)[A-Z][a-z'’-]+\s){{1,3}}(?:{_SHORT_STREET.title()}|St|Rd|Ave|Dr|Ln|Cl|Ct|Sq|Pl|{_SHORT_STREET})\b"
)
_AT_HOME = re.compile(
    rf"\b(?:liv(?:es|ing|e|ed)|stay(?:s|ing|ed)?|resid(?:es|ing|e)|home\saddress|address(?:es)?|moved|house|home|found)\s?(?:with\s\w+\s)?(?:is|are|at|in|on|to|:|=|of|-)*\s*(?:at\s|in\s|on\s)?"
    rf"((?:the\s)?(?:{_NUMBER},?\s(?:{_STREET_WORD})(?:\s{_STREET_WORD}){{0,3}}|(?-i:(?:[A-Z][\w'’-]+\s){{1,3}})(?:{_SURE_STREET.title()}|{_SHORT_STREET.title()}|{_SURE_STREET}|{_SHORT_STREET})\b|(?:{_STREET_WORD}\s){{1,3}}{_SURE_STREET}\b))",
    re.I,
)
_FIELD = re.compile(r"\b[Aa]ddress(?:\sis|:|\s-)\s((?:[A-Z0-9][\w'’.-]*,?\s?){1,8})")
_FLAT = re.compile(r"\b(?i:flat|apartment|apt|unit)\s\d{1,4}[a-d]?,?\s(?:[A-Z][\w'’-]+,?\s?){1,5}")
_NAMED_HOUSE = re.compile(
    rf"\b((?:[A-Z][\w'’-]+\s){{0,3}}[A-Z][\w'’-]+,\s(?:[A-Z][\w'’-]+\s){{1,2}}(?:{_SURE_STREET.title()}|Lane|Drive|Close|Grove|Court|Hill|Row|Way))\b"
)
_LONE_STREET = re.compile(
    rf"\b(?:on|in|at|from|of|near)\s((?:[A-Z][\w'’-]+\s){{1,3}}(?:{_SURE_STREET.title()}|Lane|Drive|Close|Grove|Court|Rd|St|Ave))\b"
)

_SCHOOL_TYPE = r"(?:primary|secondary|infants?|juniors?|academy|nursery|pre-?school|high\sschool|grammar|college|school|kindergarten|prep|comp|comprehensive|catholic|c\.?\s?of\s?e\.?|rc|sixth\sform|infants?\sschool|junior\sschool|children'?s\scentre|centre)"
_NO_NAME = r"(?!(?:a|an|the|our|my|his|her|their|your|this|that|any|another|same|new|old|primary|secondary|infants?|junior|high|special|mainstream|different|local|boarding|nursery|school|college|all|no|every|each|other|sixth|state|private|faith|alternative|which|what|who|see|get|collect|pick|and|in|to|on|for|be|go|home|bed|work|day|day-?care|after|before|court|conference|meeting|mash|social|hospital|both|some|help|it|them|him|one|most|late|well|not|with|full|part|breakfast|primary/secondary)\b)"
_ATTENDS = r"(?:go(?:es|ing|ne)?\sto|went\sto|attends?|attending|attended|start(?:s|ed|ing)?\s(?:at|in)|moved\sto|moving\sto|enrolled\s(?:at|in)|excluded\sfrom|on\sroll\sat|pupil\s(?:at|of|from)|student\s(?:at|of|from)|kid\s(?:at|from)|child\s(?:at|from)|girl\s(?:at|from)|boy\s(?:at|from)|lad\sfrom|(?:he|she|they)(?:['’]?s|\sis|\sare|\swas)?\s(?:now\s)?(?:at|in)|(?:year|yr|y)\s?\d{1,2}\s(?:at|in)|reception\s(?:at|in)|nursery\sat|(?:school|nursery|college|academy|playgroup|sixth\sform)\s(?:is|called|named|:)|collected\sfrom|picked\sup\sfrom|seen\sat)"
_SCHOOL = re.compile(
    rf"\b{_ATTENDS}\s((?:{_NO_NAME}[a-z][\w'’.&-]*\s){{1,5}}?{_SCHOOL_TYPE}(?:\s{_SCHOOL_TYPE}){{0,3}})\b", re.I
)
_SCHOOL_OF_SAINT = re.compile(
    rf"\b{_ATTENDS}\s((?:st|saint|our\slady)\.?\s[a-z'’]+(?:\s(?:and|&)\s(?:st\s)?[a-z'’]+)?(?:\s{_SCHOOL_TYPE}){{0,3}})",
    re.I,
)
_SAINT_IN_YEAR = re.compile(
    r"\b(?:at|from)\s((?:St|Saint)\.?\s[A-Z][\w'’]+)(?=,?\s(?:in|and\sis\sin)\s(?:year|yr|y|reception|nursery|class)\b)|(?:\b(?:year|yr|y)\s?\d{1,2}|class|reception)\s(?:at|in)\s((?:St|Saint)\.?\s[A-Z][\w'’]+)"
)
_SCHOOL_ACTS = re.compile(
    rf"((?:(?!(?:The|A|Our|My|Catholic|Virtual|Special|Local|Boarding|Every|Any|No)\b)[A-Z][\w'’-]+\s){{1,4}}(?:(?i:day|high)\s)?(?i:{_SCHOOL_TYPE}))\s(?=(?:has|have|rang|phoned|called|says|said|told|wont|won't|refuses|refused|reported|banned|excluded|suspended)\b)"
)
_SCHOOL_CAPITAL = re.compile(
    rf"\b(?i:attends|attending|pupil\sat|student\sat|on\sroll\sat)\s((?:[A-Z][\w'’-]+\s?){{1,4}}(?i:{_SCHOOL_TYPE})?)"
)


def places(text: str) -> Iterator[Finding]:
    """Every postcode, home address and child's school in a message."""
    for found in _POSTCODE.finditer(text):
        if not _ORDINAL.fullmatch(found[2]):
            yield Finding(found.start(), found.end(), Kind.POSTCODE, "[place]")
    for found in _HALF_POSTCODE.finditer(text):
        yield Finding(found.start(1), found.end(1), Kind.POSTCODE, "[place]")
    for pattern, group in (
        (_ADDRESS_SURE, 0),
        (_ADDRESS_THE, 0),
        (_ADDRESS_SHORT, 0),
        (_FLAT, 0),
        (_NAMED_HOUSE, 1),
        (_FIELD, 1),
        (_AT_HOME, 1),
        (_LONE_STREET, 1),
    ):
        for found in pattern.finditer(text):
            yield Finding(found.start(group), found.end(group), Kind.ADDRESS, "[place]")
    for found in _SAINT_IN_YEAR.finditer(text):
        group = found.lastindex or 0
        yield Finding(found.start(group), found.end(group), Kind.SCHOOL, "school")
    for pattern in (_SCHOOL, _SCHOOL_OF_SAINT, _SCHOOL_ACTS, _SCHOOL_CAPITAL):
        for found in pattern.finditer(text):
            yield Finding(found.start(1), found.end(1), Kind.SCHOOL, "school")
