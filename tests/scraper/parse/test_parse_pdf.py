"""PDF: headings, paragraphs, lists, tables over pages, running heads, scans, locks."""

import io
from collections.abc import Callable

import pytest
from fpdf import FPDF
from PIL import Image

from knowledge.errors import ParseError
from knowledge.manual import Bullets, Chapter, Paragraph, Section, Table, block_texts
from scraper.parse import parse

URL = "docs/guide.pdf"
WORDS = "The worker speaks to the person who made the decision and writes down what was said by each of them. "


class Running(FPDF):
    """A document with a header and a footer on each page."""

    def header(self) -> None:
        self.set_font("Helvetica", size=9)
        self.cell(0, 8, "Eastvale Partnership - Escalation", new_x="LMARGIN", new_y="NEXT")

    def footer(self) -> None:
        self.set_y(-15)
        self.set_font("Helvetica", size=8)
        self.cell(0, 8, f"Next review May 2027. Page {self.page_no()} of 3")


def made(write: Callable[[FPDF], None], kind: type[FPDF] = FPDF) -> bytes:
    document = kind()
    document.add_page()
    write(document)
    return bytes(document.output())


def line(document: FPDF, text: str, size: float = 11, style: str = "") -> None:
    document.set_font("Helvetica", style, size)
    document.multi_cell(0, size * 0.45, text, new_x="LMARGIN", new_y="NEXT", align="L")
    document.ln(size * 0.25)


def sections(chapter: Chapter) -> list[tuple[int, str, str]]:
    return [(section.level, section.number, section.heading) for _, section in chapter.walk()]


def words(section: Section) -> str:
    return " ".join(text for block in section.blocks for text in block_texts(block))


def test_headings_by_size_and_paragraphs_across_lines() -> None:
    """Larger type heads, numbers are told apart, and a paragraph's lines are one paragraph."""

    def write(document: FPDF) -> None:
        line(document, "Settling disputes", 20, "B")
        line(document, "1. Purpose", 15, "B")
        line(document, WORDS * 3)
        line(document, WORDS * 2)
        line(document, "2. Stages", 15, "B")
        line(document, "2.1 Stage One", 13, "B")
        line(document, WORDS)

    chapter = parse(made(write), url=URL)
    assert (chapter.title, chapter.slug) == ("Settling disputes", "guide")
    assert sections(chapter) == [(1, "1", "Purpose"), (1, "2", "Stages"), (2, "2.1", "Stage One")]
    assert [block.text for block in chapter.sections[0].blocks if isinstance(block, Paragraph)] == [
        (WORDS * 3).strip(),
        (WORDS * 2).strip(),
    ]


def test_bold_and_numbered_headings_in_body_size() -> None:
    """Where headings are only bold, or only numbered, they are headings all the same."""

    def bold(document: FPDF) -> None:
        for name in ("Stage One", "Stage Two"):
            line(document, name, style="B")
            line(document, WORDS * 2)

    def numbered(document: FPDF) -> None:
        line(document, "A guide to disputes", 18)
        document.set_font("Helvetica", size=11)
        for number, name in (("1.", "Purpose"), ("2.", "Stages")):
            line(document, f"{number} {name}", style="B")
            line(document, f"{number}1 {WORDS}")
            line(document, f"{number}2 {WORDS}")

    assert [heading for _, _, heading in sections(parse(made(bold), url=URL))][-1] == "Stage Two"
    chapter = parse(made(numbered), url=URL)
    assert [(number, heading) for _, number, heading in sections(chapter)] == [
        ("1", "Purpose"),
        ("2", "Stages"),
    ]
    numbers = [block.number for block in chapter.sections[1].blocks if isinstance(block, Paragraph)]
    assert numbers == ["2.1", "2.2"]


def test_bullets_and_labels() -> None:
    """Items run over lines and stay one item each; a run-in label is told."""

    def write(document: FPDF) -> None:
        line(document, "Signs", 18, "B")
        line(document, "Look for each of these:")
        for item in ("hunger " + WORDS, "cold", "tiredness " + WORDS):
            document.set_x(20)
            line(document, f"\xb7 {item}")
        document.set_font("Helvetica", size=11)
        document.multi_cell(0, 5, "**Stage 1:** the worker speaks.", markdown=True, new_x="LMARGIN", new_y="NEXT")

    chapter = parse(made(write), url=URL)
    (section,) = chapter.sections
    _, bullets, labelled = section.blocks
    assert isinstance(bullets, Bullets)
    assert [item.text.split()[0] for item in bullets.items] == ["hunger", "cold", "tiredness"]
    assert bullets.items[0].text.endswith("each of them.")
    assert isinstance(labelled, Paragraph)
    assert labelled.label == "Stage 1:"


