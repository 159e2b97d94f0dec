"""Forgetting one conversation: every table that names conversations is found by its column, so that none is left out."""

from sqlalchemy import Connection, delete, update

from bot.journal import exchanges, inbox, outbox
from bot.journal.tables import EXCHANGES, INBOX, METADATA, OUTBOX, VISITS

_WAITED_FOR = (INBOX, OUTBOX, EXCHANGES, VISITS)


def forget(connection: Connection, conversation: str) -> None:
    """Delete a conversation's rows within a transaction that is open.

    What waits to be answered or sent is left, since the person waits for it; it is erased by itself. Of answered updates
    the bare numbers stay, by which a repeat is known, and nothing says any more whose they were. A visit to the web pages
    goes on, without what was said on it, and is erased when it ends.
    """
    for table in METADATA.sorted_tables:
        if "conversation" not in table.c or table in _WAITED_FOR:
            continue
        connection.execute(delete(table).where(table.c.conversation == conversation))
    answered = (INBOX.c.conversation == conversation, INBOX.c.state != inbox.WAITING)
    connection.execute(update(INBOX).where(*answered).values(conversation="", message=None))
    sent = (OUTBOX.c.conversation == conversation, OUTBOX.c.state != outbox.WAITING)
    connection.execute(delete(OUTBOX).where(*sent))
    said = (EXCHANGES.c.conversation == conversation, EXCHANGES.c.state != exchanges.WAITING)
    connection.execute(delete(EXCHANGES).where(*said))
