"""Lines broken by hand (<br>, a manual break) as paragraphs: split where a new thing begins, joined where
words wrap.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from scraper.parse.numbers import bullet_at, marker_at, number_at
from scraper.parse.printed import Line, Run
from scraper.parse.words import BREAK, fold

_GOES_ON = re.compile(r"[a-z,;)]|&")
_UNFINISHED = re.compile(
    r"(?:,|\b(?:and|or|the|a|an|of|to|for|with|in|on|at|by|from|their|is|are|be|that|which))$", re.I
)


def split_lines(runs: Sequence[Run]) -> Iterator[Line]:
    """The paragraphs that `runs` print, parted at hand-made breaks. A break in mid-sentence only wraps."""
    held: list[Run] = []
    last: list[Run] = []
    blank = False
    for piece in _pieces(runs):
        text = _text(piece)
        if not text:
            blank = bool(held)
            continue
        if held and (blank or not _wraps(last, piece)):
            yield Line(tuple(held))
            held = []
        if held:
            held.append(Run(" "))
        held.extend(piece)
        last, blank = piece, False
    if _text(held):
        yield Line(tuple(held))


def _pieces(runs: Sequence[Run]) -> Iterator[list[Run]]:
    piece: list[Run] = []
    for run in runs:
        first, *rest = run.text.split(BREAK)
        piece.append(replace(run, text=first))
        for text in rest:
            yield piece
            piece = [replace(run, text=text)]
    yield piece


def _text(runs: Sequence[Run]) -> str:
    return fold("".join(run.text for run in runs))


def _wraps(before: Sequence[Run], after: Sequence[Run]) -> bool:
    """Whether the words after a break go on with the sentence before it."""
    text = _text(after)
    raw = "".join(run.text for run in after)
    if bullet_at(raw) or marker_at(raw) or number_at(raw):
        return False
    return bool(_GOES_ON.match(text) and "@" not in text.split()[0]) or bool(_UNFINISHED.search(_text(before)))
