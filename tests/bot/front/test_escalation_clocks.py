"""Escalation clocks at the counter: started, listed, renamed, counted anew, reminded of, answered, withheld."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from bot import phrases
from bot.front.counter import Counter
from bot.front.errands.clocks import MOST_CLOCKS
from bot.front.gate import OpenGate
from bot.front.messages import Message
from bot.front.reminders import Reminders
from bot.journal import Journal
from bot.replies import ClockView, Deadline, Outcome, Quote, Reply, StartClock
from knowledge.calendar import LONDON
from tests.bot.clocks import DUE, MONDAY, a_clock
from tests.bot.front.conftest import KNOWN, Remembers, counter_over

RULE = "The person who decided must reply within 2 working days."
FIRST = Deadline(RULE, 2.0, "working days", "the conversation", "person who decided", DUE, (), 1)
HOURLY = Deadline("Telephone within 24 hours.", 24.0, "hours", "", "manager", DUE, (), 2)
AT_ONCE = Deadline("Act at once.", None, "immediately", "", "", None, (), 1, "The manual says at once.")
QUOTES = (
    Quote(1, RULE, "The Manual", "Disagreements", (), "https://manual.example/d", None, None, "p1", version="May 2026"),
    Quote(2, "Telephone within 24 hours.", "The Manual", "Disagreements", (), "", None, None, "p1"),
)
OFFER = Reply(
    Outcome.ANSWERED, "which?", area="Here", quotes=QUOTES, start_clock=StartClock("m/d/D", 2, "Stage Two"), deadlines=(FIRST,)
)  # fmt: skip
BOTH = replace(OFFER, deadlines=(FIRST, HOURLY, AT_ONCE))
NEXT = Reply(Outcome.ANSWERED, "NEXT: Stage Three")


@dataclass
class Offers(Remembers):
    """An understanding that offers clocks when it is asked to start one."""

    offer: Reply = OFFER
    metadata: dict[str, Any] = field(default_factory=dict)

    async def reply(self, conversation: str, text: str, metadata: Mapping[str, str | bool]) -> Any:
        await super().reply(conversation, text, metadata)
        self.metadata = dict(metadata)
        if text == phrases.CLOCK_START_WORDS:
            return self.offer
        return NEXT if metadata.get("intent") == "follow_up_next" else Reply(Outcome.ANSWERED, f"answer to: {text}")


class Desk:
    """A counter with a clock that the test sets."""

    def __init__(self, journal: Journal) -> None:
        self.now, self.journal, self.understanding = MONDAY, journal, Offers()
        self.trusted, self.known = True, KNOWN
        self.counter = self.opened()

    def opened(self, **changed: Any) -> Counter:
        """Another counter over the same journal, as after a restart."""
        return counter_over(
            self.understanding, self.journal, **{"clock": lambda: self.now, "trusted": lambda: self.trusted, **changed}
        )

    async def say(self, text: str, conversation: str = "1", **more: Any) -> Reply:
        return (await self.counter.serve(Message("test", conversation, text, "Here", **more))).reply

    def clocks(self, conversation: str = "1") -> tuple[ClockView, ...]:
        return self.journal.clocks.of(self.counter.sender(Message("test", conversation, "")))


@pytest.fixture
def desk(journal: Journal) -> Desk:
    return Desk(journal)


async def test_one_printed_clock_is_started_at_once(desk: Desk) -> None:
    """The rule is quoted, with what was counted, when the reminder comes, and a code of our own."""
    reply = await desk.say("start the clock")
    assert f"“{RULE}”" in reply.message and "ref 1, Stage Two" in reply.message and "May 2026" in reply.message
    assert "17:00, Wednesday 25 November 2026" in reply.message and "the conversation" in reply.message
    (view,) = reply.clocks
    assert (view.due, view.remind, view.stage, view.ladder) == (DUE, DUE, 2, "m/d/D")
    assert desk.clocks() == (view,)
    assert {choice.send for choice in reply.choices} == {"/stopclock 1", "/clocks"}


async def test_of_several_the_person_picks(desk: Desk) -> None:
    """Nothing is started until one is picked; one that cannot be counted says why."""
    desk.understanding.offer = BOTH
    assert (await desk.say("/clock")).start_clock and not desk.clocks()
    assert (await desk.say("/clock ref 9")).start_clock and not desk.clocks(), "a code alone picks none of several"
    started = await desk.say("/clock 2 case 12")
    assert started.clocks[0].rule == "Telephone within 24 hours." and started.clocks[0].reference == "case 12"
    assert started.clocks[0].due == MONDAY + timedelta(hours=24)
    assert "The manual says at once." in (await desk.say("/clock 3")).message
    assert "from 1 to 3" in (await desk.say("/clock 4")).message
    assert "from 1 to 3" in (await desk.say("/clock 0")).message
    assert len(desk.clocks()) == 1


async def test_a_name_is_no_reference(desk: Desk) -> None:
    """Told, and a code of our own is used; nothing of the words is kept."""
    reply = await desk.say("/clock 1 Jayden Canary")
    assert reply.clocks[0].reference == "ref 1" and "no names" in reply.message
    assert "Canary" not in reply.message and "no names" in (await desk.say("/rename 1 Canary")).message
    assert (await desk.say("/rename 1 AB-12")).clocks[0].reference == "AB-12" and desk.clocks()[0].reference == "AB-12"


async def test_a_clock_that_began_earlier(desk: Desk) -> None:
    """Counted from the day that is said; by the hour only with a time; an unreadable day starts nothing."""
    reply = await desk.say("/clock 1 ref 5 from Friday")
    assert reply.clocks[0].due == datetime(2026, 11, 24, 17, tzinfo=LONDON) and reply.clocks[0].reference == "ref 5"
    passed = await desk.say("/clockfrom 1 from 18 November")
    assert passed.clocks[0].due == datetime(2026, 11, 20, 17, tzinfo=LONDON) and phrases.CLOCK_PASSED in passed.message
    assert passed.clocks[0].remind == datetime(2026, 11, 24, 9, tzinfo=LONDON) and "/unresolved 1" in {
        choice.send for choice in passed.choices
    }
    assert "could not read" in (await desk.say("/clockfrom 1 the other day")).message
    desk.understanding.offer = BOTH
    assert "time too" in (await desk.say("/clock 2 from yesterday")).message
    timed = await desk.say("/clock 2 from yesterday 14:30")
    assert timed.clocks[0].due == datetime(2026, 11, 23, 14, 30, tzinfo=LONDON)
    assert "could not read" in (await desk.say("/clock 1 from tomorrow")).message and len(desk.clocks()) == 2


async def test_a_reminder_comes_with_the_next_reply(desk: Desk) -> None:
    """Not before its time, once, before the answer; again after four hours, marked; and after a restart."""
    await desk.say("start the clock")
    desk.now = DUE - timedelta(minutes=1)
    assert (await desk.say("who do I call")).message == "answer to: who do I call"
    desk.now = DUE + timedelta(hours=14)
    reply = await desk.say("who do I call")
    assert reply.message.startswith("REMINDER: ref 1") and reply.message.endswith("answer to: who do I call")
    assert [choice.send for choice in reply.choices] == ["/resolved 1", "/unresolved 1", "/tomorrow 1"]
    assert reply.clocks[0].due == DUE
    assert "REMINDER" not in (await desk.say("thanks")).message
    assert "REMINDER" not in (await desk.say("who do I call", "2")).message, "nobody sees another's"
    desk.counter = desk.opened()
    desk.now += timedelta(hours=4)
    assert (await desk.say("hello again")).message.startswith("REMINDER, GIVEN BEFORE AND STILL OPEN")


async def test_danger_comes_without_reminders(desk: Desk) -> None:
    """The card stands alone; the reminder waits for the next message."""
    await desk.say("start the clock")
    desk.now = DUE + timedelta(hours=1)
    card = await desk.say("he has a knife and says he will kill her now")
    assert card.danger and "REMINDER" not in card.message
    assert "REMINDER" in (await desk.say("who do I call")).message


@pytest.mark.parametrize(("said", "gone"), [("/resolved 1", True), ("Resolved", True), ("/stopclock 1", True)])
async def test_resolved_or_stopped(desk: Desk, said: str, gone: bool) -> None:
    """The clock ends and nothing of it is kept; a second tap says that it does not run."""
    await desk.say("start the clock")
    desk.now = DUE
    await desk.say("hello")
    assert "ref 1" in (await desk.say(said)).message
    assert (not desk.clocks()) is gone
    assert (await desk.say("/resolved 1")).message == phrases.CLOCKS_NO
    assert "no clock running" in (await desk.say("/clocks")).message


async def test_not_resolved_leads_to_the_next_stage(desk: Desk) -> None:
    """Days later, in a session that knows nothing: the thread is put back at the clock's stage, and the clock ends."""
    await desk.say("start the clock")
    desk.now = DUE
    reply = await desk.say("/unresolved 1")
    assert reply.message.endswith(NEXT.message) and "ref 1" in reply.message and not desk.clocks()
    told = desk.understanding.metadata
    assert (told["ladder"], told["stage"], told["intent"]) == ("m/d/D", "2", "follow_up_next")


