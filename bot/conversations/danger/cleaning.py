"""From what was typed to plain words: hidden characters, look-alikes, spaced-out letters, short forms and typos undone.

The danger rules read these words and nothing else reads them: an answer, a quotation or a log never shows them.
"""

import re
import unicodedata
from dataclasses import dataclass

from bot.conversations.danger.short_forms import CONTRACTED, EMOJI, SHORT_FORMS
from bot.conversations.danger.spelling import Speller

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

_PAIR = re.compile(r"\b([a-z]{2,9}) (?=([a-z]{2,9})\b)")


@dataclass(frozen=True, slots=True)
class Typed:
    """A message's words, and for each the number of the sentence it stands in (line breaks do not end a sentence)."""

    words: list[str]
    sentences: list[int]


def typed(text: str, speller: Speller) -> Typed:
    """The words of a message, mended."""
    return _Reader(speller).read(text)


def _plain(text: str) -> str:
    shown = _EMOJI.sub(lambda found: f" {EMOJI[found[0]]} ", _HIDDEN.sub("", text))
    decomposed = unicodedata.normalize("NFKD", shown)
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return bare.casefold().translate(_LOOK_ALIKE)


class _Reader:
    """Reads one message. What a token stands for is remembered for that message alone."""

    def __init__(self, speller: Speller) -> None:
        self._speller = speller
        self._known = speller.known
        self._read: dict[str, tuple[str, ...]] = {}

    def read(self, text: str) -> Typed:
        plain = _PAIR.sub(self._rejoined, _SPACED.sub(self._joined, _plain(text)))
        words, sentences, sentence = ["^"], [0], 0
        for token in _TOKEN.finditer(plain):
            if token["end"]:
                sentence += 1
                continue
            for word in self._words(token["word"]):
                words.append(word)
                sentences.append(sentence)
        return Typed([*words, "$"], [*sentences, sentence])

    def _joined(self, spaced: re.Match[str]) -> str:
        """Letters written one by one, as the words they spell; as they were where they spell none that is looked for."""
        letters = re.sub(r"[^a-z]", "", spaced[0])
        spelt = self._speller.spelt(letters)
        return " ".join(spelt) if letters in self._known or spelt != (letters,) else spaced[0]

    def _rejoined(self, pair: re.Match[str]) -> str:
        """A word that was parted ("sui cidal") in one piece again: neither half is a word and the whole is."""
        one, other = pair[1], pair[2]
        if one in self._known or one in SHORT_FORMS or other in self._known or other in SHORT_FORMS:
            return pair[0]
        return one if one + other in self._known else pair[0]

    def _words(self, token: str) -> tuple[str, ...]:
        if token not in self._read:
            self._read[token] = self._stands_for(token)
        return self._read[token]

    def _stands_for(self, token: str) -> tuple[str, ...]:
        if token in SHORT_FORMS:
            return SHORT_FORMS[token]
        if token.isalpha():
            return self._word(token)
        if token.isdigit():
            return (token,)
        if age := _AGE.fullmatch(token):
            return ("AGEM",) if age[2] else ("AGE",) if int(age[1]) < _ADULT else (token,)
        return self._contracted(token) if "'" in token else self._disguised(token)

    def _word(self, word: str) -> tuple[str, ...]:
        if word in self._known:
            return (word,)
        if not _REPEATED.search(word):
            return self._speller.mend(word)
        for shorter in (_REPEATED.sub(r"\1\1", word), _REPEATED.sub(r"\1", word)):
            if shorter in SHORT_FORMS:
                return SHORT_FORMS[shorter]
            mended = self._speller.mend(shorter)
            if mended != (shorter,) or shorter in self._known:
                return mended
        return (_REPEATED.sub(r"\1", word),)

    def _contracted(self, token: str) -> tuple[str, ...]:
        if token.replace("'", "") in SHORT_FORMS:
            return SHORT_FORMS[token.replace("'", "")]
        start, _, end = token.rpartition("'")
        start = start.replace("'", "")
        if end == "t" and start.endswith("n"):
            return (*self._words(start[:-1]), "not") if start[:-1] else ("not",)
        rest = CONTRACTED.get(end, (end,) if end else ())
        return (*(self._words(start) if start else ()), *rest)

    def _disguised(self, token: str) -> tuple[str, ...]:
        """Letters with digits and signs among them: "kn1fe", "k!ll", "r*ped"; else its parts."""
        letters = token.translate(_DIGITS)
        if letters.isalpha() and not token.strip("@$").isdigit():
            mended = self._speller.mend(letters)
            if letters in self._known or mended != (letters,):
                return mended
        if "*" in token:
            mended = self._speller.mend(token)
            if mended != (token,):
                return mended
        parts = [part for part in _SYMBOLS.split(token) if part]
        if parts == [token]:
            return (token,)
        return tuple(word for part in parts for word in self._words(part))
