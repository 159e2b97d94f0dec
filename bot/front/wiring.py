"""Puts the counter together. A new errand is named here, in `errands`."""

from collections.abc import Callable
from datetime import datetime

from bot.front.access import Access
from bot.front.counter import Counter
from bot.front.errands import Errands
from bot.front.errands.area import Area
from bot.front.errands.clocks import EscalationClocks
from bot.front.errands.opening import Opening
from bot.front.errands.own_data import OwnData
from bot.front.errands.reflection import Reflecting
from bot.front.gate import MembersGate, OpenGate
from bot.front.last_known import LastKnown
from bot.front.privacy_guard import Screen, pass_through
from bot.front.relaying import ANSWER_WITHIN, Relaying, Understanding
from bot.front.reminders import Reminders
from bot.front.senders import Senders
from bot.front.timekeeping import always
from bot.journal import Clocks, Journal, Retention, Threads


def counter_over(  # noqa: PLR0913  # each is a thing that the command hands in
    understanding: Understanding,
    journal: Journal,
    *,
    senders: Senders,
    last_known: Callable[[], LastKnown],
    clock: Callable[[], datetime],
    access: Access | None = None,
    open_to_all: bool = False,
    threads: Threads,
    retention: Retention = Retention(),  # noqa: B008  # frozen
    screen: Screen = pass_through,
    answer_within: float = ANSWER_WITHIN,
    clocks: Clocks | None = None,
    trusted: Callable[[], bool] = always,
) -> Counter:
    """A counter over Rasa, its tracker and a journal. Without `access` everybody may ask, as whoever sits at a terminal.

    `clocks` are those of another journal, where this one ends with the process. `trusted` says whether `clock` is to be
    believed.
    """
    gate = MembersGate(access, open_to_all=open_to_all) if access else OpenGate()
    kept = clocks or journal.clocks
    relaying = Relaying(understanding, last_known, answer_within, trusted)
    reflecting = Reflecting(relaying, journal.reflections)
    reminders = Reminders(kept, gate, last_known, trusted)
    errands = (
        Opening(relaying, last_known),
        Area(relaying, journal.conversations, last_known),
        reflecting,
        EscalationClocks(relaying, kept, reminders),
    )
    own_data = OwnData(errands, journal=journal, threads=threads, relaying=relaying, access=access, retention=retention)
    return Counter(
        relaying,
        Errands((*errands, own_data)),
        reflecting,
        gate,
        reminders,
        clock=clock,
        senders=senders,
        conversations=journal.conversations,
        last_known=last_known,
        screen=screen,
    )
