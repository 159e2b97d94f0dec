"""From what was typed to plain words: hidden characters, look-alikes, spaced-out letters, short forms and typos undone.

The danger rules read these words and nothing else reads them: an answer, a quotation or a log never shows them.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from bot.conversations.danger.short_forms import CONTRACTED, EMOJI, SHORT_FORMS

_HIDDEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
_LOOK_ALIKE = str.maketrans("асеорхуікѕтнмвԁɡοαερικν’‘`´", "aceopxyikstnmbdgoaepikv''''")
_EMOJI = re.compile("|".join(map(re.escape, EMOJI)))
_SPACED = re.compile(r"(?<![a-z0-9'])(?:[a-z][\s.\-_*/·,|]{1,3}){2,}[a-z](?![a-z0-9'])")
_TOKEN = re.compile(
    r"(?P<word>[a-z0-9@$]+(?:['@$*!|+]+[a-z0-9]+)*(?:\*+(?=\s|$))?)|(?P<end>[.!?;]+(?=\s|$)|\n\s*\n|[!?]+)"
)
_AGE = re.compile(
    r"(\d{1,2})(?:yo|y|yr|yrs|yof|yom|y?f|y?m|yearold|yold|year|years|yrold)(?:s|old|olds)?|(\d{1,2})(?:m|mo|mth|mths|wk|wks|weeks|week|months|month|day|days)(?:old|o)?"
)
_REPEATED = re.compile(r"(.)\1{2,}")
_DIGITS = str.maketrans("013457@$!|+", "oieastasiit")
_SYMBOLS = re.compile(r"[@$*!|+]+")
_ADULT = 18  # years

Mend = Callable[[str], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Typed:
    """A message's words, and for each the number of the sentence it stands in (line breaks do not end a sentence)."""

    words: list[str]
    sentences: list[int]


def typed(text: str, mend: Mend, known: frozenset[str]) -> Typed:
    """The words of a message. `mend` gives the words that an unknown one stands for; `known` are those left alone."""
    plain = _SPACED.sub(lambda found: _joined(found[0], mend, known), _plain(text))
    words, sentences, sentence = ["^"], [0], 0
    for token in _TOKEN.finditer(plain):
        if token["end"]:
            sentence += 1
            continue
        for word in _words(token["word"], mend, known):
            words.append(word)
            sentences.append(sentence)
    return Typed([*words, "$"], [*sentences, sentence])


def _plain(text: str) -> str:
    shown = _EMOJI.sub(lambda found: f" {EMOJI[found[0]]} ", _HIDDEN.sub("", text))
    decomposed = unicodedata.normalize("NFKD", shown)
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return bare.casefold().translate(_LOOK_ALIKE)


def _joined(spaced: str, mend: Mend, known: frozenset[str]) -> str:
    """Letters written one by one, as the words they spell; as they were where they spell none that is looked for."""
    letters = re.sub(r"[^a-z]", "", spaced)
    spelt = mend(letters)
    return " ".join(spelt) if letters in known or spelt != (letters,) else spaced


def _words(token: str, mend: Mend, known: frozenset[str]) -> tuple[str, ...]:
    if token in SHORT_FORMS:
        return SHORT_FORMS[token]
    if token.isalpha():
        return _word(token, mend, known)
    if token.isdigit():
        return (token,)
    if age := _AGE.fullmatch(token):
        return ("AGEM",) if age[2] else ("AGE",) if int(age[1]) < _ADULT else (token,)
    if "'" in token:
        return _contracted(token, mend, known)
    return _disguised(token, mend, known)


def _word(word: str, mend: Mend, known: frozenset[str]) -> tuple[str, ...]:
    if word in known:
        return (word,)
    if not _REPEATED.search(word):
        return mend(word)
    for shorter in (_REPEATED.sub(r"\1\1", word), _REPEATED.sub(r"\1", word)):
        if shorter in SHORT_FORMS:
            return SHORT_FORMS[shorter]
        mended = (shorter,) if shorter in known else mend(shorter)
        if mended != (shorter,) or shorter in known:
            return mended
    return (_REPEATED.sub(r"\1", word),)


def _contracted(token: str, mend: Mend, known: frozenset[str]) -> tuple[str, ...]:
    if token.replace("'", "") in SHORT_FORMS:
        return SHORT_FORMS[token.replace("'", "")]
    start, _, end = token.rpartition("'")
    start = start.replace("'", "")
    if end == "t" and start.endswith("n"):
        return (*_words(start[:-1], mend, known), "not") if start[:-1] else ("not",)
    rest = CONTRACTED.get(end, (end,) if end else ())
    return (*(_words(start, mend, known) if start else ()), *rest)


def _disguised(token: str, mend: Mend, known: frozenset[str]) -> tuple[str, ...]:
    """Letters with digits and signs among them: "kn1fe", "k!ll", "r*ped"; else its parts."""
    letters = token.translate(_DIGITS)
    if letters.isalpha() and not token.strip("@$").isdigit():
        mended = (letters,) if letters in known else mend(letters)
        if letters in known or mended != (letters,):
            return mended
    if "*" in token:
        mended = mend(token)
        if mended != (token,):
            return mended
    parts = [part for part in _SYMBOLS.split(token) if part]
    if len(parts) == 1 and parts[0] == token:
        return (token,)
    return tuple(word for part in parts for word in _words(part, mend, known))
