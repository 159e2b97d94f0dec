"""Levels told in running prose, each named where a sentence first speaks of it ("Next comes Level 2, Early Help.")."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from knowledge.manual import Paragraph
from knowledge.outline import Node, sentences
from knowledge.thresholds.bodies import Under, told
from knowledge.thresholds.labels import Title, mentioned_titles, opening_title
from knowledge.thresholds.sightings import Body, Group, Sighting, joined
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
    ways = (_pieces, _opened)
    return [
        group
        for node, contexts in root.with_contexts()
        if (group := next(filter(None, (_group(node, contexts, way) for way in ways)), None))
    ]


def _group(node: Node, contexts: tuple[str, ...], way: Callable[[Paragraph], Iterator[_Said]]) -> Group | None:
    said = [one for block in node.blocks if isinstance(block, Paragraph) for one in way(block)]
    scale = next((starts for starts in _by_word(said) if _is_scale([said[at] for at in starts])), None)
    if scale is None:
        return None
    ends = _ends(said, scale)
    sightings = [
        Sighting(title, node.place(said[at].text, said[at].block.number), _body(said[at:end], node))
        for at, end in zip(scale, ends, strict=True)
        if (title := said[at].title)
    ]
    return Group(tuple(sightings), contexts, near=" ".join(one.text for one in said[: scale[0]]))


def _by_word(said: Sequence[_Said]) -> list[list[int]]:
    """Where levels are named, apart for each word: "Stage 1" of a complaint is on no scale with "Level 1"."""
    found: dict[str, list[int]] = {}
    for at, one in enumerate(said):
        if one.title:
            found.setdefault(one.title.word, []).append(at)
    return list(found.values())


def _ends(said: Sequence[_Said], starts: Sequence[int]) -> list[int]:
    """Where what is said of each level ends: at the next title, and of the last with its own paragraph."""
    last = starts[-1]
    own = next((at for at in range(last, len(said)) if said[at].block is not said[last].block), len(said))
    return [*starts[1:], own]


def _pieces(block: Paragraph) -> Iterator[_Said]:
    """The sentences of a paragraph; one that names several levels is given once for each."""
    for text in sentences(block.text):
        titles = mentioned_titles(text)
        yield from (_Said(text, block, title) for title in titles or (None,))


def _opened(block: Paragraph) -> Iterator[_Said]:
    """The sentences of a paragraph whose first is about a level without giving its name."""
    for at, text in enumerate(sentences(block.text)):
        yield _Said(text, block, opening_title(text) if at == 0 else None)


def _is_scale(named: Sequence[_Said]) -> bool:
    """Numbers in order without a gap or a return, and one end of them is universal."""
    numbers = [one.title.numbers[0] for one in named if one.title]
    steps = {later - earlier for earlier, later in pairwise(numbers)}
    if len(named) < _FEWEST or steps not in ({1}, {-1}):
        return False
    return any(strength(one.title.name or one.text) == 0 for one in (named[0], named[-1]) if one.title)


def _body(about: Sequence[_Said], node: Node) -> Body:
    return joined(told(text, Under(node)) for text in dict.fromkeys(one.text for one in about))
