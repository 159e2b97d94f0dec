"""A reply as parts of a page."""

from dataclasses import replace

import pytest

from bot import phrases
from bot.conversations.danger import danger_reply
from bot.front import danger_first
from bot.front.web.layout import Part, parts
from bot.replies import Outcome, Reply
from tests.bot.front.conftest import DOOR
from tests.bot.front.web import canned

HOSTS = ("manual.example",)


def part(kind: str, reply: Reply = canned.STEPS) -> Part:
    """The first part of a kind."""
    return next(one for one in parts(reply, HOSTS) if one.kind == kind)


def heading(one: Part) -> str:
    """Its heading's words."""
    return "".join(run.text for run in one.heading)


def test_the_parts_of_an_answer() -> None:
    """In the order of the message, each known by its heading."""
    kinds = [one.kind for one in parts(canned.STEPS, HOSTS)]
    assert kinds == ["warning", "next", "when", "note", "call", "sources", "audit"]


def test_headings_are_no_shouting() -> None:
    """What the message sets off by capitals, the page sets off by size."""
    assert heading(part("next")) == "Next: Stage One: Speak to the person who decided"
    assert heading(part("note")) == "But note"


def test_steps() -> None:
    """Numbered, with must and should as words, each with the quotation it cites; the rest of them is at hand."""
    steps = part("next")
    assert [line.force for line in steps.lines] == ["must", "should"]
    assert [line.mark for line in steps.lines] == ["numbered", "numbered"]
    assert [quote.number for line in steps.lines for quote in line.quotes] == [1, 2]
    assert [line.text for line in steps.more] == ["“Keep a copy.”"]
    assert phrases.MORE_STEPS.split("{")[0] not in "".join(line.text for line in steps.lines)


def test_limits_that_the_message_leaves_out() -> None:
    """Every exception that the reply holds can be opened."""
    assert [line.text for line in part("note").more] == ["“You need nobody's permission.”"]


def test_whom_to_call() -> None:
    """Each line that names a contact point is known as that one."""
    assert [line.call for line in part("call").lines] == [canned.OPEN, canned.SHUT]


def test_only_the_manuals_hosts_are_links() -> None:
    """An address elsewhere is text."""
    hrefs = [run.href for one in parts(canned.STEPS, HOSTS) for line in one.lines for run in line.runs if run.href]
    assert "https://manual.example/escalation" in hrefs
    assert not any("elsewhere" in href for href in hrefs)
    assert not any(run.href for line in part("sources", canned.STEPS).lines for run in line.runs if "phish" in run.text)


def test_only_known_numbers_can_be_dialled() -> None:
    """National numbers and the reply's own contact points; a number that merely stands in a quotation cannot."""
    reply = Reply(Outcome.ANSWERED, "Call 999 or 01632 960111, not 01632 960999, 9990 or x999.", contacts=(DOOR,))
    runs = [run for one in parts(reply, ()) for line in one.lines for run in line.runs]
    assert [(run.text, run.href) for run in runs if run.href] == [
        ("999", "tel:999"),
        ("01632 960111", "tel:+441632960111"),
    ]


def test_a_checklist_is_shown_whole() -> None:
    """Though the message cuts it."""
    assert part("checklist", canned.SIGNS).lines == ()
    assert len(canned.SIGNS.checklist.items if canned.SIGNS.checklist else ()) == 3


def test_a_list_that_the_conversation_ticks() -> None:
    """Its ticks are the conversation's, and what stands below it has a heading."""
    assert [one.kind for one in parts(canned.READY, HOSTS)] == ["warning", "ready", "text"]
    assert heading(parts(canned.READY, HOSTS)[2]) == "Still to find: 2"


def test_a_banner() -> None:
    """That a manual is old is set off from what it says."""
    old = replace(canned.SILENT, banner="Last checked long ago.", message="Last checked long ago.\n\nx")
    assert [one.kind for one in parts(old, HOSTS)] == ["banner", "text"]


def test_the_danger_card() -> None:
    """Card, whom to tell, and the answer below: the card first."""
    card = danger_reply(None, (DOOR,), "Here")
    both = danger_first.below(card, canned.STEPS, None)
    kinds = [one.kind for one in parts(both, HOSTS)]
    assert kinds[:2] == ["danger", "call"]
    assert "next" in kinds


def test_levels() -> None:
    """The name of each level heads its words."""
    lines = parts(canned.LEVELS, HOSTS)[0].lines
    assert [line.text for line in lines if line.heads] == ["Level 1: Universal", "Level 2: Early Help"]


@pytest.mark.parametrize("message", ["", "\n", "\n\n\n", "x", phrases.NEXT, f"{phrases.NEXT}\n{phrases.CALL}", "[1]", "1. ", "- ", "🔴", phrases.DANGER_CARD, phrases.UNAVAILABLE, "- Front Door", f"{phrases.NEXT}\n1. “x” [99] MUST"])  # fmt: skip
def test_any_message(message: str) -> None:
    """Whatever a message looks like, its words are on the page."""
    shown = parts(replace(canned.STEPS, message=message), HOSTS)
    words = "".join(heading(one) + "".join(line.text for line in one.lines) for one in shown)
    for word in message.replace("🔴", "").split():
        if word.strip("[]0123456789.-") and word not in ("MUST",):
            assert word.casefold() in words.casefold()


def test_what_cannot_be_laid_out_is_shown_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """Line by line."""
    monkeypatch.setattr("bot.front.web.layout._blocks", lambda message: 1 / 0)
    assert [line.text for line in parts(Reply(Outcome.ANSWERED, "one\ntwo"), ())[0].lines] == ["one", "two"]
