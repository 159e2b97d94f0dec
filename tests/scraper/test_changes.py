"""What changed is told section by section, and nothing that did not."""

from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256

from hypothesis import given
from hypothesis import strategies as st

from knowledge.contacts import ContactPoint, Telephone
from knowledge.ladders import Clock, Ladder, Stage, Unit
from knowledge.manual import Audience, Passage, Place
from scraper.changes import AmendmentKind, amendments, contact_changes, ladder_changes

_NOW = datetime(2026, 5, 12, 9, 0, tzinfo=UTC)


def _passage(path: str, text: str) -> Passage:
    return Passage(
        id=f"m/c/{path}/1",
        manual="m",
        areas=(),
        audience=Audience.PRACTITIONERS,
        chapter="Chapter",
        slug="c",
        path=(path,),
        text=text,
        url="c.html",
        amended=None,
        fetched=_NOW,
        digest=sha256(text.encode()).hexdigest(),
    )


def test_each_kind_of_change_is_told() -> None:
    """Added, removed, changed and moved sections are each named, with their words before and after."""
    before = (_passage("a", "one"), _passage("b", "two"), _passage("c", "three"), _passage("d", "four"))
    after = (_passage("a", "one"), _passage("b", "two, amended"), _passage("e", "three"), _passage("f", "five"))
    told = {(change.path[0], change.kind): (change.before, change.after) for change in amendments(before, after)}
    assert told == {
        ("b", AmendmentKind.CHANGED): ("two", "two, amended"),
        ("e", AmendmentKind.MOVED): ("three", "three"),
        ("f", AmendmentKind.ADDED): ("", "five"),
        ("d", AmendmentKind.REMOVED): ("four", ""),
    }


@given(st.dictionaries(st.text("abc", min_size=1, max_size=3), st.text("xyz ", min_size=1, max_size=8), max_size=6))
def test_nothing_changed_tells_nothing(sections: dict[str, str]) -> None:
    """A manual compared with itself has no amendment, and neither has one that differs in white space only."""
    before = [_passage(path, text) for path, text in sections.items()]
    spaced = [replace(passage, text=f" {passage.text}  ") for passage in before]
    assert amendments(before, before) == ()
    assert amendments(before, spaced) == ()


def _ladder(limit: str) -> Ladder:
    clock = Clock(2, Unit.WORKING_DAYS, limit)
    return Ladder("Escalation", (Stage("Stage 1", 1, Place((), ""), name="Managers", clocks=(clock,)),))


def test_a_time_limit_that_changes_is_told() -> None:
    """A stage whose printed limit differs is shown with both."""
    (change,) = ladder_changes([_ladder("within 2 working days")], [_ladder("within 5 working days")])
    assert (change.what, change.before, change.after) == (
        "Escalation: Stage 1",
        "Managers (within 2 working days)",
        "Managers (within 5 working days)",
    )


def test_a_number_that_changes_in_one_digit_is_told() -> None:
    """One digit is enough."""
    before = ContactPoint("MASH", Place((), ""), (Telephone("01632 960210"),))
    after = replace(before, telephones=(Telephone("01632 960211"),))
    (change,) = contact_changes([before], [after])
    assert (change.before, change.after) == ("01632 960210", "01632 960211")
    assert contact_changes([before], [before]) == ()


def test_a_number_that_several_pages_print_is_told_once() -> None:
    """The procedures team sees each way to reach a service once, however many chapters repeat it."""
    point = ContactPoint("MASH", Place((), ""), (Telephone("01632 960210"),), hours="Monday to Friday")
    again = replace(point, emails=("mash@north.example",))
    (change,) = contact_changes([], [point, again, point])
    assert change.after == "01632 960210; Monday to Friday; mash@north.example"
