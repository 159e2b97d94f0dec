"""docs/json.md names every field that is printed, so that it fails when it lies."""

import re
from dataclasses import fields
from datetime import UTC, datetime
from pathlib import Path

from bot.replies import (
    CheckItem,
    CheckList,
    Choice,
    Deadline,
    LadderView,
    LevelView,
    Missed,
    Outcome,
    Quote,
    Reply,
    Rung,
    ShortForm,
    StageView,
    Step,
)
from knowledge.ladders import Unit
from scraper.extract import as_json, extract

_PAGE = (Path(__file__).parents[2] / "docs" / "json.md").read_text(encoding="utf-8")
_NAMED = set(re.findall(r"`([^`]+)`", _PAGE))


def test_every_field_of_a_reply_is_documented() -> None:
    """A program that reads a reply finds each of its fields on the page."""
    shapes = (
        Reply,
        Step,
        Quote,
        CheckList,
        CheckItem,
        Choice,
        Deadline,
        LadderView,
        LevelView,
        Missed,
        Rung,
        ShortForm,
        StageView,
    )
    missing = {field.name for shape in shapes for field in fields(shape)} - _NAMED
    assert not missing


def test_every_outcome_and_unit_is_documented() -> None:
    """The page names each value that an outcome or a unit can have."""
    assert not {outcome.value for outcome in Outcome} - _NAMED
    assert not {unit.value for unit in Unit} - _NAMED


def test_every_field_of_an_extraction_is_documented() -> None:
    """The page names each field that `extract --json` prints."""
    page = b"""<h1>Escalation</h1><h2>Stage 1: Talk</h2><p>The practitioner must ring the manager within 2 working days.</p>
    <h2>Stage 2: Managers</h2><p>The manager must reply within 3 working days.</p><p>Ring the Front Door on 01632 960210.</p>
    <h2>Warning signs of neglect</h2><ul><li>Often hungry</li><li>Often dirty</li><li>Often absent</li></ul>"""
    found = as_json(
        extract(page, url="p_escalation.html", media_type="text/html", now=datetime(2026, 5, 12, tzinfo=UTC))
    )
    assert found["ladders"] and found["contacts"] and found["checklists"]
    assert not _keys(found) - _NAMED - {"amended_text", "reviewed_text", "next_review_text"}


def _keys(value: object) -> set[str]:
    if isinstance(value, dict):
        return set(value) | {key for inner in value.values() for key in _keys(inner)}
    if isinstance(value, list):
        return {key for inner in value for key in _keys(inner)}
    return set()
