"""Find the words that name a service: in front of a number, in a heading, or in a table's row or column header."""

import re

from knowledge.contacts.opening_words import hour_spans
from knowledge.contacts.proper_names import proper_names, without_person

_SERVICE_NOUN = re.compile(
    r"\b(?:teams?|services?|hubs?|door|desk|lines?|helplines?|hotline|advice\s?line|police|constabulary|lado|dsl|officers?|nurses?|doctors?|gps?|"
    r"workers?|duty|units?|centres?|centers?|board|partnership|council|offices?|hospitals?|schools?|managers?|lead|leads|"
    r"co-?ordinators?|advis[eo]rs?|points?|gateway|access|referrals?|departments?|panel|clinic|practice|samaritans|childline|nspcc|"
    r"ofsted|ambulance|crimestoppers|switchboard|reception|receptionist|advocates?|advocacy|commissioner|ombudsman|consultants?|"
    r"paediatricians?|midwi(?:fe|ves)|psychologists?|court|legal|safeguarding|social\s+care|care|trust|agency|federation|"
    r"refuge|(?:early|family|families|targeted|intensive)\s+help|response|triage|complaints|support|inbox|mailbox|outreach|liaison|probation|chair|director|head|coroner|administrators?|business\s+support)\b"
    r"|(?-i:\b[A-Z][A-Z&-]{1,6}s?\b)",
    re.IGNORECASE,
)
_ACRONYM = re.compile(r"\b(?=[A-Z]{2})[A-Z-]{2,}s?\b")

