"""What a channel hands in at the counter, and what it gets back."""

from dataclasses import dataclass
from datetime import datetime

from bot.journal.people import Person
from bot.replies import Reply


@dataclass(frozen=True, slots=True)
class Message:
    """A message as it came. `conversation` is the channel's own name for it, one for each account.

    `area`, where it is given, is the area of this message and the next ones; else the one kept for the conversation holds,
    and where none is kept, the area of the person's account.

    `now` is when it was said, None for the moment it is served. `owner` is a name that outlives the conversation, "" where
    the conversation itself lasts: clocks are kept by it. `address` is where a reminder can be sent without being asked
    for, "" where the channel can only answer.
    """

    channel: str
    conversation: str
    text: str
    area: str = ""
    explain: bool = False
    now: datetime | None = None
    owner: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """A message on its way, without personal data. `sender` is the keyed hash that the journal and Rasa know it by.

    `area` is "" where none is known; `person` is None where the channel asks nobody who they are. `now` has a zone. `owner`
    is the keyed hash that clocks are kept by, `channel` and `address` as in Message. `left_out` are the kinds of personal data that
    were taken out.
    """

    sender: str
    text: str
    now: datetime
    area: str = ""
    explain: bool = False
    person: Person | None = None
    owner: str = ""
    channel: str = ""
    address: str = ""
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A file to hand over: its name, its media type and its bytes."""

    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Served:
    """What goes back: a Reply, with a file where one was asked for, and the kinds of personal data that were left out.

    `ticking` says that the reply is a reflection's whole sheet, which can be ticked.
    """

    reply: Reply
    document: Document | None = None
    left_out: tuple[str, ...] = ()
    ticking: bool = False
