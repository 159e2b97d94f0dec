"""What a front must not lose: messages in, replies out, buttons, reflections under way, each conversation's area.

One SQLAlchemy database, SQLite or PostgreSQL. What people typed stands here only until it has been answered and the
answer delivered; after that only the fact remains that something was.
"""

from bot.journal.opening import Journal as Journal
from bot.journal.opening import JournalFailure as JournalFailure
from bot.journal.opening import JournalUnusable as JournalUnusable
from bot.journal.opening import in_memory as in_memory
from bot.journal.opening import open_journal as open_journal
from bot.journal.reflections import Reflection as Reflection
