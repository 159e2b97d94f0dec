"""Find proper names in prose: capitals mark a name more surely than any list of the words around it."""

import re

_CAPITAL = r"(?:\d+\s?[-–]\s?\d+\s+)?[A-Z][\w’'&/-]*"
_BETWEEN = (
    r"(?:\s+(?:of|for)(?:\s+the)?\s+|\s+(?:and|&|in|with|to|on|upon)\s+|\s+|,\s+(?=[A-Z][\w’'-]*\s+(?:and|&)\s+[A-Z]))"
)
_FUNCTION = r"(?:the|a|an|is|are|was|on|at|via|by|can|may|will|should|must|if|when|where|who|which|that|or|and|to|for|of|in|with|during|between|from|outside|about|has|have|be|then|please|also|but|so|call|ring|phone|contact|email|using)"
_HEAD = r"(?:teams?|services?|hubs?|door|desk|lines?|helpline|units?|centre|board|partnership|officers?|nurses?|doctors?|managers?|leads?|worker|co-?ordinator|advis[eo]r|department|point|office|unit|gateway)"
_BRACKET = r"(?:\s*\((?:[A-Z][\w&/’' -]{1,30})\))?"
_PROPER = re.compile(
    rf"(?<![\w’'-]){_CAPITAL}(?:{_BETWEEN}{_CAPITAL})*{_BRACKET}(?:(?:\s+(?!{_FUNCTION}\b)[a-z][\w’'-]+){{0,3}}?\s+{_HEAD}\b{_BRACKET})?"
)
_OPENING = re.compile(
    r"^(?:(?:The|Our|Your|A|An|If|For|In|At|On|To|When|Where|Please|Call|Ring|Phone|Telephone|Contact|E-?mail|Text|You|We|They|It|This|"
    r"That|Any|All|Anyone|And|Or|Also|Then|Ask|Speak|Tell|Inform|Notify|Dial|During|Outside|Out|From|By|Urgent|Concerns?|There|Should|Schools?|Staff|"
    r"Professionals?|Practitioners?|Children|Parents|Either|Otherwise|Alternatively|Write|Report|Refer|Referrals|Send|Once|After|Before|Monday|Friday|"
    r"January|February|March|April|May|June|July|August|September|October|November|December)\b\s*)+(?![a-z]|of\b|and\b|for\b|with\b)"
)


def proper_names(words: str) -> list[str]:
    """The runs of capitalised words in printed order, each with the joining words inside it; sentence openers cut off."""
    found = (_PROPER.finditer(words)) if words else ()
    names = (_opened(match.group(), words, match.start()) for match in found)
    return [name for name in names if name]


def _opened(name: str, words: str, start: int) -> str:
    """A run without the words that are capitals only because a sentence begins with them."""
    begins = start == 0 or re.search(r"[.:;?!•]\s*$", words[:start]) is not None
    return _OPENING.sub("", name).strip() if begins else name.strip()
