"""What stands under a level's title: descriptors by domain, and sentences that are not descriptors."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from knowledge.manual import Block, Bullets, Cell, Item, Paragraph, Place, Table, block_texts
from knowledge.outline import Node, sentences
from knowledge.thresholds.labels import title_of
from knowledge.thresholds.levels import Descriptor
from knowledge.thresholds.sightings import Body, joined
from knowledge.thresholds.signs import parted, told_signs
from knowledge.thresholds.wording import (
    is_definition,
    is_domain,
    is_domain_column,
    is_indicator,
    is_response,
    is_strengths,
)

_BULLET = re.compile(r"^\s*[•·▪◦‣●○➢✓*–-]\s+")
_DOMAIN_WORDS = 8
# A line that stops at those whom the list below describes ("Children in this band:", "A child who:").
_SUBJECT = re.compile(
    r"\b(?:this|each|these|such a) (?:level|tier|band|stage|step|layer|zone|group|point)s?$|\b(?:who|whose|they|he or she)$",
    re.IGNORECASE,
)
_EDGES = " :.;?-–—"


@dataclass(frozen=True, slots=True)
class Under:
    """Where words stand within a level: the node for their place, the domain, and whether they describe need."""

    node: Node
    domain: str = ""
    response: bool = False
    indicators: bool = False
    in_cell: bool = False  # a cell's line of two pieces is a list, where a paragraph's may be a sentence

    def place(self, text: str) -> Place:
        """The place of some words here."""
        return self.node.place(text)


def node_body(node: Node, under: Under | None = None) -> Body:
    """Everything under a level's heading, or under a domain's heading within a level."""
    here = under or Under(node)
    inner = (node_body(child, headed(child.heading, replace(here, node=child))) for child in node.children)
    return joined((blocks_body(node.blocks, here), *inner))


def headed(heading: str, under: Under) -> Under:
    """How a heading inside a level changes what the words below it are."""
    name = bare_domain(heading)
    if is_strengths(name):
        return replace(under, domain=name, response=True, indicators=False)
    if is_response(name) and not (is_domain(name) and not under.response):
        return replace(under, domain=name, response=True, indicators=False)
    if is_definition(name):
        return replace(under, domain="", response=True, indicators=False)
    if is_indicator(name) and not _names_domain(name):
        return replace(under, response=False, indicators=True)
    return replace(under, domain=name, response=False, indicators=True)


def bare_domain(heading: str) -> str:
    """A domain's name without the level's label before it ("Level 2 parents and carers" gives "parents and carers")."""
    title = title_of(heading)
    name = title.name if title and title.name else heading
    return name.strip(_EDGES)


def _names_domain(text: str) -> bool:
    left = re.sub(
        r"\b(?:indicators?|features?|signs?|descriptors?|examples?|of|in|the|child(?:ren)?(?!['’])|need|needs)\b",
        "",
        text,
        flags=re.I,
    )
    return is_domain(left)


def blocks_body(blocks: Sequence[Block], under: Under) -> Body:
    """The words of some blocks in printed order; a short line before a list may name its domain."""
    parts: list[Body] = []
    here = under
    for at, block in enumerate(blocks):
        following = blocks[at + 1] if at + 1 < len(blocks) else None
        match block:
            case Paragraph():
                before = here
                here, part = _paragraph(block, following, here, under)
                parts.append(part)
                if here is not before and isinstance(following, Paragraph):
                    continue
            case Bullets():
                parts.append(_bullets(block, here))
                here = under if here.response != under.response and not _label_line(blocks, at) else here
            case Table():
                parts.append(_table(block, here))
            case _:
                pass
    return joined(parts)


def _label_line(blocks: Sequence[Block], at: int) -> bool:
    before = blocks[at - 1] if at else None
    return isinstance(before, Paragraph) and len(before.text.split()) <= _DOMAIN_WORDS


def _paragraph(block: Paragraph, following: Block | None, here: Under, outer: Under) -> tuple[Under, Body]:
    text = block.text
    if _BULLET.match(text):
        bare = text[_BULLET.match(text).end() :]  # type: ignore[union-attr]
        return here, Body() if here.response else _described([bare], here)
    short = text.strip(_EDGES)
    lists_next = isinstance(following, Bullets) or (
        isinstance(following, Paragraph) and bool(_BULLET.match(following.text))
    )
    if (
        lists_next
        and (text.endswith((":", "?")) or len(short.split()) <= _DOMAIN_WORDS)
        and not re.search(r"[.!]$", text)
    ):
        return _led(text, here, outer)
    if (
        len(short.split()) <= _DOMAIN_WORDS
        and not re.search(r"[.;?!]$", text)
        and following is not None
        and _heading_like(short, here)
    ):
        return headed(short, here), Body()
    run_in = _run_in_domain(block.text, block.label)
    if run_in:
        domain, rest = run_in
        inner = headed(domain, here)
        return here, _said([rest], inner) if inner.response else _described(parted(rest, 2), inner)
    return here, _plain(text, here)


def _plain(text: str, here: Under) -> Body:
    """A paragraph with nothing before it that names a domain."""
    if here.response:
        return _said(sentences(text), here)
    if not here.indicators:
        return told(text, here)
    if not here.domain and re.search(r"[.!]$", text) and text.count(";") < 2:
        return Body((), (), tuple(Descriptor(one, here.place(one)) for one in sentences(text)))
    return _described(parted(text, 2) if here.in_cell else parted(text), here)


def told(text: str, under: Under) -> Body:
    """Sentences about a level; the signs that one of them lists ("may: be bullied; care for a parent") are descriptors."""
    signs, rest = told_signs(text)
    return _said(rest, under) + _described(signs, under)


def _heading_like(short: str, here: Under) -> bool:
    return not here.indicators and is_domain(short) and short[:1].isupper()


def _led(text: str, here: Under, outer: Under) -> tuple[Under, Body]:
    """A line that leads a list in: a domain's name, or a sentence that says what the list is."""
    short = text.strip(_EDGES)
    if _SUBJECT.search(short) and not is_response(short):
        return replace(here, response=outer.response, indicators=not outer.response), Body()
    if len(short.split()) <= _DOMAIN_WORDS and not re.search(
        r"\b(?:is|are|may|might|will|should|can|could|include|includes)\b", short
    ):
        return headed(short, replace(outer, node=here.node)), Body()
    last = _last_clause(short)
    response = is_strengths(last) or (
        is_response(short) and not re.search(r"\bchild\w*\b|\bparents?\b|\bfamil\w+\b", last, re.I)
    )
    return replace(here, response=response or outer.response, indicators=not response), _said(sentences(text), here)


