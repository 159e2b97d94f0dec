"""Find the words that name a service in a sentence: in front of a number or behind it."""

import re

from knowledge.contacts.proper_names import proper_names
from knowledge.contacts.service_words import (
    capitals,
    heads_service,
    is_general,
    is_marked,
    is_name,
    likeness,
    names_service,
)
from knowledge.contacts.trimming import trimmed, without_hours, without_trailers

_CUE = re.compile(
    r"\b(?:call(?:ing|ed)?(?:\s+(?:up|in))?|ring(?:ing)?|phon(?:e|ing)|telephon(?:e|ing)|contact(?:ing|ed)?|e-?mail(?:ing)?|text(?:ing)?|dial(?:ling)?"
    r"|(?:speak|speaking|talk|talking|spoken|write|writing|turn|referred|refer|referring|passed|pass|reported|report|reporting|sent|made|addressed|go|directed|submitted|put\s+through)\s+"
    r"(?:[\w'’]+\s+){0,5}?(?:to|with)|get\s+in\s+touch\s+with|in\s+touch\s+with|speak\s+with|through\s+to|reach(?:ing)?|notify(?:ing)?|inform(?:ing)?"
    r"|consult(?:ing)?|alert|tell|ask(?:ing)?(?:\s+for)?|advice\s+from|(?:numbers?|line|telephone|phone|details?|e-?mail(?:\s+address)?)\s+(?:for|of)|via|discussed\s+with|discuss\s+\w+\s+with|check(?:ing)?\s+with|(?:available|had|obtained|sought|got|requested)\s+(?:from|through)|through(?=\s+(?:the|our|your|their)\s)"
    r"|(?:calls|concerns|referrals|enquiries|they|it|cases|cover)\s+(?:(?:is|are|will\s+be|should\s+be|can\s+be)\s+)?(?:taken|answered|handled|dealt\s+with|covered|picked\s+up|received|provided)\s+by"
    r"|(?:taken|answered|handled|covered|picked\s+up|received)\s+by|with(?=\s+(?:the\s+|our\s+|their\s+)?(?-i:[A-Z]))"
    r"|send(?:ing)?\s+(?:[\w'’-]+\s+){0,6}?to|made\s+(?:through|to)|use)\s+",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"^(?:if|when|where|for|in|at|during|outside|out|after|before|should|once|unless|because|as|while|on|between|from|otherwise|alternatively|note|please)\b.*,\s+",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\s+(?:can|may|is|are|was|will|should|must|has|have|deals?|takes?|provides?|offers?|covers?|operates?|runs?|receives?|responds?|works?|handles?|gives?|helps?|screens?|answers?|opens?|accepts?|listens?|triages?|manages?|acts?|go(?:es)?|makes?)\b(?!\s+(?:team|service|hub|line|helpline|desk|unit|officer|worker|duty)s?\b)",
)
_LEADING = re.compile(
    r"^(?:[\s,:;.)\]–—|/•·*-]+|(?:and|or|either|also|then|please|own|someone|somebody|anyone|a\s+member|member|the|our|your|their|its|his|her|a|an|to|on|for|of|by|with|otherwise|alternatively|(?-i:contact|call)|urgently|immediately|them|both|in|at|via|through|by|but|from|new|that|this)\b\s*|(?-i:[a-z]+[’']s\s+(?=[A-Z])))+",
    re.IGNORECASE,
)
_TAIL_CUT = re.compile(
    r"\s*(?:,\s*(?:which|who|that|where|whose|and|or)\b|\s(?:which|who|that|if|whether|when|where|about|within|whenever|regarding|who[’']s|so|before|because|during|between|without|immediately|unless|should)\b"
    r"|\s(?:in\s+the\s+first\s+instance|as\s+soon|straight\s*away|the\s+same\s+day|at\s+any|directly|by\s+tele|by\s+phone|by\s+e-?mail|on\s+the\s+(?:number|same|following)|in\s+office|using|via)\b"
    r"|\s(?:for|to|on|with|in)\s+(?=(?:[a-z]|a\b|an\b|advice)(?!\w*[A-Z]))).*$"
)
_NOT_A_LABEL = re.compile(
    r"^(?:please|confirm|send|complete|write|return|submit|see|visit|if|when|where|once|unless|you|we|they|it|this|that|there|all|any|anyone|concerns?|how|do|don[’']t|make|give|having|follow)\s",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"(?:our|an?|the|its|their)\s")
