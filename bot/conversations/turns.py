"""One turn of a conversation, and what the thread remembers between turns."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Thread:
    """What a thread remembers. All of it is plain text, so that it can stand in one Rasa slot.

    `topic` is the kind of thing last asked about; `subject` the words it was asked in, kept only to carry a follow-up.
    `ladder` is a ladder's key and `stage` the order of the stage last shown, "" where none; `asked_stage` is the one that
    was asked for by number. `said` holds the last few cleaned questions, newest last. `offered` are the sends of the
    choices last shown. `told` holds what the person has told of the situation, oldest first, over changes of topic. `sheet`
    is the key of a list being gone through and `ready` the digests of its items that the person has; no words of theirs.
    `aside` is the stage and ladder that another topic put aside, as "2|key"; `writer` is
    "child" where a child has written, not a practitioner.
    """

    topic: str = ""
    subject: str = ""
    ladder: str = ""
    stage: str = ""
    asked_stage: str = ""
    outcome: str = ""
    agency: str = ""
    area: str = ""
    said: tuple[str, ...] = ()
    offered: tuple[str, ...] = ()
    pending: str = ""
    told: tuple[str, ...] = ()
    sheet: str = ""
    ready: tuple[str, ...] = ()
    aside: str = ""
    writer: str = ""


@dataclass(frozen=True, slots=True)
class Turn:
    """One message with what is known of its thread. `entities` holds the values found, by kind; `now` has a zone."""

    text: str
    intent: str
    confidence: float
    now: datetime
    area: str = ""
    role: str = ""
    entities: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    thread: Thread = field(default_factory=Thread)
    explain: bool = False


@dataclass(frozen=True, slots=True)
class StageAnswers:
    """What a person said in the guided "help me find my stage"; each "" where they skipped it."""

    what_happened: str = ""
    which_agency: str = ""
    what_was_tried: str = ""
    danger_now: str = ""
