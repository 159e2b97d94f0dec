"""Nothing is kept too long: what is inserted, aged and purged is in no byte of any file."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.journal import Housekeeping, Journal, Purged, Reflection, Retention, Threads, open_journal
from bot.journal.buttons import CHOICE, Button
from bot.journal.inbox import Incoming
from bot.journal.outbox import Outgoing
from bot.journal.people import Person, Role
from bot.replies import CheckItem, CheckList
from tests.bot.clocks import a_clock
from tests.bot.journal.tracker import keep, tracker_at

CANARY = "canary-Kx93"
THEN = datetime(2026, 11, 1, 10, tzinfo=UTC)
KEPT = Retention()


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    opened = open_journal(tmp_path / "journal.sqlite")
    yield opened
    opened.close()


@pytest.fixture
def tracker(tmp_path: Path) -> Path:
    return tracker_at(tmp_path / "tracker.sqlite")


@pytest.fixture
def housekeeping(journal: Journal, tracker: Path, tmp_path: Path) -> Housekeeping:
    return Housekeeping(journal, Threads(tracker), tmp_path / "run", KEPT)


def fill(journal: Journal, tracker: Path, conversation: str, moment: datetime) -> None:
    """Something of everything that is kept, each with the canary where a text can stand."""
    now = moment.timestamp()
    number = len(journal.inbox.waiting()) + 1
    journal.inbox.take([Incoming(number, conversation, now, f'{{"text": "{CANARY}"}}')])
    journal.outbox.add([Outgoing(conversation, 7, f'{{"text": "{CANARY}"}}', now)])
    journal.buttons.make(conversation, [Button(CHOICE, CANARY)], now)
    checklist = CheckList("Reflection", "reflection", (CheckItem("What?", 1),))
    journal.reflections.keep(conversation, Reflection(checklist, (), moment, notes={1: CANARY}), moment)
    journal.conversations.set_area(conversation, CANARY)
    journal.conversations.see(conversation, now)
    journal.clocks.start(conversation, a_clock(reference=CANARY, due=moment, remind=moment), moment, "test", CANARY)
    journal.people.add(Person(f"p{number}", CANARY, Role.PRACTITIONER, CANARY, now))
    journal.people.invite(f"p{number}", f"hash-{number}", now + 600)
    keep(tracker, conversation, now, f'{{"value": "{CANARY}"}}')


def holding(folder: Path, words: str = CANARY) -> list[str]:
    """The files, write-ahead logs included, that hold some words in any encoding that SQLite uses."""
    forms = (words.encode(), words.encode("utf-16-le"), words.encode("utf-16-be"))
    return [
        file.name for file in folder.rglob("*") if file.is_file() and any(form in file.read_bytes() for form in forms)
    ]


def test_inserted_aged_purged_gone(journal: Journal, tracker: Path, housekeeping: Housekeeping, tmp_path: Path) -> None:
    """Before: the canary is in both databases. After: no byte of it in any file, the write-ahead log included."""
    for number in range(30):
        fill(journal, tracker, f"conversation {number}", THEN)
    journal.tidy()
    assert {"journal.sqlite", "tracker.sqlite"} <= set(holding(tmp_path))
    purged = housekeeping.purge((THEN + KEPT.idle + timedelta(days=1)).timestamp())
    assert purged == Purged(30, 30, 30, 30, 30, 30, 30, 30)
    assert holding(tmp_path) == []
    housekeeping.compact()
    assert holding(tmp_path) == []


def test_what_is_young_stays(journal: Journal, tracker: Path, housekeeping: Housekeeping) -> None:
    """Each thing has its own time: the thread goes after a day, buttons and the like after days, the area after months."""
    fill(journal, tracker, "a", THEN)
    assert housekeeping.purge((THEN + KEPT.thread - timedelta(seconds=1)).timestamp()) == Purged()
    assert housekeeping.purge((THEN + KEPT.thread + timedelta(seconds=1)).timestamp()) == Purged(threads=1)
    assert housekeeping.purge((THEN + KEPT.things - timedelta(seconds=1)).timestamp()) == Purged()
    after = housekeeping.purge((THEN + KEPT.things + timedelta(seconds=1)).timestamp())
    assert after == Purged(buttons=1, reflections=1)
    assert housekeeping.purge((THEN + KEPT.idle - timedelta(seconds=1)).timestamp()) == Purged()
    assert journal.conversations.area("a") == CANARY and len(journal.inbox.waiting()) == 1
    last = housekeeping.purge((THEN + KEPT.idle + timedelta(seconds=1)).timestamp())
    assert last == Purged(messages=1, replies=1, conversations=1, people=1, clocks=1)


def test_a_thread_that_goes_on_is_not_cut(tracker: Path) -> None:
    """A conversation with one old and one new event stays whole."""
    threads = Threads(tracker)
    keep(tracker, "a", 100.0)
    keep(tracker, "a", 300.0)
    keep(tracker, "b", 100.0)
    assert threads.purge(200.0) == 1
    assert threads.has("a") and not threads.has("b")


def test_members_stay(journal: Journal, housekeeping: Housekeeping) -> None:
    """Who joined stays until they are revoked, or long past the day on which they were to be verified."""
    now = THEN.timestamp()
    for name in ("stays", "leaves"):
        journal.people.add(Person(name, "", Role.PRACTITIONER, "", now))
        journal.people.invite(name, name, now + 600)
        assert journal.people.redeem(f"account of {name}", "web", name, now)
    journal.people.revoke("leaves", now)
    assert housekeeping.purge(now + KEPT.idle.total_seconds() + 1).people == 1
    assert [person.id for person in journal.people.everybody()] == ["stays"]
    assert journal.people.of("account of leaves") is None
    assert housekeeping.purge(now + 2 * KEPT.idle.total_seconds() + 1).people == 1


def test_a_conversation_of_a_former_version_is_not_lost_at_once(journal: Journal) -> None:
    """A row that was never seen is counted from the first purge on."""
    journal.conversations.set_area("a", "Here")
    now = THEN.timestamp()
    assert journal.conversations.purge(now - 100, now) == 0
    assert journal.conversations.area("a") == "Here"
    assert journal.conversations.purge(now + 1, now + 101) == 1


def test_old_logs_go(housekeeping: Housekeeping, tmp_path: Path) -> None:
    """Logs of servers that ran long ago are deleted, and nothing else in their folder."""
    run = tmp_path / "run"
    run.mkdir()
    for name, days in (("rasa-1.log", 100), ("rasa-2.log", 1), ("endpoints-1.yml", 100)):
        (run / name).touch()
        os.utime(run / name, (THEN.timestamp() - days * 86_400,) * 2)
    assert housekeeping.purge(THEN.timestamp()).logs == 1
    assert {file.name for file in run.iterdir()} == {"rasa-2.log", "endpoints-1.yml"}


def test_without_a_tracker_there_is_nothing_to_forget(tmp_path: Path) -> None:
    """No file: nothing is found, and none is made; a file without Rasa's table is as good as none."""
    missing = tmp_path / "tracker.sqlite"
    threads = Threads(missing)
    threads.forget("a")
    threads.compact()
    assert threads.purge(1e12) == 0 and not threads.has("a") and not missing.exists()
    missing.touch()
    assert threads.purge(1e12) == 0


