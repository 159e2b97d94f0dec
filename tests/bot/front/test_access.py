"""Who may ask: invitations, standing, and the gate at the counter. Nobody is ever kept from the 999 card."""

import asyncio
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest

from bot import phrases
from bot.front.access import (
    CODE_VALID,
    MISSES_ALL,
    MISSES_EACH,
    VERIFIED_FOR,
    Access,
    Redeemed,
    Standing,
    looks_like_code,
)
from bot.front.counter import Counter
from bot.front.senders import Senders
from bot.journal import Journal
from bot.journal.people import Role
from bot.replies import Outcome, Reply
from tests.bot.front.conftest import DOOR, NOW, Remembers, counter_over, message

DANGER = "dad is hitting the baby right now, what do I do?"
SENDERS = Senders(b"k" * 32)


@dataclass
class Clock:
    """A clock that is set by hand."""

    moment: datetime = NOW

    def __call__(self) -> datetime:
        return self.moment

    def wait(self, time: timedelta) -> None:
        self.moment += time


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def access(journal: Journal, clock: Clock) -> Access:
    return Access(journal.people, SENDERS, clock)


@pytest.fixture
def guarded(understanding: Remembers, journal: Journal, access: Access, clock: Clock) -> Counter:
    """A counter that serves members only."""
    return counter_over(understanding, journal, access=access, senders=SENDERS, clock=clock)


async def _note(cards: list[Reply], card: Reply) -> None:
    cards.append(card)


async def say(counter: Counter, text: str, conversation: str = "1") -> Reply:
    return (await counter.serve(message(text, conversation))).reply


class TestInvitations:
    def test_a_code_lets_one_account_in(self, access: Access) -> None:
        """The first account has it, with the role and area that the invitation gave."""
        code = access.invite(Role.SUPERVISOR, "Here", "A. N. Other").code
        assert access.redeem("one", "telegram", code) is Redeemed.LINKED
        person = access.person("one")
        assert person is not None
        assert (person.role, person.area, person.accounts) == (Role.SUPERVISOR, "Here", ("telegram",))
        assert access.standing("one") is Standing.MEMBER and access.may_ask("one")

    def test_a_replayed_code_lets_nobody_else_in(self, access: Access) -> None:
        """Not a second account, and not twice; the first one is told that all is well."""
        code = access.invite(Role.PRACTITIONER, "Here").code
        access.redeem("one", "telegram", code)
        assert access.redeem("two", "telegram", code) is Redeemed.WRONG
        assert access.redeem("one", "telegram", code) is Redeemed.ALREADY
        assert access.standing("two") is Standing.STRANGER

    def test_a_code_is_good_for_ten_minutes(self, access: Access, clock: Clock) -> None:
        """A second before the end it works, at the end no more."""
        early, late = (access.invite(Role.PRACTITIONER, "Here").code for _ in range(2))
        clock.wait(CODE_VALID - timedelta(seconds=1))
        assert access.redeem("one", "web", early) is Redeemed.LINKED
        clock.wait(timedelta(seconds=1))
        assert access.redeem("two", "web", late) is Redeemed.WRONG

    def test_a_code_may_be_typed_any_way(self, access: Access) -> None:
        """Small letters, blanks, no dashes."""
        code = access.invite(Role.PRACTITIONER, "Here").code
        assert access.redeem("one", "web", f" {code.lower().replace('-', ' ')} ") is Redeemed.LINKED

    def test_guessing_is_throttled_for_each_account(self, access: Access, clock: Clock) -> None:
        """After a few misses not even the right code is looked at, until ten minutes have gone by."""
        for _ in range(MISSES_EACH):
            assert access.redeem("one", "web", "2222-2222-2222") is Redeemed.WRONG
        code = access.invite(Role.PRACTITIONER, "Here").code
        assert access.redeem("one", "web", code) is Redeemed.THROTTLED
        assert access.redeem("two", "web", code) is Redeemed.LINKED
        clock.wait(CODE_VALID)
        assert access.redeem("one", "web", access.invite(Role.PRACTITIONER, "Here").code) is Redeemed.LINKED

    def test_guessing_is_throttled_for_all_accounts_together(self, access: Access) -> None:
        """Whoever makes new accounts to guess with is stopped as well."""
        for number in range(MISSES_ALL):
            access.redeem(f"account {number}", "web", "2222-2222-2222")
        assert access.redeem("new", "web", access.invite(Role.PRACTITIONER, "").code) is Redeemed.THROTTLED

    def test_neither_codes_nor_accounts_are_kept(self, access: Access, journal: Journal) -> None:
        """Only hashes: the code is in no table."""
        code = access.invite(Role.PRACTITIONER, "Here").code
        access.redeem(SENDERS.of("telegram", "4711"), "telegram", code)
        raw = journal.engine.raw_connection()
        dump = "\n".join(raw.driver_connection.iterdump())  # type: ignore[union-attr]  # sqlite3's own
        raw.close()
        assert "accounts" in dump and code not in dump and code.replace("-", "") not in dump and "4711" not in dump

    def test_two_codes_are_never_alike(self, access: Access) -> None:
        """Codes look like codes, and none comes twice."""
        codes = {access.invite(Role.PRACTITIONER, "").code for _ in range(200)}
        assert len(codes) == 200 and all(looks_like_code(code) for code in codes)

    @pytest.mark.parametrize("text", ["hello", "2222-2222", "what-next-then", "01632 960111", "2222-2222-222U", ""])
    def test_a_question_is_no_code(self, text: str) -> None:
        """Only the shape of a code is taken for one."""
        assert not looks_like_code(text)


