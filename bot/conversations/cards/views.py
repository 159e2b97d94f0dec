"""How much of an answer a card shows, and how a brief one is cut to size."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import TypeVar

One = TypeVar("One")

CARD = 900  # characters: what a person reads on a phone without scrolling twice
LEAST_ROOM = 560  # characters for what was asked, however much the rest of the card takes


class View(StrEnum):
    """BRIEF fits one screen, WHOLE leaves nothing out, SOURCES lists where each quotation stands."""

    BRIEF = "brief"
    WHOLE = "whole"
    SOURCES = "sources"


def fitting(every: Sequence[One], room: int, size: Callable[[One], int], *, fewest: int = 1) -> Sequence[One]:
    """The first of `every` that fit into `room` characters, whole; at least `fewest`, whatever they take."""
    used = 0
    for place, one in enumerate(every):
        used += size(one)
        if used > room and place >= fewest:
            return every[:place]
    return every