def _last_clause(text: str) -> str:
    return re.split(r"[.,;]\s", text)[-1]


def _bullets(block: Bullets, under: Under) -> Body:
    return joined(_item(item, under) for item in block.items)


def _item(item: Item, under: Under) -> Body:
    inner_blocks = item.blocks
    if inner_blocks and any(isinstance(inner, Bullets) for inner in inner_blocks):
        short = item.text.strip(_EDGES)
        if len(short.split()) <= _DOMAIN_WORDS and (
            is_domain(short) or is_response(short) or item.text.endswith(":") or item.label
        ):
            return blocks_body(inner_blocks, headed(short, under))
    run_in = _run_in_domain(item.text, item.label)
    if run_in:
        inner = headed(run_in[0], under)
        own = _said([run_in[1]], inner) if inner.response else _described(parted(run_in[1], 2), inner)
    elif under.response:
        own = _said([item.text], under)
    else:
        own = _described([item.text], under)
    return own + blocks_body(inner_blocks, replace(under, indicators=True))


def _run_in_domain(text: str, label: str) -> tuple[str, str] | None:
    """A domain named at the start of a paragraph or item, and the words after it."""
    if label and len(label.strip(_EDGES)) < len(text.strip(_EDGES)):
        rest = text[len(label) :].lstrip(" :-–—") if text.startswith(label) else ""
        name = label.strip(_EDGES)
        if rest and (is_domain(name) or is_response(name) or is_indicator(name) or is_strengths(name)):
            return name, rest
    match = re.match(r"^([A-Z][^:.;]{2,60}):\s+(\S.*)$", text)
    if match and is_domain(match[1]) and len(match[1].split()) <= 6:
        return match[1], match[2]
    return None


def _described(texts: Iterable[str], under: Under) -> Body:
    return Body(tuple(Descriptor(text, under.place(text), under.domain) for text in texts if text.strip()))


def _said(texts: Iterable[str], under: Under) -> Body:
    del under
    return Body((), tuple(text for text in texts if text.strip()))


# --- tables inside one level's section, and cells ---------------------------------------------------


def _table(table: Table, under: Under) -> Body:
    """A table within a level: domains down the side or along the top."""
    rows = [row for row in table.rows if row]
    if not rows:
        return Body()
    header = rows[0] if len(rows) > 1 and all(cell.header or not cell.text for cell in rows[0]) else ()
    if not header and len(rows) > 1 and is_domain_column(rows[0][0].text):
        header = rows[0]
    tops = [cell.text for cell in header]
    return joined(_level_row(row, tops, under) for row in (rows[1:] if header else rows))


def _level_row(row: Sequence[Cell], header: Sequence[str], under: Under) -> Body:
    first = row[0].text
    by_side = (
        len(row) > 1
        and not _lists(row[0])
        and len(first.split()) <= 12
        and (not header or not is_domain(header[0]) or is_domain_column(header[0]))
    )
    body = Body()
    for at, cell in enumerate(row):
        if (at == 0 and by_side) or (at and cell is row[at - 1]):
            continue
        top = header[at] if at < len(header) else ""
        body += cell_body(cell, _in_cell(top, first if by_side else "", under))
    return body


def _in_cell(top: str, side: str, under: Under) -> Under:
    here = replace(under, indicators=True)
    if side:
        here = headed(side, here)
    if top and (is_response(top) or is_definition(top) or is_strengths(top)):
        return replace(here, response=True)
    if top and not side and not is_indicator(top):
        return headed(top, here)
    return here


def cell_body(cell: Cell, under: Under) -> Body:
    """The words of one cell: list items and short paragraphs, descriptors unless the cell is about the response."""
    if under.response:
        return _said((text for block in cell.blocks for text in block_texts(block)), under)
    return blocks_body(cell.blocks, replace(under, indicators=True, in_cell=True))


def _lists(cell: Cell) -> bool:
    return any(isinstance(block, Bullets) for block in cell.blocks)
