"""A page's tree as a flow of printed things: headings, lines with their bold and linked words, lists, tables."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from scraper.parse.html.accordions import HEADING, PANEL
from scraper.parse.html.definitions import defined, is_long, pairs_of
from scraper.parse.html.furniture import is_move
from scraper.parse.html.grids import expand
from scraper.parse.html.items import entries_of
from scraper.parse.html.links import address_of, protected_address
from scraper.parse.html.manner import HEADINGS, Manner, is_struck, level_of, manner_of
from scraper.parse.html.nodes import Node
from scraper.parse.html.styles import Styles
from scraper.parse.lines import split_lines
from scraper.parse.numbers import NUMBER_ALONE
from scraper.parse.printed import (
    Close,
    Entry,
    Flow,
    Grid,
    Heading,
    Line,
    Listing,
    Picture,
    Printed,
    Rank,
    Run,
    Slot,
)
from scraper.parse.words import BREAK, fold

_INLINE = frozenset(
    (
        *(
            "a",
            "abbr",
            "acronym",
            "b",
            "bdi",
            "bdo",
            "big",
            "cite",
            "code",
            "data",
            "del",
            "dfn",
            "em",
            "font",
            "i",
        ),
        *(
            "ins",
            "kbd",
            "label",
            "mark",
            "q",
            "s",
            "samp",
            "small",
            "span",
            "strike",
            "strong",
            "sub",
            "sup",
            "time",
        ),
        *("tt", "u", "var", "wbr", "nobr", "ruby", "rt", "rp", "output"),
    )
)
_STRUCK = "Words that are struck out were left out: “{words}”. Check that the rest reads as it is meant."
_SEPARATORS = re.compile(r"[\s|/·•–—_<>«»‹›=~*.,:;-]*")  # what is left of a row of links that were taken out
_SKIPPED = frozenset({"script", "style", "template", "colgroup", "col", "source", "track", "param"})
_SMALL_PICTURE = 40  # pixels; smaller ones are icons


@dataclass(slots=True)
class Walker:
    """Reads one page. `url` makes links absolute; `styles` are the page's own; `warnings` grow while reading."""

    url: str
    styles: Styles
    warnings: list[str] = field(default_factory=list)
    cells: int = 0

    def flow(self, node: Node, scope: Rank = (), level: int = 0) -> Flow:
        """What is printed below `node`. `scope` is the rank of the panel it stands in, `level` its last
        heading's.
        """
        teller = _Teller(self, scope, level)
        teller.read(node, Manner())
        teller.flush()
        return tuple(teller.flow)


