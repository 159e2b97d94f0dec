"""Puts the counter together. A new errand is named here, in `errands`."""

from collections.abc import Callable

from bot.front.access import Access
from bot.front.counter import Counter
from bot.front.errands import Errands
from bot.front.errands.area import Area
from bot.front.errands.opening import Opening
from bot.front.errands.own_data import OwnData
from bot.front.errands.reflection import Reflecting
from bot.front.gate import MembersGate, OpenGate
from bot.front.last_known import LastKnown
from bot.front.privacy_guard import Screen, pass_through
from bot.front.relaying import ANSWER_WITHIN, Clock, Relaying, Understanding
from bot.front.senders import Senders
from bot.journal import Journal, Retention, Threads


def counter_over(  # noqa: PLR0913  # each is a thing that the command hands in
    understanding: Understanding,
    journal: Journal,
    *,
    senders: Senders,
    last_known: Callable[[], LastKnown],
    clock: Clock,
    access: Access | None = None,
    open_to_all: bool = False,
    threads: Threads,
    retention: Retention = Retention(),  # noqa: B008  # frozen
    screen: Screen = pass_through,
    answer_within: float = ANSWER_WITHIN,
) -> Counter:
    """A counter over Rasa, its tracker and a journal. Without `access` everybody may ask, as whoever sits at a terminal."""
    relaying = Relaying(understanding, last_known, clock, answer_within)
    reflecting = Reflecting(relaying, journal.reflections, clock)
    errands = (
        Opening(relaying, last_known),
        Area(relaying, journal.conversations, last_known),
        reflecting,
    )
    own_data = OwnData(errands, journal=journal, threads=threads, relaying=relaying, access=access, retention=retention)
    return Counter(
        relaying,
        Errands((*errands, own_data)),
        reflecting,
        MembersGate(access, open_to_all=open_to_all) if access else OpenGate(),
        senders=senders,
        conversations=journal.conversations,
        last_known=last_known,
        screen=screen,
    )