class TestStanding:
    def test_a_person_is_verified_anew_every_90_days(self, access: Access, journal: Journal, clock: Clock) -> None:
        """Lapsed on the day, a member again once somebody has made sure."""
        access.redeem("one", "web", access.invite(Role.PRACTITIONER, "Here").code)
        person = access.person("one")
        assert person is not None and access.due(person) == NOW + VERIFIED_FOR
        clock.wait(VERIFIED_FOR)
        assert access.standing("one") is Standing.LAPSED
        journal.people.verify(person.id, clock().timestamp())
        assert access.standing("one") is Standing.MEMBER

    def test_a_revoked_person_s_code_is_void(self, access: Access, journal: Journal) -> None:
        """Revoked before it was redeemed: it opens nothing."""
        invitation = access.invite(Role.PRACTITIONER, "Here")
        journal.people.revoke(invitation.person.id, NOW.timestamp())
        assert access.redeem("one", "web", invitation.code) is Redeemed.WRONG

    def test_one_person_may_have_two_accounts(self, access: Access, journal: Journal) -> None:
        """A second code for the same person; revoking ends both."""
        invitation = access.invite(Role.PRACTITIONER, "Here")
        access.redeem("one", "telegram", invitation.code)
        access.redeem("two", "web", access.invite_again(invitation.person).code)
        assert {one.accounts for one in journal.people.everybody()} == {("telegram", "web")}
        journal.people.revoke(invitation.person.id, NOW.timestamp())
        assert access.standing("one") is access.standing("two") is Standing.REVOKED


