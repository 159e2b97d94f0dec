"""Where personal data is found before a message is relayed or kept. What counts as such is the conversations' affair."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from bot.conversations.privacy import screen
from bot.front.last_known import LastKnown


class Screened(Protocol):
    """A message without the personal data that was in it, and the kinds that were found ("a name", "a postcode")."""

    @property
    def text(self) -> str:
        """What may be passed on."""
        ...

    @property
    def found(self) -> tuple[str, ...]:
        """What was left out, in words fit for the person who wrote it."""
        ...


Screen = Callable[[str], Screened]


@dataclass(frozen=True, slots=True)
class Unscreened:
    """A message as it is."""

    text: str
    found: tuple[str, ...] = ()


def pass_through(text: str) -> Screened:
    """Finds nothing: where no guard is at hand."""
    return Unscreened(text)


def guard(last_known: Callable[[], LastKnown]) -> Screen:
    """The guard of the front: what a manual's areas and front doors make public passes, all else that identifies goes."""
    return lambda text: screen(text, _public(last_known()))


def _public(known: LastKnown) -> tuple[str, ...]:
    calls = {call for _, calls in known.doors for call in calls}
    numbers = (number for call in calls for number in (*call.telephones, *call.e164))
    emails = (email for call in calls for email in call.emails)
    services = (name for call in calls for name in (call.service, *call.areas))
    return tuple(dict.fromkeys((*known.areas, *known.hosts, *services, *numbers, *emails)))
