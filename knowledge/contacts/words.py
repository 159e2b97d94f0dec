"""Ask of each word of a line what part it may have in a name: a capital of its own, a head noun, a plain word."""

import re
from collections.abc import Sequence

from knowledge.contacts import lexicon
from knowledge.contacts.tokens import Kind, Token

FUNCTION = (
    lexicon.DETERMINERS
    | lexicon.PREPOSITIONS
    | lexicon.CONJUNCTIONS
    | lexicon.AUXILIARIES
    | lexicon.PRONOUNS
    | lexicon.ADVERBS
)
HEADS = lexicon.BODIES | lexicon.POSTS
_VERBAL = lexicon.REACHING | lexicon.VERBS | (lexicon.TOWARDS - lexicon.FIELDS_OF_WORK)
_ALSO_VERBS = frozenset({"lead", "leads", "lines"})
_OCCUPATION = re.compile(r"(?:ologist|iatrist|macist|apist|cialist|tionist|ician)s?$")
_FIRST_WORDS = frozenset({"single", "first", "out"})  # function words that begin names: "Out of Hours Team"


def stem(low: str) -> str:
    """A word without what shows whose it is."""
    return low.removesuffix("'s").removesuffix("'")


def is_head(low: str) -> bool:
    """Whether a noun heads the name of a body or a post: one of the lists, or an occupation by its ending."""
    noun = stem(low)
    return noun in HEADS or noun.removesuffix("s") in HEADS or _OCCUPATION.search(noun) is not None


class Words:
    """The tokens of a line, each asked for by its index; an index outside the line is an empty word."""

    def __init__(self, text: str, tokens: Sequence[Token]) -> None:
        self.text, self.tokens = text, tokens

    def at(self, index: int) -> Token | None:
        """The token at `index`, None outside the line."""
        return self.tokens[index] if 0 <= index < len(self.tokens) else None

    def low(self, index: int) -> str:
        """The word at `index` in lower case."""
        token = self.at(index)
        return token.low if token else ""

    def noun(self, index: int) -> str:
        """The word at `index` in lower case, without what shows whose it is."""
        return stem(self.low(index))

    def is_upper(self, index: int) -> bool:
        """Whether a word is written with a capital, for whatever reason."""
        token = self.at(index)
        return token is not None and token.capital

    def begins_name(self, index: int) -> bool:
        """Whether a word has a capital of its own, and not only because a sentence begins with it."""
        token = self.at(index)
        if token is None or not token.capital:
            return False
        if token.acronym:
            return True
        if token.opens:
            return not self._is_opener(index)
        return token.low not in FUNCTION or self.is_upper(index + 1) or self.low(index + 1) in ("of", "point")

    def _is_opener(self, index: int) -> bool:
        """Whether a word is capital only for its place: "The", or "Contact" before a name."""
        low, after = self.low(index), self.at(index + 1)
        if after is None:
            return low in FUNCTION or low in lexicon.REACHING or low in lexicon.VERBS
        if low in lexicon.REACHING or low in lexicon.VERBS:
            joined = after.low in ("&", "and") and (after.text == "&" or self.is_upper(index + 2))
            lone = after.capital and after.low in HEADS and not self.is_upper(index + 2) and after.low != "police"
            return not (joined or lone)
        return low in FUNCTION and not (low in _FIRST_WORDS and (after.capital or after.low == "of"))

    def is_headed(self, index: int) -> bool:
        """Whether a word is a noun that can be called, or an abbreviation."""
        token = self.at(index)
        return token is not None and (is_head(token.low) or token.acronym)

    def is_content(self, index: int) -> bool:
        """Whether a word without a capital of its own may stand in a name: no verb, adverb or function word."""
        token = self.at(index)
        if token is None or token.kind is not Kind.WORD or token.text == "&" or (token.capital and not token.opens):
            return False
        low = token.low
        if low == "work" and self.low(index - 1) == "social":
            return True
        if low.endswith("ing") and low not in lexicon.REACHING and is_head(self.low(index + 1)):
            return True  # "reporting line"
        if is_head(low) and low not in _ALSO_VERBS:
            return True
        adverb = low.endswith("ly") and low not in ("early", "family")
        return low not in FUNCTION and low not in _VERBAL and low[0].isalpha() and not adverb

    def article(self, first: int) -> str:
        """The determiner in front of a phrase, "" where there is none."""
        before = self.low(first - 1)
        return before if before in lexicon.DETERMINERS else ""

    def is_number(self, index: int) -> bool:
        """Whether a telephone number or an e-mail address stands at `index`."""
        token = self.at(index)
        return token is not None and token.kind is Kind.NUMBER
