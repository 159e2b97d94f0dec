"""/mydata tells in plain words what is kept; /forget deletes it, once it was confirmed."""

from pathlib import Path

import pytest

from bot import phrases
from bot.front.access import Access, Standing
from bot.front.counter import Counter
from bot.front.senders import Senders
from bot.journal import Journal, JournalFailure, Threads
from bot.journal.people import Role
from bot.replies import Outcome, Reply
from tests.bot.front.conftest import NOW, Remembers, counter_over, message
from tests.bot.journal.tracker import keep, tracker_at

SENDERS = Senders(b"k" * 32)


@pytest.fixture
def tracker(tmp_path: Path) -> Path:
    return tracker_at(tmp_path / "tracker.sqlite")


@pytest.fixture
def access(journal: Journal) -> Access:
    return Access(journal.people, SENDERS, lambda: NOW)


@pytest.fixture
def counter(understanding: Remembers, journal: Journal, access: Access, tracker: Path) -> Counter:
    return counter_over(understanding, journal, access=access, senders=SENDERS, threads=Threads(tracker))


async def say(counter: Counter, text: str, conversation: str = "1") -> Reply:
    return (await counter.serve(message(text, conversation))).reply


async def joined(counter: Counter, access: Access, tracker: Path) -> str:
    """A member with something of everything; their sender."""
    await say(counter, access.invite(Role.SUPERVISOR, "Here", "Hill School").code)
    await say(counter, "/area There")
    await say(counter, "/reflect neglect")
    await say(counter, "/tick 1 a note")
    sender = counter.sender(message("", "1"))
    keep(tracker, sender, NOW.timestamp())
    return sender


async def test_it_tells_everything(counter: Counter, access: Access, tracker: Path) -> None:
    """Account, area, reflection and thread, each in a sentence, and how to delete it."""
    await joined(counter, access, tracker)
    told = (await say(counter, "/mydata")).message
    for words in (
        "let in as supervisor for Here, under the name “Hill School”",
        "confirmed on 23 November 2026, to be confirmed again by 21 February 2027",
        "The area you chose: There",
        "Reflection: neglect",
        "until 24 hours after your last message",
        "/forget",
    ):
        assert words in told


async def test_it_asks_once_and_then_deletes_all(
    counter: Counter, access: Access, tracker: Path, journal: Journal
) -> None:
    """Nothing happens before the yes; after it nothing is left, in the journal or the tracker, and access has ended."""
    sender = await joined(counter, access, tracker)
    asked = await say(counter, "/forget")
    assert asked.outcome is Outcome.ASK_BACK and [choice.send for choice in asked.choices] == ["/forget yes"]
    assert access.standing(sender) is Standing.MEMBER and Threads(tracker).has(sender)
    assert "Deleted" in (await say(counter, "/forget yes")).message
    assert access.standing(sender) is Standing.STRANGER and not Threads(tracker).has(sender)
    assert journal.reflections.get(sender) is None and journal.conversations.area(sender) == ""
    assert journal.people.everybody() == []
    assert phrases.KEPT_NOTHING in (await say(counter, "/mydata")).message
    assert phrases.ACCESS_NOBODY in (await say(counter, "who do I call?")).message


async def test_revoked_people_may_ask_too(counter: Counter, access: Access, tracker: Path, journal: Journal) -> None:
    """What is kept of them is theirs to see and to delete."""
    sender = await joined(counter, access, tracker)
    person = access.person(sender)
    assert person is not None
    journal.people.revoke(person.id, NOW.timestamp())
    assert "that has ended" in (await say(counter, "/mydata")).message
    await say(counter, "/forget yes")
    assert journal.people.everybody() == []


async def test_another_person_s_things_stay(counter: Counter, access: Access, tracker: Path) -> None:
    """Forgetting one account touches no other."""
    await joined(counter, access, tracker)
    await say(counter, access.invite(Role.PRACTITIONER, "There").code, "2")
    await say(counter, "/forget yes", "2")
    assert "Hill School" in (await say(counter, "/mydata")).message


async def test_where_it_cannot_delete_it_says_so(
    counter: Counter, access: Access, tracker: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A locked tracker: said plainly, with the way to try again; never "deleted"."""
    await joined(counter, access, tracker)

    def locked(_: Threads, sender: str) -> None:
        raise JournalFailure("locked")

    monkeypatch.setattr(Threads, "forget", locked)
    reply = await say(counter, "/forget yes")
    assert reply.message == phrases.FORGOTTEN_NOT and reply.choices


async def test_at_a_terminal_there_is_no_account(understanding: Remembers, journal: Journal) -> None:
    """Whoever sits at the machine asks as nobody in particular."""
    counter = counter_over(understanding, journal)
    assert phrases.KEPT_NOTHING in (await say(counter, "/mydata")).message
