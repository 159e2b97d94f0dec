"""The journal's tables. Times are seconds since 1970, UTC. `conversation` is a keyed hash, never a person's id."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

METADATA = MetaData()

# One row for each update that came in. `payload` is emptied when it is done.
INBOX = Table(
    "inbox",
    METADATA,
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    Column("conversation", String(64), nullable=False),
    Column("state", String(8), nullable=False),
    Column("received", Float, nullable=False),
    Column("message", BigInteger, nullable=True),
    Column("edited", Boolean, nullable=False, default=False),
    Column("carded", Boolean, nullable=False, default=False),
    Column("tries", Integer, nullable=False, default=0),
    Column("payload", Text, nullable=False),
    Index("inbox_by_state", "state", "update_id"),
    Index("inbox_by_message", "conversation", "message"),
)

# One row for each call to make. `payload` and `chat` are emptied when it is done.
OUTBOX = Table(
    "outbox",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("conversation", String(64), nullable=False),
    Column("chat", BigInteger, nullable=True),
    Column("urgent", Boolean, nullable=False, default=False),
    Column("state", String(8), nullable=False),
    Column("tries", Integer, nullable=False, default=0),
    Column("due", Float, nullable=False, default=0.0),
    Column("made", Float, nullable=False),
    Column("payload", Text, nullable=False),
    Index("outbox_by_state", "state", "conversation", "urgent", "id"),
)

# What a button stands for. The key is all that a channel ever sees.
BUTTONS = Table(
    "buttons",
    METADATA,
    Column("key", String(32), primary_key=True),
    Column("conversation", String(64), nullable=False, index=True),
    Column("kind", String(8), nullable=False),
    Column("value", Text, nullable=False),
    Column("made", Float, nullable=False),
)

REFLECTIONS = Table(
    "reflections",
    METADATA,
    Column("conversation", String(64), primary_key=True),
    Column("state", Text, nullable=False),
    Column("changed", Float, nullable=False),
)

CONVERSATIONS = Table(
    "conversations",
    METADATA,
    Column("conversation", String(64), primary_key=True),
    Column("area", String(200), nullable=False, default=""),
    Column("blocked", Boolean, nullable=False, default=False),
    Column("seen", Float, nullable=False, default=0.0),
)

# A browser's visit to the web pages. Forms handed out before `since` are no longer taken; `name` is what the channel calls it.
VISITS = Table(
    "visits",
    METADATA,
    Column("conversation", String(64), primary_key=True),
    Column("name", String(64), nullable=False),
    Column("since", Float, nullable=False),
    Column("started", Float, nullable=False),
    Column("seen", Float, nullable=False, index=True),
)

# What was asked on a visit and what was answered. `question` is emptied once it is answered; the row goes with the visit.
EXCHANGES = Table(
    "exchanges",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("conversation", String(64), nullable=False),
    Column("key", String(64), nullable=False),
    Column("state", String(8), nullable=False),
    Column("received", Float, nullable=False),
    Column("question", Text, nullable=False),
    Column("answer", Text, nullable=False),
    UniqueConstraint("conversation", "key"),
    Index("exchanges_by_state", "state"),
)

# Who may ask. `id` is what the commands name a person by; `name` is what whoever invited them wrote, "" for nothing.
PEOPLE = Table(
    "people",
    METADATA,
    Column("id", String(16), primary_key=True),
    Column("name", String(100), nullable=False, default=""),
    Column("role", String(16), nullable=False),
    Column("area", String(200), nullable=False, default=""),
    Column("invited", Float, nullable=False),
    Column("verified", Float, nullable=True),
    Column("revoked", Float, nullable=True),
)

# The accounts that a person asks from, each by the keyed hash that is also its conversation's.
ACCOUNTS = Table(
    "accounts",
    METADATA,
    Column("account", String(64), primary_key=True),
    Column("person", String(16), nullable=False, index=True),
    Column("channel", String(32), nullable=False),
    Column("linked", Float, nullable=False),
)

# Invitations. `code` is a keyed hash; the code itself is shown once, to whoever made it.
INVITATIONS = Table(
    "invitations",
    METADATA,
    Column("code", String(64), primary_key=True),
    Column("person", String(16), nullable=False),
    Column("expires", Float, nullable=False),
    Column("redeemed", Float, nullable=True),
)

# Codes that were tried and were not good, so that nobody can try them all.
MISSES = Table(
    "misses",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("account", String(64), nullable=False, index=True),
    Column("moment", Float, nullable=False, index=True),
)

# Clocks that run. `state` is the printed rule with its dates, no message text; it and `address`, where a reminder is sent,
# are emptied when the clock ends. The number stays for a while, so that an old button never means a newer clock.
CLOCKS = Table(
    "clocks",
    METADATA,
    Column("conversation", String(64), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("remind", Float, nullable=True, index=True),
    Column("told", Integer, nullable=False, default=0),
    Column("shown", Float, nullable=False, default=0.0),
    Column("until", Float, nullable=False, default=0.0),
    Column("channel", String(80), nullable=False, default=""),
    Column("address", String(80), nullable=False, default=""),
    Column("state", Text, nullable=False),
    Column("changed", Float, nullable=False),
)

# One row: the latest moment that this machine's clock has shown, by which a clock that was set back is told.
BEATS = Table(
    "beats",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("moment", Float, nullable=False),
)