async def test_the_clock_goes_on_where_the_next_stage_cannot_be_looked_up(desk: Desk) -> None:
    """Rasa is down: the card says so, and the clock is not lost."""
    await desk.say("start the clock")
    desk.understanding.fails = True
    reply = await desk.say("/unresolved 1")
    assert reply.outcome is Outcome.UNAVAILABLE and "still runs" in reply.message and len(desk.clocks()) == 1


async def test_remind_me_tomorrow(desk: Desk) -> None:
    """At the next working day's opening; the limit itself does not move."""
    await desk.say("/clock 1 from Wednesday 9am")
    desk.now = datetime(2026, 11, 27, 16, 0, tzinfo=LONDON)
    assert "REMINDER" in (await desk.say("hello")).message
    reply = await desk.say("remind me tomorrow")
    (view,) = desk.clocks()
    assert view.remind == datetime(2026, 11, 30, 9, 0, tzinfo=LONDON) and view.due == datetime(
        2026, 11, 20, 17, tzinfo=LONDON
    )
    assert "09:00, Monday 30 November 2026" in reply.message and "20 November" in reply.message
    desk.now = datetime(2026, 11, 30, 8, 59, tzinfo=LONDON)
    assert "REMINDER" not in (await desk.say("hello")).message
    desk.now = datetime(2026, 11, 30, 9, 0, tzinfo=LONDON)
    assert "REMINDER, GIVEN BEFORE" in (await desk.say("hello")).message


