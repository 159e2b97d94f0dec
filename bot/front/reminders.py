"""Reminders whose time has come: for channels that send unasked, and for those that can only answer.

Each says whether the manual still prints what the clock was started from. While the machine's clock is not to be trusted,
none goes out.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot import phrases
from bot.conversations.clocks import reminder
from bot.front.gate import Gate
from bot.front.last_known import LastKnown
from bot.front.messages import Asked
from bot.journal.clocks import Clocks, Kept
from bot.replies import ClockView, Reply
from knowledge.office_hours import in_office_hours

SHOWN_AGAIN_AFTER = timedelta(
    hours=4
)  # in a channel that can only answer: a morning's work without the same words twice
_LATE = timedelta(minutes=30)  # after its moment a reminder still goes out, though the office has closed by then


@dataclass(frozen=True, slots=True)
class Due:
    """A reminder to send, and the clock it is for."""

    kept: Kept
    reply: Reply


class Reminders:
    """The reminders of all conversations. `trusted` says whether the machine's clock is to be believed now."""

    def __init__(
        self, clocks: Clocks, gate: Gate, last_known: Callable[[], LastKnown], trusted: Callable[[], bool]
    ) -> None:
        self._clocks, self._gate, self._last_known, self._trusted = clocks, gate, last_known, trusted

    @property
    def trusted(self) -> bool:
        """Whether deadlines can be counted now."""
        return self._trusted()

    def to_send(self, now: datetime) -> list[Due]:
        """What is to be sent now: within office hours, and to those who may still ask."""
        if not self._trusted():
            return []
        return [
            Due(kept, self._reminder(kept, now))
            for kept in self._clocks.due(now)
            if self._is_time(kept, now) and not isinstance(self._gate.opens(kept.channel, kept.conversation, ""), Reply)
        ]

    def to_show(self, asked: Asked) -> list[Reply]:
        """What is to be shown before the next answer, noted as shown."""
        if not self._trusted():
            return []
        found = self._clocks.waiting(asked.owner, asked.now, asked.now - SHOWN_AGAIN_AFTER)
        for kept in found:
            self._clocks.show(kept, asked.now)
        return [self._reminder(kept, asked.now) for kept in found]

    def compared(self, view: ClockView) -> ClockView:
        """A clock with what the manual prints now where that is something else."""
        return replace(view, changed=changed_since(view, self._last_known()))

    def _reminder(self, kept: Kept, now: datetime) -> Reply:
        return reminder(self.compared(kept.view), now, before=kept.told > 0)

    @staticmethod
    def _is_time(kept: Kept, now: datetime) -> bool:
        return kept.view.remind is not None and (in_office_hours(now) or now - kept.view.remind <= _LATE)


def changed_since(view: ClockView, known: LastKnown) -> str:
    """What the manual prints now for a clock's stage, "" where its rule still stands there or nothing is known."""
    if not known.ladders:
        return ""
    stages: Sequence[tuple[int, tuple[str, ...]]] = dict(known.ladders).get(view.ladder, ())
    rules = [rule for order, printed in stages if order == view.stage for rule in printed]
    if view.rule in rules:
        return ""
    if view.stage not in (order for order, _ in stages):
        return phrases.CLOCK_CHANGED_GONE
    if not rules:
        return phrases.CLOCK_CHANGED_NONE
    return phrases.CLOCK_CHANGED.format(now="; ".join(f"“{rule}”" for rule in dict.fromkeys(rules)))
