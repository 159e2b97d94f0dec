"""A Word document's body as a flow: headings, numbered and listed paragraphs, tables."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from scraper.parse.docx.names import child, children, local, number, switched, value
from scraper.parse.docx.numbering import Mark, Numbering
from scraper.parse.docx.runs import ParagraphReader
from scraper.parse.docx.styles import Style, Styles
from scraper.parse.lines import split_lines
from scraper.parse.printed import Flow, Grid, Heading, Line, Printed, Slot
from scraper.parse.words import count

MOST_CELLS = 40_000
_DEEPEST = 12  # tables and text boxes inside each other
_INDENT = 20  # how far apart two list levels are set, in the units that lists are nested by
_TOO_LARGE = "A table in this document is larger than Signpost reads; the rows after its row {row} were left out."


@dataclass(slots=True)
class Body:
    """Reads a document's body, counting its numbers as it goes."""

    styles: Styles
    numbering: Numbering
    links: dict[str, str]
    title: str = ""
    hidden: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    cells: int = 0

    def flow(self, holder: Element, depth: int = 0, *, shaded: bool = False) -> Flow:
        """What `holder` (the body, a cell, a text box) prints."""
        return tuple(self._items(holder, depth, shaded))

    def _items(self, holder: Element, depth: int, shaded: bool) -> Iterator[Printed]:
        for one in holder:
            match local(one):
                case "p":
                    yield from self._paragraph(one, depth, shaded)
                case "tbl" if depth < _DEEPEST:
                    grid = self._table(one, depth)
                    if grid.rows:
                        yield grid
                case "sdt" if not _is_contents(one):
                    content = child(one, "sdtContent")
                    if content is not None:
                        yield from self._items(content, depth, shaded)
                case "ins" | "moveTo" | "customXml" | "smartTag":
                    yield from self._items(one, depth, shaded)

    def _paragraph(self, element: Element, depth: int, shaded: bool) -> Iterator[Printed]:
        properties = child(element, "pPr")
        style = self.styles.get(value(child(properties, "pStyle")))
        if style.is_contents:
            return
        ground = value(child(properties, "shd"), "fill").lower()
        reader = ParagraphReader(self.styles, self.links, shaded or ground not in {"", "auto", "ffffff"}, self.hidden)
        reader.read(element, style)
        yield from self._lines(reader, properties, style)
        yield from reader.pictures
        if depth < _DEEPEST:
            for box in reader.boxes:
                yield from self._items(box, depth + 1, True)

    def _lines(self, reader: ParagraphReader, properties: Element | None, style: Style) -> Iterator[Printed]:
        lines = list(split_lines(reader.runs))
        if not lines:
            return
        if style.is_title and not self.title:
            self.title = " ".join(line.text for line in lines)
            return
        level = _outline(properties) or style.level
        mark = self._mark(properties, style)
        if level:
            runs = tuple(run for line in lines for run in line.runs)
            heading = Line(runs, number=_number(mark) if mark and not mark.bullet else "")
            yield Heading(heading, (level * 10,))
            return
        first, *rest = lines
        yield _marked(replace(first, big=self._is_big(style)), mark)
        yield from rest

    def _is_big(self, style: Style) -> bool:
        return style.size >= self.styles.body_size + 4

    def _mark(self, properties: Element | None, style: Style) -> Mark | None:
        own = child(properties, "numPr")
        num_id = value(child(own, "numId")) or style.num_id
        depth = number(child(own, "ilvl"), default=style.num_level)
        mark = self.numbering.mark(num_id, depth) if num_id else None
        return replace(mark, depth=max(mark.depth, style.list_depth)) if mark else None

    # --- tables ---------------------------------------------------------------------------------

    def _table(self, table: Element, depth: int) -> Grid:
        style = self.styles.get(value(child(table, "tblPr", "tblStyle")))
        rows: list[tuple[Slot, ...]] = []
        above: list[Slot] = []
        for at, row in enumerate(_rows(table)):
            if self.cells > MOST_CELLS:
                self.warnings.append(_TOO_LARGE.format(row=at))
                break
            heads = bool(switched(child(row, "trPr"), "tblHeader")) or (at == 0 and style.heads_first_row)
            above = self._row(row, above, depth, heads, bool(style.name) and style.name != "Table Grid")
            self.cells += len(above)
            rows.append(tuple(above))
        width = max((len(row) for row in rows), default=0)
        return Grid(tuple((*row, *(Slot(()) for _ in range(width - len(row)))) for row in rows))

    def _row(self, row: Element, above: list[Slot], depth: int, heads: bool, styled: bool) -> list[Slot]:
        line: list[Slot] = [Slot(())] * number(child(row, "trPr", "gridBefore"))
        for cell in _cells(row):
            properties = child(cell, "tcPr")
            merged = child(properties, "vMerge")
            if merged is not None and value(merged) != "restart" and len(line) < len(above):
                slot = above[len(line)]
            else:
                ground = value(child(properties, "shd"), "fill").lower()
                shaded = styled or ground not in {"", "auto", "ffffff"}
                slot = Slot(self.flow(cell, depth + 1, shaded=shaded), heads)
            line.extend([slot] * max(1, min(number(child(properties, "gridSpan"), default=1), 60)))
        return line


def _rows(table: Element) -> Iterator[Element]:
    for one in table:
        if local(one) == "tr":
            yield one
        elif local(one) in {"sdt", "ins", "customXml"}:
            holder = child(one, "sdtContent") if local(one) == "sdt" else one
            yield from children(holder, "tr")


def _cells(row: Element) -> Iterator[Element]:
    for one in row:
        if local(one) == "tc":
            yield one
        elif local(one) == "sdt":
            yield from children(child(one, "sdtContent"), "tc")


def _is_contents(sdt: Element) -> bool:
    return "table of contents" in value(child(sdt, "sdtPr", "docPartObj", "docPartGallery")).lower()


def _outline(properties: Element | None) -> int:
    level = number(child(properties, "outlineLvl"), default=9)
    return level + 1 if level < 9 else 0


def _marked(line: Line, mark: Mark | None) -> Line:
    """The line with what Word prints before it: a bullet or letter makes it an item, "4.1" a numbered
    paragraph.
    """
    if mark is None:
        return line
    indent = float(_INDENT * mark.depth)
    if mark.bullet:
        return replace(line, marker="•", indent=indent)
    titled = line.is_bold and count(line.text) <= 14
    if mark.decimal and (mark.levels > 1 or titled):
        return replace(line, number=_number(mark))
    return replace(line, marker=mark.text, indent=indent)


def _number(mark: Mark) -> str:
    """A printed number without its stop ("4.1." is "4.1"); "" where Word prints words, such as "Stage 1"."""
    text = mark.text.rstrip(".): ").strip("( ")
    return text if text[:1].isdigit() else ""