def test_running_heads_and_page_numbers_are_left_out() -> None:
    """What runs along the margins of every page is no text; a review date in it is kept once."""

    def write(document: FPDF) -> None:
        line(document, "Settling disputes", 20, "B")
        for n in range(60):
            line(document, f"Point{chr(65 + n)} {WORDS}")

    chapter = parse(made(write, Running), url=URL)
    told = " ".join(words(section) for section in chapter.sections)
    assert "Eastvale Partnership" not in told
    assert told.count("Next review May 2027") == 1
    assert told.count("The worker speaks") == 60


def test_hyphenated_line_ends() -> None:
    """A word parted at a line's end is whole again; a hyphen of its own stays."""

    def write(document: FPDF) -> None:
        document.set_font("Helvetica", size=11)
        for text in (
            "All staff think about safe-",
            "guarding, and the multi-",
            "agency meeting decides it for",
            "them all.",
        ):
            document.cell(0, 5, text, new_x="LMARGIN", new_y="NEXT")

    told = words(parse(made(write), url=URL).sections[0])
    assert told == "All staff think about safeguarding, and the multi-agency meeting decides it for them all."


def test_ruled_tables_are_read_and_joined_over_pages() -> None:
    """A table that runs over pages is one table, its repeated heading row left out."""
    rows = [
        ("Stage", "Who", "When"),
        *((f"Stage {n}", f"Role {n}", f"{n} working days") for n in range(1, 61)),
    ]

    def write(document: FPDF) -> None:
        line(document, "Clocks", 18, "B")
        document.set_font("Helvetica", size=11)
        with document.table(rows):  # repeats its heading row in bold on each page
            pass

    tables = [b for _, s in parse(made(write), url=URL).walk() for b in s.blocks if isinstance(b, Table)]
    (table,) = tables
    assert [[cell.text for cell in row] for row in table.rows] == [list(row) for row in rows]
    assert all(cell.header for cell in table.rows[0])
    assert not any(cell.header for row in table.rows[1:] for cell in row)


def test_columns_without_rules_are_a_table() -> None:
    """A list of contacts set in columns keeps each number beside its own service."""
    rows = [
        ("Service", "Telephone", "Hours"),
        ("Front door", "01632 960200", "Monday to Friday, 9am to 5pm"),
        ("Emergency team", "01632 960299", "Out of hours"),
    ]

    def write(document: FPDF) -> None:
        line(document, "Contacts", 18, "B")
        line(document, WORDS)
        for at, row in enumerate(rows):
            document.set_font("Helvetica", "B" if at == 0 else "", 11)
            for text, width in zip(row, (50, 40, 80), strict=True):
                document.cell(width, 6, text)
            document.ln(6)
        document.ln(6)
        line(document, WORDS)

    blocks = parse(made(write), url=URL).sections[0].blocks
    assert [type(block) for block in blocks] == [Paragraph, Table, Paragraph]
    table = blocks[1]
    assert isinstance(table, Table)
    assert [tuple(cell.text for cell in row) for row in table.rows] == rows
    assert all(cell.header for cell in table.rows[0])


def test_links_are_kept() -> None:
    """Words that lead somewhere keep their address."""

    def write(document: FPDF) -> None:
        document.set_font("Helvetica", size=11)
        document.cell(text="Ring the desk", link="https://m.example/desk")

    block = parse(made(write), url=URL).sections[0].blocks[0]
    assert isinstance(block, Paragraph)
    assert [(link.text, link.href) for link in block.links] == [("Ring the desk", "https://m.example/desk")]


def scan() -> io.BytesIO:
    stream = io.BytesIO()
    Image.new("L", (200, 200), 128).save(stream, "PNG")
    stream.seek(0)
    return stream


def test_a_scan_is_refused() -> None:
    """A PDF of pictures only gives a sentence that says so."""
    content = made(lambda document: document.image(scan(), w=100))
    with pytest.raises(ParseError, match="scan"):
        parse(content, url=URL)


def test_scanned_pages_among_others_are_reported() -> None:
    """Where some pages are pictures, their numbers are told, and the rest is read."""

    def write(document: FPDF) -> None:
        line(document, WORDS)
        document.add_page()
        document.image(scan(), w=100)

    chapter = parse(made(write), url=URL)
    assert any("Page(s) 2" in warning for warning in chapter.warnings)
    assert words(chapter.sections[0]) == WORDS.strip()


def test_a_locked_pdf_is_refused() -> None:
    """A PDF that asks for a password gives a sentence that says so."""

    def write(document: FPDF) -> None:
        document.set_encryption(owner_password="owner", user_password="user")
        line(document, WORDS)

    with pytest.raises(ParseError, match="password"):
        parse(made(write), url=URL)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_cut_off_pdf_is_refused_or_read(share: float) -> None:
    """A PDF that was not wholly fetched never crashes the reader."""
    content = made(lambda document: line(document, WORDS))
    try:
        assert parse(content[: int(len(content) * share)], url=URL).sections
    except ParseError as error:
        assert "PDF" in str(error) or "scan" in str(error)
