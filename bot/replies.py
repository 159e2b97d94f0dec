"""What Signpost says back, without any channel's words: the wire shape between the actions and the fronts.

`to_wire` and `from_wire` turn a Reply into plain JSON and back. The JSON is documented in docs/json.md;
`signpost ask --json` and `signpost converse` print it.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from pydantic import TypeAdapter, ValidationError


class Outcome(StrEnum):
    """How a question turned out."""

    ANSWERED = "answered"
    ASK_BACK = "ask_back"
    CONFLICTING = "conflicting"
    NOT_FOUND = "not_found"
    UNAVAILABLE = "unavailable"
    DANGER = "danger"


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation with what is needed to find it again. `number` is what the message shows in square brackets.

    `version` is the date of amendment as printed ("May 2026"); `amended` is the same as a date, the first of the month
    where only a month is printed.
    """

    number: int
    text: str
    manual: str
    chapter: str
    path: tuple[str, ...]
    url: str
    amended: date | None
    fetched: datetime | None
    passage: str
    section: str = ""
    version: str = ""
    learning: bool = False
    demonstration: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do, verbatim. `force` is "must", "should" or "none", as printed; `citation` is a Quote's number."""

    text: str
    force: str
    citation: int


@dataclass(frozen=True, slots=True)
class Call:
    """A contact point to show. `open_now` is None where its hours cannot be read by a machine.

    `verified` is the day a person last accepted the number; None means "as printed in the manual".
    """

    service: str
    areas: tuple[str, ...]
    telephones: tuple[str, ...]
    e164: tuple[str, ...]
    emails: tuple[str, ...]
    hours: str
    out_of_hours: bool
    open_now: bool | None
    verified: date | None
    citation: int | None


@dataclass(frozen=True, slots=True)
class Deadline:
    """A printed clock, and when it ends if it starts now. `due` is None where it cannot be counted; `why` says why.

    `qualifier` are printed words that change its force or say whom it is for ("at most", "where the child is on a plan").
    """

    text: str
    value: float | None
    unit: str
    runs_from: str
    actor: str
    due: datetime | None
    assumptions: tuple[str, ...]
    citation: int
    why: str = ""
    qualifier: str = ""


@dataclass(frozen=True, slots=True)
class StartClock:
    """A request to the front: a clock may be started at this stage, from one of the reply's `deadlines` that has a `due`.

    `ladder` is the procedure's key and `stage` the order of the stage in it; `title` is the stage as printed.
    """

    ladder: str
    stage: int
    title: str


@dataclass(frozen=True, slots=True)
class ClockView:
    """A clock that runs for one conversation. `number` names it in commands; `reference` is the person's code for it.

    `rule` is the printed limit, verbatim, as it stood when the clock was started. `remind` is when the reminder comes, None
    once it has come. `changed` says what the manual prints now where that is something else, "" where it is the same.
    """

    number: int
    reference: str
    title: str
    rule: str
    value: float | None
    unit: str
    runs_from: str
    actor: str
    qualifier: str
    manual: str
    chapter: str
    version: str
    url: str
    ladder: str
    stage: int
    area: str
    started: datetime
    due: datetime
    remind: datetime | None
    changed: str = ""


@dataclass(frozen=True, slots=True)
class CheckItem:
    """One line of a checklist, verbatim. `ready` says that the person has it; only a list that is gone through has such.

    `prompt` are fixed words that ask about a line that is no question itself; they stand before it.
    """

    text: str
    citation: int
    group: str = ""
    ready: bool = False
    prompt: str = ""


@dataclass(frozen=True, slots=True)
class CheckList:
    """A list to read or tick through. `kind` is what it is for ("warning signs", "reflection", ...).

    `groups` are the headings of a reflection in order, those without an item too; other lists leave it empty.
    """

    title: str
    kind: str
    items: tuple[CheckItem, ...]
    lead_in: str = ""
    groups: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rung:
    """One stage of the ladder, in brief."""

    label: str
    name: str
    order: int
    current: bool


@dataclass(frozen=True, slots=True)
class LadderView:
    """The ladder that is meant: its name and all its stages in order."""

    name: str
    chapter: str
    stages: tuple[Rung, ...]


@dataclass(frozen=True, slots=True)
class StageView:
    """The stage that comes next."""

    label: str
    name: str
    order: int
    raised_by: str
    raised_to: str


@dataclass(frozen=True, slots=True)
class LevelView:
    """One level of need with its quoted words. Signpost shows levels and never chooses one."""

    label: str
    name: str
    order: int
    quotes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ShortForm:
    """A short form that stands in a quotation, and what the manual says it stands for."""

    short: str
    meaning: str
    citation: int


@dataclass(frozen=True, slots=True)
class Beside:
    """One thing that was said in the thread, and the numbers of the quotations it stands beside; a reading aid, no match."""

    said: str
    quotes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """Something a person can pick. `send` is the text that picking it sends."""

    label: str
    send: str


@dataclass(frozen=True, slots=True)
class Missed:
    """A passage that was found and not used, and why."""

    passage: str
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class Reply:
    """One reply. `message` is the text that a person sees; everything else is what it was made from.

    `exceptions` and `learning` are numbers of quotes: what limits the steps, and what a review recommends. `audit` is a
    line to copy into a record: what was consulted, in which version, and when. `cut` is true where the message leaves out
    steps, limits or items that the other fields hold. `banner` says where the last good check of a manual is too long ago. `start_clock`
    asks the front to start a clock; `clocks` are those that the message tells of: the one just started, those that run, or
    those whose reminder is due.
    """

    outcome: Outcome
    message: str
    area: str = ""
    danger: bool = False
    steps: tuple[Step, ...] = ()
    quotes: tuple[Quote, ...] = ()
    contacts: tuple[Call, ...] = ()
    ladder: LadderView | None = None
    stage: StageView | None = None
    deadline: Deadline | None = None
    deadlines: tuple[Deadline, ...] = ()
    checklist: CheckList | None = None
    levels: tuple[LevelView, ...] = ()
    beside: tuple[Beside, ...] = ()
    choices: tuple[Choice, ...] = ()
    rejected: tuple[Missed, ...] = ()
    exceptions: tuple[int, ...] = ()
    learning: tuple[int, ...] = ()
    short_forms: tuple[ShortForm, ...] = ()
    audit: str = ""
    cut: bool = False
    banner: str = ""
    start_clock: StartClock | None = None
    clocks: tuple[ClockView, ...] = ()


_WIRE: TypeAdapter[Reply] = TypeAdapter(Reply)


def to_wire(reply: Reply) -> dict[str, Any]:
    """The reply as plain JSON values: dates in ISO form, tuples as lists."""
    wire: dict[str, Any] = _WIRE.dump_python(reply, mode="json")
    return wire


def from_wire(wire: object) -> Reply:
    """The reply that `to_wire` wrote. Raises ValueError where it is not one."""
    try:
        return _WIRE.validate_python(wire)
    except ValidationError as error:
        raise ValueError(f"not a reply: {error.error_count()} fields are wrong or missing") from error
