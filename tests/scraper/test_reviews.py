"""A review's report is learning, whoever adds it and whatever they say of it."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from knowledge.manual import Manual
from knowledge.snapshots import Snapshots
from scraper.extract import as_json, extract
from scraper.files import read_path
from scraper.kept_readings import KeptReadings
from scraper.parse import parse
from scraper.reading import Readings, read
from scraper.reviews import is_review

_NOW = datetime(2026, 5, 12, 9, 0, tzinfo=UTC)
_REPORT = Path(__file__).parents[3] / "shared" / "data" / "learning-report.txt"
_REVIEW = """<h1>Child Safeguarding Practice Review: Child T</h1><h2>Introduction</h2>
<p>This review was commissioned by the partnership after Child T was hurt. For a copy write to lead@review.example.</p>
<h2>Recommendations</h2><ul><li>Health visitors to share records within 5 working days.</li></ul>"""


def _read(path: Path, home: Path) -> Readings:
    pages, skipped = read_path(path, _NOW)
    snapshots = Snapshots(home)
    snapshot = snapshots.take("added", pages, _NOW, skipped)
    kept = KeptReadings(home / "readings", "1")
    return read(
        snapshot, Manual("added", "Added"), lambda page: snapshots.content(snapshot, page), lambda _: None, kept
    )


def test_a_review_added_as_a_manual_is_learning_all_the_same(tmp_path: Path) -> None:
    """Its passages are marked, nobody in it is offered as a contact, and the team is told."""
    (tmp_path / "review.html").write_text(_REVIEW, encoding="utf-8")
    readings = _read(tmp_path / "review.html", tmp_path / "home")
    assert readings.passages
    assert all(passage.learning for passage in readings.passages)
    assert readings.contacts == ()
    assert any("learning = true" in doubt for doubt in readings.doubts)


def test_a_chapter_that_speaks_of_reviews_is_no_review() -> None:
    """A procedure about practice reviews stays a procedure."""
    page = b"<h1>Child safeguarding practice reviews</h1><p>The partnership must decide within 15 working days whether to hold one.</p>"
    assert not is_review(parse(page, url="p_reviews.html"))


@pytest.mark.skipif(not _REPORT.exists(), reason="the learning report is not part of this repository")
def test_the_real_report_yields_no_contact(tmp_path: Path) -> None:
    """The JS report names officers of 2015 and an e-mail: they are never people to call."""
    readings = _read(_REPORT, tmp_path)
    assert readings.contacts == ()
    assert all(passage.learning for passage in readings.passages)
    found = as_json(extract(_REPORT.read_bytes(), url=_REPORT.name, media_type="text/plain", now=_NOW))
    assert found["contacts"] == []


@pytest.mark.skipif(not _REPORT.exists(), reason="the learning report is not part of this repository")
def test_the_eleven_warning_signs_are_read_from_paragraph_4_8(tmp_path: Path) -> None:
    """All eleven of 4.8, verbatim, and nothing beside them."""
    (signs,) = [one for one in _read(_REPORT, tmp_path).checklists if one.kind == "warning signs"]
    text = _REPORT.read_text(encoding="utf-8")
    assert signs.place.number == "4.8"
    assert len(signs.items) == 11
    assert all(" ".join(item.text.split()) in " ".join(text.split()) for item in signs.items)
