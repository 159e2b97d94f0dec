"""Labels in a word of the ladder's own: "First voice", "Plank Two". Any noun will do, where the page itself counts by it.

Such a label is believed only in a heading, a bold line, a run-in label or a cell, and only where the page counts at least
the first and the second of the same thing.
"""

import re
from collections import defaultdict
from collections.abc import Iterable

from knowledge.ladders.labels import STAGE_WORDS, Label, numeral
from knowledge.ladders.numerals import NUMBER_WORD, ORDINAL, ordinal_of

# What is counted on any page without being a stage of anything.
_NEVER = frozenset(
    """
    minute hour day week month year term age time date page chapter section paragraph figure table appendix annex schedule
    edition version draft name child baby person parent worker agency service meeting conference review visit interview letter
    reminder contact call email report form referral aid offence half quarter class grade category scenario example option
    question answer case study principle domain item line point note box key side thing two three few one part
    """.split()  # noqa: SIM905  # a list of one word a line would hide what is in it
)
_OWN = re.compile(
    rf"^\W*(?P<printed>(?P<ordinal>{ORDINAL})\s+(?P<noun>[a-z]{{2,14}})|(?P<noun2>[a-z]{{2,14}})\s+(?P<number>\d{{1,2}}|{NUMBER_WORD}))"
    r"\s*(?:$|(?:[:.,–—|(]|-(?=\s))\s*(?P<name>[^.]{0,100})\)?$)",
    re.IGNORECASE,
)
_MOST = 9  # stages


def own_label(text: str) -> Label | None:
    """The label of a heading or cell that counts some noun and says no more than a name besides; None for other words."""
    match = _OWN.match(text.strip())
    if match is None:
        return None
    word = (match["noun"] or match["noun2"]).casefold()
    place = ordinal_of(match["ordinal"]) if match["ordinal"] else numeral(match["number"])
    if place is None or not 0 < place <= _MOST or word in _NEVER or word in STAGE_WORDS or ordinal_of(word):
        return None
    return Label(match["printed"], word, place, name=(match["name"] or "").strip(" )"))


def counted_words(labels: Iterable[Label]) -> tuple[str, ...]:
    """The words that labels count by from the first on, in the order met."""
    places: dict[str, set[int]] = defaultdict(set)
    for label in labels:
        if label.number is not None:
            places[label.word].add(label.number)
    return tuple(word for word, found in places.items() if {1, 2} <= found)