def test_what_was_purged_is_told_in_words() -> None:
    """What a person reads after `signpost purge`."""
    assert str(Purged()) == "nothing" and str(Purged(threads=2, people=1)) == "2 threads, 1 people"


def test_a_conversation_is_forgotten_whole(journal: Journal, tracker: Path, tmp_path: Path) -> None:
    """Everything of one conversation goes, in every table; another's stays; what waits to be sent is still sent."""
    fill(journal, tracker, "a", THEN)
    fill(journal, tracker, "b", THEN)
    journal.people.redeem("a", "web", "hash-1", THEN.timestamp())
    journal.inbox.finish([1])
    journal.forget("a")
    assert [one.conversation for one in journal.inbox.waiting()] == ["b"]
    assert journal.inbox.take([Incoming(1, "a", 0.0, "{}")]) == [], "a repeat is still known"
    assert journal.outbox.conversations() == ["a", "b"]
    assert journal.reflections.get("a") is None and journal.conversations.area("a") == ""
    assert journal.people.of("a") is None and [one.id for one in journal.people.everybody()] == ["p2"]
    with journal.engine.connect() as connection:
        for table in ("buttons", "reflections", "conversations", "accounts"):
            column = "account" if table == "accounts" else "conversation"
            rows = connection.exec_driver_sql(f"SELECT count(*) FROM {table} WHERE {column} = 'a'").scalar()
            assert rows == 0, table
    assert journal.reflections.get("b") is not None
