"""No words are lost between chapter and passages, and none doubled, whatever the chapter is made of."""

from collections import Counter
from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.manual import (
    Block,
    Bullets,
    Cell,
    Chapter,
    Figure,
    Item,
    Manual,
    Paragraph,
    Section,
    Table,
    block_texts,
)
from knowledge.passages import cut

MANUAL = Manual("m", "M")

_WORD = st.sampled_from(
    [
        "The",
        "worker",
        "must",
        "within",
        "2",
        "working",
        "days",
        "unless",
        "danger.",
        "However",
        "record:",
        "child’s",
    ]
)
_SHORT = st.lists(_WORD, min_size=1, max_size=12).map(" ".join)
_LONG = st.integers(1, 700).map(lambda size: " ".join(f"w{n}." if n % 17 == 0 else f"w{n}" for n in range(size)))
_TEXT = st.one_of(_SHORT, _SHORT, _SHORT, _LONG)
_PARAGRAPHS = st.builds(Paragraph, text=_TEXT, number=st.sampled_from(["", "", "4.1"]))


def _items(blocks: st.SearchStrategy[Block]) -> st.SearchStrategy[Item]:
    inner = st.lists(blocks, max_size=2).map(tuple)
    return st.builds(Item, text=st.one_of(st.just(""), _TEXT), marker=st.just("a)"), blocks=inner)


@st.composite
def _tables(draw: st.DrawFn, blocks: st.SearchStrategy[Block]) -> Table:
    """A table in which some cells span columns and rows: the same object in each place."""
    width, height = draw(st.integers(1, 4)), draw(st.integers(1, 5))
    rows: list[list[Cell]] = []
    for down in range(height):
        row: list[Cell] = []
        for across in range(width):
            choice = draw(st.sampled_from(["new", "new", "left", "above"]))
            if choice == "left" and across:
                row.append(row[-1])
            elif choice == "above" and down:
                row.append(rows[-1][across])
            else:
                row.append(Cell(tuple(draw(st.lists(blocks, max_size=2))), draw(st.booleans())))
        rows.append(row)
    return Table(tuple(map(tuple, rows)), draw(st.one_of(st.just(""), _SHORT)))


_BLOCKS: st.SearchStrategy[Block] = st.recursive(
    st.one_of(_PARAGRAPHS, _SHORT.map(Figure)),
    lambda inner: st.one_of(st.lists(_items(inner), min_size=1, max_size=8).map(tuple).map(Bullets), _tables(inner)),
    max_leaves=12,
)
_HEADINGS = st.sampled_from(["", "Stage 1", "Stage 2", "Stage 1?", "Record", "!"])
_SECTIONS = st.recursive(
    st.builds(Section, heading=_HEADINGS, level=st.just(1), blocks=st.lists(_BLOCKS, max_size=4).map(tuple)),
    lambda inner: st.builds(
        Section,
        heading=_HEADINGS,
        level=st.just(1),
        blocks=st.lists(_BLOCKS, max_size=4).map(tuple),
        sections=st.lists(inner, max_size=3).map(tuple),
    ),
    max_leaves=5,
)
_CHAPTERS = st.lists(_SECTIONS, max_size=3).map(
    lambda sections: Chapter("c", "C", tuple(sections), url="https://m.example/c")
)


def _printed(chapter: Chapter) -> list[str]:
    return [w for _, one in chapter.walk() for block in one.blocks for text in block_texts(block) for w in text.split()]


def _cut_words(chapter: Chapter) -> list[str]:
    return [word for passage in cut(chapter, MANUAL) for word in passage.text.split() if word != "|"]


@settings(max_examples=100, deadline=None)
@given(_CHAPTERS)
def test_no_words_lost_and_none_doubled(chapter: Chapter) -> None:
    """The words of all passages, one after the other, are the words of the chapter's blocks."""
    assert Counter(_cut_words(chapter)) == Counter(_printed(chapter))
    assert _cut_words(chapter) == _printed(chapter)


@settings(max_examples=100, deadline=None)
@given(_CHAPTERS)
def test_ids_are_unique_and_stable(chapter: Chapter) -> None:
    """Each id is given once, and the same chapter gives the same passages."""
    passages = cut(chapter, MANUAL)
    assert len({passage.id for passage in passages}) == len(passages)
    assert passages == cut(chapter, MANUAL)
    assert all(passage.text for passage in passages)


@settings(max_examples=100, deadline=None)
@given(_CHAPTERS)
def test_each_text_can_be_quoted(chapter: Chapter) -> None:
    """Each paragraph and item not too long to be parted is an exact substring of one passage."""
    told = [passage.text for passage in cut(chapter, MANUAL)]
    for text in _quotable(chapter):
        assert any(text in one for one in told)


def _quotable(chapter: Chapter) -> Iterator[str]:
    for _, section in chapter.walk():
        for block in section.blocks:
            yield from (text for text in block_texts(block) if len(text.split()) <= 400)


@settings(max_examples=50, deadline=None)
@given(_CHAPTERS, st.lists(_BLOCKS, min_size=1, max_size=3))
def test_a_new_section_leaves_other_ids(chapter: Chapter, blocks: list[Block]) -> None:
    """A section with a heading of its own, put first, takes no id away."""
    new = Section("Something quite new", 1, tuple(blocks))
    grown = Chapter("c", "C", (new, *chapter.sections), url=chapter.url)
    assert {p.id for p in cut(chapter, MANUAL)} <= {p.id for p in cut(grown, MANUAL)}
