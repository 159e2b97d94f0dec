"""The journal keeps what must not be lost, and nothing once it is done."""

import sqlite3
import stat
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.journal import Journal, JournalUnusable, Reflection, in_memory, open_journal
from bot.journal.buttons import CHOICE, KEPT, TICK, Button
from bot.journal.inbox import Incoming
from bot.journal.outbox import FAILED, Outgoing
from bot.replies import CheckItem, CheckList, Quote

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "journal.sqlite"


@pytest.fixture
def journal(place: Path) -> Iterator[Journal]:
    opened = open_journal(place)
    yield opened
    opened.close()


def update(
    number: int, payload: str = "{}", conversation: str = "a", *, message: int = 1, edited: bool = False
) -> Incoming:
    return Incoming(number, conversation, 100.0 + number, payload, message, edited)


def call(payload: str, conversation: str = "a", *, urgent: bool = False) -> Outgoing:
    return Outgoing(conversation, 7, payload, 100.0, urgent=urgent)


class TestSettings:
    def test_what_is_committed_survives_a_power_cut(self, journal: Journal) -> None:
        """WAL and synchronous FULL on every connection, and erased bytes overwritten."""
        with journal.engine.connect() as connection:
            told = [
                connection.exec_driver_sql(f"PRAGMA {name}").scalar()
                for name in ("journal_mode", "synchronous", "secure_delete")
            ]
        assert told == ["wal", 2, 1]

    def test_nobody_else_reads_it(self, journal: Journal, place: Path) -> None:
        """The file is its owner's alone."""
        assert stat.S_IMODE(place.stat().st_mode) == 0o600

    @pytest.mark.parametrize("address", ["", "words", "nosuch://host/db", "postgresql+nosuch://host/db"])
    def test_a_wrong_address_is_one_sentence(self, address: str) -> None:
        """Named, with what to do; a password in it is not shown."""
        with pytest.raises(JournalUnusable, match=r"journal|SIGNPOST_JOURNAL"):
            open_journal(address)

    def test_a_file_that_is_no_database(self, tmp_path: Path) -> None:
        """Refused, and left as it was."""
        file = tmp_path / "notes.txt"
        file.write_text("not a database, whatever its name " * 40)
        with pytest.raises(JournalUnusable):
            open_journal(file)
        assert file.read_text().startswith("not a database")


class TestInbox:
    def test_the_same_update_is_taken_once(self, journal: Journal) -> None:
        """Within a batch, in a later batch, and after it was answered."""
        assert [one.update_id for one in journal.inbox.take([update(1), update(1), update(2)])] == [1, 2]
        journal.inbox.finish([1])
        assert journal.inbox.take([update(1), update(2)]) == []

    def test_what_waits_comes_back_in_order(self, journal: Journal, place: Path) -> None:
        """After a restart too, with how often it was begun."""
        journal.inbox.take([update(3, "c"), update(1, "a"), update(2, "b")])
        journal.inbox.begin([1])
        journal.inbox.finish([2])
        journal.close()
        again = open_journal(place)
        assert [(one.update_id, one.payload, one.tries) for one in again.inbox.waiting()] == [(1, "a", 1), (3, "c", 0)]
        again.close()

    def test_an_answer_and_the_end_of_its_question_are_one_step(self, journal: Journal) -> None:
        """Either both are on disk or neither."""
        journal.inbox.take([update(1)])
        with pytest.raises(Exception, match=r"chat|payload|bind|type"):
            journal.inbox.finish([1], [call(object())])  # type: ignore[arg-type]
        assert [one.update_id for one in journal.inbox.waiting()] == [1]
        assert journal.outbox.head("a") is None

    def test_edits_are_counted(self, journal: Journal) -> None:
        """Only earlier edits of the same message in the same conversation."""
        journal.inbox.take(
            [update(1), update(2, edited=True), update(3, edited=True), update(4, edited=True, conversation="b")]
        )
        assert [journal.inbox.edits_answered("a", 1, number) for number in (2, 3)] == [0, 1]

    def test_numbers_are_dropped_in_time(self, journal: Journal) -> None:
        """Answered updates go after their time; what waits stays far longer."""
        journal.inbox.take([update(1), update(2)])
        journal.inbox.finish([1])
        assert journal.inbox.purge(1000.0, 0.0) == 1
        assert [one.update_id for one in journal.inbox.waiting()] == [2]


