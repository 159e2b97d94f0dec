"""`signpost people` and `signpost purge` as the procedures team types them."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.front.access import Access, Redeemed, Standing
from bot.front.last_known import keep
from bot.front.senders import kept_senders
from bot.journal import Journal, open_journal
from knowledge.errors import ProceduresError
from signpost import serving
from signpost.command import signpost
from tests.bot.front.conftest import KNOWN
from tests.bot.journal.tracker import keep as keep_thread
from tests.bot.journal.tracker import tracker_at


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SIGNPOST_HOME", str(tmp_path))
    keep(tmp_path / "front-doors.json", KNOWN)
    return tmp_path


def run(*words: str) -> Result:
    return CliRunner().invoke(signpost, words)


def said(*words: str) -> str:
    done = run(*words)
    assert done.exit_code == 0, done.output
    return done.output


def code_in(output: str) -> str:
    found = re.search(r"^Code: (\S+)$", output, re.MULTILINE)
    assert found
    return found.group(1)


def id_in(output: str) -> str:
    found = re.search(r"^For (\w+) \(", output, re.MULTILINE)
    assert found
    return found.group(1)


def door(home: Path) -> tuple[Access, Journal]:
    """The door as a running front has it, opened on its own."""
    journal = open_journal(home / "journal.sqlite")
    return Access(journal.people, kept_senders(home / "sender.key"), serving.now), journal


def test_from_the_invitation_to_the_end(home: Path) -> None:
    """Invited, joined in a front that runs all the while, listed, verified, revoked: each holds there at once."""
    access, journal = door(home)
    assert "Nobody has been invited" in said("people", "list")
    invited = said("people", "invite", "--role", "supervisor", "--area", "here", "--name", "Hill School")
    person = id_in(invited)
    assert "supervisor, Here" in invited and "invited, has not joined" in said("people", "list")
    assert access.redeem("account", "telegram", code_in(invited)) is Redeemed.LINKED
    listed = said("people", "list")
    assert all(
        words in listed for words in (person, "supervisor", "Here", "member, verify by", "telegram", "Hill School")
    )
    assert "Verified" in said("people", "verify", person)
    assert access.standing("account") is Standing.MEMBER
    assert "next message" in said("people", "revoke", person)
    assert access.standing("account") is Standing.REVOKED and "revoked" in said("people", "list")
    journal.close()


def test_a_second_account(home: Path) -> None:
    """Another code for somebody who is in the list keeps their role and area."""
    access, journal = door(home)
    first = said("people", "invite", "--area", "There")
    access.redeem("phone", "telegram", code_in(first))
    again = said("people", "invite", "--person", id_in(first))
    assert id_in(again) == id_in(first)
    assert access.redeem("desk", "web", code_in(again)) is Redeemed.LINKED
    assert "telegram, web" in said("people", "list")
    journal.close()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("people", "invite", "--area", "Nowhere"), "Here, There"),
        (("people", "revoke", "nobody"), "signpost people list"),
        (("people", "verify", "nobody"), "signpost people list"),
        (("people", "invite", "--person", "nobody"), "signpost people list"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(home: Path, words: tuple[str, ...], told: str) -> None:
    """An area that no manual serves, an id that is nobody's."""
    done = run(*words)
    assert isinstance(done.exception, ProceduresError) and told in str(done.exception)


def test_only_members_are_verified(home: Path) -> None:
    """Whoever has not joined or was revoked must be invited anew, and a revoked person gets no second code."""
    person = id_in(said("people", "invite"))
    assert isinstance(run("people", "verify", person).exception, ProceduresError)
    said("people", "revoke", person)
    for words in (("people", "verify", person), ("people", "invite", "--person", person)):
        assert isinstance(run(*words).exception, ProceduresError)


def test_a_wrong_role_is_refused(home: Path) -> None:
    """The three roles are named."""
    done = run("people", "invite", "--role", "chief")
    assert done.exit_code == 2 and "practitioner" in done.output


def test_purge(home: Path) -> None:
    """It says what it deleted; the tracker's file holds nothing of it any more."""
    (home / "rasa").mkdir()
    tracker = tracker_at(home / "rasa" / "tracker.sqlite")
    keep_thread(tracker, "a", 100.0, "canary-thread")
    assert b"canary" in tracker.read_bytes()
    assert said("purge") == "Deleted: 1 threads.\n"
    assert b"canary" not in tracker.read_bytes()
    assert said("purge") == "Deleted: nothing.\n"


def test_a_tracker_elsewhere(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As a path or as an address."""
    tracker = tracker_at(tmp_path / "elsewhere.sqlite")
    for place in (str(tracker), f"sqlite:///{tracker}"):
        keep_thread(tracker, "a", 100.0)
        monkeypatch.setenv("SIGNPOST_TRACKER", place)
        assert said("purge") == "Deleted: 1 threads.\n"
