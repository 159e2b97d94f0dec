"""Levels' titles brought side by side, where a page's headings or lines put one inside another, as text got from a PDF does."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.manual import Block, Paragraph
from knowledge.outline import Node
from knowledge.thresholds.closing import heading_what_follows, line_title, numbered_title
from knowledge.thresholds.labels import Title
from knowledge.thresholds.subtitles import bare_label


def lifted(root: Node) -> Node:
    """The chapter with each line that is wholly a numbered level's title made a heading beside the other levels.

    Lines count only where the chapter has two such titles of one word or more. A chapter headed by one of its own
    levels, because nothing else on the page looked like a title, gets a nameless root over all of them.
    """
    words = _words_of_several(root)
    if not words:
        return root
    root = heading_what_follows(root, words)
    first, *others = _lift(root, words)
    if not others:
        return first
    return Node("", (), (), (first, *others), number=root.number)


def _words_of_several(root: Node) -> set[str]:
    keys: dict[str, set[tuple[str, tuple[int, ...], str]]] = {}
    for node in root.walk():
        titles = [numbered_title(node.heading), *(line_title(block) for block in node.blocks)]
        for title in titles:
            if title:
                keys.setdefault(title.word, set()).add(title.key)
    return {word for word, found in keys.items() if len(found) > 1}


def _lift(node: Node, words: set[str]) -> list[Node]:
    """The node, and after it the levels that stood inside it and are none of its parts."""
    inside = [one for child in node.children for one in _lift(child, words)]
    blocks, lines = _lines(node, words)
    here = numbered_title(node.heading)
    if here is None and node.implied and lines:
        return [replace(node, blocks=blocks, children=tuple(inside)), *lines]
    inside = [*lines, *inside]
    cut = next((at for at, child in enumerate(inside) if here and _other(child, here)), None)
    if cut is None:
        return [replace(node, blocks=blocks, children=tuple(inside))]
    return [replace(node, blocks=blocks, children=tuple(inside[:cut])), *_adopted(inside[cut:])]


def _adopted(nodes: Sequence[Node]) -> Iterator[Node]:
    """Each level with the headings after it that are no level's: they stood after it on the page, below its title."""
    held: Node | None = None
    for node in nodes:
        if held is None or numbered_title(node.heading):
            if held:
                yield held
            held = node
        else:
            held = replace(held, children=(*held.children, node))
    if held:
        yield held


def _other(child: Node, title: Title) -> bool:
    """A heading of the same scale with another number; "2a" within "2" is a part of it."""
    inner = numbered_title(child.heading)
    return inner is not None and inner.word == title.word and not set(inner.numbers) & set(title.numbers)


def _lines(node: Node, words: set[str]) -> tuple[tuple[Block, ...], list[Node]]:
    """The node's blocks before the first line that is a title, and a node for each such line."""
    starts = [at for at, block in enumerate(node.blocks) if (title := line_title(block)) and title.word in words]
    if starts[:1] == [0] and node.path and bare_label(node.blocks[0]) and numbered_title(node.heading) is None:
        starts = starts[1:]  # the label of the level that the heading names
    if not starts or (len(starts) == 1 and starts[0] == len(node.blocks) - 1 and not node.children):
        return node.blocks, []
    ends = [*starts[1:], len(node.blocks)]
    lines = []
    for start, end in zip(starts, ends, strict=True):
        line = node.blocks[start]
        assert isinstance(line, Paragraph)
        number = line.number or node.number
        lines.append(Node(line.text, node.path, node.blocks[start + 1 : end], (), node.anchor, number, implied=True))
    return node.blocks[: starts[0]], lines
