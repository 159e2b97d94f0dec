"""The demonstration's PDF and Word document: real text, the same as their sources, made again at will."""

import importlib.util
import re
import sys
from pathlib import Path
from types import ModuleType

import pdfplumber
import pytest
from docx import Document

MANUALS = Path(__file__).parents[2] / "training_data" / "manual"
BUILT = MANUALS / "exampleshire" / "documents"


@pytest.fixture(scope="module")
def builder() -> ModuleType:
    """The script, imported from its file: it is no part of a package."""
    spec = importlib.util.spec_from_file_location("build_documents", MANUALS / "build_documents.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


def _pdf_text(path: Path) -> str:
    with pdfplumber.open(path) as pdf:
        return "\n".join(page.extract_text() for page in pdf.pages)


def _docx_text(path: Path) -> str:
    document = Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([paragraph.text for paragraph in document.paragraphs] + cells)


def test_both_documents_rebuild_to_the_same_text(builder: ModuleType, tmp_path: Path) -> None:
    """What is committed is what the sources say."""
    pdf, word = builder.build(tmp_path)
    assert _pdf_text(pdf) == _pdf_text(BUILT / pdf.name)
    assert _docx_text(word) == _docx_text(BUILT / word.name)


def test_no_words_are_lost_on_the_way(builder: ModuleType) -> None:
    """Every heading, paragraph, item and cell of a source stands in the document made from it."""
    for name, text in (
        ("neglect_screening_guide", _pdf_text(BUILT / "neglect_screening_guide.pdf")),
        ("chronology_guide", _docx_text(BUILT / "chronology_guide.docx")),
    ):
        source = builder.read(builder.SOURCES / f"{name}.txt")
        printed = set(re.findall(r"\w+", text))
        for part in source.parts:
            words = " ".join([part.text, *(cell for row in part.rows for cell in row)])
            assert set(re.findall(r"\w+", words)) <= printed
        assert source.banner in text
        assert source.dated in text


def test_the_pdf_has_headings_and_a_table() -> None:
    """Headings are larger than the text and stand in the outline; the table is ruled."""
    with pdfplumber.open(BUILT / "neglect_screening_guide.pdf") as pdf:
        sizes = {round(char["size"]) for page in pdf.pages for char in page.chars}
        tables = [table for page in pdf.pages for table in page.extract_tables() if len(table) > 1]
        outlines = list(pdf.doc.get_outlines())
    assert {11, 15, 20} <= sizes
    assert tables[0][0][0] == "Part"
    assert len(tables[0]) == 6
    assert any(title == "3. The five parts" for _, title, *_ in outlines)


def test_the_word_document_has_headings_and_a_table() -> None:
    """Headings carry Word's own styles, and the table its heading row."""
    document = Document(str(BUILT / "chronology_guide.docx"))
    styles = {paragraph.style.name for paragraph in document.paragraphs}
    assert {"Title", "Heading 1", "List Bullet", "Caption"} <= styles
    assert document.tables[0].rows[0].cells[0].text == "Date and time"


def test_a_source_without_a_front_line_is_named(builder: ModuleType, tmp_path: Path) -> None:
    """The person who forgot a line is told which one and where."""
    source = tmp_path / "guide.txt"
    source.write_text("title: Guide\nbanner: B\npublisher: P\n\n# 1. Start\n", encoding="utf-8")
    with pytest.raises(builder.SourceUnreadable, match=r"guide\.txt has no line 'dated:"):
        builder.read(source)
