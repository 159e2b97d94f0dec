"""A supervisor's reflection: open questions from the learning and the manual, in the order of the model that is chosen."""

from bot.conversations.reflection.opening import EXPORTS as EXPORTS
from bot.conversations.reflection.opening import reflect as reflect
from bot.conversations.reflection.sheet import lines as lines
