"""What a front must not lose: messages in, replies out, buttons, reflections under way, each conversation's area,
and who may ask.

One SQLAlchemy database, SQLite or PostgreSQL. What people typed stands here only until it has been answered and the
answer delivered; after that only the fact remains that something was.
"""

from bot.journal.addresses import JournalUnusable as JournalUnusable
from bot.journal.clocks import Beats as Beats
from bot.journal.clocks import Clocks as Clocks
from bot.journal.opening import Journal as Journal
from bot.journal.opening import JournalFailure as JournalFailure
from bot.journal.opening import in_memory as in_memory
from bot.journal.opening import open_journal as open_journal
from bot.journal.reflections import Reflection as Reflection
from bot.journal.retention import Housekeeping as Housekeeping
from bot.journal.retention import Purged as Purged
from bot.journal.retention import Retention as Retention
from bot.journal.threads import Threads as Threads
