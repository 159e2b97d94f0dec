"""A section's blocks as units that are never parted: a paragraph, an item with its note, a table row.

A unit that may not be parted from the one before it says so: the first item of a list from its lead-in, the
first row from its caption and headings, a sentence that qualifies from what it qualifies."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from knowledge.manual import Block, Bullets, Figure, Item, Paragraph, Table, block_texts
from knowledge.passages.tables import rows_of
from knowledge.printed.areas import label_areas, parted_by_label

MOST_WORDS = 250  # the size a passage aims to stay under; also that of a list kept whole
_LONG_TEXT = 400  # words of a paragraph that is parted between its sentences


@dataclass(frozen=True, slots=True)
class Unit:
    """Words that stay together. `held` keeps it in the passage of the unit before it.

    `areas` are those that a label, a row or a column names; empty for all whom the section is for.
    """

    text: str
    number: str = ""
    held: bool = False
    areas: tuple[str, ...] = ()

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.text.split())


_QUALIFIES = re.compile(
    r"(?:\(|\*|note\b|nb\b|n\.b\.|unless|except|however|but\b|provided|otherwise|"
    r"in (?:an? )?(?:exceptional|emergenc|urgent)|"
    r"this (?:does not|must|should|may|will|is|applies|includes|also|can)|"
    r"th(?:is|ese|ose) (?:timescales?|time limits?|steps?|stages?|exceptions?)|"
    r"the (?:above|only exception|exception)|it does not|"
    r"where (?:this|that|the above)|"
    r"if (?:this|that|it|they|none|no|not|there is no|the above|either|any of)|"
    r"within\b|in such|in these|such\b|"
    r"at (?:any|all|each|every) (?:stage|time|point)s?|until\b|exceptions?\b)",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+(?=[\"'“‘(]?[A-Z0-9])")


def units_of(blocks: Sequence[Block], areas: Sequence[str] = ()) -> list[Unit]:
    """The units of a section's blocks, in printed order. `areas` are the manual's, told apart by labels and tables.

    What belongs to a labelled paragraph (its list, a sentence that qualifies it) is for the same areas.
    """
    units: list[Unit] = []
    own: tuple[str, ...] = ()
    for at, block in enumerate(blocks):
        before = blocks[at - 1] if at else None
        belongs = bool(units) and _belongs(before, block)
        own = own if belongs else ()
        for position, unit in enumerate(_block_units(block, areas)):
            held = unit.held or (position == 0 and belongs)
            units.append(replace(unit, held=held, areas=unit.areas or own))
        if isinstance(block, Paragraph) and units:
            own = units[-1].areas
    return units


def _belongs(before: Block | None, block: Block) -> bool:
    """Whether `block` may not begin a passage after `before`."""
    match before, block:
        case Paragraph() as lead, (Bullets() | Table() | Figure()):
            return bool(lead.text)
        case Paragraph() as lead, Paragraph() as after:
            return lead.text.rstrip().endswith(":") or _qualifies(after)
        case ((Bullets() | Table()), Paragraph() as after):
            return _qualifies(after)
        case (Bullets(), Bullets()):
            return True
        case _:
            return False


def _qualifies(paragraph: Paragraph) -> bool:
    return bool(_QUALIFIES.match(paragraph.text))


def _block_units(block: Block, areas: Sequence[str]) -> Iterator[Unit]:
    match block:
        case Paragraph():
            yield from _paragraph_units(block, areas)
        case Bullets():
            yield from _list_units(block, areas)
        case Table():
            yield from _table_units(block, areas)
        case Figure():
            if block.alt:
                yield Unit(block.alt)


def _paragraph_units(block: Paragraph, areas: Sequence[str]) -> Iterator[Unit]:
    number = block.number
    for piece in parted_by_label(block.text, areas):
        own = label_areas(piece, areas)
        for unit in _sentences(piece, number):
            yield replace(unit, areas=own)
        number = ""


def _sentences(text: str, number: str) -> Iterator[Unit]:
    """A paragraph whole; one far too long in pieces between sentences."""
    if len(text.split()) <= _LONG_TEXT:
        if text:
            yield Unit(text, number)
        return
    piece: list[str] = []
    for sentence in _SENTENCE_END.split(text):
        if piece and len(" ".join([*piece, sentence]).split()) > MOST_WORDS and not _QUALIFIES.match(sentence):
            yield Unit(" ".join(piece), number)
            piece, number = [], ""
        piece.append(sentence)
    yield Unit(" ".join(piece), number)


# --- lists --------------------------------------------------------------------------------------


def _list_units(block: Bullets, areas: Sequence[str]) -> Iterator[Unit]:
    """Items, each with its own note; held together where the whole list is small."""
    units = [
        replace(unit, areas=label_areas(item.text, areas, item.label))
        for item in block.items
        for unit in _item_units(item)
    ]
    small = sum(unit.words for unit in units) <= MOST_WORDS
    for at, unit in enumerate(units):
        yield replace(unit, held=unit.held or (at > 0 and (small or bool(_QUALIFIES.match(unit.text)))))


def _item_units(item: Item) -> Iterator[Unit]:
    """An item with all it holds as one unit; one far too long in parts that begin with its own words."""
    lines = [item.text] if item.text else []
    inner = units_of(item.blocks)
    whole = "\n".join([*lines, *(unit.text for unit in inner)])
    if len(whole.split()) <= MOST_WORDS:
        if whole:
            yield Unit(whole)
        return
    for at, text in enumerate(lines):
        yield from (replace(unit, held=at > 0) for unit in _sentences(text, ""))
    for at, unit in enumerate(inner):
        yield replace(unit, held=unit.held or (at == 0 and bool(lines)))


# --- tables -------------------------------------------------------------------------------------


def _table_units(table: Table, areas: Sequence[str]) -> Iterator[Unit]:
    """The caption, then a line a row; heading rows stay with the row below them."""
    hold = False
    for row in rows_of(table, areas):
        yield Unit(row.text, held=hold, areas=row.areas)
        hold = row.head


def words_of(blocks: Iterable[Block]) -> list[str]:
    """All words of some blocks, in printed order, as `block_texts` gives them."""
    return [word for block in blocks for text in block_texts(block) for word in text.split()]
