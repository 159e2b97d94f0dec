"""The real learning report, where it is at hand: its warning signs, questions and actions, whole and in order.

The report's own words are not kept here; items are checked by their number, their ends and a digest.
"""

import hashlib
from pathlib import Path

import pytest

from knowledge.checklists import Checklist, ChecklistKind, read_checklists
from knowledge.manual import Chapter
from scraper.parse import parse

REPORT = Path(__file__).parents[4] / "shared" / "data" / "learning-report.txt"


@pytest.fixture(scope="module")
def chapter() -> Chapter:
    """The report, parsed."""
    if not REPORT.exists():
        pytest.skip("the learning report is not beside this repository (../shared/data/learning-report.txt)")
    return parse(REPORT.read_bytes(), url="https://manual.example/learning-report.txt")


def _at(chapter: Chapter, number: str) -> list[Checklist]:
    return [one for one in read_checklists(chapter).checklists if one.place.number == number]


def test_warning_signs_are_the_eleven(chapter: Chapter) -> None:
    """4.8 gives exactly its eleven items, each a whole printed line, with number, title and lead-in sentence."""
    (signs,) = _at(chapter, "4.8")
    assert signs.kind is ChecklistKind.SIGNS
    assert signs.title.startswith("Warning Signs")
    assert signs.lead_in.endswith("as follows:") and signs.lead_in.count(".") == 0
    printed = _bullets_after("4.8")
    assert [item.text for item in signs.items] == printed
    assert len(printed) == 11
    assert signs.learning


def test_only_one_list_is_warning_signs(chapter: Chapter) -> None:
    """The case's history and what agencies would do otherwise are not warning signs."""
    assert [one.place.number for one in read_checklists(chapter).checklists if one.kind is ChecklistKind.SIGNS] == [
        "4.8"
    ]


def test_key_questions_are_six_and_two(chapter: Chapter) -> None:
    """Section 3 asks six questions; section 4 adds two."""
    assert [(one.kind, len(one.items)) for one in _at(chapter, "3")] == [(ChecklistKind.QUESTIONS, 6)]
    assert [(one.kind, len(one.items)) for one in _at(chapter, "4")] == [(ChecklistKind.QUESTIONS, 2)]


def test_actions_are_thirty_one(chapter: Chapter) -> None:
    """4.6 lists thirty-one actions, word for word as printed."""
    (actions,) = _at(chapter, "4.6")
    assert (actions.kind, len(actions.items)) == (ChecklistKind.ACTIONS, 31)
    wanted = hashlib.sha256("\n".join(_bullets_after("4.6")).encode()).hexdigest()
    assert hashlib.sha256("\n".join(item.text for item in actions.items).encode()).hexdigest() == wanted


@pytest.mark.parametrize("number", ["5.1", "5.2", "5.3", "5.4", "5.5"])
def test_recommendations_are_kept_by_agency(chapter: Chapter, number: str) -> None:
    """Each agency's recommendations are one list of actions."""
    assert [one.kind for one in _at(chapter, number)] == [ChecklistKind.ACTIONS]


def _bullets_after(number: str) -> list[str]:
    """The bulleted lines of one section, straight from the file, white space folded."""
    lines = REPORT.read_text(encoding="utf-8").splitlines()
    start = next(at for at, line in enumerate(lines) if line.startswith(f"{number}\t"))
    bullets: list[str] = []
    for line in lines[start + 1 :]:
        if line.startswith("·"):
            bullets.append(" ".join(line[1:].split()))
        elif bullets and line.strip():
            break
    return bullets
