"""A disagreement over days, with real Rasa and the real actions: a clock is started, its time passes, nobody has replied."""

from datetime import datetime, timedelta

import pytest

from bot.front.counter import Counter
from bot.front.last_known import last_known
from bot.front.messages import Message
from bot.front.privacy_guard import guard
from bot.front.rasa import Understanding
from bot.front.senders import Senders
from bot.front.wiring import counter_over
from bot.journal import Threads, in_memory
from bot.processes import Running
from bot.replies import Outcome, Reply
from knowledge.calendar import LONDON
from knowledge.library import Library
from tests.bot.dialogues.conftest import MONDAY

pytestmark = pytest.mark.rasa


class Days:
    """One person over several days; `now` is the time that the counter is told."""

    def __init__(self, counter: Counter, chat: str) -> None:
        self.counter, self.chat, self.now = counter, chat, MONDAY

    async def say(self, text: str) -> Reply:
        return (await self.counter.serve(Message("test", self.chat, text, "Ambleford", now=self.now))).reply


async def test_from_a_dispute_to_the_next_stage(
    speaking: Running, library: Library, patience: float, chat: str
) -> None:
    """Dispute, start the clock, two working days over a weekend pass, the reminder, not resolved: stage two's steps."""
    known = last_known(library.current(), MONDAY)
    async with Understanding(speaking.rasa, budget=patience) as understanding:
        counter = counter_over(
            understanding,
            in_memory(),
            senders=Senders(b"k" * 32),
            last_known=lambda: known,
            clock=lambda: MONDAY,
            threads=Threads(speaking.tracker),
            screen=guard(lambda: known),
            answer_within=patience,
        )
        days = Days(counter, f"{chat}-clock")
        days.now = datetime(2026, 11, 27, 11, 0, tzinfo=LONDON)  # a Friday
        dispute = await days.say("mash nfa'd my referral, dont agree. what next")
        assert dispute.stage is not None and dispute.stage.order == 1
        assert "start the clock" in {choice.send for choice in dispute.choices}

        offered = await days.say("start the clock")
        assert offered.start_clock is not None and len(offered.deadlines) > 1
        reply_limit = next(place for place, one in enumerate(offered.deadlines, 1) if one.value == 2)
        started = await days.say(f"/clock {reply_limit}")
        (clock,) = started.clocks
        assert clock.rule in started.message and clock.rule in {quote.text for quote in offered.quotes}
        assert clock.due == datetime(2026, 12, 1, 17, 0, tzinfo=LONDON)

        days.now = clock.due - timedelta(hours=1)
        assert "REMINDER" not in (await days.say("who do i call")).message
        days.now = clock.due + timedelta(minutes=5)
        reminded = await days.say("what are the warning signs of neglect")
        assert reminded.message.startswith("REMINDER") and clock.rule in reminded.message and reminded.checklist
        assert clock.changed == "" == reminded.clocks[0].changed

        unresolved = next(choice.send for choice in reminded.choices if choice.send.startswith("/unresolved"))
        upward = await days.say(unresolved)
        assert upward.outcome is Outcome.ANSWERED and upward.stage is not None and upward.stage.order == 2
        assert upward.steps and any("line manager" in step.text for step in upward.steps)
        assert (await days.say("/clocks")).clocks == ()

        second = await days.say("start the clock")
        assert second.start_clock is not None and second.start_clock.stage == 2, "the thread stands at the next stage"
        third = await days.say("and if they still say no?")
        assert third.stage is not None and third.stage.order == 3
        none = await days.say("start the clock")
        assert none.start_clock is None and not none.clocks and "states no time limit" in none.message
