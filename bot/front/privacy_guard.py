"""Where personal data is found before a message is relayed or kept. What counts as such is the conversations' affair."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol


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
