"""Puts the counter together. A new errand is named here."""

from collections.abc import Callable

from bot.front.counter import Counter
from bot.front.errands import Errands
from bot.front.errands.area import Area
from bot.front.errands.opening import Opening
from bot.front.errands.reflection import Reflecting
from bot.front.gate import Gate, OpenGate
from bot.front.last_known import LastKnown
from bot.front.privacy_guard import Screen, pass_through
from bot.front.relaying import ANSWER_WITHIN, Clock, Relaying, Understanding
from bot.front.senders import Senders
from bot.journal import Journal


def counter_over(  # noqa: PLR0913  # each is a thing that the command hands in
    understanding: Understanding,
    journal: Journal,
    *,
    senders: Senders,
    last_known: Callable[[], LastKnown],
    clock: Clock,
    gate: Gate | None = None,
    screen: Screen = pass_through,
    answer_within: float = ANSWER_WITHIN,
) -> Counter:
    """A counter over Rasa and a journal. Without a `gate` everybody may ask."""
    relaying = Relaying(understanding, last_known, clock, answer_within)
    reflecting = Reflecting(relaying, journal.reflections, clock)
    errands = Errands(
        (
            Opening(relaying, last_known),
            Area(relaying, journal.conversations, last_known),
            reflecting,
        )
    )
    return Counter(
        relaying,
        errands,
        reflecting,
        gate or OpenGate(),
        senders=senders,
        conversations=journal.conversations,
        last_known=last_known,
        screen=screen,
    )
