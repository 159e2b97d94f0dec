"""Other things that come in stages, and words of escalation that make no ladder."""

from pathlib import Path

import pytest

from knowledge.ladders import read_ladders
from knowledge.manual import Bullets, Chapter, Item, Link, Paragraph, Section
from scraper.parse import parse


def chapter(title: str, *sections: tuple[str, str]) -> Chapter:
    return Chapter("slug", title, tuple(Section(heading, 1, (Paragraph(text),)) for heading, text in sections))


OTHERS = [
    chapter("Disciplinary Policy", ("Stage 1 Verbal warning", "Lasts 6 months."), ("Stage 2 Written warning", "You can challenge the decision or dispute it.")),
    chapter("Missing Children", ("Stage 1: Report", "Tell the police within 1 hour."), ("Stage 2: Escalation", "Escalate to a senior manager within 24 hours.")),
    chapter("If you are unhappy with our service", ("Stage 1", "We reply to your complaint in 10 working days."), ("Stage 2", "Your complaint is investigated in 25 working days.")),
    chapter("Data Breach Escalation", ("Step 1", "Tell the data officer within 24 hours."), ("Step 2", "Tell the regulator within 72 hours.")),
    chapter("Managing Conflict with Families", ("Step 1", "Stay calm. Conflict may arise."), ("Step 2", "Leave within 5 minutes.")),
    chapter("Assessment of Foster Carers", ("Stage 1", "Checks in 10 working days."), ("Stage 2", "The applicant may disagree with the report.")),
    chapter("Making Decisions", ("If you disagree", "Speak to your manager. If it is not resolved use the escalation policy. Move to Stage 3 if needed.")),
    chapter("Core Groups", ("Meetings", "The core group must meet within 10 working days. If a meeting does not take place, the social worker must tell the chair. If the plan is not working, the group must ask the team manager to escalate it.")),
    chapter("Schools", ("Key Stage 1", "Escalate a disagreement to the head."), ("Key Stage 2", "Resolve a dispute early.")),
]  # fmt: skip


@pytest.mark.parametrize("page", OTHERS, ids=lambda page: page.title)
def test_what_is_no_escalation_procedure_gives_no_ladder(page: Chapter) -> None:
    """Complaints, discipline, assessments, breaches, cross references: no stage, and so no clock."""
    assert read_ladders(page).ladders == ()


def test_roles_and_responsibilities_are_no_stages() -> None:
    """Headings that climb from practitioner to partnership under "Roles" say who is responsible, not what comes next."""
    roles = tuple(
        Section(heading, 2, (Paragraph("They must know this policy and resolve disputes."),))
        for heading in ("Practitioners", "Line managers", "Senior managers")
    )
    page = Chapter(
        "slug", "Resolving Professional Disagreements", (Section("Roles and responsibilities", 1, (), roles),)
    )
    reading = read_ladders(page)
    assert reading.ladders == ()
    assert "no stages were found" in reading.doubts[0].message


def test_a_contents_list_is_no_ladder() -> None:
    """Entries that are whole links lead to stages; they are none."""
    items = tuple(
        Item(words, links=(Link(words, f"#s{number}"),))
        for number, words in enumerate(("Stage 1: Practitioners", "Stage 2: Managers"))
    )
    page = Chapter("slug", "Escalation", (Section("Contents", 1, (Bullets(items, ordered=True),)),))
    assert read_ladders(page).ladders == ()


def test_only_the_chapters_that_dispute_decisions_give_ladders() -> None:
    """Of the whole demonstration manual, two chapters hold a ladder: agencies' disagreements, and reviewing officers'."""
    manual = Path(__file__).parents[3] / "training_data" / "manual"
    pages = sorted(page for page in manual.rglob("*.html"))
    telling = {
        page.stem
        for page in pages
        if read_ladders(parse(page.read_bytes(), url=f"https://manual.example/{page.name}")).ladders
    }
    assert len(pages) > 20
    assert telling == {"p_iro_case_escalation", "p_resolution_disagree"}
