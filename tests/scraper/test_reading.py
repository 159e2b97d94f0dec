"""What is read from a page of a manual that serves several areas is for the areas that its headings name."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from knowledge.manual import Manual
from knowledge.snapshots import KeptPage, Snapshot, digest
from scraper.kept_readings import KeptReadings
from scraper.reading import Readings, read

MANUAL = Manual("fold", "Fold Procedures", ("Northmoor", "Eastfold", "Westfold"))
NOW = datetime(2026, 11, 2, tzinfo=UTC)


@pytest.fixture
def readings(tmp_path: Path) -> Callable[..., Readings]:
    """Reads one page of a manual."""

    def reading(html: str, manual: Manual = MANUAL) -> Readings:
        page = KeptPage("https://fold.example/p_page.html", digest(html.encode()), "text/html", NOW)
        snapshot = Snapshot(manual.id, "m", NOW, (page,), ())
        return read(snapshot, manual, lambda _: html.encode(), lambda _: None, KeptReadings(tmp_path, "1"))

    return reading


def test_checklists_and_levels_under_an_areas_heading_are_its_own(readings: Callable[..., Readings]) -> None:
    """A heading that names an area narrows the passages, the checklist and the levels below it."""
    found = readings(
        "<h1>Neglect</h1><h2>Signs in all areas</h2><p>Signs of neglect include:</p><ul><li>hunger</li><li>cold</li>"
        "<li>dirty clothes</li></ul><h2>Northmoor</h2><h3>Signs of neglect</h3><p>Signs of neglect include:</p>"
        "<ul><li>missed lifts</li><li>no coat</li><li>no shoes</li></ul>"
    )
    assert {one.items[0].text: one.areas for one in found.checklists} == {"hunger": (), "missed lifts": ("Northmoor",)}
    assert all((one.areas == ("Northmoor",)) == ("Northmoor" in one.path) for one in found.passages)


def test_levels_under_an_areas_heading_are_its_own(readings: Callable[..., Readings]) -> None:
    """A threshold table that stands under one area's heading is not another's."""
    found = readings(
        "<h1>Levels of need</h1><h2>Eastfold: levels of need</h2><table><tr><th>Part of life</th><th>Level 1 Universal"
        "</th><th>Level 2 Early help</th><th>Level 3 Social work</th></tr><tr><td>Health</td><td>Immunised</td>"
        "<td>Missed checks</td><td>Untreated illness</td></tr><tr><td>School</td><td>Attends</td><td>Late</td>"
        "<td>Never seen</td></tr></table>"
    )
    assert [one.areas for one in found.schemes] == [("Eastfold",)]


def test_a_ladder_under_an_areas_heading_is_its_own(readings: Callable[..., Readings]) -> None:
    """All stages under one area's heading: the ladder is for that area; a last stage alone does not narrow it."""
    stages = (
        "<h3>Stage 1: Talk</h3><p>The practitioner must speak to the other worker within 2 working days.</p>"
        "<h3>Stage 2: Managers</h3><p>The line manager should contact their counterpart within 3 working days.</p>"
    )
    own = readings(f"<h1>Resolving disagreements</h1><h2>Northmoor: escalation</h2>{stages}")
    assert [one.areas for one in own.ladders] == [("Northmoor",)]
    shared = readings(f"<h1>Resolving disagreements</h1>{stages}<h3>Stage 3 - Northmoor</h3><p>A panel meets.</p>")
    assert [one.areas for one in shared.ladders] == [()]
    assert [one.areas for one in shared.passages if "panel" in one.text] == [("Northmoor",)]


@pytest.mark.parametrize("dash", ["-", "–", "&mdash;"])
def test_a_dash_is_kept_in_the_passage_and_is_no_time_limit(readings: Callable[..., Readings], dash: str) -> None:
    """A cell of a lone dash keeps its place in the words, and is never read as hours, a role or a clock."""
    found = readings(
        "<h1>Contacts</h1><table><tr><th>Service</th><th>Hours</th><th>Telephone</th></tr>"
        f"<tr><td>Front Door</td><td>{dash}</td><td>01632 960210</td></tr></table>"
    )
    (passage,) = found.passages
    assert passage.text.split("\n")[1].split(" | ")[1] in "-–—"
    assert [(one.service, one.hours) for one in found.contacts] == [("Front Door", "")]


def test_a_manual_of_one_area_is_never_narrowed(readings: Callable[..., Readings]) -> None:
    """Naming its only area, or none, leaves everything for that area."""
    found = readings(
        "<h1>Northmoor visits</h1><h2>Northmoor</h2><p>Visit weekly.</p>", Manual("n", "N", ("Northmoor",))
    )
    assert {one.areas for one in found.passages} == {("Northmoor",)}
