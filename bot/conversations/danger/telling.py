"""Whether a message tells of a child in danger now."""

from functools import cache

from bot.conversations.danger.cleaning import Typed, typed
from bot.conversations.danger.figures import without_mentions
from bot.conversations.danger.patterns import Finder, Pattern
from bot.conversations.danger.rules import RULES
from bot.conversations.danger.spared import Frames, frame_words
from bot.conversations.danger.spelling import Speller
from bot.conversations.danger.writers import Writer, writer_of, writer_words


@cache
def _finder() -> Finder:
    return Finder(RULES)


@cache
def _speller() -> Speller:
    return Speller(_finder().words, frame_words() | writer_words())


def tells_of_danger(text: str) -> bool:
    """Whether a message tells of a child in danger now. The whole text is read, whatever its length; never raises."""
    return why_danger(text) is not None


def why_danger(text: str) -> Pattern | None:
    """The first rule that finds danger and is not spared; None where there is none. For those who tend the rules."""
    message = words_of(text)
    left = without_mentions(message.words)
    frames: Frames | None = None
    for pattern, place in _finder().find(left, message.sentences):
        frames = frames or Frames(left, message.sentences)
        if not frames.spare(place):
            return pattern
    return None


def who_writes(text: str) -> Writer | None:
    """Whom a message is from, where its words make that plain; None stands for a practitioner or nobody knows."""
    return writer_of(words_of(text).words)


def words_of(text: str) -> Typed:
    """The message as the rules read it."""
    return typed(text, _speller())
