"""Personal data, found before anything is stored or relayed; the general question stays answerable without it."""

from bot.conversations.privacy.screening import Screened, screen

__all__ = ["Screened", "screen"]
