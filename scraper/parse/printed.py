"""What a reader of one format hands over: the page as a flow of printed things, before it is understood.

HTML, PDF, DOCX and text readers each say only what they can see (these words are bold, this is a cell). Which
bold line works as a heading, which table is only for layout and which lines are a list is decided once, for
all of them, in `outline`, so that a PDF and a web page that say the same thing are read the same way."""

from dataclasses import dataclass, replace

from scraper.parse.words import fold

Rank = tuple[int, ...]
"""How deep a heading stands: smaller is higher. A panel's inner headings carry the panel's rank as their
start.
"""


@dataclass(frozen=True, slots=True)
class Run:
    """Words printed in one manner. `href` is where they lead, "" where nowhere."""

    text: str
    bold: bool = False
    marked: bool = False  # underlined or italic: evidence of a run-in label
    underlined: bool = False  # evidence of a heading, where the whole line is
    href: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A printed paragraph. `number` and `marker` were printed apart from it (a layout column, Word's
    numbering).

    `big` is set where it is printed larger than the text around it; `plain` forbids reading it as a heading.
    """

    runs: tuple[Run, ...]
    anchor: str = ""
    number: str = ""
    marker: str = ""
    big: bool = False
    plain: bool = False
    indent: float = 0.0

    @property
    def text(self) -> str:
        """All words, white space folded."""
        return fold("".join(run.text for run in self.runs))

    @property
    def is_bold(self) -> bool:
        """Whether every printed character is bold."""
        return all(run.bold for run in self.runs if run.text.strip())

    @property
    def is_underlined(self) -> bool:
        """Whether every printed character is bold or underlined."""
        return all(run.bold or run.underlined for run in self.runs if run.text.strip())

    def without_start(self, length: int) -> "Line":
        """The line without the first `length` characters of its runs' joined raw text."""
        runs = []
        for run in self.runs:
            taken = min(length, len(run.text))
            length -= taken
            if run.text[taken:]:
                runs.append(replace(run, text=run.text[taken:]))
        return replace(self, runs=tuple(runs))


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading the format itself marks as one, or which the outline took for one (`real` is then false)."""

    line: Line
    rank: Rank
    real: bool = True


@dataclass(frozen=True, slots=True)
class Close:
    """The end of what stands under the heading of this rank (an accordion's panel): what follows is outside
    it.

    Where it is not `real`, its rank is relative to the real heading it stands under.
    """

    rank: Rank
    real: bool = True


@dataclass(frozen=True, slots=True)
class Entry:
    """One item of a list, with its marker as printed ("" for a bullet)."""

    flow: "tuple[Printed, ...]"
    marker: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """A list. `faked` lists were put together from lines that begin with a bullet or marker."""

    entries: tuple[Entry, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Slot:
    """A table cell. One spanning several places is the same object in each; compared by identity."""

    flow: "tuple[Printed, ...]"
    header: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with its spans expanded. `layout` says that the page itself declares it to be for layout."""

    rows: tuple[tuple[Slot, ...], ...]
    caption: Line | None = None
    layout: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """An image: its alternative text and address."""

    alt: str = ""
    href: str = ""


Printed = Line | Heading | Close | Listing | Grid | Picture
Flow = tuple[Printed, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a format's reader saw of a whole document.

    `title` is the document's own title ("" where it has none); `warnings` are for the procedures team.
    """

    flow: Flow
    title: str = ""
    warnings: tuple[str, ...] = ()


def has_words(flow: Flow) -> bool:
    """Whether anything in `flow` prints words."""
    return any(_prints(item) for item in flow)


def _prints(item: Printed) -> bool:
    match item:
        case Line():
            return bool(item.text)
        case Heading():
            return bool(item.line.text)
        case Listing():
            return any(has_words(entry.flow) for entry in item.entries)
        case Grid():
            return any(has_words(slot.flow) for row in item.rows for slot in row)
        case Picture():
            return bool(item.alt)
        case Close():
            return False
