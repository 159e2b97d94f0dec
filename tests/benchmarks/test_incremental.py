"""A reindex after one chapter changed, measured on a small made-up manual."""

from pathlib import Path

from benchmarks.incremental import StandIn, figures, measure
from benchmarks.manuals import chapter_page, write_manual


def test_one_changed_section_is_all_that_is_embedded(tmp_path: Path) -> None:
    """From nothing everything is embedded, unchanged nothing, and after one section's change one passage."""
    told: list[str] = []
    first, again, changed = measure(6, StandIn(), tmp_path, told.append)
    assert first.embedded == first.passages == 30
    assert (again.embedded, changed.embedded) == (0, 1)
    assert changed.passages == first.passages
    assert changed.total >= changed.reading > 0
    assert len(told) == 3
    assert "6 chapters, one section changed" in figures([changed])


def test_made_up_chapters_differ_and_come_out_the_same_again(tmp_path: Path) -> None:
    """No two chapters have a paragraph in common; a further edition changes one section only."""
    write_manual(tmp_path, 20)
    pages = [page.read_text(encoding="utf-8") for page in sorted(tmp_path.iterdir())]
    paragraphs = [part for page in pages for part in page.split("<p>")[2:]]
    assert len(set(paragraphs)) == len(paragraphs)
    assert pages[7] == chapter_page(7)
    before, after = (chapter_page(7, edition).split("<h2>") for edition in (1, 2))
    assert [number for number, pair in enumerate(zip(before, after, strict=True)) if pair[0] != pair[1]] == [2]
