"""Tell from its words whether a phrase names a service, a field, or nothing of its own."""

import re

from knowledge.contacts import lexicon
from knowledge.contacts.tokens import Kind, tokens_of
from knowledge.contacts.words import is_head, stem

_ACRONYM = re.compile(r"\b(?=[A-Z]{2})[A-Z-]{2,}s?\b")
FIELD = (
    r"(?:tel(?:ephone)?(?:\s+calls)?|text\s?relay|typetalk|(?:ring|call|phon|telephon|e-?mail|writ|text|dial)l?ing|phone|mobile|mob|call(?:\s+us)?|ring(?:\s+us)?|dial|(?-i:contact)|enquiries|switchboard|text(?:\s?-?phone)?|sms|minicom|fax|whats\s?app|"
    r"e-?mails?(?:\s+us)?|secure|gcsx|general|main|direct|dial|free\s?phone|landline|by|address(?:es)?|(?-i:mailbox|inbox)|numbers?|nos?|details?|us|t|e|m|tel/fax)"
)
FIELD_WORDS = re.compile(rf"\s*(?:{FIELD}\b\.?[\s:/&,()–—-]*(?:(?:or|and)\b\s*)?)+", re.IGNORECASE)
PRONOUN = re.compile(
    r"^(?:us|we|you|its?|their|our|your|the|all|open|them|they|it|me|this|that|these|those|here|there|someone|anyone|somebody|one|who|he|she|him|her|number|line|numbers|advice|help|"
    r"assistance|information|concerns?|child|children|people|staff|practitioners?|professionals?|members?\s+of\s+the\s+public|parents?|everyone|all|more|further(?:\s+\w+)?|"
    r"same(?:\s+\w+)?|following|new|non-emergenc(?:y|ies)|an?\s+emergency|emergenc(?:y|ies)|details|above|below|free|calls?|telephone|phone|please|or|and|not|messages?|option|weekends?|evenings?|nights?|otherwise|once|first|twice|again|soon|online\s+form|form|portal|website|web\s?page|post|letter|app|team|service|office|hub|desk)$",
    re.IGNORECASE,
)
_GENERIC = re.compile(
    r"^\W*(?:(?:contacts?|contacting|details?|useful|key|important|numbers?|telephones?|phones?|tel|who|whom|to|calls?|calling|how|us|further|more|information|info|help|advice|get|getting|in|touch|"
    r"list|directory|local|national|organi[sz]ations?|and|or|e-?mails?|address(?:es)?|support|services?|other|agencies|with|the|a|an|of|for|your|our|my|any|making|make|referrals?|"
    r"what|where|when|do|does|is|are|can|i|we|you|next|after|office|hours|opening|times?|open|need|urgent|urgently|emergency|emergencies|non-emergency|if|it|this|speak|day|daytime|out|at|night|weekends?|practitioners|professionals|"
    r"procedures?|chapter|section|page|introduction|scope|amendment|appendix|overview|general|reporting|report|concerns?|raising|main|names?|people|areas?|each|by|on|area|find|resources|links|related|guidance|external|websites?|table|quick|reference|everyone|one|worried|about|child|children|young|safeguarding|abuse|immediate|danger|note|please|key|summary|all|should|must|have|has)\b\W*)*$",
    re.IGNORECASE,
)
_QUESTION = re.compile(
    r"^(?:if|how|what|when|where|who|why|should|do|does|can|is|are|making|reporting|raising|responding|getting|worried|concerned|stage|step|introduction)\b|\?$",
    re.IGNORECASE,
)
_CLAUSE_START = re.compile(
    r"^(?:(?:if|when|where|unless|whether|because|although|while)\b|(?:for|to)\s+(?-i:[a-z])|(?:in|at|for|on|during|from|by|as|to)\s+(?:an?|the|any|all|other|urgent|case|emergenc\w+|every|most|these|this)\b)",
    re.IGNORECASE,
)
_NIGHT_NAME = re.compile(
    r"\b(?:out[- ]of[- ](?:office[- ])?hours|night|weekend|emergency\s+duty)\s+(?:\w+\s+){0,2}(?:service|team|line|worker|helpline|desk|duty)\b",
    re.IGNORECASE,
)
_POINTING = re.compile(r"\b(?:any|this|these|those|you|we|they|it|your|if|which|whether)\b")
_LONGEST_NAME = 14
_LONG_LABEL = 6
_SHOUTED = 3  # words in capitals that may still be abbreviations side by side


def has_capitals(name: str) -> bool:
    """Whether a name has a capital beyond its first letter: "Lead officer" has none."""
    return any(sign.isupper() for sign in name[1:])


def is_general(words: str) -> bool:
    """Whether words name no service of their own ("Useful contacts", "Telephone")."""
    return _GENERIC.match(words) is not None and _NIGHT_NAME.search(words) is None


def is_question(heading: str) -> bool:
    """Whether a heading asks or instructs ("If you are worried about a child") rather than names."""
    return _QUESTION.search(heading.strip()) is not None


def _has_noun(words: str) -> bool:
    """Whether words hold a noun that services and posts are named with, or an abbreviation."""
    tokens = tokens_of(words)
    working = lexicon.FIELDS_OF_WORK - lexicon.COMMON_FIELDS
    helping = re.search(r"\b(?:early|famil(?:y|ies)|targeted|intensive)\s+help\b", words, re.IGNORECASE) is not None
    return helping or any(
        token.kind is Kind.WORD and (is_head(token.low) or stem(token.low) in working or token.acronym)
        for token in tokens
    )


def names_service(words: str) -> bool:
    """Whether words hold a noun that services are named with ("team", "MASH", "helpline")."""
    if words.isupper() and len(words.split()) > _SHOUTED:
        words = words.title()  # a whole line in capitals: its words are no abbreviations
    return (_has_noun(words) and not is_general(words)) or any(
        found.group().lower() not in lexicon.FIELDS_OF_WORK | lexicon.PEOPLE for found in _ACRONYM.finditer(words)
    )


def is_name(phrase: str, *, spoken: bool) -> bool:
    """Whether a phrase can be a service's name. In a sentence (`spoken`) it needs a capital letter or a service noun."""
    words = phrase.split()
    if _CLAUSE_START.match(phrase) or _POINTING.search(phrase):
        return False
    if not words or len(words) > _LONGEST_NAME or PRONOUN.match(phrase) or FIELD_WORDS.fullmatch(phrase):
        return False
    if not re.search(r"[A-Za-z]{2}", phrase) or re.search(r"\d{3}", phrase):
        return False
    if not spoken and len(words) > _LONG_LABEL and sum(word[:1].isupper() for word in words) * 3 < len(words):
        return False  # a sentence that happens to stand in front of a number
    return any(word[:1].isupper() for word in words) or _has_noun(phrase)
