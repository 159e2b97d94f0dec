"""Good checks and extensions are kept, and count for what was checked only."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from knowledge.errors import IndexUnreadable
from knowledge.freshness import Extension
from knowledge.index.checks import FILE, freshness, note_checks, note_extension, read_checks
from knowledge.index.contents import ChapterRecord, Contents, SourceRecord
from knowledge.manual import Manual

READ = datetime(2026, 11, 1, 3, 0, tzinfo=UTC)


def _contents(taken: datetime, *digests: str) -> Contents:
    chapters = tuple(
        ChapterRecord("shore", f"chapter-{at}", "Chapter", digest=digest) for at, digest in enumerate(digests)
    )
    return Contents((Manual("shore", "Shore"),), chapters, (), sources=(SourceRecord("shore", "shore", "s", taken),))


def test_an_unchanged_manual_is_fresh_from_its_last_check(tmp_path: Path) -> None:
    """A later reindex that found the same counts, though nothing was published."""
    published = _contents(READ, "a", "b")
    note_checks(tmp_path, published)
    note_checks(tmp_path, _contents(READ + timedelta(days=9), "a", "b"))
    (found,) = freshness(published, read_checks(tmp_path))
    assert found.checked == READ + timedelta(days=9)


def test_a_changed_manual_is_as_old_as_what_is_published(tmp_path: Path) -> None:
    """A reindex that found other pages is no check of those that are published, nor of older ones after a rollback."""
    published = _contents(READ, "a", "b")
    note_checks(tmp_path, _contents(READ + timedelta(days=9), "a", "changed"))
    (found,) = freshness(published, read_checks(tmp_path))
    assert found.checked == READ


def test_the_last_extension_counts(tmp_path: Path) -> None:
    """Extensions stay on record; the newest for a manual is the one that holds."""
    for day, by in ((1, "A"), (9, "B")):
        note_extension(tmp_path, Extension("shore", date(2026, 12, day), by, READ))
    (found,) = freshness(_contents(READ, "a"), read_checks(tmp_path))
    assert found.extension is not None and found.extension.by == "B"
    assert len(read_checks(tmp_path).extensions) == 2


def test_the_record_stays_small_and_of_all_manuals(tmp_path: Path) -> None:
    """Nightly checks of one manual neither pile up nor push out those of another."""
    other = Contents((Manual("hill", "Hill"),), (), (), sources=(SourceRecord("hill", "hill", "s", READ),))
    note_checks(tmp_path, other)
    for night in range(40):
        note_checks(tmp_path, _contents(READ + timedelta(days=night), "a"))
    kept = read_checks(tmp_path).checks
    assert len(kept) < 10 and {one.manual for one in kept} == {"shore", "hill"}


def test_a_damaged_record_is_named(tmp_path: Path) -> None:
    """It is never taken for an empty one."""
    (tmp_path / FILE).write_text("{", encoding="utf-8")
    with pytest.raises(IndexUnreadable, match=FILE):
        read_checks(tmp_path)
    assert (
        freshness(replace(_contents(READ, "a"), sources=()), type(read_checks(tmp_path / "none"))())[0].checked is None
    )
