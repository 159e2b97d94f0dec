"""From a chapter to its checklists, whatever their form. No model, no guess: each item is the page's own words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.checklists.finding import found_lists
from knowledge.checklists.found import Found
from knowledge.checklists.gathering import gathered
from knowledge.checklists.judging import kind_of
from knowledge.checklists.lists import Checklist, ChecklistItem, ChecklistKind, ChecklistReading
from knowledge.checklists.wording import (
    heading_cue,
    is_group,
    is_learning,
    last_cue,
    names_harm,
    says_so,
    speaks_of_signs,
)
from knowledge.manual import Bullets, Chapter, Doubt, Paragraph, block_texts
from knowledge.outline import Node, figures, outline, sentences
from knowledge.thresholds import read_levels

_OPENING = 1500  # characters of a chapter's opening that may mark it as a review's report
_PART_WORDS = 8
_VERB = re.compile(r"(?:is|are|was|were|has|have|had|do|does|did|can|cannot|may|[a-z]+s)\b")


@dataclass(frozen=True, slots=True)
class Part:
    """A list that is a checklist, or part of one. `group` names the part; `home` is the node whose checklist it joins."""

    found: Found
    kind: ChecklistKind
    home: Node
    group: str = ""


def read_checklists(chapter: Chapter) -> ChecklistReading:
    """The checklists a chapter prints; empty where it prints none.

    Every item is an exact substring of one of the chapter's block texts. Lists of strengths, duties, contacts, related
    chapters and a threshold document's descriptors are left out. Doubts name images under a heading of warning signs.
    """
    root = gathered(outline(chapter))
    learning = is_learning(_opening(root))
    parents = {id(child): node for node in root.walk() for child in node.children}
    parts: list[Part] = []
    previous: Part | None = None
    for found in found_lists(root):
        part = _part(found, parents, learning=learning, previous=previous)
        parts += [part] if part else []
        previous = part
    levels = _level_words(chapter) if parts else set()
    parts = [part for part in parts if not _of_levels(part.found, levels)]
    checklists = tuple(_checklist(together, chapter, learning=learning) for together in _together(parts))
    return ChecklistReading(checklists, tuple(_doubts(root, checklists)))


def _opening(root: Node) -> str:
    words: list[str] = [root.heading]
    for node in root.walk():
        words.append(node.heading)
        for block in node.blocks:
            words += block_texts(block)
        if sum(map(len, words)) > _OPENING:
            break
    return " ".join(words)[:_OPENING]


def _level_words(chapter: Chapter) -> set[str]:
    schemes = read_levels(chapter).schemes
    levels = [level for scheme in schemes for level in scheme.levels]
    return {text for level in levels for text in (*(one.text for one in level.descriptors), *level.summary)}


def _of_levels(found: Found, levels: set[str]) -> bool:
    """A level's descriptors belong to its threshold document, not to a checklist."""
    return 2 * sum(entry.text in levels for entry in found.entries) > len(found.entries)


def _part(found: Found, parents: dict[int, Node], *, learning: bool, previous: Part | None) -> Part | None:
    kind = kind_of(found, learning=learning)
    if kind is None and found.follows_list and not found.lead and previous and previous.found.node is found.node:
        kind = previous.kind if previous.kind is not ChecklistKind.QUESTIONS else None
    if kind is None:
        return None
    parent = parents.get(id(found.node))
    home, group = found.node, ""
    if parent is not None and parent.path and _is_part(found.node, kind, parent) and _leads(parent, kind):
        home, group = parent, found.node.heading
    if _names_part(found) and _leads(found.node, kind):
        group = group or found.lead.strip(" :")
    group = group or found.part
    return Part(found, kind, home, group)


