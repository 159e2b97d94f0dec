"""A ladder before it is read closely: which lines of the chapter make which stage."""

from dataclasses import dataclass, field
from functools import cached_property

from knowledge.ladders.clocks import clocks_in
from knowledge.ladders.fields import Field
from knowledge.ladders.lines import Line


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one stage and what they say. `text` is an exact run of `line`'s text; `case` is the head of a column that
    says for which cases its limits are ("Urgent"), where a table has several columns of limits."""

    text: str
    line: Line
    field: Field = Field.TEXT
    case: str = ""


@dataclass(frozen=True)  # without slots, so that what is worked out of it is kept
class Sketch:
    """One stage: its label and name as printed, its pieces, and in `aside` what a summary elsewhere says of it.

    `another` says that it is a further form of the stage printed just before it, such as another area's.
    `number` and `letter` are those of the label (None where it has none); `head` is the line that begins the stage, and
    `said` all words of its head.
    """

    label: str
    name: str
    number: int | None
    letter: str
    head: Line
    said: str
    pieces: tuple[Piece, ...] = ()
    aside: tuple[Piece, ...] = ()
    another: bool = False

    @cached_property
    def words(self) -> str:
        """All words of the stage."""
        return " ".join([self.said, *(piece.text for piece in self.pieces)])

    @property
    def place(self) -> tuple[int, str]:
        """What tells one stage of a ladder from another."""
        return (self.number if self.number is not None else -1, self.letter)

    @cached_property
    def timed(self) -> frozenset[str]:
        """Every limit in its name and its pieces, as "5.0 working days"."""
        texts = (self.name, *(piece.text for piece in self.pieces))
        return frozenset(f"{clock.value} {clock.unit}" for text in texts for clock in clocks_in(text, timescale=True))


@dataclass(frozen=True)  # without slots, as above
class Draft:
    """A sequence of stages found in one form. `root` is the heading path they share; `lines` the positions in the
    chapter's stream that belong to stages; `word` what its stages are called ("" where they have no label)."""

    sketches: tuple[Sketch, ...]
    root: tuple[str, ...]
    start: int
    end: int
    word: str = ""
    lines: frozenset[int] = field(default_factory=frozenset)
    spoken_of: bool = False  # its stages are only the subjects of sentences ("Stage 1 is a discussion ...")

    @cached_property
    def places(self) -> frozenset[tuple[int, str]]:
        """What tells its stages apart."""
        return frozenset(sketch.place for sketch in self.sketches)

    @cached_property
    def words(self) -> str:
        """All words of its stages."""
        return " ".join(sketch.words for sketch in self.sketches)

    @property
    def names(self) -> tuple[str, ...]:
        """What each stage's head says besides its label."""
        return tuple(sketch.name for sketch in self.sketches if sketch.name)
