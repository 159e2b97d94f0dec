"""From a chapter to its levels of need, whatever its form. No model, no clock, no guess: only printed words."""

from collections.abc import Iterator

from knowledge.manual import Chapter, Doubt, block_texts
from knowledge.outline import Node, figures, outline, sentences
from knowledge.thresholds.bodies import node_body
from knowledge.thresholds.headings import heading_groups
from knowledge.thresholds.judging import is_one_level, is_scheme
from knowledge.thresholds.labels import title_of
from knowledge.thresholds.levels import LevelReading, LevelScheme
from knowledge.thresholds.mentions import mention_groups
from knowledge.thresholds.named import named_groups
from knowledge.thresholds.runs import named_lists, run_groups
from knowledge.thresholds.schemes import piles, scheme
from knowledge.thresholds.sightings import Body, Group, Sighting
from knowledge.thresholds.tables import named_tables, table_groups
from knowledge.thresholds.wording import NEED_CONTEXT

_OPENING = 1200  # characters of a chapter's opening that may say what its levels are


def read_levels(chapter: Chapter) -> LevelReading:
    """The levels of need a chapter prints, least need first; empty where it prints none.

    Every descriptor and summary is an exact substring of one of the chapter's block texts. Doubts name images that
    may hold levels, gaps in the numbers, and pages that tell of one level only.
    """
    root = outline(chapter)
    about = _opening(root)
    groups = [group for group in _groups(root) if is_scheme(group, about)]
    if not groups:
        groups = [group for group in mention_groups(root) if is_scheme(group, about)]
    named = [*named_groups(root), *named_tables(root), *named_lists(root)]
    groups += [group for group in named if not any(_over(group, other) for other in groups)]
    schemes = tuple(scheme(pile, chapter) for pile in piles(groups))
    if not schemes:
        schemes = tuple(_one_level_page(root, chapter))
    return LevelReading(schemes, tuple(_doubts(root, schemes)))


def _groups(root: Node) -> Iterator[Group]:
    yield from heading_groups(root)
    yield from table_groups(root)
    yield from run_groups(root)


def _over(one: Group, other: Group) -> bool:
    """True where one group stands under the same heading as the other, or above or below it."""
    shorter, longer = sorted((one.contexts, other.contexts), key=len)
    return not shorter or longer[-len(shorter) :] == shorter


def _opening(root: Node) -> str:
    words: list[str] = []
    for node in root.walk():
        for block in node.blocks:
            words += block_texts(block)
        if sum(map(len, words)) > _OPENING:
            break
    return " ".join(words)[:_OPENING]


def _one_level_page(root: Node, chapter: Chapter) -> Iterator[LevelScheme]:
    """A page whose own title is a level's, as in manuals that print one level to a page."""
    title = title_of(chapter.title)
    if title is None or not title.numbers:
        return
    inside = Body()
    for child in (Node(root.heading, (), root.blocks), *root.children):
        inside += node_body(child)
    group = Group((Sighting(title, root.place(chapter.title), inside),), (chapter.title,))
    if is_one_level(group):
        yield scheme(piles([group])[0], chapter)


def _doubts(root: Node, schemes: tuple[LevelScheme, ...]) -> Iterator[Doubt]:
    titles = " ".join((root.heading, *(scheme.name for scheme in schemes)))
    for node, figure in figures(root):
        near = f"{node.heading} {figure.alt} {titles}"
        if schemes or NEED_CONTEXT.search(near):
            yield Doubt(f"An image stands here and was not read{_alt(figure.alt)}. Check it for levels.", node.path)
    for one in schemes:
        if len(one.levels) == 1:
            yield Doubt(
                f"Only one level was found: {_shown(one)}. Others may stand on other pages.", one.levels[0].place.path
            )
        yield from _gaps(one)
        for level in one.levels:
            if not level.descriptors and not level.summary:
                yield Doubt(f"Nothing was found under {level.label or level.name}.", level.place.path)
    if len(schemes) > 1:
        yield Doubt("This page prints more than one set of levels. Check which area each is for.", ())


def _gaps(one: LevelScheme) -> Iterator[Doubt]:
    numbers = sorted({number for level in one.levels if (title := title_of(level.label)) for number in title.numbers})
    missing = [str(number) for number in range(numbers[0], numbers[-1]) if number not in numbers] if numbers else []
    if missing:
        yield Doubt(f"The numbers of the levels have a gap: {', '.join(missing)} not found.", one.levels[0].place.path)


def _shown(one: LevelScheme) -> str:
    return one.levels[0].label or one.levels[0].name


def _alt(alt: str) -> str:
    return f' ("{sentences(alt)[0]}")' if alt.strip() else ""