def _names_part(found: Found) -> bool:
    """A line before a list that names a part ("In the child"), and is not the start of what its only items go on with."""
    lead = found.lead.strip(" :")
    if not lead or len(lead.split()) > _PART_WORDS or not is_group(lead) or says_so(lead):
        return False
    lists = sum(isinstance(block, Bullets) for block in found.node.blocks)
    return lists > 1 or not all(_VERB.match(entry.text) for entry in found.entries)


def _is_part(node: Node, kind: ChecklistKind, parent: Node) -> bool:
    """A heading that names a part of its parent's list ("In the home"), rather than a kind of harm with signs of its own.

    "Neglect" is a part where most of the headings beside it ("Physical", "Emotional") name no harm.
    """
    harms = sum(names_harm(child.heading) for child in parent.children)
    if len(node.heading.split()) > _PART_WORDS or (names_harm(node.heading) and 2 * harms >= len(parent.children)):
        return False
    return kind is ChecklistKind.QUESTIONS or heading_cue(node.heading) in (None, kind)


def _leads(node: Node, kind: ChecklistKind) -> bool:
    return heading_cue(node.heading) is kind


def _together(parts: Sequence[Part]) -> Iterator[list[Part]]:
    """Parts of one checklist side by side: same heading, same kind, and each after the first named as a part."""
    held: list[Part] = []
    for part in parts:
        joins = (
            held
            and held[-1].home is part.home
            and held[-1].kind is part.kind
            and (part.group or _continues(held[-1], part))
        )
        if not joins and held:
            yield held
            held = []
        held.append(part)
    if held:
        yield held


def _continues(held: Part, part: Part) -> bool:
    """Another list under the same heading with no words of its own, or another column of the same table."""
    same = held.found.node is part.found.node and held.found.lead == part.found.lead
    return same and (not part.found.lead or bool(part.found.column)) and held.found.caption == part.found.caption


def _checklist(parts: Sequence[Part], chapter: Chapter, *, learning: bool) -> Checklist:
    first = parts[0]
    node = first.home
    title = node.heading or chapter.title
    lead_in = _lead_above(first) if first.group and not first.found.part else _lead_in(first.found, first.kind)
    items = tuple(
        ChecklistItem(
            entry.text, part.found.node.place(entry.text, part.found.number), entry.group or part.group.strip(" :")
        )
        for part in parts
        for entry in part.found.entries
    )
    return Checklist(
        title=title,
        kind=first.kind,
        items=items,
        place=node.place(lead_in or title, first.found.number),
        lead_in=lead_in,
        manual=chapter.manual,
        chapter=chapter.title,
        slug=chapter.slug,
        url=chapter.url,
        areas=chapter.areas,
        audience=chapter.audience,
        amended=chapter.dates.amended,
        learning=learning,
    )


def _lead_above(part: Part) -> str:
    """The sentence that leads in all parts of a list, where it stands right above the first of them."""
    last = part.home.blocks[-1] if part.home is not part.found.node and part.home.blocks else None
    return sentences(last.text)[-1] if isinstance(last, Paragraph) and last.text.rstrip().endswith(":") else ""


def _lead_in(found: Found, kind: ChecklistKind) -> str:
    """The sentence that leads a list in: the one that ends in a colon, else the last that says what the list is."""
    said = sentences(found.lead)
    if said and (found.lead.rstrip().endswith(":") or not found.firm):
        return said[-1]
    return next((one for one in reversed(said) if last_cue(one) is kind), "")


def _doubts(root: Node, checklists: Sequence[Checklist]) -> Iterator[Doubt]:
    titles = {one.title for one in checklists}
    for node, figure in figures(root):
        if speaks_of_signs(node.heading) or speaks_of_signs(figure.alt):
            yield Doubt("An image stands here and was not read. Check it for warning signs.", node.path)
    for node in root.walk():
        if (
            node.path
            and not node.children
            and node.heading not in titles
            and speaks_of_signs(node.heading)
            and node.blocks
        ):
            yield Doubt("The heading speaks of signs, but no list was found under it.", node.path)
