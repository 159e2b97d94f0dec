"""White space and invisible characters: what counts as the same printed words.

Manuals are pasted from word processors, so the same words come with non-breaking spaces, soft hyphens and
zero-width marks. These are folded or dropped here, and nothing else is changed.
"""

import re

BREAK = "\v"  # a printed line break inside a run of text (<br>, a manual line break in Word)

# Soft hyphen, zero-width and direction marks: nothing is printed for them, and they can hide or reorder
# words.
_UNSEEN = re.compile("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_C1 = re.compile("[\x80-\x9f]")
_LETTERS = re.compile(r"[^\W\d_]", re.UNICODE)


def clean(text: str) -> str:
    """`text` without invisible characters; cp1252 characters given as C1 codes (such as `&#150;`) are put
    right.
    """
    if not text.isascii():
        text = _C1.sub(lambda found: found[0].encode("latin-1").decode("cp1252", "ignore"), text)
        text = _UNSEEN.sub("", text)
    return _CONTROL.sub("", text)


def fold(text: str) -> str:
    """`text` cleaned, with every run of white space (line breaks too) made a single space, and stripped."""
    return " ".join(clean(text).split())


def count(text: str) -> int:
    """How many words stand in `text`, parted by white space."""
    return len(text.split())


def is_capitals(text: str) -> bool:
    """Whether every letter of `text` is a capital, and there are enough of them to be a heading, not an
    acronym.
    """
    letters = _LETTERS.findall(text)
    return len(letters) >= 7 and all(letter.isupper() for letter in letters)
