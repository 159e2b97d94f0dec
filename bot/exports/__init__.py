"""Records that a supervisor takes away: a reflection as Markdown, Word or PDF. Nothing about a child is kept here."""

from bot.exports.markdown import markdown as markdown
from bot.exports.record import Record as Record
from bot.exports.word import word as word
