"""Find proper names in prose: capitals mark a name more surely than any list of the words around it."""

import re

ROLE = re.compile(
    r"\b(?:nurse|doctor|gp|lead|officer|manager|head|chair|director|lado|dsl|co-?ordinator|advis[eo]r|consultant|midwife"
    r"|worker|paediatrician|scrutineer|administrator|inspector|sergeant)s?\b",
    re.IGNORECASE,
)

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


_PERSON = re.compile(
    r"(?:(?:Dr|Mr|Mrs|Ms|Miss|Mx|Prof(?:essor)?|Sgt|DI|DCI|DS|PC)\.?\s+[A-Z].*|[A-Z][a-z’'-]+\s+[A-Z][a-z’'-]+)"
)
_TITLED = re.compile(r"(?:Dr|Mr|Mrs|Ms|Miss|Mx|Prof(?:essor)?|Sgt|DI|DCI|DS|PC)\b")


def without_person(name: str) -> str:
    """A role without the person who holds it: "Safeguarding Midwife – Ann Example" gives "Safeguarding Midwife"."""
    parts = re.split(r"\s+[–—-]\s+|:\s+", name)
    if len(parts) == 2:
        kept = [part for part in parts if not (_PERSON.fullmatch(part) and not ROLE.search(part))]
        return kept[0] if len(kept) == 1 and ROLE.search(kept[0]) else name
    role, comma, person = name.rpartition(", ")
    return role if comma and ROLE.search(role) and _TITLED.match(person) else name
