"""Personal data goes no further than the counter: not to the understanding, not to the journal, not to a log."""

import logging
from pathlib import Path

import pytest

from bot import phrases
from bot.front.privacy_guard import guard
from bot.journal import open_journal
from tests.bot.front.conftest import KNOWN, Remembers, counter_over, message

SECRETS = (
    "Zephvina",
    "Blenkinsop",
    "07700 900876",
    "14/02/2016",
    "27 Plover Close",
    "ZZ99 3WZ",
    "9990000018",
    "zeph.b@mail.example",
)
TEXT = (
    "Zephvina Blenkinsop dob 14/02/2016 of 27 Plover Close ZZ99 3WZ, nhs number 9990000018, mum's number is 07700 900876 "
    "and zeph.b@mail.example. mash turned my referral down, what next?"
)  # fmt: skip


@pytest.mark.parametrize(
    "start", ["", "dad is hitting her right now. ", "/reflect ", "/tick 1 ", "/intent ", "/decide ", "/area "]
)
async def test_nothing_of_it_reaches_the_understanding_the_journal_or_a_log(
    start: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """A canary in every kind of message: a question, an emergency, each command that keeps what is typed."""
    understanding, journal = Remembers(), open_journal(tmp_path / "journal.db")
    counter = counter_over(understanding, journal, screen=guard(lambda: KNOWN))
    with caplog.at_level(logging.DEBUG):
        await counter.serve(message("/reflect neglect", area="Here"))
        reply = (await counter.serve(message(start + TEXT, area="Here"))).reply
    journal.close()
    kept = _all_in(tmp_path)
    relayed = " ".join(f"{text} {told}" for _, text, told in understanding.asked)
    for secret in SECRETS:
        assert secret not in relayed
        assert secret not in kept
        assert secret not in caplog.text
    assert reply.message


async def test_the_person_is_told_what_was_left_out_and_still_answered(tmp_path: Path) -> None:
    """One note with the kinds and none of the words, then the answer to the question that is left."""
    understanding, journal = Remembers(), open_journal(tmp_path / "journal.db")
    served = await counter_over(understanding, journal, screen=guard(lambda: KNOWN)).serve(message(TEXT, area="Here"))
    journal.close()
    note, _, answer = served.reply.message.partition("\n\n")
    assert note == phrases.PERSONAL_DATA.format(found=", ".join(served.left_out))
    assert not any(secret in note for secret in SECRETS)
    assert {"a name", "a date of birth", "an address", "a postcode", "an NHS number", "a phone number"} <= set(
        served.left_out
    )
    assert "mash turned my referral down, what next?" in answer


async def test_what_the_area_makes_public_passes(tmp_path: Path) -> None:
    """The front door's own number, its name and the area are no personal data."""
    understanding, journal = Remembers(), open_journal(tmp_path / "journal.db")
    text = "the Night Team on 01632 960222 for There did not answer, what next"
    served = await counter_over(understanding, journal, screen=guard(lambda: KNOWN)).serve(message(text, area="Here"))
    journal.close()
    assert served.left_out == () and understanding.asked[-1][1] == text


def _all_in(folder: Path) -> str:
    return "".join(path.read_bytes().decode("latin-1") for path in folder.rglob("*") if path.is_file())