class TestOutbox:
    def test_order_and_urgency(self, journal: Journal) -> None:
        """First in, first out; a danger card before all else; conversations apart."""
        journal.outbox.add([call("1"), call("2"), call("other", "b"), call("card", urgent=True)])
        seen = []
        while head := journal.outbox.head("a"):
            seen.append(head.payload)
            journal.outbox.end(head.id)
        assert seen == ["card", "1", "2"] and journal.outbox.conversations() == ["b"]

    def test_attempts_are_counted_before_they_are_made(self, journal: Journal) -> None:
        """So that a crash in the middle leaves a trace."""
        journal.outbox.add([call("1")])
        head = journal.outbox.head("a")
        assert head is not None and head.tries == 0
        journal.outbox.begin(head.id)
        journal.outbox.later(head.id, 5.0, "1 again")
        again = journal.outbox.head("a")
        assert again is not None and (again.tries, again.due, again.payload) == (1, 5.0, "1 again")

    def test_a_block_erases_what_waits(self, journal: Journal) -> None:
        """That conversation's alone."""
        journal.outbox.add([call("1"), call("2"), call("3", "b")])
        assert journal.outbox.stop("a") == 2
        assert journal.outbox.head("a") is None and journal.outbox.head("b") is not None


class TestButtons:
    def test_keys_are_opaque_and_belong_to_one_conversation(self, journal: Journal) -> None:
        """At most 64 bytes, all different, and nobody else's to press."""
        keys = journal.buttons.make("a", [Button(CHOICE, "x"), Button(CHOICE, "x"), Button(TICK, "1")], 1.0)
        assert len(set(keys)) == 3 and all(len(key) <= 64 and key != "x" for key in keys)
        assert journal.buttons.pressed("a", keys[0]) == Button(CHOICE, "x")
        assert journal.buttons.pressed("b", keys[0]) is None and journal.buttons.pressed("a", "made-up") is None

    def test_choices_are_void_without_the_ticks(self, journal: Journal) -> None:
        """A new reply ends older choices, not a reflection's buttons."""
        choice, tick, kept = journal.buttons.make(
            "a", [Button(CHOICE, "x"), Button(TICK, "1"), Button(KEPT, "/export md")], 1.0
        )
        journal.buttons.void("a", CHOICE)
        assert journal.buttons.pressed("a", choice) is None
        assert journal.buttons.of("a", TICK) == {tick: "1"} and journal.buttons.of("a", KEPT) == {kept: "/export md"}


NOTES = st.dictionaries(
    st.integers(1, 12), st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=50), max_size=5
)


@given(
    notes=NOTES,
    ticked=st.frozensets(st.integers(1, 12)),
    ending=st.text(st.characters(exclude_categories=["Cs"]), max_size=40),
)
def test_a_reflection_comes_back_as_it_was(notes: dict[int, str], ticked: frozenset[int], ending: str) -> None:
    """Ticks, notes and endings, whatever was written."""
    journal = in_memory()
    checklist = CheckList("T", "reflection", (CheckItem("Q?", 1, "Experience"),))
    quotes = (Quote(1, "Q?", "M", "C", ("S",), "u", NOW.date(), NOW, "p", learning=True),)
    kept = Reflection(checklist, quotes, NOW, "Here", ticked, notes, (ending, "", ""))
    journal.reflections.keep("a", kept, NOW)
    assert journal.reflections.get("a") == kept and journal.reflections.get("b") is None
    journal.reflections.drop("a")
    assert journal.reflections.get("a") is None
    journal.close()


def test_nothing_erased_stays_in_any_file(journal: Journal, place: Path) -> None:
    """Updates, calls and notes: written, done with, tidied, and then not one byte of them is left."""
    journal.inbox.take([update(1, "canary-in")])
    journal.inbox.finish([1], [call("canary-out"), call("canary-failed")])
    while head := journal.outbox.head("a"):
        journal.outbox.end(head.id, FAILED)
    checklist = CheckList("canary-title", "reflection", ())
    journal.reflections.keep("a", Reflection(checklist, (), NOW, notes={1: "canary-note"}), NOW)
    journal.reflections.drop("a")
    journal.tidy()
    for file in place.parent.iterdir():
        assert b"canary" not in file.read_bytes(), file.name


def test_an_area_and_a_block_are_kept_apart(journal: Journal) -> None:
    """Setting one leaves the other."""
    journal.conversations.set_area("a", "Here")
    journal.conversations.set_blocked("a", True)
    assert (journal.conversations.area("a"), journal.conversations.blocked("a")) == ("Here", True)
    assert (journal.conversations.area("b"), journal.conversations.blocked("b")) == ("", False)


def test_another_program_may_read_it(journal: Journal, place: Path) -> None:
    """A backup or a person with sqlite3 does not get in the way of the front."""
    journal.inbox.take([update(1)])
    other = sqlite3.connect(place)
    assert other.execute("SELECT count(*) FROM inbox").fetchone() == (1,)
    journal.inbox.take([update(2)])
    other.close()
