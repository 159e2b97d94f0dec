"""Turns of a conversation over the demonstration."""

from datetime import datetime

from bot.conversations import Thread, Turn
from knowledge.calendar import LONDON

FRIDAY = datetime(2026, 11, 20, 15, 0, tzinfo=LONDON)


def turn(text: str, intent: str = "nlu_fallback", *, area: str = "Ambleford", thread: Thread | None = None) -> Turn:
    """A turn on a Friday afternoon."""
    return Turn(text, intent, 0.9, FRIDAY, area=area, thread=thread or Thread())
