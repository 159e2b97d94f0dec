"""Numbers as manuals print them: figures, words, roman numerals, ordinals."""

# ruff: noqa: SIM905 - a list of words reads best as words

import re

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINALS = "zeroth first second third fourth fifth sixth seventh eighth ninth tenth".split()
_ROMAN = "i ii iii iv v vi vii viii ix x".split()

_TENS_WORD = rf"(?:{'|'.join(_TENS)})(?:[-\s](?:{'|'.join(_ONES[1:10])}))?"
_ONES_WORD = "|".join(sorted(_ONES, key=len, reverse=True))

NUMBER_WORD = rf"(?:{_TENS_WORD}|{_ONES_WORD})"
NUMBER = rf"(?:\d{{1,3}}(?:\.\d)?(?![\d.]\d)|{NUMBER_WORD}\b)"
ORDINAL = rf"(?:{'|'.join(_ORDINALS[1:])}|\d{{1,2}}(?:st|nd|rd|th))"
ROMAN = r"(?:viii|vii|vi|iv|ix|iii|ii|i|v|x)"

_WORDS = {
    **{word: float(n) for n, word in enumerate(_ONES)},
    **{word: float(20 + 10 * n) for n, word in enumerate(_TENS)},
}


def number_of(printed: str) -> float | None:
    """The value of a number in figures or words up to 999, None where it is not one."""
    printed = printed.strip().lower()
    if re.fullmatch(r"\d{1,3}(?:\.\d+)?", printed):
        return float(printed)
    parts = [_WORDS.get(part) for part in re.split(r"[-\s]+", printed) if part]
    known = [part for part in parts if part is not None]
    return sum(known) if known and len(known) == len(parts) else None


def ordinal_of(printed: str) -> int | None:
    """The value of "third" or "3rd", None where it is neither."""
    printed = printed.strip().lower()
    if figures := re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)", printed):
        return int(figures[1])
    return _ORDINALS.index(printed) if printed in _ORDINALS else None


def roman_of(printed: str) -> int | None:
    """The value of a roman numeral from I to X, None where it is not one."""
    printed = printed.strip().lower()
    return _ROMAN.index(printed) + 1 if printed in _ROMAN else None
