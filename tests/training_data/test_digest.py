"""The learning digest: complete, numbered, in our own words, and never dressed up as procedure."""

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

ROOT = Path(__file__).parents[2]
MANUALS = ROOT / "training_data" / "manual"
DIGEST = MANUALS / "js-learning"
REPORT = ROOT.parent / "shared" / "data" / "learning-report.txt"
PAGES = sorted(DIGEST.glob("*.html"))

RUN = 8  # as many words in a row as make a sentence of the report recognisable


def _page(name: str) -> BeautifulSoup:
    return BeautifulSoup((DIGEST / name).read_text(encoding="utf-8"), "lxml")


def _items(name: str, paragraph: str) -> list[str]:
    """The items of one paragraph of the report, as the page prints them."""
    marked = _page(name).select(f'li[id^="paragraph-{paragraph.replace(".", "-")}-item-"]')
    return [item.get_text(" ", strip=True) for item in marked]


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", text.lower().replace("\u2019", "").replace("'", ""))


def _visible_words(page: Path) -> list[str]:
    return _words(BeautifulSoup(page.read_text(encoding="utf-8"), "lxml").get_text(" "))


def _runs(words: list[str]) -> set[tuple[str, ...]]:
    return {tuple(words[start : start + RUN]) for start in range(len(words) - RUN + 1)}


@pytest.mark.parametrize(
    ("page", "paragraph", "count"),
    [
        ("warning_signs.html", "4.8", 11),
        ("key_questions.html", "3", 6),
        ("key_questions.html", "4", 2),
        ("what_went_wrong.html", "4.1", 12),
        ("what_went_wrong.html", "4.2", 4),
        ("what_went_wrong.html", "4.3", 6),
        ("what_went_wrong.html", "4.4", 10),
        ("what_went_wrong.html", "4.5", 6),
        ("actions.html", "4.6", 31),
        ("other_information.html", "4.7", 4),
        ("recommendations.html", "5.1", 6),
        ("recommendations.html", "5.2", 8),
        ("recommendations.html", "5.3", 2),
        ("recommendations.html", "5.4", 5),
        ("recommendations.html", "5.5", 5),
    ],
)
def test_nothing_of_the_report_is_left_out(page: str, paragraph: str, count: int) -> None:
    """Each paragraph of the report has all its items, and none twice."""
    items = _items(page, paragraph)
    assert len(items) == count
    assert len(set(items)) == count


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_item_carries_the_number_of_its_paragraph(page: Path) -> None:
    """Whoever reads a single item can find it in the report: the number is printed in the item itself."""
    for item in _page(page.name).find_all("li"):
        printed = item.get_text(" ", strip=True)
        number = re.search(r"\((\d(?:\.\d)?)\)$", printed)
        assert number, f"no paragraph number at the end of: {printed}"
        assert str(item["id"]).startswith(f"paragraph-{number[1].replace('.', '-')}-item-")


def test_every_page_with_items_is_counted() -> None:
    """The counts above cover the whole digest, the case in brief (section 2) apart."""
    counted = 11 + 8 + 38 + 31 + 4 + 26
    in_brief = len(_items("index.html", "2"))
    assert sum(len(_page(page.name).find_all("li")) for page in PAGES) == counted + in_brief


@pytest.mark.parametrize("page", sorted(MANUALS.rglob("*.html")), ids=lambda page: page.name)
def test_no_sentence_of_the_report_is_reproduced(page: Path) -> None:
    """No eight words in a row, punctuation and case aside, are the report's own."""
    if not REPORT.exists():
        pytest.skip("the learning report is not at hand at ../shared/data/learning-report.txt")
    copied = _runs(_visible_words(page)) & _runs(_words(REPORT.read_text(encoding="utf-8")))
    assert not copied, f"{page.name} repeats the report: {sorted(' '.join(run) for run in copied)}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_learning_is_never_called_procedure(page: Path) -> None:
    """Every page says that it is learning, and nothing in it is put as a duty."""
    text = _page(page.name).get_text(" ", strip=True)
    assert "Learning, not procedure" in text
    assert "the procedure requires" not in text.lower()
    assert not re.search(r"\bmust\b", text), "the report recommends; 'must' belongs to procedures"


def test_each_recommendation_says_that_the_report_recommends() -> None:
    """A recommendation quoted alone cannot be taken for a rule."""
    items = [item.get_text() for item in _page("recommendations.html").find_all("li")]
    assert items
    assert all(item.startswith("The report recommends ") for item in items)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_nobody_can_be_contacted_from_the_digest(page: Path) -> None:
    """No address, telephone number or outside link is given: those of 2015 lead nowhere."""
    markup = page.read_text(encoding="utf-8")
    text = _page(page.name).get_text(" ")
    assert "@" not in markup
    assert not re.search(r"mailto:|tel:|https?://", markup)
    assert not re.search(r"\b0\d[\d ]{8,}", text)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_reports_officers_are_not_named(page: Path) -> None:
    """Whoever the report gives by e-mail address or as its author is not in the digest."""
    if not REPORT.exists():
        pytest.skip("the learning report is not at hand at ../shared/data/learning-report.txt")
    report = REPORT.read_text(encoding="utf-8")
    author = re.search(r"(\w+ \w+)\s+Independent Consultant", report)
    addressed = re.findall(r"(\w+)\.(\w+)@", report)
    assert author
    assert addressed
    names = set(author[1].split()) | {name for pair in addressed for name in pair}
    assert not names & set(re.findall(r"\w+", _page(page.name).get_text(" ")))


def test_the_reports_contradiction_is_told_and_not_settled() -> None:
    """Section 5 and paragraph 5.1 point to different paragraphs; the reader is told both."""
    for page in ("index.html", "recommendations.html"):
        text = _page(page).get_text(" ", strip=True)
        assert "4.6 and 4.7" in text
        assert "4.5 and 4.7" in text


def test_the_misspelt_link_is_explained() -> None:
    """A reader who follows the report's link learns which page was meant."""
    text = _page("index.html").get_text(" ", strip=True)
    assert "p_reolution_disagree.html" in text
    assert "p_resolution_disagree.html" in text