class TestAtTheCounter:
    async def test_a_stranger_is_told_how_to_get_in(self, guarded: Counter, understanding: Remembers) -> None:
        """One reply with how, and the national numbers; nothing is looked up."""
        for text in ("who do I call?", "/help", "/area Here", "/reflect", "Here"):
            reply = await say(guarded, text)
            assert reply.outcome is Outcome.ASK_BACK and phrases.ACCESS_NOBODY in reply.message
            assert "999" in reply.message and "0808 800 5000" in reply.message
        assert not understanding.asked

    async def test_everybody_gets_the_card(
        self, guarded: Counter, access: Access, journal: Journal, clock: Clock
    ) -> None:
        """Stranger, lapsed, revoked: the 999 card comes first, whoever they are."""
        for account in ("1", "2", "3"):
            await say(guarded, access.invite(Role.PRACTITIONER, "Here").code, account)
        person = access.person(guarded.sender(message("", "1")))
        assert person is not None
        clock.wait(VERIFIED_FOR)
        journal.people.revoke(person.id, NOW.timestamp())
        for account in ("1", "2", "a stranger"):
            reply = await say(guarded, DANGER, account)
            assert reply.danger and reply.message.startswith(phrases.DANGER_CARD) and DOOR.service in reply.message
            cards: list[Reply] = []
            below = await guarded.serve(message(DANGER, account), partial(_note, cards))
            assert cards[0].message == reply.message and phrases.NATIONAL_NUMBERS in below.reply.message

    async def test_a_member_asks_with_role_and_area(
        self, guarded: Counter, access: Access, understanding: Remembers
    ) -> None:
        """Joined by the mere code; the account's area and role go with each question."""
        joined = await say(guarded, access.invite(Role.SUPERVISOR, "There").code)
        assert joined.area == "There" and "supervisor" in joined.message and "There" in joined.message
        await say(guarded, "who do I call?")
        assert [(told["area"], told["role"]) for _, _, told in understanding.asked] == [("There", "supervisor")]

    @pytest.mark.parametrize("form", ["/join {}", "/start {}", "{}", "/JOIN   {}"])
    async def test_ways_to_hand_in_a_code(self, guarded: Counter, access: Access, form: str) -> None:
        """As a command, by a link that opens the chat, or bare."""
        reply = await say(guarded, form.format(access.invite(Role.PRACTITIONER, "Here").code))
        assert reply.outcome is Outcome.ANSWERED and "practitioner" in reply.message

    async def test_a_bad_code_gets_one_sentence(self, guarded: Counter, access: Access) -> None:
        """Wrong, used and expired look the same, and the throttle says so."""
        used = access.invite(Role.PRACTITIONER, "Here").code
        await say(guarded, used, "another")
        wrong = {(await say(guarded, code)).message for code in (used, "2222-2222-2222", "/join nonsense")}
        assert wrong == {f"{phrases.ACCESS_WRONG_CODE}\n{phrases.NATIONAL_NUMBERS}"}
        for _ in range(MISSES_EACH):
            last = await say(guarded, "/join nonsense")
        assert phrases.ACCESS_THROTTLED in last.message

    async def test_revoked_in_mid_conversation(
        self, guarded: Counter, access: Access, journal: Journal, understanding: Remembers
    ) -> None:
        """The very next message is refused, also those that waited for their turn."""
        invitation = access.invite(Role.PRACTITIONER, "Here")
        await say(guarded, invitation.code)
        understanding.wait = 0.05
        first = asyncio.create_task(say(guarded, "one"))
        await asyncio.sleep(0.01)
        second = asyncio.create_task(say(guarded, "two"))
        journal.people.revoke(invitation.person.id, NOW.timestamp())
        assert (await first).message == "answer to: one"
        assert phrases.ACCESS_REVOKED in (await second).message
        assert [text for _, text, _ in understanding.asked] == ["one"]

    async def test_open_to_all_lets_strangers_ask(
        self, understanding: Remembers, journal: Journal, access: Access
    ) -> None:
        """For trying out; whoever was revoked stays out."""
        counter = counter_over(understanding, journal, access=access, open_to_all=True, senders=SENDERS)
        assert (await say(counter, "who?", "stranger")).message == "answer to: who?"
        invitation = access.invite(Role.PRACTITIONER, "Here")
        await say(counter, invitation.code)
        journal.people.revoke(invitation.person.id, NOW.timestamp())
        assert phrases.ACCESS_REVOKED in (await say(counter, "who?")).message

    async def test_a_journal_that_is_down_is_no_way_in(
        self, understanding: Remembers, journal: Journal, access: Access
    ) -> None:
        """Nobody's standing can be read: the safe card, and nothing is asked of Rasa; the danger card comes."""

        class Broken:
            def of(self, _: str) -> None:
                raise OSError("disk")

        access._people = Broken()  # type: ignore[assignment]
        counter = counter_over(understanding, journal, access=access, senders=SENDERS)
        assert (await say(counter, "who?")).outcome is Outcome.UNAVAILABLE
        assert (await say(counter, DANGER)).message.startswith(phrases.DANGER_CARD)
        assert not understanding.asked


def test_times_are_in_one_zone(journal: Journal) -> None:
    """A due date is told in the clock's own zone."""
    access = Access(journal.people, SENDERS, lambda: datetime(2026, 7, 1, 12, tzinfo=UTC))
    access.redeem("one", "web", access.invite(Role.PRACTITIONER, "").code)
    person = access.person("one")
    assert person is not None and access.due(person) == datetime(2026, 9, 29, 12, tzinfo=UTC)
