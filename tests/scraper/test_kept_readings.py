"""A reindex reads only what changed, and gives what reading everything anew would give."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from knowledge.manual import Manual
from knowledge.snapshots import Snapshots
from scraper import reading
from scraper.files import read_path
from scraper.kept_readings import KeptReadings
from scraper.reading import Readings, read
from tests.scraper.manuals import ESCALATION, write_manual

NOW = datetime(2026, 5, 12, 9, 0, tzinfo=UTC)
MANUAL = Manual("northshire", "Northshire", ("Northvale",))
Read = Callable[..., Readings]


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses that were parsed, in order."""
    seen: list[str] = []
    parse = reading.parse

    def watched(content: bytes, *, url: str, media_type: str, fetched: datetime | None) -> object:
        seen.append(url)
        return parse(content, url=url, media_type=media_type, fetched=fetched)

    monkeypatch.setattr(reading, "parse", watched)
    return seen


@pytest.fixture
def reread(tmp_path: Path) -> Read:
    """Reads a folder as a reindex does: with what an earlier one kept, later by a day each time."""
    days = iter(range(100))

    def again(folder: Path, manual: Manual = MANUAL, version: str = "1", home: str = "home") -> Readings:
        now = NOW + timedelta(days=next(days))
        snapshots = Snapshots(tmp_path / home)
        pages, skipped = read_path(folder, now)
        snapshot = snapshots.take(manual.id, pages, now, skipped)
        kept = KeptReadings(tmp_path / home / "readings", version)
        found = read(snapshot, manual, lambda page: snapshots.content(snapshot, page), lambda _: None, kept)
        kept.forget_unwanted()
        return found

    return again


def _undated(found: Readings) -> Readings:
    return replace(found, read=tuple(one.fetched_at(None) for one in found.read))


def test_nothing_changed_and_nothing_is_parsed(tmp_path: Path, reread: Read, parsed: list[str]) -> None:
    """The second reading is equal to the first but for the day, and no page is parsed for it."""
    folder = write_manual(tmp_path / "manual")
    first = reread(folder)
    parsed.clear()
    second = reread(folder)
    assert parsed == []
    assert _undated(second) == _undated(first)
    assert {one.fetched for one in second.passages} == {NOW + timedelta(days=1)}
    assert {one.fetched for one in second.chapters} == {NOW + timedelta(days=1)}


def test_one_changed_page_is_read_and_the_rest_is_kept(tmp_path: Path, reread: Read, parsed: list[str]) -> None:
    """What changed is read anew; the whole is what reading everything from nothing gives."""
    folder = write_manual(tmp_path / "manual")
    reread(folder)
    parsed.clear()
    (folder / "p_escalation.html").write_text(ESCALATION.replace("2 working days", "5 working days"), encoding="utf-8")
    found = reread(folder)
    assert parsed == ["p_escalation.html"]
    assert found.ladders[0].stages[0].clocks[0].value == 5
    assert _undated(found) == _undated(reread(folder, home="another"))


def test_words_that_the_site_begins_to_repeat_are_left_out_of_kept_pages(tmp_path: Path, reread: Read) -> None:
    """A sentence that comes to stand on nearly every page is dropped from the pages that did not change, too."""
    folder = tmp_path / "manual"
    folder.mkdir()
    banner = "<p>Reviewed each spring by the partnership.</p>"
    for number in range(6):
        said = banner if number < 2 else ""
        (folder / f"p_{number}.html").write_text(f"<h1>Topic {number}</h1>{said}<p>Record concern {number}.</p>")
    assert sum("Reviewed each spring" in one.text for one in reread(folder).passages) == 2
    for number in range(2, 6):
        (folder / f"p_{number}.html").write_text(f"<h1>Topic {number}</h1>{banner}<p>Record concern {number}.</p>")
    assert not any("Reviewed each spring" in one.text for one in reread(folder).passages)


def test_another_version_or_another_manual_reads_everything(tmp_path: Path, reread: Read, parsed: list[str]) -> None:
    """Changed readers, or a source declared otherwise, leave nothing as it was."""
    folder = write_manual(tmp_path / "manual")
    reread(folder)
    for change in ({"version": "2"}, {"manual": replace(MANUAL, areas=("Northvale", "Southvale"))}):
        parsed.clear()
        found = reread(folder, **{"version": "2", **change})
        assert set(parsed) == {chapter.url for chapter in found.chapters}
    assert {one.areas for one in found.passages} == {("Northvale", "Southvale")}


@pytest.mark.parametrize("name", ["leaves.sqlite", "chapters.sqlite"])
def test_damage_costs_time_and_nothing_else(tmp_path: Path, reread: Read, name: str) -> None:
    """A damaged file of kept readings is begun anew."""
    folder = write_manual(tmp_path / "manual")
    first = reread(folder)
    (tmp_path / "home" / "readings" / name).write_bytes(b"this is no database" * 100)
    assert _undated(reread(folder)) == _undated(first)


def test_a_page_that_is_gone_is_forgotten(tmp_path: Path, reread: Read) -> None:
    """Words that left the manual leave what is kept."""
    folder = write_manual(tmp_path / "manual")
    gone = next(one for one in reread(folder).chapters if one.slug == "p_escalation")
    (folder / gone.url).unlink()
    found = reread(folder)
    kept = KeptReadings(tmp_path / "home" / "readings", "1")
    assert kept.chapters.forget_unwanted() == len(found.chapters)