_FIELD = (
    r"(?:tel(?:ephone)?(?:\s+calls)?|text\s?relay|typetalk|(?:ring|call|phon|telephon|e-?mail|writ|text|dial)l?ing|phone|mobile|mob|call(?:\s+us)?|ring(?:\s+us)?|dial|(?-i:contact)|enquiries|switchboard|text(?:\s?-?phone)?|sms|minicom|fax|whats\s?app|"
    r"e-?mails?(?:\s+us)?|secure|gcsx|general|main|direct|dial|free\s?phone|landline|by|address(?:es)?|(?-i:mailbox|inbox)|numbers?|nos?|details?|us|t|e|m|tel/fax)"
)
_FIELD_WORDS = re.compile(rf"\s*(?:{_FIELD}\b\.?[\s:/&,()–—-]*(?:(?:or|and)\b\s*)?)+", re.IGNORECASE)
_TRAILERS = re.compile(
    r"(?:[\s,:;(–—|/=•·-]+|\b(?:on|at|via|by|through|using|is|are|either|to|the|their|our|your|and|or|also|then|now|using|following|as|follows|quoting|for|with|a|in|of)"
    r"|\b(?:can|may|should|must|will|could)\s+(?:also\s+|always\s+|now\s+|only\s+)?(?:be\s+)?(?:contacted|reached|called|phoned|telephoned|emailed|e-mailed|rung|found|made|sent|reported|used|obtained|available|accessed)(?:\s+directly)?"
    r"|\b(?:is|are)\s+(?:also\s+|now\s+)?(?:available|contactable|open|staffed|reachable|operational|based)"
    r"|\b(?:is|are)\b|\bsecure(?:ly)?|\bthe\s+following|\bcontactable|\bavailable|\boperates|\bworks|\bruns"
    r"|\bin\s+the\s+first\s+instance|\bimmediately|\bdirect(?:ly)?|\bopen|\bstraight\s*away|\bright\s+away|\bwithout\s+delay|\bas\s+soon\s+as\s+possible|\btoday|\bfree(?:\s+of\s+charge)?|\banytime"
    r"|\bduring|\bbetween|\bfrom|\boutside|\bemergency\s+number|\bhelpline\s+number"
    rf"|\b{_FIELD}\b\.?)$",
    re.IGNORECASE,
)
_CUE = re.compile(
    r"\b(?:call(?:ing|ed)?(?:\s+(?:up|in))?|ring(?:ing)?|phon(?:e|ing)|telephon(?:e|ing)|contact(?:ing|ed)?|e-?mail(?:ing)?|text(?:ing)?|dial(?:ling)?"
    r"|(?:speak|speaking|talk|talking|spoken|write|writing|turn|referred|refer|referring|passed|pass|reported|report|reporting|sent|made|addressed|go|directed|submitted|put\s+through)\s+"
    r"(?:[\w'’]+\s+){0,5}?(?:to|with)|get\s+in\s+touch\s+with|in\s+touch\s+with|speak\s+with|through\s+to|reach(?:ing)?|notify(?:ing)?|inform(?:ing)?"
    r"|consult(?:ing)?|alert|tell|ask(?:ing)?(?:\s+for)?|advice\s+from|(?:numbers?|line|telephone|phone|details?|e-?mail(?:\s+address)?)\s+(?:for|of)|via|discussed\s+with|discuss\s+\w+\s+with|check(?:ing)?\s+with|(?:available|had|obtained|sought|got|requested)\s+from"
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
_PRONOUN = re.compile(
    r"^(?:us|we|you|its?|their|our|your|the|all|open|them|they|it|me|this|that|these|those|here|there|someone|anyone|somebody|one|who|he|she|him|her|number|line|numbers|advice|help|"
    r"assistance|information|concerns?|child|children|people|staff|practitioners?|professionals?|members?\s+of\s+the\s+public|parents?|everyone|all|more|further(?:\s+\w+)?|"
    r"same(?:\s+\w+)?|following|new|non-emergenc(?:y|ies)|an?\s+emergency|emergenc(?:y|ies)|details|above|below|free|calls?|telephone|phone|please|or|and|not|messages?|option|weekends?|evenings?|nights?|otherwise|once|first|twice|again|soon|online\s+form|form|portal|website|web\s?page|post|letter|app|team|service|office|hub|desk)$",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"[’']s?$")
_TIMED_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
_GENERIC = re.compile(
    r"^\W*(?:(?:contacts?|contacting|details?|useful|key|important|numbers?|telephones?|phones?|tel|who|whom|to|calls?|calling|how|us|further|more|information|info|help|advice|get|getting|in|touch|"
    r"list|directory|local|national|organi[sz]ations?|and|or|e-?mails?|address(?:es)?|support|services?|other|agencies|with|the|a|an|of|for|your|our|my|any|making|make|referrals?|"
    r"what|where|when|do|does|is|are|can|i|we|you|next|after|office|hours|opening|times?|open|need|urgent|urgently|emergency|emergencies|non-emergency|if|it|this|speak|day|daytime|out|at|night|weekends?|practitioners|professionals|"
    r"procedures?|chapter|section|page|introduction|scope|amendment|appendix|overview|general|reporting|report|concerns?|raising|main|names?|people|areas?|each|by|on|area|find|resources|links|related|guidance|external|websites?|table|quick|reference|everyone|one|worried|about|child|children|young|safeguarding|abuse|immediate|danger|note|please|key|summary|all|should|must|have|has)\b\W*)*$",
    re.IGNORECASE,
)
_ABOUT_CONTACT = re.compile(
    r"^(?:how\s+(?:to|do\s+i|can\s+i)\s+)?(?:contact(?:ing)?|call(?:ing)?|reach(?:ing)?|ring(?:ing)?|speak(?:ing)?\s+to|get(?:ting)?\s+in\s+touch\s+with|making\s+contact\s+with|contact\s+details\s+for|"
    r"contacts?\s+(?:for|at|in)|(?:informing|notifying|telling|consulting|alerting)|(?:make|making)\s+a\s+referral\s+to|refer(?:ring)?\s+(?:\w+\s+){0,3}to|referrals?\s+to|telephone\s+numbers?\s+for)\s+(?:the\s+|your\s+|our\s+)?(?P<name>.+)$"
    r"|^(?P<named>.+?)(?:\s*[:,–—-]\s*contact|[\s:,–—-]+(?:contact\s+(?:details?|numbers?|information|us)|contacts|telephone\s+numbers?|phone\s+numbers?|details|opening\s+hours|opening\s+times))$",
    re.IGNORECASE,
)
_QUESTION = re.compile(
    r"^(?:if|how|what|when|where|who|why|should|do|does|can|is|are|making|reporting|raising|responding|getting|worried|concerned|stage|step|introduction)\b|\?$",
    re.IGNORECASE,
)
_NOT_A_LABEL = re.compile(
    r"^(?:please|confirm|send|complete|write|return|submit|see|visit|if|when|where|once|unless|you|we|they|it|this|that|there|all|any|anyone|concerns?|how|do|don[’']t|make|give|having|follow)\s",
    re.IGNORECASE,
)
_CLAUSE_START = re.compile(
    r"^(?:(?:if|when|where|unless|whether|because|although|while)\b|(?:for|to)\s+(?-i:[a-z])|(?:in|at|for|on|during|from|by|as|to)\s+(?:an?|the|any|all|other|urgent|case|emergenc\w+|every|most|these|this)\b)",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"(?:our|an?|the|its|their)\s")
_RELATIVE = re.compile(r",\s*(?:which|who|that|whose)\b[^,]*(?:,|$)", re.IGNORECASE)
_ORDER = re.compile(r"^(?!The\b|Our\b)[A-Z]?[a-z]+(?:\s[a-z]+)*?(?<!\bof)\s(?:the|our|your)\s(?=[A-Z])")
_NIGHT_NAME = re.compile(
    r"\b(?:out[- ]of[- ](?:office[- ])?hours|night|weekend|emergency\s+duty)\s+(?:\w+\s+){0,2}(?:service|team|line|worker|helpline|desk|duty)\b",
    re.IGNORECASE,
)
_TOPIC = re.compile(
    r"\b(?:referrals?|access|safeguarding|legal|complaints|support|response|duty|court|outreach|liaison|concerns?|allegations?|cases?|forms?)$",
    re.IGNORECASE,
)
_INNER = re.compile(r"(?<!\bof)(?<!\bfor)(?<!\band)\s+(?:the|our|your)\s+(?=[A-Z])")
_BRACKETED = re.compile(
    r"(?<!\bof)(?<!\bfor)(?<!\band)\s+(?:the|our|your|their|an?)\s+"
    r"(?P<name>(?:(?!\b(?:the|our|your|their|is|are|can|may|will|should|must|on|at|who|which|that)\b)[\w’'&/-]+\s+"
    r"|of\s+the\s+|for\s+the\s+){1,8})\((?:tel(?:ephone)?|phone|e-?mail|on|call|ring)?[\s.:]*$"
)
_ADJECTIVE = re.compile(r"^[a-z]+\s+(?=(?:[A-Z][\w’'&-]+\s+)+[A-Z])")  # "confidential Reporting Line"
_OWN = re.compile(r"(?:its|their)\s+[a-z]")
_ENDS_IN_OF = re.compile(r"\bpoint\s+of\s*$", re.IGNORECASE)
_FORMER = re.compile(r"\s*\((?:formerly|previously|once|was)\b[^()]*\)", re.IGNORECASE)
_POINTING = re.compile(r"\b(?:any|this|these|those|you|we|they|it|your|if|which|whether)\b")
_LONGEST_NAME = 14
_LONG_LABEL = 6


def name_in_front(words: str) -> str:
    """The name in the words that stand before a number ("..., or call the Emergency Duty Team on"), "" where none does."""
    if beside := _before_bracket(words):
        return beside
    rest = _without_trailers(_without_hours(words))
    rest = _RELATIVE.sub(lambda m: m.group() if _proper_in(m.group()) else " ", rest[rest.rfind(": ") + 1 :])
    if not rest.strip():
        return ""
    cue = _last_cue(rest)
    if cue and _OWN.match(rest[cue.end() :]) and (body := _proper_in(rest[: cue.start()])):
        return body  # "the Review Service, via its office"
    phrase = _named_after_cue(rest[cue.end() :]) if cue else _label_or_subject(rest)
    phrase = phrase if is_name(phrase, spoken=cue is not None) else ""
    if _is_marked(phrase):
        return phrase
    proper = _proper_in(rest)
    nearer = rest.rfind(proper) > rest.rfind(phrase)
    return phrase if _heads_service(phrase) and not (proper and nearer) else proper


def subject_of(sentence: str) -> str:
    """The service that a sentence begins with and tells of ("The Duty Team moved in May."), "" where it begins otherwise."""
    names = proper_names(sentence.strip())
    begins = re.sub(r"^(?:The|Our)\s+", "", sentence.strip())
    return names[0] if names and begins.startswith(names[0]) and names_service(names[0]) else ""


def _before_bracket(words: str) -> str:
    """The service that a bracket with its number follows: "the worker tells the Duty Desk (01632 ..."."""
    found = _BRACKETED.search(words)
    phrase = _trimmed(found["name"]) if found else ""
    return phrase if phrase and names_service(phrase) and is_name(phrase, spoken=True) else ""


def _is_marked(phrase: str) -> bool:
    """Whether capitals mark a phrase as a name."""
    return any(word[:1].isupper() for word in phrase.split())


def _proper_in(words: str) -> str:
    """The last proper name of a service among words, "" where they hold none."""
    return next((name for name in reversed(proper_names(words)) if names_service(name) and not is_general(name)), "")


def _heads_service(phrase: str) -> bool:
    """Whether a phrase without capitals ends in what can be called ("duty desk"), not in what it is about ("a referral")."""
    return phrase != "" and _TOPIC.search(phrase) is None


def name_behind(words: str) -> str:
    """The name in the words that stand after a number ("01632 960123 - Northshire MASH", "... to speak to the MASH")."""
    rest = _without_hours(words).strip(" \t.;,")
    cue = _CUE.search(rest)
    bracketed = re.match(r"^\(([^()]+)\)", rest)
    if bracketed:
        phrase = _trimmed(bracketed.group(1))
        return phrase if is_name(phrase, spoken=True) else ""
    phrase = _named_after_cue(rest[cue.end() :]) if cue else _trimmed(_TAIL_CUT.sub("", _LEADING.sub("", rest)))
    return phrase if is_name(phrase, spoken=True) else ""


def label_name(label: str) -> str:
    """A label or row header as a name: hours in brackets and words such as "telephone" at its ends taken away."""
    rest = _TIMED_BRACKETS.sub(lambda m: "" if _tells_clock(m.group()) else m.group(), label)
    rest = _without_field_tail(rest.strip(" \t:–—-|•·*"))
    bare = re.sub(r"\s*\([^()]*\)", "", rest)
    return "" if _FIELD_WORDS.fullmatch(bare) or not re.search(r"[A-Za-z]{2}", rest) else rest


def heading_name(heading: str) -> str:
    """The service a heading names ("Contacting the Northshire MASH" names "Northshire MASH"), "" for a general heading."""
    about = _ABOUT_CONTACT.match(heading.strip())
    words = ((about["name"] or about["named"]) if about else heading).strip(" :.–-")
    words = re.sub(
        r"\s+(?:by|in\s+each|for\s+each|in\s+every|for\s+every|per)\s+(?:local\s+)?(?:area|authority|council|borough|district|locality)$",
        "",
        words,
        flags=re.IGNORECASE,
    )
    words = re.sub(r"^(?:the|our)\s+(?=\w+\s?[A-Z])", "", words, flags=re.IGNORECASE)
    words = label_name(words)
    if not words or is_general(words) or _PRONOUN.match(words):
        return ""
    return words


def is_general(words: str) -> bool:
    """Whether words name no service of their own ("Useful contacts", "Telephone")."""
    return _GENERIC.match(words) is not None and _NIGHT_NAME.search(words) is None


def is_question(heading: str) -> bool:
    """Whether a heading asks or instructs ("If you are worried about a child") rather than names."""
    return _QUESTION.search(heading.strip()) is not None


def names_service(words: str) -> bool:
    """Whether words hold a noun that services are named with ("team", "MASH", "helpline")."""
    return (_SERVICE_NOUN.search(words) is not None and not is_general(words)) or _ACRONYM.search(words) is not None


def is_name(phrase: str, *, spoken: bool) -> bool:
    """Whether a phrase can be a service's name. In a sentence (`spoken`) it needs a capital letter or a service noun."""
    words = phrase.split()
    if _CLAUSE_START.match(phrase) or _POINTING.search(phrase):
        return False
    if not words or len(words) > _LONGEST_NAME or _PRONOUN.match(phrase) or _FIELD_WORDS.fullmatch(phrase):
        return False
    if not re.search(r"[A-Za-z]{2}", phrase):
        return False
    if not spoken and len(words) > _LONG_LABEL and sum(word[:1].isupper() for word in words) * 3 < len(words):
        return False  # a sentence that happens to stand in front of a number
    return any(word[:1].isupper() for word in words) or _SERVICE_NOUN.search(phrase) is not None


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
    parts = [_trimmed(part) for part in (first, *(part for part in others if not (explained and _ARTICLE.match(part))))]
    parts = [part for part in parts if part] or [""]
    return max(parts, key=_likeness)


def _within(words: str) -> str:
    """The named body that a person without a name belongs to: "a social worker in the Duty Team" gives "Duty Team"."""
    inner = next((found for found in _INNER.finditer(words)), None)
    return words[inner.end() :] if inner and not names_service(_capitals(words[: inner.start()])) else words


def _capitals(words: str) -> str:
    """The words that have a capital letter."""
    return " ".join(word for word in words.split() if word[:1].isupper())


def _has_alternative(words: str) -> bool:
    return re.search(r"\b(?:or|and)\s+(?:the|their|your|our)\s+\w", words) is not None


def _likeness(part: str) -> int:
    """How much a phrase looks like a service's name: 2 for a service noun, 1 for a capital."""
    return 2 * (_SERVICE_NOUN.search(part) is not None) + any(word[:1].isupper() for word in part.split())


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
        words = _without_trailers(words[: verb.start()])
    words = (
        _LEADING.sub("", words)
        if verb or clause or re.match(r"(?:the|our|or|and|your)\b", words.strip(), re.IGNORECASE)
        else words
    )
    words = _ADJECTIVE.sub("", _within(words))
    return _trimmed(_ORDER.sub("", re.sub(r"^[\s,:;.)\]–—|/•·*-]+", "", words)))


def _without_field_brackets(words: str) -> str:
    """The words without brackets that only say how to reach: "ChatHealth (text)"."""
    return re.sub(r"\s*\(([^()]*)\)", lambda m: "" if _FIELD_WORDS.fullmatch(m.group(1)) else m.group(), words)


def _trimmed(phrase: str) -> str:
    phrase = _without_field_brackets(phrase)
    phrase = _TIMED_BRACKETS.sub(lambda m: "" if _tells_clock(m.group()) else m.group(), _FORMER.sub("", phrase))
    phrase = without_person(_POSSESSIVE.sub("", phrase.strip(' \t,:;.–—-|•·*"“”')))
    if phrase.count("(") > phrase.count(")"):
        phrase = phrase[: phrase.rindex("(")]
    if phrase.count(")") > phrase.count("("):
        phrase = phrase[phrase.index(")") + 1 :]
    return phrase.strip(' \t,:;.–—-|•·*"“”')


def _tells_clock(words: str) -> bool:
    """Whether brackets tell when, so that they are no part of a name."""
    return (
        bool(hour_spans(words))
        and re.search(
            r"\d|open\b|\b(?:mon|hours|office|normal|day|evenings?|nights?|weekdays?)\b", words, re.IGNORECASE
        )
        is not None
    )


def _without_hours(words: str) -> str:
    """The words with those about opening hours taken out, brackets that hold nothing else with them."""
    for start, end in reversed(hour_spans(words)):
        words = words[:start] + "\x00" + words[end:]
    words = re.sub(r"\(\s*(?:open|during|free|,|;|only|calls?)*\s*\x00[^()]*\)", "", words)
    words = re.sub(r"\(\s*\x00\s*", "", words)
    return words.replace("\x00", ",")


def _without_trailers(words: str) -> str:
    previous = None
    while previous != words:
        previous = words
        stripped = _POSSESSIVE.sub("", words) if re.search(r"[’']s?\s*$", words) and previous != words else words
        closes = stripped.rstrip().endswith(")")
        words = stripped if closes else _TRAILERS.sub("", stripped)
        if _ENDS_IN_OF.search(words):
            return stripped.rstrip()  # "Single Point of Contact"
    return _POSSESSIVE.sub("", words.rstrip())


def _without_field_tail(words: str) -> str:
    """A label without the field at its end: "MASH telephone" gives "MASH", "Telephone" gives ""."""
    cut = re.sub(
        rf"(?:[\s:,(–—-]+|^)(?:(?!(?:duty|contact|direct|main|general|switchboard|secure)\b){_FIELD}\b\.?[\s)]*)+$",
        "",
        words,
        flags=re.IGNORECASE,
    )
    dangling = re.search(r"\b(?:of|for|to|with|by|first|initial)$", cut, re.IGNORECASE) is not None
    return cut if (cut and not dangling) or _FIELD_WORDS.fullmatch(words) else words
