"""Site families: each is told by its address or its marks, says why it is odd, and puts right only that."""

import importlib

import pytest

from scraper.parse import parse
from scraper.parse.html.families import FAMILIES, family_of
from scraper.parse.html.nodes import parse_markup


@pytest.mark.parametrize(
    ("url", "markup", "name"),
    [
        ("https://westmarch.proceduresonline.com/p_x.html", "<p>x</p>", "classic tri.x"),
        ("https://westmarch.example/chapters/p_resolution_disagree.html", "<p>x</p>", "classic tri.x"),
        ("https://westmarch.trixonline.co.uk/chapter/x", "<p>x</p>", "new tri.x"),
        ("https://westmarch.example/chapter/domestic-abuse", "<p>x</p>", "new tri.x"),
        ("https://www.procedures.org.uk/west/x", "<p>x</p>", "procedures.org.uk"),
        ("https://www.gov.uk/x", "<div class=gem-c-title>x</div>", "gov.uk"),
        ("https://www.westmarch.gov.uk/x", "<p>x</p>", "council site"),
        ("https://www.westmarch.gov.uk/x", "<div class=govuk-accordion></div>", "gov.uk"),
        ("policies/chronology.htm", "<p class=MsoNormal>x</p>", "word processor's page"),
        ("https://elsewhere.example/x", "<p>x</p>", "general"),
    ],
)
def test_family_of_a_page(url: str, markup: str, name: str) -> None:
    """An address or the page's own marks tell its family; any other page is read in the general way."""
    assert family_of(url, parse_markup(markup)[0]).name == name


def test_each_family_says_why_it_is_odd() -> None:
    """Every family is a module with a docstring that a newcomer can learn from."""
    modules = [importlib.import_module(family.fits.__module__) for family in FAMILIES]
    assert len({module.__name__ for module in modules}) == len(FAMILIES)
    assert all("odd" in (module.__doc__ or "").lower() for module in modules)


def test_new_trix_amendment() -> None:
    """The words behind a button that names nothing stand under "Amendment" with their date."""
    page = (
        "<main><h1>Neglect</h1><h2>Amendment</h2><p>January 30, 2026</p><button data-target='#a'>View amendment</button>"
        "<div id=a style='display:none'><p>Section 2 is new.</p></div><h2>Signs</h2><p>Look.</p></main>"
    )
    chapter = parse(page.encode(), url="https://west.trixonline.co.uk/chapter/neglect")
    amendment = chapter.sections[0]
    assert amendment.heading == "Amendment"
    assert [getattr(block, "text", "") for block in amendment.blocks] == [
        "January 30, 2026",
        "Section 2 is new.",
    ]


def test_procedures_org_uk_dates() -> None:
    """The dated strip at the foot is kept in the order DD-MM-YYYY that it is printed in."""
    page = "<h1>Neglect</h1><p>Look.</p><footer><div class=footer-bar>Last reviewed 12-05-2026</div></footer>"
    chapter = parse(page.encode(), url="https://www.procedures.org.uk/west/neglect")
    assert "Last reviewed 12-05-2026" in [b.text for s in chapter.sections for b in s.blocks if hasattr(b, "text")]


def test_one_title_of_each_wording() -> None:
    """A title printed again in a banner is the chapter's title once, and no section."""
    page = "<div class=hero><h1>Neglect</h1></div><main><h1>Neglect</h1><p>Look.</p></main>"
    chapter = parse(page.encode(), url="https://www.westmarch.gov.uk/neglect")
    assert (chapter.title, [section.heading for section in chapter.sections]) == ("Neglect", [""])