async def test_clocks_are_listed_and_picked(desk: Desk) -> None:
    """The next to end first, each with its stop; a command without a number asks which, where there are several."""
    desk.understanding.offer = BOTH
    await desk.say("/clock 1")
    await desk.say("/clock 2")
    reply = await desk.say("/clocks")
    assert [view.number for view in reply.clocks] == [2, 1]
    assert {"/stopclock 1", "/stopclock 2"} <= {choice.send for choice in reply.choices}
    asked = await desk.say("/stopclock")
    assert asked.outcome is Outcome.ASK_BACK and [choice.send for choice in asked.choices] == [
        "/stopclock 1",
        "/stopclock 2",
    ]
    assert [choice.send for choice in (await desk.say("/resolved 7")).choices] == ["/resolved 1", "/resolved 2"]
    assert len(desk.clocks()) == 2
    assert "ref 2" in (await desk.say("/mydata")).message


async def test_nobody_keeps_clocks_without_end(desk: Desk) -> None:
    """As many as one person can look after."""
    for _ in range(MOST_CLOCKS):
        await desk.say("start the clock")
    assert str(MOST_CLOCKS) in (await desk.say("start the clock")).message and len(desk.clocks()) == MOST_CLOCKS


async def test_a_clock_that_jumped_withholds_deadlines(desk: Desk) -> None:
    """No deadline is counted and no reminder shown while the time is in doubt; nothing is lost by it."""
    await desk.say("start the clock")
    desk.now, desk.trusted = DUE + timedelta(hours=1), False
    assert "REMINDER" not in (await desk.say("hello")).message
    assert (await desk.say("start the clock")).message == phrases.CLOCK_WITHHELD
    assert (await desk.say("/clockfrom 1 yesterday")).message == phrases.CLOCK_WITHHELD
    desk.trusted = True
    assert "REMINDER" in (await desk.say("hello")).message


