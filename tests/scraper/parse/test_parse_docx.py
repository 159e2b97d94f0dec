"""Word documents: styles, counted numbers, lists, tables, hidden words, and packages that are not safe."""

import io
import zipfile
from collections.abc import Callable

import pytest
from docx import Document
from docx.document import Document as Made
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from knowledge.errors import ParseError
from knowledge.manual import Bullets, Chapter, Paragraph, Table, block_texts
from scraper.parse import parse

URL = "docs/policy.docx"


def made(write: Callable[[Made], None]) -> bytes:
    document = Document()
    write(document)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def read(write: Callable[[Made], None]) -> Chapter:
    return parse(made(write), url=URL)


def with_parts(content: bytes, parts: dict[str, bytes]) -> bytes:
    """The package with some parts replaced or added."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for entry in old.infolist():
            if entry.filename not in parts:
                new.writestr(entry, old.read(entry))
        for name, data in parts.items():
            new.writestr(name, data)
    return stream.getvalue()


def words(chapter: Chapter) -> str:
    return " ".join(text for _, section in chapter.walk() for block in section.blocks for text in block_texts(block))


def test_styles_lists_and_labels() -> None:
    """Heading styles nest, list styles are lists, bold lines head, a run-in label is told."""

    def write(document: Made) -> None:
        document.add_paragraph("Escalation policy", style="Title")
        document.add_paragraph("For all staff.")
        document.add_heading("1. Purpose", 1)
        document.add_paragraph("Why it matters.")
        document.add_heading("Stages", 1)
        document.add_heading("Stage 1", 2)
        document.add_paragraph("The worker must:")
        document.add_paragraph("talk", style="List Bullet")
        document.add_paragraph("such as by telephone", style="List Bullet 2")
        document.add_paragraph("write", style="List Bullet")
        document.add_paragraph().add_run("Stage 2").bold = True
        labelled = document.add_paragraph()
        labelled.add_run("Clock:").bold = True
        labelled.add_run(" 2 working days.")

    chapter = read(write)
    assert (chapter.title, chapter.slug) == ("Escalation policy", "policy")
    assert [(s.level, s.number, s.heading) for _, s in chapter.walk()] == [
        (1, "", ""),
        (1, "1", "Purpose"),
        (1, "", "Stages"),
        (2, "", "Stage 1"),
        (3, "", "Stage 2"),
    ]
    found = {section.heading: section for _, section in chapter.walk()}
    bullets = found["Stage 1"].blocks[1]
    assert isinstance(bullets, Bullets)
    assert next(item.text for item in bullets.items) == "talk"
    assert list(block_texts(bullets)) == ["talk", "such as by telephone", "write"]
    labelled = found["Stage 2"].blocks[0]
    assert isinstance(labelled, Paragraph)
    assert labelled.label == "Clock:"


def numbered(document: Made, formats: list[tuple[str, str]]) -> str:
    """Add a list definition with a format and text for each level; its id."""
    numbering = document.part.numbering_part.element
    abstract = OxmlElement("w:abstractNum")
    abstract.set(qn("w:abstractNumId"), "90")
    for depth, (kind, text) in enumerate(formats):
        level = OxmlElement("w:lvl")
        level.set(qn("w:ilvl"), str(depth))
        for name, value in (("w:start", "1"), ("w:numFmt", kind), ("w:lvlText", text)):
            one = OxmlElement(name)
            one.set(qn("w:val"), value)
            level.append(one)
        abstract.append(level)
    numbering.insert(0, abstract)
    num = OxmlElement("w:num")
    num.set(qn("w:numId"), "90")
    of = OxmlElement("w:abstractNumId")
    of.set(qn("w:val"), "90")
    num.append(of)
    numbering.append(num)
    return "90"


def number(paragraph: object, num_id: str, depth: int) -> None:
    properties = paragraph._p.get_or_add_pPr()  # type: ignore[attr-defined]
    holder = properties.get_or_add_numPr()
    holder.get_or_add_ilvl().val = depth
    holder.get_or_add_numId().val = int(num_id)


def test_numbers_are_counted_as_word_counts_them() -> None:
    """Numbers that stand nowhere in the text are counted: 1, 1.1, 1.2, a), 2, 2.1."""

    def write(document: Made) -> None:
        num_id = numbered(document, [("decimal", "%1."), ("decimal", "%1.%2"), ("lowerLetter", "%3)")])
        told = [
            ("Purpose", 0),
            ("First.", 1),
            ("Second.", 1),
            ("one", 2),
            ("two", 2),
            ("Stages", 0),
            ("Third.", 1),
        ]
        for text, depth in told:
            paragraph = document.add_heading(text, 1) if depth == 0 else document.add_paragraph(text)
            number(paragraph, num_id, depth)

    chapter = read(write)
    assert [(s.number, s.heading) for s in chapter.sections] == [("1", "Purpose"), ("2", "Stages")]
    first, second, listing = chapter.sections[0].blocks
    assert [(p.number, p.text) for p in (first, second) if isinstance(p, Paragraph)] == [
        ("1.1", "First."),
        ("1.2", "Second."),
    ]
    assert isinstance(listing, Bullets)
    assert [(item.marker, item.text) for item in listing.items] == [("a)", "one"), ("b)", "two")]
    assert [b.number for b in chapter.sections[1].blocks if isinstance(b, Paragraph)] == ["2.1"]


def test_tables_with_merged_cells() -> None:
    """Merged cells are repeated as one cell; a bold first row heads the table; a number column is only layout."""

    def write(document: Made) -> None:
        table = document.add_table(rows=3, cols=3)
        for at, text in enumerate(("Stage", "Who", "When")):
            table.cell(0, at).paragraphs[0].add_run(text).bold = True
        table.cell(1, 0).text, table.cell(1, 1).text, table.cell(2, 0).text = "Stage 1", "Worker", "Stage 2"
        table.cell(2, 1).text = "Manager"
        table.cell(1, 2).merge(table.cell(2, 2)).text = "2 working days"
        document.add_paragraph("Then:")
        layout = document.add_table(rows=2, cols=2)
        for at, (mark, text) in enumerate((("4.1", "First."), ("4.2", "Second."))):
            layout.cell(at, 0).text, layout.cell(at, 1).text = mark, text

    blocks = [block for _, section in read(write).walk() for block in section.blocks]
    table = blocks[0]
    assert isinstance(table, Table)
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["Stage", "Who", "When"],
        ["Stage 1", "Worker", "2 working days"],
        ["Stage 2", "Manager", "2 working days"],
    ]
    assert table.rows[1][2] is table.rows[2][2]
    assert [cell.header for cell in table.rows[0]] == [True] * 3
    assert [(p.number, p.text) for p in blocks[2:] if isinstance(p, Paragraph)] == [
        ("4.1", "First."),
        ("4.2", "Second."),
    ]


def test_hidden_words_are_left_out_and_reported() -> None:
    """Hidden, white and tiny words are not read, and a person is told."""

    def write(document: Made) -> None:
        paragraph = document.add_paragraph("Ring the desk. ")
        paragraph.add_run("Hidden one. ").font.hidden = True
        paragraph.add_run("Hidden two. ").font.color.rgb = RGBColor(255, 255, 255)
        paragraph.add_run("Hidden three. ").font.size = Pt(1)
        paragraph.add_run("Then write.")

    chapter = read(write)
    assert words(chapter) == "Ring the desk. Then write."
    assert sum("Hidden" in warning for warning in chapter.warnings) == 3


def test_struck_changes_breaks_and_links() -> None:
    """Deleted words go, inserted ones stay, a manual break parts lines, links keep safe addresses only."""

    def write(document: Made) -> None:
        paragraph = document.add_paragraph("Contacts")
        paragraph.add_run().add_break(WD_BREAK.LINE)
        paragraph.add_run("Telephone: 01632 960200")
        for tag, text in (("w:del", "Old words."), ("w:ins", "New words.")):
            change = OxmlElement(tag)
            run = document.add_paragraph().add_run(text)
            holder = run._r.getparent()
            change.append(run._r)
            holder.append(change)
        for address in ("https://m.example/desk", "javascript:run()"):
            link = OxmlElement("w:hyperlink")
            link.set(qn("r:id"), document.part.relate_to(address, "http://x/hyperlink", is_external=True))
            holder = document.add_paragraph()
            run = holder.add_run("the desk")
            link.append(run._r)
            holder._p.append(link)

    chapter = read(write)
    assert words(chapter) == "Contacts Telephone: 01632 960200 New words. the desk the desk"
    paragraphs = [b for _, s in chapter.walk() for b in s.blocks if isinstance(b, Paragraph)]
    hrefs = [link.href for block in paragraphs for link in block.links]
    assert hrefs == ["https://m.example/desk"]


def test_dates_in_a_footer_are_kept_and_its_rest_left_out() -> None:
    """A review date in the footer stays; a page number or name does not."""

    def write(document: Made) -> None:
        document.add_paragraph("Act at once.")
        document.sections[0].footer.paragraphs[0].text = "Next review: May 2027"
        document.sections[0].header.paragraphs[0].text = "Eastvale Partnership"

    assert words(read(write)) == "Act at once. Next review: May 2027"


def test_macros_are_never_run_and_reported() -> None:
    """A document with macros gives its words and a warning."""
    content = with_parts(made(lambda d: d.add_paragraph("Act at once.") and None), {"word/vbaProject.bin": b"\xd0\xcf"})
    chapter = parse(content, url="docs/policy.docm")
    assert words(chapter) == "Act at once."
    assert any("macros" in warning for warning in chapter.warnings)


ENTITY = (
    b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r>'
    b"<w:t>&x;</w:t></w:r></w:p></w:body></w:document>"
)


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ({"word/document.xml": ENTITY}, "DTD or entities"),
        ({"word/styles.xml": ENTITY}, "DTD or entities"),
        ({"word/document.xml": b"<w:p>".replace(b"w:", b"") * 50_000 + b"</p>" * 50_000}, "tower"),
        ({"word/document.xml": b"<w:document"}, "damaged"),
        ({"word/document.xml": b"<x>" + b" " * 30_000_000 + b"</x>"}, "far more"),
        ({f"word/media/{n}.txt": b"" for n in range(4100)}, "far more"),
        ({"word/document.xml": b'<d xmlns="x"><body/></d>'}, "no words"),
    ],
)
def test_unsafe_and_broken_packages_are_refused(parts: dict[str, bytes], said: str) -> None:
    """Entities, bombs and damaged parts give one clear sentence."""
    content = with_parts(made(lambda document: document.add_paragraph("Words.") and None), parts)
    with pytest.raises(ParseError, match=said):
        parse(content, url=URL)


def test_other_archives_are_refused() -> None:
    """A ZIP or a spreadsheet is no document."""
    for name, said in (("a.txt", "archive"), ("[Content_Types].xml", "not a Word document")):
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as archive:
            archive.writestr(name, "x")
        with pytest.raises(ParseError, match=said):
            parse(stream.getvalue(), url=URL)


def test_a_cut_off_document_is_refused() -> None:
    """A document that was not wholly fetched gives one clear sentence."""
    content = made(lambda document: document.add_paragraph("Words.") and None)
    with pytest.raises(ParseError, match="damaged"):
        parse(content[: len(content) // 2], url=URL)
