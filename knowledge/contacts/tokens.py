"""Words and signs of a line with their places, numbers and opening hours each made one token."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from knowledge.contacts.lexicon import NO_NAMES

_PIECE = re.compile(r"\.{2,}|…|[^\W_]\w*(?:[’'&/.-]\w+)*(?:[’'](?!\w))?|&|[^\w\s]")
_STOPS_SENTENCE = frozenset(".!?")
Span = tuple[int, int]


class Kind(Enum):
    """What a token is."""

    WORD = "word"
    SIGN = "sign"
    NUMBER = "number"
    HOURS = "hours"


@dataclass(frozen=True, slots=True)
class Token:
    """One word, sign, number or run of opening hours at [start, end) of its line."""

    start: int
    end: int
    text: str
    kind: Kind
    opens: bool = False  # it begins a sentence, so that its capital says nothing

    low: str = ""  # the word in lower case, with one form of apostrophe

    @property
    def capital(self) -> bool:
        return self.kind is Kind.WORD and (self.text[0].isupper() or _is_numbered(self.text))

    @property
    def acronym(self) -> bool:
        """Whether the word is written in capitals ("MASH", "C-SPA", "GPs")."""
        letters = self.text.removesuffix("’s").removesuffix("'s").removesuffix("s")
        return (
            self.kind is Kind.WORD
            and len(letters) > 1
            and letters.isupper()
            and letters.replace("-", "").replace("&", "").isalpha()
            and letters.lower() not in NO_NAMES
        )


def _is_numbered(word: str) -> bool:
    """Whether a word such as "0-19" may stand in a name."""
    return re.fullmatch(r"\d{1,2}[-–]\d{1,2}", word) is not None


def _token(start: int, end: int, text: str, kind: Kind, *, opens: bool = False) -> Token:
    return Token(start, end, text, kind, opens, text.lower().replace("’", "'"))


def tokens_of(text: str, numbers: Sequence[Span] = (), hours: Sequence[Span] = (), label_end: int = 0) -> list[Token]:
    """The tokens of a text in order; `numbers` and `hours` are spans that each become one token.

    `label_end` is where a label that the page marks ends (0: none); a colon is put there where none is printed.
    """
    whole = sorted(
        [(*span, Kind.NUMBER) for span in numbers]
        + [(*span, Kind.HOURS) for span in hours]
        + ([(label_end, label_end, Kind.SIGN)] if label_end else [])
    )
    found: list[Token] = []
    cursor = 0
    for start, end, kind in whole:
        if start < cursor:
            continue
        _add_words(text, cursor, start, found)
        found.append(_token(start, end, ":" if kind is Kind.SIGN else text[start:end], kind))
        cursor = end
    _add_words(text, cursor, len(text), found)
    return found


def _add_words(text: str, start: int, end: int, found: list[Token]) -> None:
    for piece in _PIECE.finditer(text, start, end):
        word = piece.group()
        kind = Kind.WORD if word[0].isalnum() or word == "&" else Kind.SIGN
        before = found[-1] if found else None
        opens = before is None or (
            before.kind is Kind.SIGN and (before.text in _STOPS_SENTENCE or before.text in ':;•·“"')
        )
        found.append(_token(piece.start(), piece.end(), word, kind, opens=opens))
