"""Danger: rules alone, before everything else, leaning to say yes.

A missed emergency is the worst thing that Signpost could do, and a needless card costs a moment. `rules/` says what is
looked for, `spared` what is only a mention, `cleaning` and `spelling` how a message becomes words.
"""

from bot.conversations.danger.card import danger_reply, holds_meant_words
from bot.conversations.danger.telling import tells_of_danger, who_writes
from bot.conversations.danger.writers import Writer

__all__ = ["Writer", "danger_reply", "holds_meant_words", "tells_of_danger", "who_writes"]
