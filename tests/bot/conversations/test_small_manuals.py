"""Small manuals of our own, read as any source is: refusals that help, questions back, ways round a ladder, silence."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot import phrases
from bot.conversations.asking import ask_once
from bot.replies import Outcome, Reply
from knowledge.encoder import Form
from knowledge.encoder.onnx_form import OnnxEncoder
from knowledge.library import Library
from knowledge.manual import Manual
from scraper.reindex import publish, reindex
from scraper.sources import Source
from tests.bot.conversations.conftest import FRIDAY

_ENCODER = Path(__file__).parents[3] / "var" / "encoder"
_CONTACTS = """<h1>Who to ring</h1>
<h2>Children</h2><table><tr><th>Service</th><th>Telephone</th><th>Hours</th></tr>
<tr><td>Quay Team (front door)</td><td>01632 960123</td><td>Monday to Friday, 9am to 5pm</td></tr>
<tr><td>Emergency duty team</td><td>01632 960124</td><td>Out of hours</td></tr></table>"""
_LADDER = """<h1>Settling differences</h1>
<p>If a child could be hurt while you wait, leave the stages alone and ring 999 and the Quay Team.</p>
<h2>If you hear nothing</h2><p>If no receipt has come by the end of the next working day, you must ring and ask for the duty lead of the Quay Team.</p>
<h2>Stage One: talk</h2><p>The worker must speak to the other worker within 2 working days of the decision.</p>
<h2>Stage Two: managers</h2><p>The worker's manager must ring the other manager within 4 working days of being told.</p>"""
_REFERRALS = """<h1>Asking for help</h1><h2>How to ask</h2><p>Ring the Quay Team about a child who may be hurt. You must send the green form
within 24 hours of the call.</p><h2>What happens next</h2><p>The Quay Team must decide within 1 working day of receiving the form.</p>"""
_SECOND_LADDER = """<h1>Disagreeing inside children's services</h1>
<p>For reviewing officers and managers who disagree about a child's care plan.</p>
<h2>Step 1: informal</h2><p>The reviewing officer must speak to the team manager within 3 working days about the disagreement.</p>
<h2>Step 2: formal</h2><p>The head of service must reply to the disagreement within 5 working days.</p>"""

Ask = Callable[[str], Reply]


def _manual(folder: Path, pages: dict[str, str], areas: tuple[str, ...] = ()) -> Library:
    where = folder / "pages"
    where.mkdir()
    for name, body in pages.items():
        (where / f"{name}.html").write_text(
            f"<html><head><title>{name}</title></head><body><main>{body}</main></body></html>"
        )
    source = Source(Manual("shore", "Shore Procedures", areas), str(where))
    made = reindex(folder, (source,), OnnxEncoder(_ENCODER, Form.FP32), lambda: datetime.now(UTC), lambda _: None)
    publish(folder, made.generation, override="a test", second_person="a test")
    return Library(folder, OnnxEncoder(_ENCODER, Form.INT8))


def _asker(library: Library, area: str = "") -> Ask:
    return lambda text: ask_once(text, library.current(), area=area, now=datetime.now(FRIDAY.tzinfo))


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Ask:
    """One ladder, a referral chapter, numbers."""
    pages = {"contacts": _CONTACTS, "differences": _LADDER, "asking": _REFERRALS}
    return _asker(_manual(tmp_path_factory.mktemp("shore"), pages))


@pytest.mark.parametrize(
    "text",
    ["how much does a childminder cost", "can I have a week off in august"],
)
def test_a_refusal_names_sections_and_whom_to_ask(ask: Ask, text: str) -> None:
    """It says that the manual does not say, offers what comes nearest, and names the lead, the front door and nights."""
    told = ask(text)
    assert told.outcome is Outcome.NOT_FOUND and not told.steps
    assert phrases.NOT_FOUND_CLOSEST in told.message and phrases.NOT_FOUND_LEAD in told.message
    assert {number for call in told.contacts for number in call.telephones} == {"01632 960123", "01632 960124"}
    assert all(number in told.message for number in ("01632 960123", "01632 960124"))


