"""Levels told in a list or in paragraphs, each opening with its title ("Level 2 (Early Help): children who ...")."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from knowledge.manual import Block, Bullets, Item, Paragraph
from knowledge.outline import Node
from knowledge.thresholds.bodies import Under, blocks_body, told
from knowledge.thresholds.labels import Title, run_in_title, with_run_in_name
from knowledge.thresholds.named import runs
from knowledge.thresholds.sightings import Group, Sighting

T = TypeVar("T")


def run_groups(root: Node) -> list[Group]:
    """Each list, and each run of paragraphs under one heading, of which two or more open with a level's title."""
    groups = []
    for node, contexts in root.with_contexts():
        groups += [group for group in (_paragraphs(node, contexts), *_lists(node, contexts)) if group]
    return groups


def _paragraphs(node: Node, contexts: tuple[str, ...]) -> Group | None:
    starts = [(at, title) for at, block in enumerate(node.blocks) if (title := _opening(block))]
    starts = _of_one_sort(starts)
    if len({title.key for _, title in starts}) < 2:
        return None
    ends = [*(at for at, _ in starts[1:]), len(node.blocks)]
    last_len = max((end - at for (at, _), end in zip(starts[:-1], ends[:-1], strict=True)), default=1)
    sightings = []
    for (at, title), end in zip(starts, ends, strict=True):
        block = node.blocks[at]
        assert isinstance(block, Paragraph)
        stop = min(end, at + last_len) if end == len(node.blocks) else end
        body = told(title.after, Under(node)) + blocks_body(node.blocks[at + 1 : stop], Under(node))
        sightings.append(Sighting(title, node.place(block.text, block.number), body))
    before = " ".join(block.text for block in node.blocks[: starts[0][0]] if isinstance(block, Paragraph))
    return Group(tuple(sightings), contexts, near=before)


def _of_one_sort(found: list[tuple[T, Title]]) -> list[tuple[T, Title]]:
    """Where some titles are numbered, words alone beside them are only words."""
    if any(title.numbers for _, title in found):
        return [(what, title) for what, title in found if title.numbers]
    return found


def _opening(block: Block) -> Title | None:
    if not isinstance(block, Paragraph):
        return None
    return run_in_title(block.text, block.label)


def _lists(node: Node, contexts: tuple[str, ...]) -> Iterator[Group | None]:
    before = ""
    for block in node.blocks:
        if isinstance(block, Bullets):
            yield _list(block.items, node, contexts, before)
        before = block.text if isinstance(block, Paragraph) else ""


def _list(items: Sequence[Item], node: Node, contexts: tuple[str, ...], before: str) -> Group | None:
    titled = [
        (item, title) for item in items if (title := run_in_title(item.text, item.label)) and not _in_page_link(item)
    ]
    titled = _of_one_sort(titled)
    if len({title.key for _, title in titled}) < 2 or 2 * len(titled) < len(items):
        return None
    sightings = tuple(
        Sighting(
            title,
            node.place(item.text),
            told(title.after, Under(node)) + blocks_body(item.blocks, Under(node)),
        )
        for item, title in titled
    )
    return Group(sightings, contexts, near=before)


def _in_page_link(item: Item) -> bool:
    """A line of a contents list leads to a heading of the page; the heading itself is read."""
    return any("#" in link.href and link.text.strip() == item.text.strip() for link in item.links)


def named_lists(root: Node) -> list[Group]:
    """Each list whose items are levels in an area's own words, the word marked at the start of each."""
    return [
        group
        for node, contexts in root.with_contexts()
        for block in node.blocks
        if isinstance(block, Bullets) and (group := _named_list(block.items, node, contexts))
    ]


def _named_list(items: Sequence[Item], node: Node, contexts: tuple[str, ...]) -> Group | None:
    marked = {item.label.strip(" :.-–—"): item for item in items if item.label and item.text.startswith(item.label)}
    if len(marked) < len(items):
        return None
    parts = [Node(word, node.path, (Paragraph(_rest(item)), *item.blocks)) for word, item in marked.items()]
    said = " ".join(block.text for block in node.blocks if isinstance(block, Paragraph))
    whole = next((run for run, _ in runs(parts, contexts, said) if len(run) == len(parts)), ())
    sightings = []
    for part, bare in whole:
        item = marked[part.heading]
        title = with_run_in_name(bare, _rest(item))
        body = told(title.after, Under(node)) + blocks_body(item.blocks, Under(node))
        sightings.append(Sighting(title, node.place(item.text), body))
    return Group(tuple(sightings), contexts, said) if sightings else None


def _rest(item: Item) -> str:
    return item.text[len(item.label) :].lstrip(" :.-–—")
