"""Levels whose heading is a bare label ("Level 2"), with the name on the line or in the heading right below it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from knowledge.manual import Block, Paragraph
from knowledge.outline import Node
from knowledge.thresholds.labels import NAME_WORDS, Title, plain, title_of
from knowledge.thresholds.wording import is_domain, is_indicator, is_response, strength

_LABEL_LENGTH = 40  # characters


@dataclass(frozen=True, slots=True)
class Titled:
    """A heading that may be a level's, with its title."""

    node: Node
    title: Title | None


def subtitled(headings: Sequence[Titled]) -> list[Titled]:
    """The same headings, each bare label with its name from the line below it, or each name with its label from there."""
    return _labelled_below(_named_below(headings))


def bare_label(block: Block) -> Title | None:
    """A line that is a numbered level's label and no more."""
    if not isinstance(block, Paragraph) or len(block.text) > _LABEL_LENGTH:
        return None
    title = title_of(block.text)
    return title if title and title.numbers and not title.name else None


def _labelled_below(headings: Sequence[Titled]) -> list[Titled]:
    """Headings that are names, where two or more have a bare label on the line below."""
    unnumbered = [one for one in headings if not (one.title and one.title.numbers)]
    below = {id(one): found for one in unnumbered if (found := _label_and_rest(one.node))}
    if len({label.key for label, _ in below.values()}) < 2:
        return list(headings)
    return [_with_label(one, *below[id(one)]) if id(one) in below else one for one in headings]


def _with_label(one: Titled, label: Title, rest: Node) -> Titled:
    return Titled(rest, replace(label, name=one.node.heading.strip(" :.")))


def _label_and_rest(node: Node) -> tuple[Title, Node] | None:
    """The bare label right below a heading, printed as a line or as a line used as a heading, and the node without it."""
    if node.blocks:
        label = bare_label(node.blocks[0])
        return (label, replace(node, blocks=node.blocks[1:])) if label else None
    first, *others = node.children or (None,)
    if first is None or not first.implied:
        return None
    label = bare_label(Paragraph(first.heading))
    return (label, replace(node, blocks=first.blocks, children=(*first.children, *others))) if label else None


def _named_below(headings: Sequence[Titled]) -> list[Titled]:
    """Bare labels with their names, where every one has a line of its own below and no two agree."""
    bare = [one for one in headings if one.title and one.title.numbers and not one.title.name]
    lines = {id(one): _subtitle(one.node) for one in bare}
    different = len({plain(line) for line in lines.values()}) == len(bare)
    if len(bare) < 2 or not all(lines.values()) or not different or all(_is_part(line) for line in lines.values()):
        return list(headings)
    return [_named(one, lines[id(one)]) if id(one) in lines else one for one in headings]


def _is_part(line: str) -> bool:
    return strength(line) is None and (is_domain(line) or is_response(line) or is_indicator(line))


def _subtitle(node: Node) -> str:
    """The line or the heading right below a heading. A part of the level ("Indicators") comes again under the others."""
    if node.blocks:
        first = node.blocks[0]
        return first.text if isinstance(first, Paragraph) and not first.number and _short(first.text) else ""
    first_child = node.children[0].heading if node.children else ""
    return first_child if _short(first_child) else ""


def _short(text: str) -> bool:
    return (
        0 < len(text.split()) <= NAME_WORDS
        and not text.rstrip().endswith((".", ":", ";", "?"))
        and title_of(text) is None
    )


def _named(one: Titled, name: str) -> Titled:
    assert one.title
    node = one.node
    if node.blocks:
        rest = replace(node, blocks=node.blocks[1:])
    else:
        first, *others = node.children
        rest = replace(node, blocks=first.blocks, children=(*first.children, *others))
    return Titled(rest, replace(one.title, name=name.strip(" ()")))