_RELATIVE = re.compile(r",\s*(?:which|who|that|whose)\b[^,]*(?:,|$)", re.IGNORECASE)
_ORDER = re.compile(r"^(?!The\b|Our\b)[A-Z]?[a-z]+(?:\s[a-z]+)*?(?<!\bof)\s(?:the|our|your)\s(?=[A-Z])")
_INNER = re.compile(r"(?<!\bof)(?<!\bfor)(?<!\band)\s+(?:the|our|your)\s+(?=[A-Z])")
_BRACKETED = re.compile(
    r"(?<!\bof)(?<!\bfor)(?<!\band)\s+(?:the|our|your|their|an?)\s+"
    r"(?P<name>(?:(?!\b(?:the|our|your|their|is|are|can|may|will|should|must|on|at|who|which|that)\b)[\w’'&/-]+\s+"
    r"|of\s+the\s+|for\s+the\s+){1,8})\((?:tel(?:ephone)?|phone|e-?mail|on|call|ring)?[\s.:]*$"
)
_ADJECTIVE = re.compile(r"^[a-z]+\s+(?=(?:[A-Z][\w’'&-]+\s+)+[A-Z])")  # "confidential Reporting Line"
_OWNED = re.compile(r"^(?P<body>[A-Z][^–—]*?)(?:[’']s|(?<=s)[’'])\s+(?P<own>[a-z]+)$")
_OWN = re.compile(r"(?:its|their)\s+[a-z]")


def name_in_front(words: str) -> str:
    """The name in the words that stand before a number ("..., or call the Emergency Duty Team on"), "" where none does."""
    if beside := _before_bracket(words):
        return beside
    rest = without_trailers(without_hours(words))
    rest = _RELATIVE.sub(lambda m: m.group() if _proper_in(m.group()) else " ", rest[rest.rfind(": ") + 1 :])
    if not rest.strip():
        return ""
    cue = _last_cue(rest)
    if cue and _OWN.match(rest[cue.end() :]) and (body := _proper_in(rest[: cue.start()])):
        return body  # "the Review Service, via its office"
    phrase = _named_after_cue(rest[cue.end() :]) if cue else _label_or_subject(rest)
    phrase = phrase if is_name(phrase, spoken=cue is not None) else ""
    if is_marked(phrase):
        return phrase
    proper = _proper_in(rest)
    nearer = rest.rfind(proper) > rest.rfind(phrase)
    return phrase if heads_service(phrase) and not (proper and nearer) else proper


def subject_of(sentence: str) -> str:
    """The service that a sentence begins with and tells of ("The Duty Team moved in May."), "" where it begins otherwise."""
    names = proper_names(sentence.strip())
    begins = re.sub(r"^(?:The|Our)\s+", "", sentence.strip())
    return names[0] if names and begins.startswith(names[0]) and names_service(names[0]) else ""


def _before_bracket(words: str) -> str:
    """The service that a bracket with its number follows: "the worker tells the Duty Desk (01632 ..."."""
    found = _BRACKETED.search(words)
    phrase = trimmed(found["name"]) if found else ""
    return phrase if phrase and names_service(phrase) and is_name(phrase, spoken=True) else ""


def _proper_in(words: str) -> str:
    """The last proper name of a service among words, "" where they hold none."""
    return next((name for name in reversed(proper_names(words)) if names_service(name) and not is_general(name)), "")


