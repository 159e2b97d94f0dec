"""Headings that speak of a level in a phrase, each time the same ("Indicators at Level 2", "When a child is at Level 2")."""

from collections.abc import Sequence
from dataclasses import replace

from knowledge.outline import Node
from knowledge.thresholds.labels import Title, closing_title
from knowledge.thresholds.subtitles import Titled
from knowledge.thresholds.wording import (
    DISPUTE,
    OTHER_SCALE,
    is_definition,
    is_indicator,
    is_response,
    is_strengths,
)


def phrased(headings: Sequence[Titled]) -> list[Titled]:
    """The same headings, those of them with a title that open with the same words before two levels or more."""
    found = {
        id(one): (lead, title)
        for one in headings
        if one.title is None and (told := closing_title(one.node.heading))
        for lead, title in [told]
    }
    levels: dict[str, set[tuple[str, tuple[int, ...], str]]] = {}
    for lead, title in found.values():
        levels.setdefault(lead.lower(), set()).add(title.key)
    return [
        _titled(one, *found[id(one)]) if id(one) in found and _holds(found[id(one)][0], levels) else one
        for one in headings
    ]


def _holds(lead: str, levels: dict[str, set[tuple[str, tuple[int, ...], str]]]) -> bool:
    return len(levels[lead.lower()]) > 1 and not OTHER_SCALE.search(lead) and not DISPUTE.search(lead)


def _titled(one: Titled, lead: str, title: Title) -> Titled:
    """What the phrase says of the words below it holds for them all ("Response at Level 2")."""
    tells = is_indicator(lead) or is_response(lead) or is_strengths(lead) or is_definition(lead)
    node = one.node
    if not tells:
        return Titled(node, title)
    inner = Node(lead, node.path, node.blocks, node.children, node.anchor, node.number, implied=True)
    return Titled(replace(node, blocks=(), children=(inner,)), title)
