"""Makes the demonstration manual's PDF and Word document from the plain text in `documents/`.

    python training_data/manual/build_documents.py [folder]

Each source opens with `name: value` lines (title, banner, publisher, dated), then a blank line, then
the text: `# ` and `## ` open headings, `- ` list items, `| a | b |` table rows (the first is the heading
row), `caption: ` names the table that follows, and any other line is a paragraph. The same source always
gives the same text; the files carry a fixed date, so that a rebuild does not look like a change.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.table import _Row
from fpdf import FPDF
from fpdf.enums import XPos, YPos

SOURCES = Path(__file__).parent / "documents"
BUILT = Path(__file__).parent / "exampleshire" / "documents"
MADE_ON = datetime(2026, 11, 22, tzinfo=UTC)  # stands in the files' properties; not the clock's


@dataclass(frozen=True, slots=True)
class Part:
    """One thing to print: a heading, subheading, paragraph, item or table. `rows` is for tables only."""

    kind: str
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """A document's front lines and its parts in order."""

    title: str
    banner: str
    publisher: str
    dated: str
    parts: tuple[Part, ...]


class SourceUnreadable(ValueError):
    """A source lacks one of its front lines. The message names the file and the line."""


def read(path: Path) -> Source:
    """The document written in `path`. Raises SourceUnreadable where a front line is missing."""
    front_text, _, text = path.read_text(encoding="utf-8").partition("\n\n")
    front = dict(line.split(": ", 1) for line in front_text.splitlines())
    missing = [name for name in ("title", "banner", "publisher", "dated") if name not in front]
    if missing:
        message = f"{path.name} has no line '{missing[0]}: ...' at its top. Add it and build again."
        raise SourceUnreadable(message)
    parts = tuple(_parts([line for line in text.splitlines() if line.strip()]))
    return Source(front["title"], front["banner"], front["publisher"], front["dated"], parts)


def _parts(lines: list[str]) -> Iterator[Part]:
    caption, rows = "", []
    for line in [*lines, ""]:
        if line.startswith("|"):
            rows.append(tuple(cell.strip() for cell in line.strip("| ").split("|")))
            continue
        if rows:
            yield Part("table", caption, tuple(rows))
            caption, rows = "", []
        if line.startswith("caption: "):
            caption = line.removeprefix("caption: ")
        elif line:
            yield _line(line)


def _line(line: str) -> Part:
    for mark, kind in (("## ", "subheading"), ("# ", "heading"), ("- ", "item")):
        if line.startswith(mark):
            return Part(kind, line.removeprefix(mark))
    return Part("paragraph", line)


# --- PDF -----------------------------------------------------------------------------------------


class _Pages(FPDF):
    """Prints the banner at the top of every page and the page number at its foot."""

    def __init__(self, source: Source) -> None:
        super().__init__(format="A4")
        self.source = source
        self.set_creation_date(MADE_ON)
        self.set_title(source.title)
        self.set_author(source.publisher)
        self.set_lang("en-GB")
        self.set_margin(20)
        self.set_auto_page_break(auto=True, margin=22)

    def header(self) -> None:
        """The banner, boxed."""
        self.set_font("Helvetica", "B", 9)
        self.multi_cell(0, 7, self.source.banner, border=1, align="C", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
        self.ln(4)

    def footer(self) -> None:
        """The publisher and the page's number."""
        self.set_y(-15)
        self.set_font("Helvetica", "", 8)
        self.cell(0, 6, f"{self.source.publisher}. Page {self.page_no()}", align="C")

    def say(self, text: str, size: float, style: str = "", *, after: float = 2, indent: float = 0) -> None:
        """A block of text in `size` points, with `after` mm below it and `indent` mm before it."""
        self.set_font("Helvetica", style, size)
        self.set_x(self.l_margin + indent)
        self.multi_cell(0, size * 0.5, text, align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
        self.ln(after)


def write_pdf(source: Source, path: Path) -> None:
    """Writes `source` to `path` as a PDF with a text layer and an outline of its headings."""
    pages = _Pages(source)
    pages.add_page()
    pages.say(source.title, 20, "B")
    pages.say(source.publisher, 11, after=0)
    pages.say(source.dated, 11, after=4)
    for part in source.parts:
        _print(pages, part)
    pages.output(str(path))


def _print(pages: _Pages, part: Part) -> None:
    match part.kind:
        case "heading":
            pages.ln(2)
            pages.start_section(part.text)
            pages.say(part.text, 15, "B")
        case "subheading":
            pages.start_section(part.text, level=1)
            pages.say(part.text, 12, "B", after=1)
        case "item":
            pages.say(f"\u00b7 {part.text}", 11, after=1, indent=4)
        case "table":
            _print_table(pages, part)
        case _:
            pages.say(part.text, 11)


def _print_table(pages: _Pages, part: Part) -> None:
    if part.text:
        pages.say(part.text, 11, "B", after=1)
    pages.set_font("Helvetica", "", 9.5)
    with pages.table(line_height=5, text_align="LEFT", v_align="TOP", padding=1) as table:
        for row in part.rows:
            table.row(row)
    pages.ln(4)


# --- Word ----------------------------------------------------------------------------------------


def write_docx(source: Source, path: Path) -> None:
    """Writes `source` to `path` as a Word document with real heading styles, lists and tables."""
    document = Document()
    properties = document.core_properties
    properties.title, properties.author, properties.language = source.title, source.publisher, "en-GB"
    properties.created = properties.modified = MADE_ON.replace(tzinfo=None)
    document.sections[0].header.paragraphs[0].text = source.banner
    document.add_heading(source.title, level=0)
    document.add_paragraph().add_run(source.banner).bold = True
    document.add_paragraph(source.publisher)
    document.add_paragraph(source.dated)
    for part in source.parts:
        match part.kind:
            case "heading":
                document.add_heading(part.text, level=1)
            case "subheading":
                document.add_heading(part.text, level=2)
            case "item":
                document.add_paragraph(part.text, style="List Bullet")
            case "table":
                _add_table(document, part)
            case _:
                document.add_paragraph(part.text)
    document.save(str(path))


def _add_table(document: Document, part: Part) -> None:
    if part.text:
        document.add_paragraph(part.text, style="Caption")
    table = document.add_table(rows=0, cols=len(part.rows[0]), style="Table Grid")
    for number, words in enumerate(part.rows):
        row = table.add_row()
        for cell, text in zip(row.cells, words, strict=True):
            cell.text = ""
            cell.paragraphs[0].add_run(text).bold = number == 0 or None
        if number == 0:
            _repeat_as_heading(row)


def _repeat_as_heading(row: _Row) -> None:
    """Marks `row` as the table's heading row, which screen readers announce."""
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)


def build(folder: Path) -> tuple[Path, Path]:
    """Makes both documents in `folder` and gives their paths, PDF first."""
    folder.mkdir(parents=True, exist_ok=True)
    pdf, word = folder / "neglect_screening_guide.pdf", folder / "chronology_guide.docx"
    write_pdf(read(SOURCES / "neglect_screening_guide.txt"), pdf)
    write_docx(read(SOURCES / "chronology_guide.txt"), word)
    return pdf, word


if __name__ == "__main__":
    for made in build(Path(sys.argv[1]) if len(sys.argv) > 1 else BUILT):
        sys.stdout.write(f"Made {made.name}\n")