def name_behind(words: str) -> str:
    """The name in the words that stand after a number ("01632 960123 - Northshire MASH", "... to speak to the MASH")."""
    rest = without_hours(words).strip(" \t.;,")
    cue = _CUE.search(rest)
    bracketed = re.match(r"^\(([^()]+)\)", rest)
    if bracketed:
        phrase = trimmed(bracketed.group(1))
        return phrase if is_name(phrase, spoken=True) else ""
    phrase = _named_after_cue(rest[cue.end() :]) if cue else trimmed(_TAIL_CUT.sub("", _LEADING.sub("", rest)))
    return phrase if is_name(phrase, spoken=True) else ""


def _last_cue(words: str) -> re.Match[str] | None:
    cues = [cue for cue in _CUE.finditer(words) if words[cue.end() :].strip() and not _is_noun(words, cue)]
    return cues[-1] if cues else None


def _is_noun(words: str, cue: re.Match[str]) -> bool:
    """Whether a cue is part of a name: "Single Point of Contact Team", "Duty Call Centre", "First Contact service"."""
    before = words[: cue.start()].rstrip()
    following = words[cue.end() : cue.end() + 1]
    capital = words[cue.start()].isupper() and before != "" and not before.endswith((".", ":", "-", "–", "("))
    joined = words[cue.start()].isupper() and re.match(r"(?:and|&)\s+(?-i:[A-Z])", words[cue.end() :]) is not None
    return (
        capital
        or joined
        or (re.search(r"\b(?:of|first|initial|single)$", before, re.IGNORECASE) is not None and following.isupper())
    )


def _named_after_cue(words: str) -> str:
    """The noun phrase that follows a verb such as "call": its last alternative, without what explains it."""
    words = re.split(r"\b(?:or|and)\s+(?:the|their|your|our)\s+", words)[-1] if _has_alternative(words) else words
    words = _within(words)
    words = _TAIL_CUT.sub("", _LEADING.sub("", words))
    first, *others = re.split(r",\s+", words)
    explained = first[:1].isupper()  # "Families First, our early help service"
    parts = [trimmed(part) for part in (first, *(part for part in others if not (explained and _ARTICLE.match(part))))]
    parts = [part for part in parts if part] or [""]
    return max(parts, key=likeness)


def _within(words: str) -> str:
    """The named body that a person without a name belongs to: "a social worker in the Duty Team" gives "Duty Team"."""
    inner = next((found for found in _INNER.finditer(words)), None)
    return words[inner.end() :] if inner and not names_service(capitals(words[: inner.start()])) else words


def _has_alternative(words: str) -> bool:
    return re.search(r"\b(?:or|and)\s+(?:the|their|your|our)\s+\w", words) is not None


def _label_or_subject(words: str) -> str:
    """The name in words without a verb of contacting: a label, or the subject of the sentence."""
    words = re.sub(r"^[\s,:;.)\]–—|/•·*-]+", "", words).strip()
    words = re.sub(r"^(?:in|for)\s+(?:an?\s+)?emergenc(?:y|ies),?\s+(?=\w)", "", words, flags=re.IGNORECASE)
    clause = _CLAUSE.match(words)
    if clause:
        words = words[clause.end() :]
    if _NOT_A_LABEL.match(words):
        return ""
    verb = _VERB.search(words)
    if verb:
        words = without_trailers(words[: verb.start()])
    words = (
        _LEADING.sub("", words)
        if verb or clause or re.match(r"(?:the|our|or|and|your)\b", words.strip(), re.IGNORECASE)
        else words
    )
    words = _ADJECTIVE.sub("", _within(words))
    return _body_of(trimmed(_ORDER.sub("", re.sub(r"^[\s,:;.)\]–—|/•·*-]+", "", words))))


def _body_of(phrase: str) -> str:
    """The service whose own a thing is: "Probation Service's mailbox" gives "Probation Service"."""
    owned = _OWNED.match(phrase)
    return owned["body"] if owned and names_service(owned["body"]) and not names_service(owned["own"]) else phrase
