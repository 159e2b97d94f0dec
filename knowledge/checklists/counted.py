"""Items that are each called by the list's name and a number ("Recommendation 2: The trust should ...")."""

import re
from collections.abc import Iterator, Sequence

from knowledge.checklists.found import Entry, Found
from knowledge.manual import Block, Paragraph
from knowledge.outline import Node

# What an item of a list may be called. Stages, levels and steps are counted so too, and are no checklist's items.
_CALLED = re.compile(
    r"^(?P<word>recommendation|action(?: point)?|learning point|question|prompt|(?:warning )?sign|indicator)\s+(?:no\.?\s*)?(?P<number>\d{1,2})\s*(?:[-–—:.)]+\s*(?P<text>\S.*))?$",
    re.IGNORECASE | re.DOTALL,
)


def by_number(blocks: Sequence[Block], start: int) -> tuple[Entry, ...]:
    """Paragraphs from one on that count up with one name; empty where there are fewer than two."""
    entries: list[Entry] = []
    for at in range(start, len(blocks)):
        block = blocks[at]
        called = _CALLED.match(block.text) if isinstance(block, Paragraph) else None
        if called is None or not called["text"] or int(called["number"]) != len(entries) + 1:
            break
        entries.append(Entry(called["text"].strip()))
    return tuple(entries) if len(entries) > 1 else ()


def headed_by_number(node: Node, contexts: tuple[str, ...]) -> Iterator[Found]:
    """Headings that count up with one name: the rest of each, or the paragraph right below it, is an item."""
    entries = []
    for child in node.children:
        called = _CALLED.match(child.heading)
        below = child.blocks[0] if child.blocks else None
        text = (called["text"] or (below.text if isinstance(below, Paragraph) else "")) if called else ""
        if text:
            entries.append(Entry(text.strip()))
    if len(entries) > 1:
        word = next(called["word"] for child in node.children if (called := _CALLED.match(child.heading)))
        yield Found(tuple(entries), node, contexts if node.path else (f"{word}s", *contexts))
