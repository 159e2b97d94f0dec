"""Each golden page gives the parse that stands beside it."""

import json
from pathlib import Path

import pytest

from scraper.parse import parse
from tests.scraper.parse.telling import told_chapter

GOLDEN = sorted((Path(__file__).parent / "golden").glob("*.html"))


@pytest.mark.parametrize("page", GOLDEN, ids=lambda page: page.stem)
def test_golden_page(page: Path) -> None:
    """The page is read as a person reviewed it: headings, numbers, lists, tables, links, and what is left out."""
    chapter = parse(page.read_bytes(), url=f"https://manual.example/{page.name}")
    assert told_chapter(chapter) == json.loads(page.with_suffix(".json").read_text())


def test_every_golden_page_has_its_parse() -> None:
    """No golden page stands without its reviewed parse."""
    assert GOLDEN
    assert [page.name for page in GOLDEN if not page.with_suffix(".json").exists()] == []
