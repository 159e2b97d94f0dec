"""Chapters of any shape, made of words that levels and lists are told in, for property tests."""

from hypothesis import Phase
from hypothesis import strategies as st

from knowledge.manual import Block, Bullets, Cell, Chapter, Figure, Item, Paragraph, Section, Table

# A failing chapter is large: explaining it takes minutes, shrinking it does not.
PHASES = (Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink)

_TELLING = [
    "Level 1", "Level 2: Early Help", "Levels 3 and 4", "Tier II – Targeted", "Universal", "Child protection", "Green - Universal",
    "Level of need", "1", "2", "Health", "Signs include: a; b; and c. Then stop.", "Warning signs", "Physical:", "Protective factors",
    "You should:", "What have you seen?", "When you call, have ready:", "Recommendations", "• One • Two", "- item", "Level 1 to 4",
    "Threshold of need", "Stage 2: Managers meet", ":", ";;;", "", " ", "Level 0", "Level 9", "E.g. this. That! No?",
]  # fmt: skip
WORDS = st.one_of(st.sampled_from(_TELLING), st.text(max_size=40)).map(lambda text: " ".join(text.split()))


def _paragraphs() -> st.SearchStrategy[Paragraph]:
    return st.builds(
        lambda text, labelled, number: Paragraph(
            text, number=number, label=text[: len(text) // 2] if labelled else text
        ),
        WORDS,
        st.booleans(),
        st.sampled_from(["", "4.2"]),
    ) | st.builds(Paragraph, WORDS)


def _deeper(inner: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    blocks = st.lists(inner, max_size=3).map(tuple)
    items = st.builds(Item, WORDS, blocks=blocks)
    cells = st.builds(Cell, blocks, header=st.booleans())
    rows = st.lists(st.lists(cells, max_size=4).map(tuple), max_size=4).map(tuple)
    return st.builds(Bullets, st.lists(items, max_size=4).map(tuple)) | st.builds(Table, rows, WORDS)


BLOCKS: st.SearchStrategy[Block] = st.recursive(_paragraphs() | st.builds(Figure, WORDS), _deeper, max_leaves=8)


def _sections(inner: st.SearchStrategy[Section]) -> st.SearchStrategy[Section]:
    blocks = st.lists(BLOCKS, max_size=4).map(tuple)
    return st.builds(Section, WORDS, st.integers(1, 4), blocks, st.lists(inner, max_size=3).map(tuple))


SECTIONS = st.recursive(
    st.builds(Section, WORDS, st.just(1), st.lists(BLOCKS, max_size=5).map(tuple)), _sections, max_leaves=5
)
CHAPTERS = st.builds(Chapter, st.just("slug"), WORDS, st.lists(SECTIONS, max_size=4).map(tuple))
