"""Typos in the words that danger is told with: one slip in a word of five letters, two in a word of nine or more.

A slip is a letter left out, put in, changed or swapped with its neighbour (Damerau's). Ordinary English words one slip
away ("sitting", "tagged", "filled") are listed in `ordinary.txt` and left alone.
"""

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from itertools import chain

from rapidfuzz.distance import OSA

from bot.conversations.danger.patterns import read_words

_SHORTEST = 5  # letters from which a word is mended
_SPLIT_SHORTEST = 3  # letters of each half where two words ran together
_LONG = 9  # letters from which two slips are mended
_LONGEST = 16  # letters up to which an unknown word is looked at
_RUN_TOGETHER = 12  # letters from which a word may be several that ran together
_SPELT_LONGEST = 40  # letters written one by one that are taken for words
_DOUBLED = re.compile(r"(.)\1")
_SMALL = read_words(
    "hes, shes, im, got, dad, mum, a, i, to, the, me, my, he, she, is, in, on, at, it, we, and, of, has, him, her, with, not, be, his, they, them, are, am, was, by, now, no, for"
)


@cache
def ordinary() -> frozenset[str]:
    """Words that are nobody's slip."""
    text = files("bot.conversations.danger").joinpath("ordinary.txt").read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())


class Speller:
    """Mends words towards those that the rules look for."""

    def __init__(self, wanted: Iterable[str], also_known: Iterable[str] = ()) -> None:
        self.known = frozenset(wanted).union(also_known) | ordinary()
        self._wanted = frozenset(word for word in wanted if word.isalpha())
        self._near: dict[str, set[str]] = {}
        for word in self._wanted:
            if len(word) >= _SHORTEST:
                for shorter in chain((word,), _without_letters(word)):
                    self._near.setdefault(shorter, set()).add(word)
        self._by_length: dict[tuple[int, tuple[int, str]], list[str]] = {}
        for word in sorted(self._wanted):
            for at, letter in enumerate(word):
                self._by_length.setdefault((len(word), (at, letter)), []).append(word)

    def mend(self, word: str) -> tuple[str, ...]:
        """The word or words looked for that this one stands for, else the word itself."""
        if word in self.known or len(word) < _SHORTEST - 1:
            return (word,)
        if "*" in word:
            return self._starred(word)
        if len(word) > _LONGEST:
            return self.spelt(word)
        single = _DOUBLED.sub(r"\1", word)
        mended = single if single in self._wanted else self._nearest(word)
        if mended:
            return (mended,)
        return self._halves(word) or (len(word) >= _RUN_TOGETHER and self._spelling(word)) or (word,)

    def spelt(self, letters: str) -> tuple[str, ...]:
        """The words that letters without spaces spell, or are nearly; the letters themselves where they spell none."""
        if letters in self.known:
            return (letters,)
        found = self._spelling(letters)
        return found or (self.mend(letters) if len(letters) <= _LONGEST else (letters,))

    def _nearest(self, word: str) -> str | None:
        candidates: set[str] = set()
        for shorter in chain((word,), _without_letters(word)):
            candidates |= self._near.get(shorter, set())
        scored = sorted((OSA.distance(word, one), one[0] != word[0], -len(one), one) for one in candidates)
        if not scored:
            return None
        slips, other_start, _, best = scored[0]
        if slips == 1 and (not other_start or len(best) > _SHORTEST):
            return best
        return best if slips == 2 and len(best) >= _LONG and not other_start else None

    def _halves(self, word: str) -> tuple[str, ...] | None:
        """Two words looked for that ran together: "rightnow", "homealone"."""
        for cut in range(_SPLIT_SHORTEST, len(word) - _SPLIT_SHORTEST + 1):
            if word[:cut] in self._wanted and word[cut:] in self._wanted:
                return word[:cut], word[cut:]
        return None

    def _spelling(self, letters: str) -> tuple[str, ...] | None:
        """The fewest words that spell these letters, None where there are none, or only small ones."""
        if len(letters) > _SPELT_LONGEST:
            return None
        best: list[tuple[str, ...] | None] = [(), *[None] * len(letters)]
        for end in range(1, len(letters) + 1):
            for start in range(max(0, end - _LONGEST), end):
                before, word = best[start], letters[start:end]
                if before is None or not (word in _SMALL or (len(word) >= _SPLIT_SHORTEST and word in self._wanted)):
                    continue
                now = best[end]
                if now is None or len(before) + 1 < len(now):
                    best[end] = (*before, word)
        found = best[-1]
        return found if found and any(len(word) >= _SHORTEST - 1 and word not in _SMALL for word in found) else None

    def _starred(self, word: str) -> tuple[str, ...]:
        """A word with letters starred out: the first wanted one, in alphabetical order, that fits."""
        shown = [(at, letter) for at, letter in enumerate(word) if letter != "*"]
        if len(shown) < 2:
            return (word,)
        alike = self._by_length.get((len(word), shown[0]), ())
        return next(((one,) for one in alike if all(one[at] == letter for at, letter in shown)), (word,))


def _without_letters(word: str) -> set[str]:
    """The word with one letter left out in each way; with two, where it is long."""
    once = {word[:at] + word[at + 1 :] for at in range(len(word))}
    if len(word) < _LONG - 1:
        return once
    return once | {one[:at] + one[at + 1 :] for one in once for at in range(len(one))}
