"""Levels told in running prose, each named where a sentence first speaks of it ("Next comes Level 2, Early Help.")."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from knowledge.manual import Paragraph
from knowledge.outline import Node, sentences
from knowledge.thresholds.labels import Title, mentioned_titles
from knowledge.thresholds.sightings import Body, Group, Sighting
from knowledge.thresholds.wording import strength

_FEWEST = 3  # levels a stretch of prose must name; two may be a passing mention


@dataclass(frozen=True, slots=True)
class _Said:
    """A sentence with where it stands, and the level it names first, if any."""

    text: str
    block: Paragraph
    title: Title | None


def mention_groups(root: Node) -> list[Group]:
    """The prose under each heading that names three levels or more, one after the other from the least need or the most."""
    return [group for node, contexts in _with_contexts(root, ()) if (group := _group(node, contexts))]


def _with_contexts(node: Node, above: tuple[str, ...]) -> Iterator[tuple[Node, tuple[str, ...]]]:
    here = (node.heading, *above) if node.heading else above
    yield node, here
    for child in node.children:
        yield from _with_contexts(child, here)


def _group(node: Node, contexts: tuple[str, ...]) -> Group | None:
    said = [one for block in node.blocks if isinstance(block, Paragraph) for one in _pieces(block)]
    starts = [at for at, one in enumerate(said) if one.title]
    titles = [title for at in starts if (title := said[at].title)]
    if not _is_scale(titles):
        return None
    sightings = [
        Sighting(title, node.place(said[at].text, said[at].block.number), _body(said[at:end]))
        for title, at, end in zip(titles, starts, [*starts[1:], len(said)], strict=True)
    ]
    return Group(tuple(sightings), contexts, near=" ".join(one.text for one in said[: starts[0]]))


def _pieces(block: Paragraph) -> Iterator[_Said]:
    """The sentences of a paragraph; one that names several levels is given once for each."""
    for text in sentences(block.text):
        titles = mentioned_titles(text)
        yield from (_Said(text, block, title) for title in titles or (None,))


def _is_scale(titles: Sequence[Title]) -> bool:
    """One word throughout, numbers in order without a gap or a return, and one end of them is universal."""
    numbers = [title.numbers[0] for title in titles]
    steps = {later - earlier for earlier, later in pairwise(numbers)}
    if len(titles) < _FEWEST or len({title.word for title in titles}) > 1 or steps not in ({1}, {-1}):
        return False
    return strength(titles[0].name) == 0 or strength(titles[-1].name) == 0


def _body(told: Sequence[_Said]) -> Body:
    return Body((), tuple(dict.fromkeys(one.text for one in told)))