def test_the_way_round_a_ladder_is_never_lost(ask: Ask) -> None:
    """What speaks of danger outside the stages stands on the card of the first one, in its words."""
    told = ask("they said no and I do not agree, what now")
    assert told.stage is not None and told.stage.order == 1
    assert "If a child could be hurt while you wait, leave the stages alone" in told.message
    assert told.audit.startswith("Consulted Shore Procedures, Settling differences")


def test_silence_leads_to_what_to_do_about_it(ask: Ask) -> None:
    """Whatever words the manual has for it."""
    told = ask("sent the green form on monday and nobody has got back to me")
    assert told.outcome is Outcome.ANSWERED
    assert any("ask for the duty lead" in step.text for step in told.steps)


def test_two_procedures_are_not_mixed(tmp_path: Path) -> None:
    """Where two ladders fit, both are shown with their own words, or the one that is clearly meant; never one from both."""
    pages = {"contacts": _CONTACTS, "differences": _LADDER, "inside": _SECOND_LADDER}
    told = _asker(_manual(tmp_path, pages))("there is a disagreement, what is the first thing to do")
    assert told.outcome in (Outcome.CONFLICTING, Outcome.ANSWERED)
    if told.outcome is Outcome.CONFLICTING:
        assert len({quote.chapter for quote in told.quotes if not quote.text.startswith("Quay")} - {"Who to ring"}) == 2
        assert len(told.choices) >= 2 and told.contacts
    else:
        assert (
            len({quote.chapter for quote in told.quotes if quote.number in {step.citation for step in told.steps}}) == 1
        )


def test_a_missing_area_is_asked_for(tmp_path: Path) -> None:
    """Where areas print different times for the same thing and none is known, the area is asked for; with it, one is given."""
    pages = {
        "contacts": _CONTACTS,
        "northmoor": "<h1>Plans in Northmoor</h1><p>This page is for children who live in Northmoor.</p><h2>Review of the family plan</h2><p>The family plan must be reviewed every 6 weeks in Northmoor.</p>",
        "southmoor": "<h1>Plans in Southmoor</h1><p>This page is for children who live in Southmoor.</p><h2>Review of the family plan</h2><p>The family plan must be reviewed every 9 weeks in Southmoor.</p>",
    }
    library = _manual(tmp_path, pages, ("Northmoor", "Southmoor"))
    asked = _asker(library)("how often must the family plan be reviewed")
    assert asked.outcome is Outcome.ASK_BACK
    assert {choice.send for choice in asked.choices} == {"Northmoor", "Southmoor"}
    north = _asker(library, "Northmoor")("how often must the family plan be reviewed")
    assert "every 6 weeks" in north.message and "9 weeks" not in north.message


def test_a_front_door_by_any_name_is_whom_to_call(tmp_path: Path) -> None:
    """A service that no list of usual names knows is the front door where the pages send people to it again and again; the
    police, whom they speak of as often, are not."""
    pages = {
        "contacts": """<h1>Who to ring</h1><table><tr><th>Service</th><th>Telephone</th><th>Hours</th></tr>
<tr><td>Police</td><td>101</td><td>Day and night</td></tr><tr><td>Play bus</td><td>01632 960140</td><td>Monday to Friday, 9am to 5pm</td></tr>
<tr><td>The Beacon</td><td>01632 960141</td><td>Monday to Friday, 9am to 5pm</td></tr>
<tr><td>Night Watch</td><td>01632 960142</td><td>Out of hours</td></tr></table>""",
        "asking": """<h1>Asking for help</h1><h2>How to ask</h2><p>Ring The Beacon about a child who may be hurt. Tell the police too.
The police decide with The Beacon. You must send The Beacon the form the same day.</p>
<h2>What happens next</h2><p>The Beacon must tell you and the police what it decides within 1 working day.</p>""",
    }
    told = _asker(_manual(tmp_path, pages))("how much does a childminder cost")
    assert told.outcome is Outcome.NOT_FOUND
    assert {number for call in told.contacts for number in call.telephones} == {"01632 960141", "01632 960142"}
