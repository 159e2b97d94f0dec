"""Headings of equal rank that are a list's parts: "Indicators of abuse", then "Physical", "Emotional", "Neglect"."""

from dataclasses import replace
from itertools import takewhile

from knowledge.checklists.lists import ChecklistKind
from knowledge.checklists.wording import heading_cue, is_group, names_harm
from knowledge.manual import Bullets, Paragraph
from knowledge.outline import Node

_NAME_WORDS = 4
_FEWEST = 2


def gathered(node: Node) -> Node:
    """The outline with each heading of signs that has no list of its own put over the parts printed after it."""
    children = [gathered(child) for child in node.children]
    kept: list[Node] = []
    while children:
        first, *rest = children
        parts = list(takewhile(_names_part, rest)) if _only_leads(first) else []
        if len(parts) >= _FEWEST:
            first, rest = replace(first, children=tuple(parts)), rest[len(parts) :]
        kept.append(first)
        children = rest
    return replace(node, children=tuple(kept))


def _only_leads(node: Node) -> bool:
    """A heading of signs with nothing under it but sentences."""
    bare = not node.children and all(isinstance(block, Paragraph) for block in node.blocks)
    return bare and heading_cue(node.heading) is ChecklistKind.SIGNS


def _names_part(node: Node) -> bool:
    """A short name of a part or of a kind of harm, which says nothing else of the list below it."""
    name = node.heading
    named = len(name.split()) <= _NAME_WORDS and (is_group(name) or names_harm(name)) and heading_cue(name) is None
    return named and not node.children and any(isinstance(block, Bullets) for block in node.blocks)
