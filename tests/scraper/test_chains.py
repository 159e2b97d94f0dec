"""A chapter cut into pages is made whole; a manual whose every page leads to the next is not run together."""

from datetime import UTC, datetime
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from knowledge.manual import Manual
from knowledge.snapshots import Snapshots
from scraper.chains import chains
from scraper.files import read_path
from scraper.kept_readings import KeptReadings
from scraper.leaves import Leaf
from scraper.reading import Readings, read

_NOW = datetime(2026, 5, 12, 9, 0, tzinfo=UTC)


def _read(folder: Path, home: Path) -> Readings:
    pages, skipped = read_path(folder, _NOW)
    snapshots = Snapshots(home)
    snapshot = snapshots.take("added", pages, _NOW, skipped)
    kept = KeptReadings(home / "readings", "1")
    return read(
        snapshot, Manual("added", "Added"), lambda page: snapshots.content(snapshot, page), lambda _: None, kept
    )


def _write(path: Path, body: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"<html><body>{body}</body></html>", encoding="utf-8")


def test_one_stage_a_page_is_one_ladder(tmp_path: Path) -> None:
    """Three pages in one folder, each leading to the next, give one ladder of three stages."""
    folder = tmp_path / "manual"
    _write(folder / "index.html", "<h1>Contents</h1><p>Welcome to the procedures of this partnership.</p>")
    for number, role in ((1, "practitioner"), (2, "line manager"), (3, "director")):
        link = f'<a rel="next" href="stage-{number + 1}.html">Next</a>' if number < 3 else ""
        _write(
            folder / "escalation" / f"stage-{number}.html",
            f"<h1>Escalation of professional disagreements: Stage {number}</h1><h2>Stage {number}</h2>"
            f"<p>The {role} must raise the disagreement with their counterpart within {number} working days.</p>{link}",
        )
    (ladder,) = _read(folder, tmp_path / "home").ladders
    assert [stage.label for stage in ladder.stages] == ["Stage 1", "Stage 2", "Stage 3"]


def test_pages_at_the_top_stay_apart(tmp_path: Path) -> None:
    """ "Next" between chapters that stand where the manual begins joins nothing."""
    folder = tmp_path / "manual"
    for number in range(3):
        _write(
            folder / f"p_{number}.html",
            f'<h1>Topic {number}</h1><p>Record concern {number} at once.</p><a href="p_{number + 1}.html">Next</a>',
        )
    assert len(_read(folder, tmp_path / "home").chapters) == 3


@given(st.lists(st.integers(0, 7), max_size=8))
def test_no_page_is_lost_or_doubled_however_the_links_run(targets: list[int]) -> None:
    """Rings, forks and links to oneself: every page stands in exactly one chapter."""
    urls = ["index.html", *(f"a/{number}.html" for number in range(len(targets)))]
    onward = ["", *(f"a/{target}.html" for target in targets)]
    leaves = [Leaf(url, url, after) for url, after in zip(urls, onward, strict=True)]
    assert sorted(leaf.url for chain in chains(leaves) for leaf in chain) == sorted(urls)
