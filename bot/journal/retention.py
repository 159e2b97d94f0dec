"""How long things are kept, and the purge that holds to it."""

from dataclasses import dataclass, fields
from datetime import timedelta
from pathlib import Path

from bot.journal.opening import Journal
from bot.journal.threads import Threads


@dataclass(frozen=True, slots=True)
class Retention:
    """How long what nobody touches is kept.

    `thread`: what Rasa keeps of a conversation. `things`: old buttons, reflections, and the numbers of messages that were
    answered; twice that long, the numbers of clocks that ended. `idle`: clocks, after their deadline; the area of a conversation; what could be neither answered nor delivered, since the front was off;
    logs; and people who were revoked, never joined, or were not verified for that long after they were due.
    `verified`: how long a person counts as verified.
    """

    thread: timedelta = timedelta(hours=24)
    things: timedelta = timedelta(days=8)  # Telegram may repeat an update for a day, and numbers anew after a week
    idle: timedelta = timedelta(days=90)
    verified: timedelta = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Purged:
    """How much a purge took away."""

    threads: int = 0
    messages: int = 0
    replies: int = 0
    buttons: int = 0
    reflections: int = 0
    conversations: int = 0
    people: int = 0
    clocks: int = 0
    logs: int = 0

    def __str__(self) -> str:
        found = [(getattr(self, field.name), field.name) for field in fields(self)]
        return ", ".join(f"{count} {name}" for count, name in found if count) or "nothing"


class Housekeeping:
    """Deletes what is too old: in the journal, in Rasa's tracker, and among the logs of the servers. May raise JournalFailure."""

    def __init__(self, journal: Journal, threads: Threads, logs: Path, retention: Retention) -> None:
        self._journal, self._threads, self._logs, self._retention = journal, threads, logs, retention

    def purge(self, now: float) -> Purged:
        """Delete what is too old at `now`, in seconds since 1970, and overwrite it in the files."""
        journal, kept = self._journal, self._retention
        things, idle = now - kept.things.total_seconds(), now - kept.idle.total_seconds()
        purged = Purged(
            threads=self._threads.purge(now - kept.thread.total_seconds()),
            messages=journal.inbox.purge(things, idle),
            replies=journal.outbox.purge(things, idle),
            buttons=journal.buttons.purge(things),
            reflections=journal.reflections.purge(things),
            clocks=journal.clocks.purge(now - 2 * kept.things.total_seconds(), idle),
            conversations=journal.conversations.purge(idle, now),
            people=journal.people.purge(idle, idle - kept.verified.total_seconds()),
            logs=_purge_logs(self._logs, idle),
        )
        journal.tidy()
        return purged

    def compact(self) -> None:
        """Write the files anew, without the room of what was deleted."""
        self._journal.compact()
        self._threads.compact()


def _purge_logs(folder: Path, before: float) -> int:
    old = [file for file in folder.glob("*.log") if file.stat().st_mtime < before]
    for file in old:
        file.unlink(missing_ok=True)
    return len(old)
