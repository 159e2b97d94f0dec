"""Which lines work as headings though the page does not mark them as headings.

Many manuals print "Stage 1" as a paragraph in bold. Such a line is taken for a heading when the whole of it
is bold (or in capitals, underlined, larger than its surroundings, or a box's name), it is short, it does not
end as a sentence, and something stands under it. Lines that people must act on (a telephone number, an e-mail
address, 999) are never made headings, since headings are not quoted."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from scraper.parse.numbers import bullet_at, depth, number_at
from scraper.parse.printed import Close, Flow, Heading, Line, Listing, Picture, Printed, Rank
from scraper.parse.words import count, is_capitals

_MOST_WORDS = 16
_MOST_CHARACTERS = 140
_DENSE = 0.6  # a page mostly in bold says nothing by bold

# The boxes that open chapters of the classic manuals, printed in many styles; the name alone is evidence
# enough.
_BOXES = re.compile(
    r"(?:scope of (?:this|the) (?:chapter|procedure|section)|"
    r"(?:related|relevant) (?:chapters?|guidance|procedures?|information|legislation|policies|documents?|"
    r"links?)"
    r"(?: and (?:guidance|chapters?|information|legislation))?|"
    r"amendments?|key (?:points|messages)|scope|standards?|review (?:date|history)|"
    r"version (?:control|history)|"
    r"document (?:control|history)):?",
    re.IGNORECASE,
)
_ACTED_ON = re.compile(r"\b(?:999|101|111)\b|@|(?:\d[\s-]?){7,}")
_LEADS_IN = re.compile(
    r"\b(?:should|must|will|can|may|includes?|including|are|is|following|need|needs|consider|you|they|we|to|by|if)\b",
    re.IGNORECASE,
)
_SENTENCE_END = (".", ";", ",", "…", "and", " or")

# Offsets below the real heading a line stands under: dotted numbers by their depth (1 to 4), then by style.
_BOX, _CAPITALS, _BIG, _BOLD, _UNDERLINED = 1, 5, 6, 7, 8


def is_box_title(text: str) -> bool:
    """Whether `text` is nothing but the usual name of a chapter's opening box, such as "AMENDMENT"."""
    return bool(_BOXES.fullmatch(text))


def find_headings(flow: Flow) -> Flow:
    """`flow` with each line that works as a heading made one, ranked below the real heading it stands under."""
    bold_means_something = _bold_is_rare(flow)
    ranks = [_own_rank(item, bold_means_something) for item in flow]
    return tuple(_placed(flow, ranks))


def _bold_is_rare(flow: Flow) -> bool:
    """Whether few of the words that could be no heading are bold."""
    lines = [item for item in flow if isinstance(item, Line) and item.text and not _may_be_heading(item)]
    bold = sum(count(line.text) for line in lines if line.is_bold)
    return bold <= _DENSE * sum(count(line.text) for line in lines)


def _own_rank(item: Printed, bold_means_something: bool) -> int | None:
    """The offset of a line that may be a heading, by its own looks alone."""
    if not isinstance(item, Line) or not _may_be_heading(item):
        return None
    start = number_at(item.text)
    number = item.number or (start.marker if start else "")
    style = _style(item, bold_means_something)
    if style is None:
        return None
    return min(depth(number), 4) if number else style


def _style(line: Line, bold_means_something: bool) -> int | None:
    if is_box_title(line.text):
        return _BOX
    if is_capitals(line.text) and count(line.text) <= 12:
        return _CAPITALS
    if line.big:
        return _BIG
    if line.is_bold and bold_means_something:
        return _BOLD
    if line.is_underlined and bold_means_something and not any(run.href for run in line.runs):
        return _UNDERLINED
    return None


def _may_be_heading(line: Line) -> bool:
    text = line.text
    if line.plain or line.marker or not text or len(text) > _MOST_CHARACTERS or count(text) > _MOST_WORDS:
        return False
    if text.endswith(_SENTENCE_END) or bullet_at(text) or _ACTED_ON.search(text):
        return False
    if text.endswith(":"):
        return count(text) <= 6 and not _LEADS_IN.search(text)
    return any(letter.isalpha() for letter in text)


def _placed(flow: Flow, ranks: Sequence[int | None]) -> Iterator[Printed]:
    scope: Rank = ()
    previous: Heading | None = None
    for at, item in enumerate(flow):
        own = ranks[at]
        match item:
            case Heading(real=True):
                scope = item.rank
                previous = None
                yield item
            case Heading():
                previous = replace(item, rank=(*scope, *item.rank))
                yield previous
            case Close(real=True):
                scope = item.rank[:-1]
                previous = None
                yield item
            case Close():
                previous = None
                yield replace(item, rank=(*scope, *item.rank))
            case Line() if own is not None and _stands_over(flow, ranks, at):
                previous = Heading(item, _below(previous, (*scope, own), item), real=False)
                yield previous
            case _:
                previous = None
                yield item


def _below(previous: Heading | None, rank: Rank, line: Line) -> Rank:
    """The rank, made deeper where the line follows at once on another such heading of the same style."""
    if previous and previous.rank == rank and not line.number and not number_at(line.text):
        return (*rank, 9)
    return rank


def _stands_over(flow: Flow, ranks: Sequence[int | None], at: int) -> bool:
    """Whether something stands under the line before the page ends or a real heading comes."""
    run = _run_of_candidates(ranks, at)
    if len(run) > 2 and at not in run[-1:] and len({ranks[one] for one in run}) == 1:
        return False  # three or more alike in a row are a notice or an address, not headings
    for follower in flow[at + 1 :]:
        match follower:
            case Heading() | Close():
                return False
            case Picture():
                return True
            case Line() if not follower.text and not follower.number:
                continue
            case Listing() if flow[at + 1] is follower and _ends_as_lead_in(flow[at]):
                return False
            case _:
                return True
    return False


def _run_of_candidates(ranks: Sequence[int | None], at: int) -> list[int]:
    first = at
    while first > 0 and ranks[first - 1] is not None:
        first -= 1
    last = at
    while last + 1 < len(ranks) and ranks[last + 1] is not None:
        last += 1
    return list(range(first, last + 1))


def _ends_as_lead_in(item: Printed) -> bool:
    return isinstance(item, Line) and item.text.endswith(":") and bool(_LEADS_IN.search(item.text))
