"""The demonstration manual as a website: marked, dated, linked, and safe to show to anyone."""

import re
import tomllib
from calendar import month_name
from datetime import date
from pathlib import Path
from urllib.parse import urldefrag

import pytest
from bs4 import BeautifulSoup

MANUALS = Path(__file__).parents[2] / "training_data" / "manual"
SITE = MANUALS / "exampleshire"
PAGES = sorted(SITE.rglob("*.html"))
ALL_PAGES = sorted(MANUALS.rglob("*.html"))
BANNER = "Demonstration manual. Exampleshire is invented. Do not use this to protect a real child."
TODAY = date(2026, 11, 22)  # the day the demonstration was written: nothing in it was amended later

NATIONAL = {"08088005000", "08000280285", "08001111"}  # NSPCC, its whistleblowing line, Childline
DRAMA = re.compile(r"01632960\d{3}|07700900\d{3}")  # numbers Ofcom keeps for drama
MONTHS = list(month_name)[1:]


def _soup(page: Path) -> BeautifulSoup:
    return BeautifulSoup(page.read_text(encoding="utf-8"), "lxml")


def _text(page: Path) -> str:
    return _soup(page).get_text(" ", strip=True)


def _name(page: Path) -> str:
    return page.relative_to(MANUALS).as_posix()


def _numbers(text: str) -> set[str]:
    """Every run of digits and spaces, from a nought on, that is long enough to be dialled."""
    found = re.findall(r"(?<![\d.])(?:\+44|0)(?:[ -]?\d){6,}", text)
    return {re.sub(r"\D", "", number) for number in found}


def _months(text: str) -> list[date]:
    """Dates such as "May 2026", "2 November 2026" or "January 30, 2026", each as the first of its month."""
    names = "|".join(MONTHS)
    found = re.findall(rf"({names})(?: \d{{1,2}},)? (20\d\d)", text)
    return [date(int(year), MONTHS.index(month) + 1, 1) for month, year in found]


def _chapters() -> list[Path]:
    return [page for page in PAGES if page.name.startswith("p_") or page.parent.parent.name == "chapter"]


@pytest.mark.parametrize("page", PAGES, ids=_name)
def test_every_page_says_that_it_is_invented(page: Path) -> None:
    """Nobody can land on a page without seeing that it is a demonstration."""
    banner = _soup(page).select_one("body > p.banner")
    assert banner is not None
    assert banner.get_text() == BANNER


@pytest.mark.parametrize("page", ALL_PAGES, ids=_name)
def test_every_internal_link_resolves(page: Path) -> None:
    """Each link, style sheet, picture and fragment is there; old names have an alias that is there."""
    aliases = tomllib.loads((MANUALS / "aliases.toml").read_text(encoding="utf-8"))
    known = {
        MANUALS / manual / old: MANUALS / manual / new
        for manual, names in aliases.items()
        for old, new in names.items()
    }
    soup = _soup(page)
    targets = [str(tag[name]) for name in ("href", "src") for tag in soup.find_all(attrs={name: True})]
    assert targets
    for target in targets:
        assert not re.match(r"https?:|//", target), f"{target} leads outside the demonstration"
        if target.startswith(("tel:", "mailto:")):
            continue
        address, fragment = urldefrag(target)
        path = (page.parent / address).resolve() if address else page
        path = known.get(path, path)
        assert path.is_file(), f"{_name(page)} links to {target}, which is not there"
        if fragment and path.suffix == ".html":
            assert _soup(path).find(id=fragment), f"{_name(page)}: {target} has no such place"


def test_the_old_name_is_in_use_and_has_an_alias() -> None:
    """One chapter still links by the misspelt address, as real manuals do."""
    links = [str(tag["href"]) for page in PAGES for tag in _soup(page).find_all("a", href=True)]
    assert links.count("p_reolution_disagree.html") == 1
    assert not (SITE / "p_reolution_disagree.html").exists()


@pytest.mark.parametrize("page", ALL_PAGES, ids=_name)
def test_only_fictitious_or_national_numbers(page: Path) -> None:
    """No number on a page can ring somebody who did not ask for it."""
    local = _numbers(page.read_text(encoding="utf-8")) - NATIONAL
    assert all(DRAMA.fullmatch(number) for number in local)
    for address in re.findall(r"[\w.+-]+@[\w.-]+\w", _text(page)):
        assert address.endswith(".example")


