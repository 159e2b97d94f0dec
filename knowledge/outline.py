"""A chapter as readers of levels and checklists need it: headings real and implied, each with what stands under it.

Many pages print a heading as a paragraph that is bold from end to end, or as a short line of its own. `outline` gives
such a line the blocks after it, so that these and pages with real headings are read the same way. Places keep the
path of the *real* headings, because that is what passages are cut by.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from knowledge.manual import Block, Bullets, Chapter, Figure, Paragraph, Place, Section, Table

HEADING_WORDS = 16  # a bold paragraph longer than this is emphasis, not a heading
LINE_WORDS = 10  # an unmarked line longer than this is not taken for a heading
_EDGES = " :.;-–—\t"
_SENTENCE_END = re.compile(r"(?<=[.?!])[\"'”’)]*\s+(?=[A-Z0-9\"'“‘(])")
_LONGEST_SHORT_FORM = 8  # characters before a full stop that may make it no end
_SECTION = re.compile(r"^(\d{1,2}(?:\.\d{1,2})*)[.)]?\s+([A-Z].*)$")
_MARK = re.compile(r"[•·▪◦‣●○➢✓✔☐□☑❑❏]\s*\w")
_NOT_AN_END = re.compile(r"\b(?:e\.g|i\.e|etc|Dr|Mr|Mrs|Ms|St|No|para|paras|s|ss|Ch|cf)\.$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Node:
    """A heading and what it governs. `path` holds real headings only; `implied` marks a bold line used as a heading."""

    heading: str
    path: tuple[str, ...]
    blocks: tuple[Block, ...] = ()
    children: "tuple[Node, ...]" = ()
    anchor: str = ""
    number: str = ""
    implied: bool = False

    def place(self, text: str, number: str = "") -> Place:
        """The place of some words under this heading."""
        return Place(path=self.path, text=text, anchor=self.anchor, number=number or self.number)

    def walk(self) -> "Iterator[Node]":
        """This node and all below it, in printed order."""
        yield self
        for child in self.children:
            yield from child.walk()

    def with_contexts(self, above: tuple[str, ...] = ()) -> "Iterator[tuple[Node, tuple[str, ...]]]":
        """This node and all below it, in printed order, each with its own heading and those above it, innermost first."""
        here = (self.heading, *above) if self.heading else above
        yield self, here
        for child in self.children:
            yield from child.with_contexts(here)


def outline(chapter: Chapter) -> Node:
    """The whole chapter as one node, headed by its title."""
    children: list[Node] = []
    loose: list[Node] = []
    for section in chapter.sections:
        node = _section(section, ())
        if node.heading:
            children.append(node)
        else:
            loose.append(node)
    blocks = tuple(block for node in loose for block in node.blocks)
    inner = tuple(child for node in loose for child in node.children)
    return Node(chapter.title, (), blocks, (*inner, *children), number=chapter.number)


def _section(section: Section, above: tuple[str, ...]) -> Node:
    path = (*above, section.heading) if section.heading else above
    node = Node(section.heading, path, anchor=section.anchor, number=section.number)
    own, implied = _split(node, tuple(_unwrapped(section.blocks)))
    real = tuple(_section(inner, path) for inner in section.sections)
    return replace(node, blocks=own, children=(*implied, *real))


def _unwrapped(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """A table of one cell is a box drawn round its contents, not a table."""
    for block in blocks:
        if isinstance(block, Table) and len(block.rows) == 1 and len(block.rows[0]) == 1:
            yield from _unwrapped(block.rows[0][0].blocks)
        else:
            yield block


def _split(node: Node, blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], tuple[Node, ...]]:
    """The blocks before the first bold line, and a node for each bold line that has something under it."""
    counted = _counted_on(node.number, blocks)
    starts = [
        at for at in range(len(blocks) - 1) if at in counted or bold_line(blocks[at]) or _heading_line(blocks, at)
    ]
    if not starts:
        return blocks, ()
    ends = [*starts[1:], len(blocks)]
    children = []
    for start, end in zip(starts, ends, strict=True):
        line = blocks[start]
        assert isinstance(line, Paragraph)
        number, heading = _numbered(line.text)
        children.append(
            Node(
                heading,
                node.path,
                blocks[start + 1 : end],
                anchor=node.anchor,
                number=line.number or number or node.number,
                implied=True,
            )
        )
    return blocks[: starts[0]], tuple(children)


def _numbered(line: str) -> tuple[str, str]:
    """A line's section number, where it opens with one, and the rest of it."""
    match = _SECTION.match(line)
    return (match[1], match[2]) if match else ("", line)


