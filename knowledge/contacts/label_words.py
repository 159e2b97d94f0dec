"""Tell a label that is a name as it stands from one that orders or remarks ("Escalate to the Manager:")."""

from itertools import pairwise

from knowledge.contacts import lexicon
from knowledge.contacts.opening_words import hour_spans
from knowledge.contacts.tokens import Kind, tokens_of

_LONGEST_LABEL = 6
_CALLERS = lexicon.PEOPLE - {"children", "families", "people", "family", "child"}
_NEVER_LABEL = (
    lexicon.REACHING
    | lexicon.AUXILIARIES
    | lexicon.PRONOUNS
    | lexicon.DETERMINERS
    | lexicon.ADVERBS
    | (lexicon.CONJUNCTIONS - {"and"})
    | _CALLERS
)
_REMARKS = lexicon.AUXILIARIES | lexicon.PRONOUNS | lexicon.CLAUSE_OPENERS | {"open", "to"}
_NOUNS_AFTER_VERB = lexicon.BODIES | lexicon.POSTS | {"and", "&", "of"}  # "Contact centre", "Advice and ..."


def reads_as_label(words: str) -> bool:
    """Whether words in front of a colon are a name as they stand, and no order or remark."""
    tokens = tokens_of(words)
    verbs = lexicon.REACHING | lexicon.TOWARDS | lexicon.VERBS
    if len(tokens) > 1 and not tokens[1].capital and tokens[0].low in verbs:
        return tokens[1].low in _NOUNS_AFTER_VERB
    ordered = any(
        token.low in lexicon.REACHING and before.low != "of" and not token.capital for before, token in pairwise(tokens)
    )
    inner = [token for token in tokens[1:] if not token.capital and token.kind is Kind.WORD]
    return not ordered and not any(token.low in _REMARKS for token in inner)


def label_alone(words: str, *, marked: bool) -> str:
    """The words in front of a number where they can only be its label: a few, with a capital and no verb; else "".

    `marked` says that the page marks them (bold, a term); one word that neither
    a mark nor a comma parts from its number may only begin a sentence.
    """
    front = tokens_of(words)
    parted = len(front) > 1 and front[-1].text == "," and not hour_spans(words)
    while front and (front[-1].low in lexicon.NUMBER_LABELS or front[-1].kind is Kind.SIGN):
        front.pop()
    while front and front[0].kind is Kind.SIGN:
        front.pop(0)
    least = 1 if marked or parted else 2
    if not least <= len(front) <= _LONGEST_LABEL or not front[0].capital:
        return ""
    if not reads_as_label(words[front[0].start : front[-1].end]):
        return ""
    named = all(token.kind is Kind.WORD and token.low not in _NEVER_LABEL for token in front)
    return words[front[0].start : front[-1].end] if named else ""