def test_the_number_check_would_see_a_real_number() -> None:
    """The check above is not blind: numbers in the shapes people print are found."""
    for printed in ("01234 267422", "(01234) 267422", "+44 1234 267422", "0300 300 8585", "01234-267422"):
        found = _numbers(f"Ring {printed.replace(')', '')}, day or night")
        assert found
        assert not any(DRAMA.fullmatch(number) or number in NATIONAL for number in found)


@pytest.mark.parametrize("page", _chapters(), ids=_name)
def test_every_number_in_a_chapter_is_on_the_contacts_page(page: Path) -> None:
    """A number that moves is found in one place, and a chapter that was forgotten is told."""
    printed, listed = (_numbers(_soup(place).get_text("\n")) for place in (page, SITE / "p_contacts.html"))
    assert printed <= listed


@pytest.mark.parametrize("page", PAGES, ids=_name)
def test_every_page_is_dated(page: Path) -> None:
    """The date stands where the page's form has it, in 2025 or 2026 and not in the future."""
    soup = _soup(page)
    if amendment := soup.find(class_="amendment"):
        stamped = date.fromisoformat(str(amendment.find("time")["datetime"]))
        printed = amendment.find("time").get_text()
        assert printed == f"{MONTHS[stamped.month - 1]} {stamped.day}, {stamped.year}"
        dates = [stamped]
    elif page.name.startswith("p_"):
        heading = soup.find("h2", string="AMENDMENT")
        assert heading is not None
        dates = _months(heading.parent.get_text(" "))
    else:
        dates = _months(soup.select_one(".content").get_text(" "))
        if page.name == "contents.html":
            dates = [day for day in dates if day != date(2027, 1, 1)]  # its next update
    assert dates
    assert all(date(2025, 1, 1) <= day <= TODAY for day in dates)


@pytest.mark.parametrize("page", _chapters(), ids=_name)
def test_every_chapter_is_in_the_contents_and_the_amendments(page: Path) -> None:
    """Nothing is hidden: a chapter can be reached, and the amendments page knows it."""
    address = page.relative_to(SITE).as_posix()
    for listing in ("contents.html", "amendments.html"):
        links = {tag["href"] for tag in _soup(SITE / listing).select(".content a[href]")}
        assert address in links, f"{address} is not on {listing}"


@pytest.mark.parametrize("page", ALL_PAGES, ids=_name)
def test_pages_are_well_made(page: Path) -> None:
    """One first heading, a title, a language, unique ids, captions on tables, words for pictures."""
    soup = _soup(page)
    assert len(soup.find_all("h1")) == 1
    assert soup.title is not None
    assert soup.title.get_text()
    assert soup.html["lang"] == "en-GB"
    ids = [tag["id"] for tag in soup.find_all(id=True)]
    assert len(ids) == len(set(ids))
    for table in soup.find_all("table"):
        assert table.caption is not None
        assert len({len(row.find_all(["td", "th"])) for row in table.find_all("tr")}) == 1
    assert all(picture.get("alt") for picture in soup.find_all("img"))


def test_both_areas_are_served() -> None:
    """Front door, out of hours and the last office of escalation are given for each area."""
    contacts = _text(SITE / "p_contacts.html")
    escalation = _text(SITE / "p_resolution_disagree.html")
    for area, office in (
        ("Ambleford", "Partnership Business Office"),
        ("Kelderby", "Safeguarding Assurance Unit"),
    ):
        assert f"{area} Emergency Duty Team" in contacts
        assert f"{area} {office}" in escalation


def test_the_traps_of_real_manuals_are_kept() -> None:
    """The gap in the numbering, the stage with no timescale and the misspelt heading were not tidied away."""
    escalation = _soup(SITE / "p_resolution_disagree.html")
    numbers = [cell.get_text() for cell in escalation.select("td.number")]
    assert "3.3" in numbers
    assert "3.4" not in numbers
    assert "3.5" in numbers
    third = escalation.find(id=re.compile("stage_three"))
    assert not re.search(r"\b(?:days?|hours?|weeks?)\b", third.find_next("table").get_text())
    assert "complience" in _text(SITE / "p_cancelled_visits.html")
    assert _soup(SITE / "p_referrals.html").find("img")


def test_the_contacts_page_prints_the_adults_number_first() -> None:
    """As on real pages: whoever takes the first number for the children's is wrong."""
    assert re.search(r"01632 960\d{3}", _text(SITE / "p_contacts.html"))[0] == "01632 960100"
