"""Lines that are a level's title, and those of them that close a section because the page printed no blank heading.

Text got from a PDF has "Level 2 - Additional needs" as the last line under "Response", and the level's own parts
("Examples of indicators") as the headings after it.
"""

from collections import Counter
from dataclasses import replace

from knowledge.manual import Block, Paragraph
from knowledge.outline import Node
from knowledge.thresholds.labels import Title, plain, title_of

_LINE_WORDS = 14
_FEWEST = 2


def heading_what_follows(node: Node, words: set[str]) -> Node:
    """The outline with each title that closes a section made the heading of the sections after it.

    Only where two sections or more close so, each before a heading that comes again under another; a heading that
    comes once ("Disagreements") is none of a level's parts.
    """
    node = replace(node, children=tuple(heading_what_follows(child, words) for child in node.children))
    times = Counter(plain(child.heading) for child in node.children)
    before = (replace(node, children=()), *node.children)
    closing = [_closing(one, words) for one in before]
    follows = [times[plain(one.heading)] > 1 for one in node.children]
    held = [bool(line) and after for (_, line), after in zip(closing[:-1], follows, strict=True)]
    if sum(held) < _FEWEST:
        return node
    first, *others = (cut if hold else one for one, (cut, _), hold in zip(before, closing, [*held, False], strict=True))
    kept: list[Node] = []
    level: Node | None = None
    for one, (_, line), hold, part in zip((first, *others), closing, [*held, False], [False, *follows], strict=True):
        if level is not None and part:
            kept[-1] = level = replace(level, children=(*level.children, one))
        elif one is not first:
            kept.append(one)
        if not part:
            level = None
        if hold and line:
            level = Node(line.text, node.path, (), (), one.anchor, line.number or one.number, implied=True)
            kept.append(level)
    return replace(first, children=tuple(kept))


def _closing(node: Node, words: set[str]) -> tuple[Node, Paragraph | None]:
    """The node without the title that is the last line in it, and that line."""
    if node.children:
        last, line = _closing(node.children[-1], words)
        return replace(node, children=(*node.children[:-1], last)), line
    block = node.blocks[-1] if node.blocks else None
    title = line_title(block) if block else None
    if title and title.word in words and isinstance(block, Paragraph):
        return replace(node, blocks=node.blocks[:-1]), block
    return node, None


def line_title(block: Block) -> Title | None:
    """The numbered level of which a line is wholly the title."""
    if (
        not isinstance(block, Paragraph)
        or len(block.text.split()) > _LINE_WORDS
        or block.text.rstrip().endswith((".", ";", ","))
    ):
        return None
    return numbered_title(block.text)


def numbered_title(text: str) -> Title | None:
    """The level that a text names by number, None where it names none or in words alone."""
    title = title_of(text)
    return title if title and title.numbers else None