@pytest.mark.parametrize(
    ("printed", "told"),
    [
        ((("m/d/D", ((2, (RULE,)),)),), ""),
        ((), ""),  # nothing is known of the manual: nothing is claimed
        ((("m/d/D", ((2, ("Reply within 5 days.",)),)),), "“Reply within 5 days.”"),
        ((("m/d/D", ((2, ()),)),), "no time limit"),
        ((("m/d/D", ((1, (RULE,)),)),), "no longer find"),
        ((("other", ((2, (RULE,)),)),), "no longer find"),
    ],
)
async def test_a_manual_that_changed_since_is_told(desk: Desk, printed: Any, told: str) -> None:
    """The reminder and the list say what is printed now, where it is something else."""
    await desk.say("start the clock")
    desk.counter = desk.opened(known=replace(KNOWN, ladders=printed))
    desk.now = DUE
    for reply in (await desk.say("hello"), await desk.say("/clocks")):
        assert (phrases.CLOCK_CHANGED[:28] in reply.message) is bool(told) and told in reply.message
        assert told in reply.clocks[0].changed and bool(reply.clocks[0].changed) is bool(told)


async def test_a_clock_outlives_a_conversation_that_lasts_only_once(desk: Desk) -> None:
    """A terminal's conversation has a new name each time; its owner's clocks are there again, and can be forgotten."""
    await desk.say("start the clock", "first", owner="terminal")
    desk.now = DUE
    assert "REMINDER" in (await desk.say("hello", "second", owner="terminal")).message
    assert "REMINDER" not in (await desk.say("hello", "third", owner="somebody else")).message
    await desk.say("/forget yes", "fourth", owner="terminal")
    assert "no clock" in (await desk.say("/clocks", "fifth", owner="terminal")).message


async def test_a_message_may_say_when_it_was_said(desk: Desk) -> None:
    """So that a conversation over days can be replayed; Rasa is told the same moment."""
    await desk.say("start the clock", now=datetime(2026, 12, 23, 15, tzinfo=LONDON))
    assert desk.clocks()[0].due == datetime(2026, 12, 29, 17, tzinfo=LONDON)
    assert desk.understanding.metadata["now"].startswith("2026-12-23T15:00")


@pytest.mark.parametrize("words", ["resolved", "Not resolved", "remind me tomorrow"])
async def test_without_a_due_clock_such_words_are_the_thread_s(desk: Desk, words: str) -> None:
    """ "Not resolved" in a thread on a ladder is about that thread, and ends nobody's clock."""
    assert (await desk.say(words)).message == f"answer to: {words}"
    await desk.say("start the clock")
    assert (await desk.say(words)).message == f"answer to: {words}" and len(desk.clocks()) == 1
    assert (await desk.say("/resolved 9")).clocks == desk.clocks()


class Refusing(OpenGate):
    """A gate that lets nobody through."""

    def opens(self, channel: str, sender: str, text: str) -> Reply:  # type: ignore[override]
        return Reply(Outcome.ASK_BACK, "not you")


def test_who_may_no_longer_ask_is_not_reminded(journal: Journal) -> None:
    """A leaver's clock sends nothing; somebody who may ask is reminded."""
    journal.clocks.start("a", a_clock(), MONDAY, "telegram", "7")
    for gate, sent in ((Refusing(), 0), (OpenGate(), 1)):
        assert len(Reminders(journal.clocks, gate, lambda: KNOWN, lambda: True).to_send(DUE)) == sent