def _counted_on(number: str, blocks: Sequence[Block]) -> set[int]:
    """Short numbered lines that count on from their section's number: headings, where a list under one began again at 1."""
    found: set[int] = set()
    stem, _, last = number.rstrip(".").rpartition(".")
    while last.isdecimal() and len(last) < 4:
        last = str(int(last) + 1)
        wanted = f"{stem}.{last}" if stem else last
        start = max(found, default=-1) + 1
        at = next((at for at in range(start, len(blocks)) if _titled(blocks[at], wanted)), None)
        if at is None:
            break
        found.add(at)
    return (
        found if any(isinstance(block, Paragraph) and block.number.rstrip(".)") == "1" for block in blocks) else set()
    )


def _titled(block: Block, number: str) -> bool:
    if not isinstance(block, Paragraph) or block.number.rstrip(".)") != number:
        return False
    return 0 < len(block.text.split()) <= LINE_WORDS and block.text[0].isupper() and block.text[-1] not in ".:;,?!"


def bold_line(block: Block) -> bool:
    """True for a paragraph that is bold (or otherwise marked) from end to end and short enough to be a heading."""
    if not isinstance(block, Paragraph) or not block.label:
        return False
    same = block.label.strip(_EDGES) == block.text.strip(_EDGES)
    return same and len(block.text.split()) <= HEADING_WORDS


def _heading_line(blocks: Sequence[Block], at: int) -> bool:
    """True for a short line with no closing mark that a list, a table or a sentence follows.

    Text got from a PDF, and pages that lost their markup, print headings so. A line among other such lines is an item,
    unless a list comes next.
    """
    if not _bare_line(blocks[at]):
        return False
    after = blocks[at + 1]
    if isinstance(after, Bullets | Table) or _marked(after) or _counts_under(blocks[at], after):
        return True
    if at and (_bare_line(blocks[at - 1]) or _ends_in_colon(blocks[at - 1])):
        return False
    if _bare_line(after):
        return at + 2 < len(blocks) and isinstance(blocks[at + 2], Bullets | Table)
    return isinstance(after, Paragraph) and after.text.endswith((".", ":")) and not after.number


def _bare_line(block: Block) -> bool:
    if not isinstance(block, Paragraph) or block.number or block.links:
        return False
    text = block.text
    return (
        bool(text)
        and len(text.split()) <= LINE_WORDS
        and text[0].isalnum()
        and not text[0].islower()
        and text[-1] not in ".:;,?!"
    )


def _counts_under(line: Block, after: Block) -> bool:
    """True for "5 Recommendations" before a paragraph numbered 5.1, and for any line before one numbered 1."""
    if isinstance(after, Paragraph) and after.number.rstrip(".)") == "1":
        return True
    match = _SECTION.match(line.text) if isinstance(line, Paragraph) else None
    return match is not None and isinstance(after, Paragraph) and after.number.startswith(f"{match[1]}.")


def _marked(block: Block) -> bool:
    """True for a paragraph that opens with a bullet or a box, as where a list has lost its markup."""
    return isinstance(block, Paragraph) and bool(_MARK.match(block.text))


def _ends_in_colon(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.text.endswith(":")


def figures(node: Node) -> Iterator[tuple[Node, Figure]]:
    """Every image standing directly under a heading, with its node."""
    for inner in node.walk():
        for block in inner.blocks:
            if isinstance(block, Figure):
                yield inner, block


def sentences(text: str) -> list[str]:
    """The sentences of a text, each an exact substring. Splits at . ? ! before a capital; knows common abbreviations."""
    parts: list[str] = []
    start = 0
    for end in _SENTENCE_END.finditer(text):
        piece = text[max(start, end.start() - _LONGEST_SHORT_FORM) : end.start()]
        if _NOT_AN_END.search(piece):
            continue
        parts.append(text[start : end.end()].strip())
        start = end.end()
    rest = text[start:].strip()
    return [part for part in (*parts, rest) if part]