@dataclass(slots=True)
class _Teller:
    """Tells one stretch of a page (the whole, an item, a cell) as a flow."""

    walker: Walker
    scope: Rank
    level: int
    flow: list[Printed] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    anchor: str = ""
    sizes: list[bool] = field(default_factory=list)

    def read(self, node: Node, manner: Manner) -> None:
        """Read all children of `node`."""
        for child in node.children:
            if isinstance(child, str):
                self.say(child, manner)
            else:
                self.element(child, manner)

    def say(self, text: str, manner: Manner) -> None:
        """Add words to the line being printed."""
        if manner.preformatted:
            text = text.replace("\r\n", "\n").replace("\n", BREAK)
        if text.strip():
            self.sizes.append(manner.big)
        self.runs.append(Run(text, manner.bold, manner.marked, manner.underlined, manner.href))

    def element(self, node: Node, manner: Manner) -> None:
        """Read one element."""
        tag = node.tag
        if tag in _SKIPPED or (tag == "button" and not _holds_blocks(node)):
            return
        if tag == "br":
            self.runs.append(Run(BREAK))
        elif tag == "img":
            self.picture(node)
        elif tag in HEADINGS or tag == HEADING or node.get("role") == "heading":
            self.heading(node)
        elif is_struck(node, self.walker.styles.of(node)):
            words = " ".join(fold(node.text()).split()[:12])
            if words:
                self.walker.warnings.append(_STRUCK.format(words=words))
        elif tag in _INLINE:
            self.inline(node, manner)
        else:
            self.flush()
            self.block(node, manner_of(node, manner, self.walker.styles.of(node)))
            self.flush()

    def block(self, node: Node, manner: Manner) -> None:
        """Read an element that begins a new line."""
        special = _BLOCKS.get(node.tag)
        if special:
            special(self, node, manner)
            return
        if node.get("role") == "list" and node.tag == "div":
            pass
        identity = node.get("id")
        if identity and not self.anchor:
            self.anchor = identity
        self.read(node, manner)

    def inline(self, node: Node, manner: Manner) -> None:
        """Read an element within a line."""
        if node.tag == "a":
            self.link(node, manner)
            return
        told = manner_of(node, manner, self.walker.styles.of(node))
        if self.walker.styles.of(node).get("display") == "block" and node.tag == "span":
            self.runs.append(Run(BREAK))
            self.read(node, told)
            self.runs.append(Run(BREAK))
            return
        self.read(node, told)

    def link(self, node: Node, manner: Manner) -> None:
        """Read a link, or a named place in the page."""
        name = node.get("name") or node.get("id")
        if name and not node.has("href"):
            self.anchor = name
        hidden = protected_address(node)
        href = address_of(node.get("href"), self.walker.url)
        if hidden:
            self.say(hidden, replace(manner, href=f"mailto:{hidden}"))
            return
        self.read(node, replace(manner_of(node, manner, self.walker.styles.of(node)), href=href))

    def flush(self) -> None:
        """End the line being printed."""
        if self.runs:
            lines = split_lines(tuple(self.runs))
            big = bool(self.sizes) and all(self.sizes)
            for line in lines:
                if _SEPARATORS.fullmatch(line.text):
                    continue
                self.flow.append(replace(line, anchor=self.anchor, big=big))
                self.anchor = ""
        self.flow.extend(self.pictures)
        self.runs, self.pictures, self.sizes = [], [], []

    # --- elements with a shape of their own -----------------------------------------------------

    def picture(self, node: Node) -> None:
        """Note an image, unless it is an icon or only moves about the site."""
        alt = fold(node.get("alt") or node.get("title"))
        sizes = [node.get(side).rstrip("px") for side in ("width", "height")]
        if any(size.isdigit() and int(size) <= _SMALL_PICTURE for size in sizes) or is_move(alt):
            return
        if node.get("role") in {"presentation", "none"} and not alt:
            return
        self.pictures.append(Picture(alt, address_of(node.get("src"), self.walker.url)))

    def heading(self, node: Node) -> None:
        """Read a heading; an image in it follows it, and what only lays it out is looked through."""
        self.flush()
        level = level_of(node)
        inner = _Teller(self.walker, self.scope, self.level)
        _part_number(node)
        inner.read(node, Manner())
        inner.flush()
        lines = [item for item in inner.flow if isinstance(item, Line)]
        runs = tuple(run for line in lines for run in (*line.runs, Run(" ")))
        anchor = node.get("id") or inner.anchor or next((line.anchor for line in lines if line.anchor), "")
        line = Line(runs, anchor=anchor or self.anchor)
        self.anchor = ""
        if line.text:
            self.level = level or self.level
            rank = (*self.scope, level * 10) if level else self.scope
            self.flow.append(Heading(line, rank))
        self.flow.extend(item for item in inner.flow if not isinstance(item, Line))

    def panel(self, node: Node, _: Manner) -> None:
        """Read what an accordion's button opens: its heading, then all that ends with it."""
        scope = (*self.scope, self.level * 10, 5) if self.level else (*self.scope, 5)
        self.flow.extend(self.walker.flow(node, scope))
        self.flow.append(Close(scope))

    def listing(self, node: Node, _: Manner) -> None:
        """Read a list; one whose items hold headings only lays the page out."""
        ordered = node.tag == "ol"
        entries = []
        for marker, item in entries_of(node, self.walker.styles):
            flow = self.walker.flow(item, self.scope, self.level)
            if any(one for one in flow):
                entries.append(Entry(flow, marker))
        if any(isinstance(one, Heading | Close) for entry in entries for one in entry.flow):
            for entry in entries:
                self.flow.extend(entry.flow)
        elif entries:
            self.flow.append(Listing(tuple(entries), ordered))

    def definitions(self, node: Node, _: Manner) -> None:
        """Read a definition list: short definitions as labelled items, long ones as headings with what they
        head.
        """
        pairs = pairs_of(node)
        read = [
            (self._line(terms), [*map(self._beside_line, terms), *(self.walker.flow(one) for one in told)])
            for terms, told in pairs
        ]
        if any(is_long(flows) for _, flows in read):
            for term, flows in read:
                rank = (*self.scope, self.level * 10, 5) if self.level else (*self.scope, 5)
                self.flow.append(Heading(term, rank))
                self.flow.extend(item for flow in flows for item in flow)
                self.flow.append(Close(rank))
            return
        entries = [defined(term, flows) for term, flows in read if term.text or flows]
        if entries:
            self.flow.append(Listing(tuple(entries)))

    def _line(self, terms: Sequence[Node]) -> Line:
        runs: list[Run] = []
        anchors = [term.get("id") for term in terms]
        for term in terms:
            for item in self.walker.flow(term):
                line = item.line if isinstance(item, Heading) else item
                if isinstance(line, Line):
                    runs.extend((*line.runs, Run(" ")))
                    anchors.append(line.anchor)
        anchor = next((name for name in anchors if name), "")
        return Line(tuple(runs), anchor=anchor)

    def _beside_line(self, node: Node) -> Flow:
        """What a term or caption holds that is no line of words: a list, a picture."""
        return tuple(one for one in self.walker.flow(node) if not isinstance(one, Line | Heading))

    def table(self, node: Node, _: Manner) -> None:
        """Read a table."""

        def slot(cell: Node, header: bool) -> Slot:
            flow = self.walker.flow(cell, self.scope, self.level)
            return Slot(flow or _dash_alone(cell), header)

        rows, caption, cut = expand(node, slot, self.walker.cells)
        self.walker.cells += sum(len(row) for row in rows)
        if cut:
            self.walker.warnings.append(cut)
        told = self._line([caption]) if caption is not None else None
        if caption is not None:
            self.flow.extend(self._beside_line(caption))
        if told and caption is not None and not told.anchor:
            told = replace(told, anchor=node.get("id"))
        if rows:
            self.flow.append(Grid(rows, told, node.get("role") in {"presentation", "none"}))
        elif told and told.text:
            self.flow.append(told)

    def stray(self, node: Node, manner: Manner) -> None:
        """Read a list item that stands outside any list."""
        flow = self.walker.flow(node, self.scope, self.level)
        if any(isinstance(one, Heading | Close) for one in flow):
            self.flow.extend(flow)
        elif flow:
            self.flow.append(Listing((Entry(flow),)))

    def nothing(self, node: Node, _: Manner) -> None:
        """A rule across the page prints no words."""


_BLOCKS: dict[str, Callable[[_Teller, Node, Manner], None]] = {
    PANEL: _Teller.panel,
    "ul": _Teller.listing,
    "ol": _Teller.listing,
    "menu": _Teller.listing,
    "dir": _Teller.listing,
    "dl": _Teller.definitions,
    "table": _Teller.table,
    "li": _Teller.stray,
    "hr": _Teller.nothing,
}


def _dash_alone(cell: Node) -> Flow:
    """The dash of a cell that prints nothing else: it says that there is none, and keeps the columns apart."""
    text = fold(cell.text())
    return (Line((Run(text),)),) if text in {"-", "–", "—"} else ()


def _holds_blocks(node: Node) -> bool:
    """Whether a button swallowed what comes after it, by never being closed."""
    return any(one.tag in {"p", "ul", "ol", "table", "h2", "h3", "h4"} for one in node.walk())


def _part_number(heading: Node) -> None:
    """Set a number that stands in an element of its own apart from the words after it."""
    first = next((one for one in heading.children if not isinstance(one, str) or one.strip()), None)
    if isinstance(first, Node) and NUMBER_ALONE.fullmatch(fold(first.text())):
        first.append(" ")
