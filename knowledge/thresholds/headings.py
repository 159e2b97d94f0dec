"""Levels told by headings, real or bold: level over domains, domain over levels, or flat siblings."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from knowledge.manual import Paragraph
from knowledge.outline import Node
from knowledge.thresholds.bodies import Under, headed, node_body
from knowledge.thresholds.labels import Title, plain, title_of, words_title
from knowledge.thresholds.lifting import lifted
from knowledge.thresholds.phrases import phrased
from knowledge.thresholds.sightings import Group, Sighting
from knowledge.thresholds.subtitles import Titled, subtitled
from knowledge.thresholds.wording import is_domain, is_indicator, is_response, only_need_words, strength


def heading_groups(root: Node) -> list[Group]:
    """Each set of sibling headings that carry levels' titles; single ones are gathered into one group at the end."""
    groups: list[Group] = []
    alone: list[Group] = []
    for node, above in lifted(root).with_contexts():
        for words in (False, True):
            group = _siblings(node, above, words=words)
            if group is None:
                continue
            if len({seen.title.key for seen in group.sightings}) > 1:
                groups.append(group)
                break
            if not words:
                alone.append(group)
    return [*groups, *_gathered(alone)]


def _siblings(parent: Node, contexts: tuple[str, ...], *, words: bool) -> Group | None:
    titled = subtitled([Titled(child, _title(child, words=words)) for child in parent.children])
    titled = _of_one_shape(titled) if words else phrased(titled)
    if not any(one.title for one in titled):
        return None
    domains = _repeated_names(titled)
    level_words = _own_words(parent, titled, words)
    sightings: list[Sighting] = []
    repeated = Counter(plain(child.heading) for child in parent.children)
    for one in titled:
        if one.title:
            sightings.append(_sighted(one, domains, level_words))
        elif sightings and _belongs(one.node, repeated):
            last = sightings[-1]
            extra = node_body(one.node, headed(one.node.heading, Under(one.node)))
            sightings[-1] = replace(last, body=last.body + extra)
    return Group(tuple(sightings), contexts, near=_near(parent))


def _title(node: Node, *, words: bool) -> Title | None:
    if not words:
        found = title_of(node.heading)
        if found is None:
            return None
        return found if found.numbers or found.label else None
    return words_title(node.heading) or title_of(node.heading)


def _of_one_shape(titled: Sequence[Titled]) -> list[Titled]:
    """Names beside levels in words, whose parts are headed as theirs are ("How it looks", "We will"), are levels too."""
    shapes = Counter(_shape(one.node) for one in titled if one.title)
    shape = next((shape for shape, times in shapes.most_common(1) if times > 1 and shape), ())
    return [
        Titled(one.node, Title("", one.node.heading)) if not one.title and shape and _shape(one.node) == shape else one
        for one in titled
    ]


def _shape(node: Node) -> tuple[str, ...]:
    return tuple(plain(child.heading) for child in node.children)


def _repeated_names(titled: Sequence[Titled]) -> set[str]:
    """Names that stand after several levels' labels are domains ("Level 1 health", "Level 2 health")."""
    labels: dict[str, set[tuple[str, tuple[int, ...], str]]] = {}
    for one in titled:
        if one.title and one.title.name and one.title.numbers:
            labels.setdefault(plain(one.title.name), set()).add(one.title.key)
    once = Counter(one.title.key for one in titled if one.title and one.title.numbers)
    return {
        name
        for name, keys in labels.items()
        if len(keys) > 1 or any(once[key] > 1 and strength(name) is None for key in keys)
    }


def _own_words(parent: Node, titled: Sequence[Titled], words: bool) -> str:
    """A parent headed by need words over one level's parts lends the level its name."""
    keys = {one.title.key for one in titled if one.title}
    if words or len(keys) != 1 or not only_need_words(parent.heading):
        return ""
    return parent.heading


def _sighted(one: Titled, domains: set[str], name: str) -> Sighting:
    assert one.title
    title = one.title
    under = Under(one.node)
    if title.name and (plain(title.name) in domains or (name and (is_domain(title.name) or is_response(title.name)))):
        under = headed(title.name, under)
        title = replace(title, name="")
    if name and not title.name:
        title = replace(title, name=name)
    body = node_body(_without_levels(one.node), under)
    return Sighting(title, one.node.place(one.node.heading), body)


def _without_levels(node: Node) -> Node:
    """Inner headings that are other levels' titles are read on their own."""
    inner = tuple(child for child in node.children if not _other_level(child, node))
    return replace(node, children=inner)


def _other_level(child: Node, node: Node) -> bool:
    inner, outer = title_of(child.heading), title_of(node.heading)
    return bool(inner and inner.numbers and outer and outer.numbers and inner.key != outer.key)


def _belongs(node: Node, repeated: Counter[str]) -> bool:
    """A sibling after a level's heading is a part of it if it names a domain, or comes again under other levels."""
    if repeated[plain(node.heading)] > 1:
        return True
    return node.implied and (is_domain(node.heading) or is_response(node.heading) or is_indicator(node.heading))


def _near(parent: Node) -> str:
    return " ".join(block.text for block in parent.blocks if isinstance(block, Paragraph))


def _gathered(alone: Sequence[Group]) -> list[Group]:
    """Levels that stand one to a heading, each under a parent of its own."""
    by_word: dict[str, list[Group]] = {}
    for group in alone:
        by_word.setdefault(group.sightings[0].title.word, []).append(group)
    gathered = []
    for groups in by_word.values():
        sightings = tuple(seen for group in groups for seen in group.sightings)
        contexts = groups[0].contexts if len(groups) == 1 else groups[0].contexts[-1:]
        gathered.append(Group(sightings, contexts, near=" ".join(group.near for group in groups)))
    return gathered
