"""Text into terms, the same way for passages and for questions."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

import Stemmer

# A section of an Act is one term however it is printed: s47, s.47, S 47, section 47, section 47(1).
# "Section 4.3" of a procedure is not one.
_SECTION = re.compile(r"(?<![\w'])(?:sections?|sect\.?|ss?\.?)\s?(\d{1,3}[a-z]?)\b(?!\.\d)(?:\(\w+\))*")
# Letters and digits in one run ("p4", "s47"), figures with their marks (1,000; 1.2.8; 24/7 stays two), and
# words without their possessive ("child's" gives "child"); "don't" gives "do not".
_TERM = re.compile(r"\d+(?:[.,]\d+)+|[^\W_]+")
_APOSTROPHE = re.compile(r"(?<=\w)'(?:s|re|ve|ll|d|m)\b")
_ACCENTS = re.compile("[\u0300-\u036f]+")
_NEGATION = re.compile(r"(?<=\w)n't\b")

# Words that stand in nearly every passage and carry no topic. "not", "no", "who", "when" and "how" stay.
STOP_WORDS = frozenset(
    """
    a an and are as at be been being but by do does did for from had has have he her him his i if in
    is it its me my of on or our she so than that the their them then there these they this those to
    us was we were will with would you your
    """.split()  # noqa: SIM905  # a list of one word a line would hide what is in it
)


def folded(text: str) -> str:
    """Lower case, compatibility forms and accents folded, typographic apostrophes made plain."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.replace("\u2019", "'").replace("\u2018", "'"))
    return _ACCENTS.sub("", plain).casefold()


def words(text: str) -> list[str]:
    """The words of a text in order, folded, not stemmed: "Section 47(1)" gives "s47"."""
    plain = _SECTION.sub(r"s\1", folded(text))
    if "'" in plain:
        plain = _NEGATION.sub(" not", _APOSTROPHE.sub("", plain))
    found: list[str] = _TERM.findall(plain)
    return [word.replace(",", "") if "," in word else word for word in found]


def stems(unstemmed: Iterable[str]) -> list[str]:
    """Snowball English stems of words that carry a topic; words with a digit in them stay as they are."""
    return [_stem(word) for word in unstemmed if word not in STOP_WORDS]


def terms(text: str) -> list[str]:
    """What a text is indexed under and searched by: the stems of its words, in order, repeats kept."""
    return stems(words(text))


@cache
def _stemmer() -> Stemmer.Stemmer:
    return Stemmer.Stemmer("english")


@cache
def _stem(word: str) -> str:
    if word.isalpha():
        stem: str = _stemmer().stemWord(word)
        return stem
    return word
