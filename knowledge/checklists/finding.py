"""Every list on a page: bulleted, nested, in a table, one item to a line, or run on in a sentence."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from knowledge.checklists.counted import by_number, headed_by_number
from knowledge.checklists.found import Entry, Found
from knowledge.checklists.sentences import labelled, listed_in
from knowledge.checklists.tables import table_lists
from knowledge.checklists.wording import Neighbour, heading_cue, is_duty, is_group
from knowledge.manual import Block, Bullets, Item, Paragraph, Table
from knowledge.outline import Node, sentences

_BULLET = re.compile(r"^\s*(?:[•·▪◦‣●○➢✓✔☐□☑❑❏*]|[-–—](?=\s))\s*")
_NUMBERED_WORDS = 45  # a numbered paragraph longer than this is prose
_POINTS = re.compile(
    r"\b(?:headings?|sections?|tabs?|panels?|boxes|lists?|groups?|tables?)\b.{0,40}\bbelow\b|\bbelow\b.{0,40}\b(?:headings?|sections?|tabs?|panels?|boxes|lists?|groups?)\b"
    r"|\b(?:open|press|click(?: on)?|select|choose|expand|under) (?:a|an|each|any|the|these|every)(?: \w+)? (?:headings?|sections?|tabs?|panels?|boxes|links?|buttons?|settings?|ages?|groups?|types?|names?)\b",
    re.IGNORECASE,
)
_LONGEST_POINTER = 600  # characters: a longer paragraph says more than where to look
_DOTTED_WORDS = 30  # sections of a chapter are numbered so too: only short sentences are items
_NAME_WORDS = 6
_LINE_WORDS = 25  # a line longer than this is prose, not an item


def found_lists(root: Node) -> list[Found]:
    """Every list of the chapter that holds words, in printed order."""
    worded = (
        replace(found, entries=tuple(entry for entry in found.entries if entry.text.strip()))
        for found in _walk(root, ())
    )
    return [found for found in worded if found.entries]


def _walk(node: Node, above: tuple[str, ...]) -> Iterator[Found]:
    contexts = (node.heading, *above)
    yield from _blocks(node, contexts)
    yield from headed_by_number(node, contexts)
    pointing = tuple(sentence for block in node.blocks for sentence in _pointing(block))[-1:]
    for child in node.children:
        yield from _walk(child, (*pointing, *contexts))


def _pointing(block: Block) -> Iterator[str]:
    """Sentences that say of the headings below them what stands there ("Open a heading to see what you might spot")."""
    if isinstance(block, Paragraph) and len(block.text) < _LONGEST_POINTER:
        yield from (one for one in sentences(block.text) if _POINTS.search(one) and heading_cue(one))


def _blocks(node: Node, contexts: tuple[str, ...]) -> Iterator[Found]:
    lead, number, after_list = "", "", False
    at = 0
    while at < len(node.blocks):
        block = node.blocks[at]
        taken = 1
        base = Found((), node, contexts, lead, number, follows_list=after_list)
        match block:
            case Paragraph():
                number = block.number or number
                run = _numbered(node.blocks, at) or by_number(node.blocks, at) or _lines(node.blocks, at, lead)
                if run:
                    yield replace(base, entries=run, firm=False, number=number)
                    taken, lead = len(run), ""
                elif listed := _run_on(block, replace(base, number=number)):
                    yield from listed
                    lead, after_list = block.text, False
                elif named := labelled(block.text, block.label):
                    label, texts = named
                    yield replace(base, entries=tuple(map(Entry, texts)), part=label, number=number, firm=False)
                    after_list = False
                else:
                    lead, after_list = block.text, False
            case Bullets():
                yield replace(base, entries=entries(block), links=_all_links(block.items))
                lead, after_list = "", True
            case Table():
                yield from table_lists(block, base)
                lead, after_list = "", True
            case _:
                pass
        at += taken


# --- bullets ------------------------------------------------------------------------------------------


def entries(block: Bullets, group: str = "") -> tuple[Entry, ...]:
    """The items of a list; an item that only names what stands under it becomes its group, strengths are left out."""
    parents = len(block.items) > 1 and all(_heads(item) for item in block.items)
    return tuple(entry for item in block.items for entry in _item(item, group, parents))


def _heads(item: Item) -> bool:
    """A few words with a list of their own: where all items are such, they name its parts."""
    return len(item.text.split()) <= _NAME_WORDS and any(isinstance(block, Bullets) for block in item.blocks)


def _item(item: Item, group: str, is_parent: bool) -> Iterator[Entry]:
    inner = [block for block in item.blocks if isinstance(block, Bullets)]
    term = _term(item)
    if term:
        yield Entry(item.text[len(term) :].strip(), term)
        yield from (Entry(block.text, term) for block in item.blocks if isinstance(block, Paragraph))
        return
    if inner and heading_cue(item.text) is Neighbour.STRENGTHS and len(item.text.split()) <= 8:
        return
    name = item.text.strip(" :-–—")
    only_names = is_parent or (bool(inner) and (item.text.rstrip().endswith(":") or bool(item.label) or is_group(name)))
    if item.text and not only_names:
        yield Entry(item.text, group)
    for block in inner:
        yield from entries(block, name if only_names or not group else group)


def _term(item: Item) -> str:
    """The term of a definition list that names a part: marked words with nothing but a space before what they head."""
    rest = item.text[len(item.label) :] if item.label and item.text.startswith(item.label) else ""
    return item.label if is_group(item.label) and re.match(r"\s+\w", rest) and item.label[-1].isalnum() else ""


def _all_links(items: Sequence[Item]) -> bool:
    linked = sum(sum(len(link.text) for link in item.links) >= 0.7 * max(len(item.text), 1) for item in items)
    return bool(items) and linked * 3 >= len(items) * 2


# --- lines and sentences ------------------------------------------------------------------------------


def _lines(blocks: Sequence[Block], start: int, lead: str) -> tuple[Entry, ...]:
    """Paragraphs that are a list in all but markup: each begins with a bullet, or is short and follows a colon."""
    marked = _while(blocks, start, lambda text: bool(_BULLET.match(text)))
    if len(marked) > 1:
        return tuple(Entry(_BULLET.sub("", text, count=1)) for text in marked)
    if not lead.rstrip().endswith((":", ": -")):
        return ()
    short = _while(blocks, start, lambda text: len(text.split()) <= _LINE_WORDS and not text.rstrip().endswith(":"))
    open_ended = sum(not text.rstrip().endswith((".", "!")) or text[:1].islower() for text in short)
    if len(short) > 1 and open_ended * 2 > len(short) and not any(is_duty(text) for text in short[:1]):
        return tuple(Entry(text) for text in _until_sentence(short))
    return ()


def _while(blocks: Sequence[Block], start: int, holds: Callable[[str], bool]) -> list[str]:
    texts: list[str] = []
    for block in _from(blocks, start):
        if not isinstance(block, Paragraph) or block.number or not holds(block.text):
            break
        texts.append(block.text)
    return texts


def _until_sentence(texts: Sequence[str]) -> list[str]:
    """Lines up to the one that closes the list: after a full stop, what follows is prose again."""
    kept: list[str] = []
    for text in texts:
        if kept and text[:1].isupper() and kept[-1][:1].islower():
            break
        kept.append(text)
        if text.endswith(".") and any(earlier.endswith((";", ",")) for earlier in kept[:-1]):
            break
    return kept


def _run_on(block: Paragraph, base: Found) -> list[Found]:
    """Sentences of a paragraph that list what they name."""
    return [
        replace(base, entries=tuple(map(Entry, pieces)), lead=lead, firm=False)
        for lead, pieces in listed_in(block.text)
    ]


def _from(blocks: Sequence[Block], start: int) -> Iterator[Block]:
    """The blocks from one on, without copying them or passing over those before."""
    return (blocks[at] for at in range(start, len(blocks)))


def _numbered(blocks: Sequence[Block], start: int) -> tuple[Entry, ...]:
    """Paragraphs numbered 1, 2, 3 ..., or 4.2.1, 4.2.2 ... where each is one short sentence: a list."""
    texts: list[str] = []
    first = blocks[start]
    stem = first.number.rstrip(".)")[:-1] if isinstance(first, Paragraph) else ""
    for block in _from(blocks, start):
        if not isinstance(block, Paragraph) or block.number.rstrip(".)") != f"{stem}{len(texts) + 1}":
            break
        texts.append(block.text)
    most = _DOTTED_WORDS if stem else _NUMBERED_WORDS
    prose = any(
        len(text.split()) > most or (stem and (len(sentences(text)) > 1 or text.endswith(":"))) for text in texts
    )
    return tuple(Entry(text) for text in texts) if len(texts) > 1 and not prose else ()
