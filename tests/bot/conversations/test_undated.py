"""While the clock is in doubt, a card shows limits as printed and counts nothing by it."""

from dataclasses import replace
from datetime import UTC, datetime

from bot import phrases
from bot.conversations.cards import calls_block, undated
from bot.conversations.cards.deadlines import when_block
from bot.replies import Call, Deadline, Outcome, Reply

DUE = datetime(2026, 11, 24, 17, tzinfo=UTC)
LIMIT = Deadline(
    "raise it within 1 working day", 1.0, "working days", "", "", DUE, ("Starts on Monday 23 November 2026.",), 1
)
PLAIN = replace(LIMIT, text="at once", due=None, assumptions=(), why="The manual prints no number.")
OPEN = Call("Hub", ("Here",), ("01632 960111",), (), (), "9am to 5pm", False, True, None, 1)
NIGHT = Call("Night Team", (), ("01632 960222",), (), (), "", True, False, None, 2)


def card(*, brief: bool) -> Reply:
    lines = [*when_block((LIMIT, PLAIN), (), brief=brief), "", *calls_block((OPEN, NIGHT), brief=brief)]
    return Reply(Outcome.ANSWERED, "\n".join(lines), deadline=LIMIT, deadlines=(LIMIT, PLAIN), contacts=(OPEN, NIGHT))


def test_no_date_and_no_open_now_is_left() -> None:
    """In the words and in the data, in either view; limits, numbers and printed hours stay."""
    for brief in (False, True):
        before = card(brief=brief)
        assert "24 November" in before.message and phrases.OPEN_NOW in before.message
        after = undated(before)
        for gone in ("November", phrases.OPEN_NOW, phrases.CLOSED_NOW, "()"):
            assert gone not in after.message, (gone, after.message)
        for kept in ("within 1 working day", "01632 960111", "01632 960222", phrases.DUE_NOT_COUNTED, PLAIN.why):
            assert kept in after.message
        assert [one.due for one in after.deadlines] == [None, None] and after.deadline and after.deadline.due is None
        assert {call.open_now for call in after.contacts} == {None}


def test_a_card_without_dates_stays_as_it_is() -> None:
    """Nothing else is touched, a line that merely mentions opening least of all."""
    plain = Reply(Outcome.ANSWERED, "NEXT\n1. “Ask whether they are open now; write it down.” [1]\n\nSOURCES")
    assert undated(plain) == plain
