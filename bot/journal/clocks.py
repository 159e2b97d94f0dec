"""Escalation clocks that run, until they are stopped. Reminders go into the outbox in the commit that notes them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from pydantic import TypeAdapter, ValidationError
from sqlalchemy import ColumnElement, Connection, Engine, Row, delete, func, insert, select, update

from bot.journal.outbox import Outgoing, put
from bot.journal.tables import BEATS, CLOCKS
from bot.replies import ClockView

_ENDED = ""  # the state of a clock of which only its number is left
_VIEW: TypeAdapter[ClockView] = TypeAdapter(ClockView)


@dataclass(frozen=True, slots=True)
class Kept:
    """A clock as it is kept. `told` counts its reminders so far; `address` is "" where none can be sent unasked."""

    conversation: str
    view: ClockView
    told: int
    channel: str
    address: str


class Clocks:
    """The clocks of all conversations, each with a number that its conversation never sees again for another."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def start(
        self, conversation: str, view: ClockView, now: datetime, channel: str = "", address: str = ""
    ) -> ClockView:
        """Keep a clock under the next number. `{number}` in its reference becomes that number."""
        with self._engine.begin() as connection:
            highest = select(func.max(CLOCKS.c.number)).where(CLOCKS.c.conversation == conversation)
            number = (connection.execute(highest).scalar() or 0) + 1
            kept = replace(view, number=number, reference=view.reference.replace("{number}", str(number)))
            row = {"conversation": conversation, "number": number, "told": 0, "shown": 0.0, "channel": channel}
            connection.execute(insert(CLOCKS), {**row, "address": address, **_changing(kept, now)})
        return kept

    def of(self, conversation: str) -> tuple[ClockView, ...]:
        """A conversation's clocks, by number."""
        where = select(CLOCKS).where(CLOCKS.c.conversation == conversation, CLOCKS.c.state != _ENDED)
        with self._engine.connect() as connection:
            rows = connection.execute(where.order_by(CLOCKS.c.number)).all()
        return tuple(kept.view for kept in map(_kept, rows) if kept)

    def due(self, now: datetime) -> tuple[Kept, ...]:
        """The clocks of channels that can send unasked whose reminder is due, the longest overdue first."""
        where = select(CLOCKS).where(CLOCKS.c.remind <= now.timestamp(), CLOCKS.c.address != "")
        with self._engine.connect() as connection:
            rows = connection.execute(where.order_by(CLOCKS.c.remind)).all()
        return tuple(filter(None, map(_kept, rows)))

    def waiting(self, conversation: str, now: datetime, shown_before: datetime) -> tuple[Kept, ...]:
        """A conversation's clocks that are due and were not shown since a moment, where nothing can be sent unasked."""
        where = select(CLOCKS).where(
            CLOCKS.c.conversation == conversation,
            CLOCKS.c.address == "",
            CLOCKS.c.remind <= now.timestamp(),
            CLOCKS.c.shown <= shown_before.timestamp(),
        )
        with self._engine.connect() as connection:
            rows = connection.execute(where.order_by(CLOCKS.c.number)).all()
        return tuple(filter(None, map(_kept, rows)))

    def show(self, kept: Kept, now: datetime) -> None:
        """Note that a reminder is about to be shown, before it is: so one that was not seen is marked the next time."""
        values = {"told": CLOCKS.c.told + 1, "shown": now.timestamp()}
        with self._engine.begin() as connection:
            connection.execute(update(CLOCKS).where(*_is(kept.conversation, kept.view.number)).values(**values))

    def tell(self, kept: Kept, calls: Iterable[Outgoing]) -> bool:
        """Put a reminder into the outbox, in one commit with the note that it is there. False where it was already, or the
        clock has been stopped or put off in between."""
        if kept.view.remind is None:
            return False
        same = (CLOCKS.c.told == kept.told, CLOCKS.c.remind == kept.view.remind.timestamp())
        state = _VIEW.dump_json(replace(kept.view, remind=None)).decode()
        with self._engine.begin() as connection:
            changed = connection.execute(
                update(CLOCKS)
                .where(*_is(kept.conversation, kept.view.number), *same)
                .values(told=kept.told + 1, remind=None, state=state)
            )
            if changed.rowcount:
                put(connection, calls)
        return bool(changed.rowcount)

    def change(self, conversation: str, view: ClockView, now: datetime) -> None:
        """Keep another reference, start or reminder for a clock that runs."""
        values = {**_changing(view, now), "shown": 0.0}
        with self._engine.begin() as connection:
            connection.execute(
                update(CLOCKS).where(*_is(conversation, view.number), CLOCKS.c.state != _ENDED).values(**values)
            )

    def remind_again(self, conversation: str, numbers: Iterable[int], at: datetime) -> None:
        """Remind of clocks once more, where a reminder could not be sent."""
        for view in self.of(conversation):
            if view.number in numbers and view.remind is None:
                self.change(conversation, replace(view, remind=at), at)

    def end(self, conversation: str, number: int, now: datetime) -> None:
        """Stop a clock, and keep nothing of it but its number."""
        values = {"state": _ENDED, "channel": "", "address": "", "remind": None, "changed": now.timestamp()}
        with self._engine.begin() as connection:
            connection.execute(update(CLOCKS).where(*_is(conversation, number)).values(**values))

    def forget(self, conversation: str) -> None:
        """Delete all of a conversation's clocks, with their numbers."""
        with self._engine.begin() as connection:
            connection.execute(delete(CLOCKS).where(CLOCKS.c.conversation == conversation))

    def purge(self, ended: float, forgotten: float) -> int:
        """Drop the numbers of clocks that ended before a moment, and clocks that nobody has touched for long after their
        deadline and their last reminder. Returns how many."""
        with self._engine.begin() as connection:
            over = delete(CLOCKS).where(CLOCKS.c.state == _ENDED, CLOCKS.c.changed < ended)
            left = delete(CLOCKS).where(CLOCKS.c.state != _ENDED, CLOCKS.c.until < forgotten)
            return int(connection.execute(over).rowcount) + int(connection.execute(left).rowcount)


class Beats:
    """The latest moment that the machine's clock has shown."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def last(self) -> float | None:
        """Seconds since 1970, None where nothing was noted yet."""
        with self._engine.connect() as connection:
            found = connection.execute(select(BEATS.c.moment)).scalar()
        return None if found is None else float(found)

    def note(self, moment: float) -> None:
        """Note a moment."""
        with self._engine.begin() as connection:
            _set_only_row(connection, moment)


def _set_only_row(connection: Connection, moment: float) -> None:
    if not connection.execute(update(BEATS).values(moment=moment)).rowcount:
        connection.execute(insert(BEATS), {"id": 1, "moment": moment})


def _changing(view: ClockView, now: datetime) -> dict[str, object]:
    remind = view.remind.timestamp() if view.remind else None
    until = max(remind or 0.0, view.due.timestamp(), now.timestamp())
    return {"remind": remind, "until": until, "state": _VIEW.dump_json(view).decode(), "changed": now.timestamp()}


def _is(conversation: str, number: int) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return CLOCKS.c.conversation == conversation, CLOCKS.c.number == number


def _kept(row: Row[tuple[object, ...]]) -> Kept | None:
    """A row as a clock, None for one of an older shape, which cannot be read."""
    try:
        view = _VIEW.validate_json(row.state)
    except ValidationError:
        return None
    return Kept(row.conversation, view, int(row.told), row.channel, row.address)
