"""Escalation clocks: /clock starts one at the stage of the thread, /clocks lists them, a reminder's answers act on one."""

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from bot import phrases
from bot.conversations import clocks
from bot.conversations.clocks import When
from bot.front.commands import Command
from bot.front.errands.errand import Errand
from bot.front.messages import Asked, Served
from bot.front.relaying import Relaying
from bot.front.reminders import Reminders
from bot.journal.clocks import Clocks
from bot.replies import ClockView, Deadline, Outcome, Reply

MOST_CLOCKS = 20  # of one conversation
_MEANT = {
    "resolved": "resolved",
    "it is resolved": "resolved",
    "not resolved": "unresolved",
    "not resolved: next stage": "unresolved",
    "remind me tomorrow": "tomorrow",
    "my clocks": "clocks",
}
_ENDS = {"stopclock": phrases.CLOCK_STOPPED, "resolved": phrases.CLOCK_RESOLVED}


class EscalationClocks(Errand):
    """The clocks of all conversations, by their owner's hash."""

    names: ClassVar = frozenset(
        ("clock", "clocks", "clockfrom", "rename", "stopclock", "resolved", "unresolved", "tomorrow")
    )
    alone: ClassVar = True

    def __init__(self, relaying: Relaying, kept: Clocks, reminders: Reminders) -> None:
        self._relaying, self._clocks, self._reminders = relaying, kept, reminders

    def meant(self, text: str) -> Command | None:
        """A reminder's answers, typed in words; they are that only where a clock has come to its end."""
        name = _MEANT.get(" ".join(text.split()).casefold().strip(" .!"))
        return Command(name) if name else None

    async def run(self, command: Command, asked: Asked) -> Served:
        """Start a clock, list them, or act on one of them."""
        if command.name == "clock":
            return await self._begin(command.rest, asked)
        running = self._clocks.of(asked.owner)
        if not (asked.text.startswith("/") or command.name == "clocks" or _due(running, asked)):
            return Served(await self._relaying.relay(asked, asked.text))  # said of something else than a reminder
        if command.name == "clocks":
            compared = [self._reminders.compared(view) for view in running]
            return Served(clocks.listed(compared, asked.now, asked.area))
        number, _, rest = command.rest.partition(" ")
        named = [view for view in running if str(view.number) == number.strip(" .:,")]
        if not named and not command.rest:
            named = _due(running, asked) if len(running) > 1 else list(running)
        if len(named) != 1:
            return Served(clocks.which(named or running, command.name, asked.area))
        return await self._act(command.name, named[0], rest.strip(), asked)

    def take_up(self, asked: Asked, reply: Reply) -> Served | None:
        """An answer that offers clocks: where there is no choice, the clock is started at once."""
        if reply.start_clock is None:
            return None
        if not self._reminders.trusted:
            return _plain(phrases.CLOCK_WITHHELD, asked)
        return Served(self._start(reply, reply.deadlines[0], "", asked) if len(reply.deadlines) == 1 else reply)

    def kept(self, asked: Asked) -> Sequence[str]:
        """Each clock."""
        views = self._clocks.of(asked.owner)
        return [phrases.KEPT_CLOCK.format(reference=view.reference, stage=view.title) for view in views]

    def forget(self, asked: Asked) -> None:
        """Those of an owner whose name is not the conversation's; the journal forgets the others by itself."""
        self._clocks.forget(asked.owner)

    async def _begin(self, rest: str, asked: Asked) -> Served:
        """Ask the conversation which clocks the stage prints, and start the one that is named."""
        reply = await self._relaying.relay(asked, phrases.CLOCK_START_WORDS, "start_clock")
        number, _, words = rest.partition(" ")
        if reply.start_clock is None or not rest or not self._reminders.trusted:
            return self.take_up(asked, reply) or Served(reply)
        if not number.isdecimal():
            number, words = ("1" if len(reply.deadlines) == 1 else ""), rest
        if not number:
            return Served(reply)
        if not 1 <= int(number) <= len(reply.deadlines):
            last = len(reply.deadlines)
            return _plain(phrases.CLOCK_NO_SUCH.format(number=number, last=last), asked)
        limit = reply.deadlines[int(number) - 1]
        if limit.due is None:
            return _plain(phrases.CLOCK_NOT_THIS.format(why=limit.why), asked)
        return Served(self._start(reply, limit, words, asked))

    def _start(self, reply: Reply, limit: Deadline, words: str, asked: Asked) -> Reply:
        running = self._clocks.of(asked.owner)
        if len(running) >= MOST_CLOCKS:
            return clocks.said(phrases.CLOCK_TOO_MANY.format(count=len(running)), asked.area)
        since = clocks.since_in(words, asked.now)
        if since and (wrong := _unreadable(since, limit.unit)):
            return clocks.said(wrong.format(number=1 + reply.deadlines.index(limit), day="yesterday"), asked.area)
        start = since.moment if since and since.moment else asked.now
        made = clocks.kept_clock(reply, limit, start, asked.now)
        if made is None:
            return clocks.said(phrases.CLOCK_NOT_THIS.format(why=limit.why), asked.area)
        view, assumptions = made
        typed = since.rest if since else words
        code = "" if asked.left_out else clocks.code_in(typed)
        named = replace(view, reference=code or "ref {number}", area=view.area or asked.area)
        view = self._clocks.start(asked.owner, named, asked.now, asked.channel, asked.address)
        notes = [phrases.CLOCK_REFERENCE.format(reference=view.reference)] if typed.strip() and not code else []
        quote = next((one for one in reply.quotes if one.number == limit.citation), None)
        return clocks.started(view, quote, assumptions, asked.now, notes)

    async def _act(self, name: str, view: ClockView, rest: str, asked: Asked) -> Served:
        match name:
            case "rename":
                return Served(self._rename(view, rest, asked))
            case "clockfrom":
                return Served(self._count_anew(view, rest, asked))
            case "tomorrow":
                later = replace(view, remind=clocks.next_reminder(asked.now))
                self._clocks.change(asked.owner, later, asked.now)
                return Served(clocks.put_off(later))
            case "unresolved":
                return await self._next_stage(view, asked)
            case _:
                self._clocks.end(asked.owner, view.number, asked.now)
                return Served(clocks.ended(view, _ENDS[name]))

    async def _next_stage(self, view: ClockView, asked: Asked) -> Served:
        """Put the thread back at the clock's stage and ask for the next. The clock goes on where no answer came."""
        there = replace(asked, area=view.area or asked.area)
        reply = await self._relaying.relay(there, phrases.CLOCK_NEXT_WORDS, "follow_up_next", (view.ladder, view.stage))
        answered = reply.outcome is not Outcome.UNAVAILABLE
        words = phrases.CLOCK_NEXT if answered else phrases.CLOCK_STILL
        if answered:
            self._clocks.end(asked.owner, view.number, asked.now)
        return Served(replace(reply, message=f"{words.format(reference=view.reference)}\n\n{reply.message}"))

    def _rename(self, view: ClockView, words: str, asked: Asked) -> Reply:
        code = "" if asked.left_out else clocks.code_in(words)
        if not code:
            return clocks.said(phrases.CLOCK_REFERENCE.format(reference=view.reference), asked.area)
        renamed = replace(view, reference=code)
        self._clocks.change(asked.owner, renamed, asked.now)
        told = phrases.CLOCK_RENAMED.format(number=view.number, reference=code)
        return replace(clocks.said(told, asked.area, Outcome.ANSWERED), clocks=(renamed,))

    def _count_anew(self, view: ClockView, words: str, asked: Asked) -> Reply:
        if not self._reminders.trusted:
            return clocks.said(phrases.CLOCK_WITHHELD, asked.area)
        since = clocks.since_in(words if words.casefold().startswith("from ") else f"from {words}", asked.now)
        if since is None or (wrong := _unreadable(since, view.unit)):
            return clocks.said(
                (wrong if since else phrases.CLOCK_SINCE).format(number=view.number, day="yesterday"), asked.area
            )
        counted = clocks.counted_anew(view, since.moment or asked.now, asked.now)
        if counted is None:
            return clocks.said(phrases.CLOCK_SINCE.format(number=view.number), asked.area)
        again, assumptions = counted
        self._clocks.change(asked.owner, again, asked.now)
        return clocks.started(again, None, assumptions, asked.now)


def _due(running: Sequence[ClockView], asked: Asked) -> list[ClockView]:
    return [view for view in running if view.due <= asked.now]


def _unreadable(since: When, unit: str) -> str:
    """What is wrong with a start, "" where nothing is."""
    if since.moment is None:
        return phrases.CLOCK_SINCE
    return phrases.CLOCK_SINCE_TIME if unit in clocks.BY_THE_HOUR and since.earlier and not since.timed else ""


def _plain(words: str, asked: Asked) -> Served:
    return Served(clocks.said(words, asked.area))
