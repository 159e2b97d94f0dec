"""Printed numbers and list markers at the start of a line: "4.1", "a)", "(iv)", bullets.

Numbers are told from what looks like one: "4.30 pm", "1.5 hours", "12.05.26", "10 working days", "1 May" and
a telephone number are text."""

import re
from typing import NamedTuple


class Start(NamedTuple):
    """What was found at the start of a text: the marker as printed, and how many characters it takes with its
    gap.
    """

    marker: str
    length: int


_UNITS = (
    r"(?!(?i:am|pm|a\.m|p\.m|hours?|hrs?|minutes?|days?|working|calendar|school|weeks?|months?|years?|per\s?cent|"
    r"percent|%|million|miles?|metres?|noon|midday|o'clock|to\s\d|and\s\d|[-–—]\s?\d|/|x\s)\b)(?![-–—]\s?\d)"
)
_PART = r"(?:0|[1-9]\d{0,2})"
_DOTTED = re.compile(rf"\s*(\d{{1,2}}(?:\.{_PART}){{1,4}}(?:\.?[a-z])?)[.):]?(?:\s+|\t){_UNITS}(?=\S)", re.IGNORECASE)
_DOTTED_ALONE = re.compile(rf"\s*(\d{{1,2}}(?:\.{_PART}){{1,4}})[.):]?\s*$")
_WHOLE = re.compile(rf"\s*([1-9]\d?)[.)](?:\s+|(?=[A-Z])){_UNITS}(?=\S)", re.IGNORECASE)
_BARE = re.compile(rf"\s*([1-9]\d?)\s*[-–:]?\s+{_UNITS}(?=[A-Z])")
_LETTERED = re.compile(r"\s*(\(?(?:[a-zA-Z]|[ivx]{1,5}|\d{1,2})\)|(?:[a-z]|[ivx]{1,5})\.)\s+(?=\S)")
_SIGNS = "•·●▪■◦○‣⁃∙➢➤►✓✔❖✦◆◇★\uf0b7\uf0a7\uf0d8\uf0fc\uf076\u25aa\u00a7\u2023*"
# A box drawn with brackets ("[ ]") is a sign too.
_BULLET = re.compile(rf"\s*([{re.escape(_SIGNS)}]|\[[ _xX]?\])[\s\u00a0]*(?=\S)")
_DASH = re.compile(r"\s*([-–—])[\s\u00a0]+(?=\S)")
_LETTER_O = re.compile(r"\s*(o)(?:[\s\u00a0]{2,}|\t[\s\u00a0]*)(?=\S)")
_LETTER_O_TIGHT = re.compile(r"\s*(o)\s(?=[A-Z])")
_SMALL_ROMAN = re.compile(r"[ivx]+")
NUMBER_ALONE = re.compile(rf"(\d{{1,2}}(?:\.{_PART}){{0,4}}(?:\.?[a-z])?)[.):]?", re.IGNORECASE)
MARKER_ALONE = re.compile(r"\(?(?:[a-z]|[ivx]{1,5})[.)]", re.IGNORECASE)


def number_at(text: str, *, bare: bool = False) -> Start | None:
    """A paragraph's or heading's printed number at the start of `text`.

    "4.1", "2.1.2" and, with a stop or bracket, "3." are numbers; "3" without one only where `bare` (the
    caller has seen that this document numbers its headings so)."""
    found = _DOTTED.match(text) or _DOTTED_ALONE.match(text) or _WHOLE.match(text)
    if found is None and bare:
        found = _BARE.match(text)
    return Start(found[1], found.end()) if found else None


def bullet_at(text: str, *, dashes: bool = True) -> Start | None:
    """A bullet sign at the start of `text`: a sign, a dash with a space, or Word's "o" with a gap."""
    found = _BULLET.match(text) or _LETTER_O.match(text) or _LETTER_O_TIGHT.match(text)
    if found is None and dashes:
        found = _DASH.match(text)
    return Start(found[1], found.end()) if found else None


def marker_at(text: str) -> Start | None:
    """A list marker at the start of `text`: "a)", "(iv)", "b.", "2)"."""
    found = _LETTERED.match(text)
    return Start(found[1], found.end()) if found else None


def depth(number: str) -> int:
    """How deep a printed number stands: 1 for "4", 2 for "4.1"."""
    return number.count(".") + 1


def is_bullet(text: str) -> bool:
    """Whether `text` is nothing but a bullet sign."""
    return bool(text) and text.strip() in {*_SIGNS, "-", "–", "—", "o"}


def follows(earlier: str, later: str) -> bool:
    """Whether list marker `later` is the one after `earlier` ("a)" then "b)", "(ii)" then "(iii)")."""
    first, second = earlier.strip("(). ").lower(), later.strip("(). ").lower()
    for order in (_LETTERS, _ROMANS, _DIGITS):
        if first in order and second in order and order.index(second) == order.index(first) + 1:
            return True
    return False


def begins(marker: str) -> bool:
    """Whether list marker `marker` is a first one: a, i or 1."""
    return marker.strip("(). ").lower() in {"a", "i", "1"}


def roman(value: int) -> str:
    """`value` (1 to 3999) in small roman numerals."""
    signs: tuple[tuple[int, str], ...] = (
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
    )
    signs += ((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
    text = ""
    for size, sign in signs:
        while value >= size:
            text, value = text + sign, value - size
    return text


def letters(value: int) -> str:
    """`value` (from 1) as a, b ... z, aa, ab ..."""
    text = ""
    while value > 0:
        value, rest = divmod(value - 1, 26)
        text = chr(ord("a") + rest) + text
    return text


_LETTERS = [letters(value) for value in range(1, 53)]
_ROMANS = [roman(value) for value in range(1, 41)]
_DIGITS = [str(value) for value in range(1, 100)]
