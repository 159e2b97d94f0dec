"""Who may ask: invitations are made and redeemed here, and each account's standing is read here.

An account is named by the keyed hash of channel and number, `Counter.sender`; its number is kept nowhere. Nothing is held
in this process: what `signpost people` changes holds from the next message on.
"""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.front.senders import Senders
from bot.journal.people import People, Person, Role

CODE_VALID = timedelta(minutes=10)
VERIFIED_FOR = timedelta(days=90)
MISSES_EACH, MISSES_ALL = 5, 100  # codes tried in vain in CODE_VALID, after which no code is looked at
_DIGITS = "23456789"  # without those signs that are read for one another, here and below
_SIGNS = f"{_DIGITS}ABCDEFGHJKMNPQRSTVWXYZ"  # and without U, which makes words
_GROUPS, _OF = 3, 4  # 12 signs, the last a digit so that no words look like one: 56 bits, for at most a hundred guesses
_ID_SIGNS = "abcdefghjkmnpqrstvwxyz"


class Standing(StrEnum):
    """Whether an account may ask, and if not, why."""

    MEMBER = "member"
    STRANGER = "stranger"
    LAPSED = "lapsed"
    REVOKED = "revoked"


class Redeemed(StrEnum):
    """What came of a code. WRONG is for unknown, used and expired ones alike, so that guessing teaches nothing."""

    LINKED = "linked"
    ALREADY = "already"
    WRONG = "wrong"
    THROTTLED = "throttled"


@dataclass(frozen=True, slots=True)
class Invitation:
    """A code to hand to one person, and the moment until which it is good."""

    code: str
    person: Person
    until: datetime


class Access:
    """The door. `verified_for` is how long a person counts as verified."""

    def __init__(
        self,
        people: People,
        senders: Senders,
        clock: Callable[[], datetime],
        verified_for: timedelta = VERIFIED_FOR,
    ) -> None:
        self._people, self._senders, self._clock, self.verified_for = people, senders, clock, verified_for

    def invite(self, role: Role, area: str, name: str = "") -> Invitation:
        """Note a new person, and make a code for their first account."""
        new_id = "".join(secrets.choice(_ID_SIGNS) for _ in range(6))
        person = Person(new_id, name, role, area, self._now())
        self._people.add(person)
        return self.invite_again(person)

    def invite_again(self, person: Person) -> Invitation:
        """Make a code for another account of a person who is known."""
        code = _new_code()
        until = self._clock() + CODE_VALID
        self._people.invite(person.id, self._hash(code), until.timestamp())
        return Invitation(code, person, until)

    def redeem(self, account: str, channel: str, code: str) -> Redeemed:
        """Bind an account to the person a code was made for."""
        now = self._now()
        since = now - CODE_VALID.total_seconds()
        if self._people.misses(since, account) >= MISSES_EACH or self._people.misses(since) >= MISSES_ALL:
            return Redeemed.THROTTLED
        hashed = self._hash(code)
        if self._people.redeem(account, channel, hashed, now):
            return Redeemed.LINKED
        if self._people.redeemed_by(account, hashed):
            return Redeemed.ALREADY
        self._people.miss(account, now)
        return Redeemed.WRONG

    def person(self, account: str) -> Person | None:
        """The person whose account this is, None where it is nobody's. They may be lapsed or revoked: see `standing`."""
        return self._people.of(account)

    def standing(self, account: str) -> Standing:
        """Whether an account may ask now."""
        return self.standing_of(self._people.of(account))

    def standing_of(self, person: Person | None) -> Standing:
        """The same for a person, None for nobody."""
        if person is None:
            return Standing.STRANGER
        if person.revoked is not None:
            return Standing.REVOKED
        due = self.due(person)
        return Standing.MEMBER if due and self._clock() < due else Standing.LAPSED

    def may_ask(self, account: str) -> bool:
        """Whether an account may ask now."""
        return self.standing(account) is Standing.MEMBER

    def due(self, person: Person) -> datetime | None:
        """When a person must be verified anew, None where they have not joined."""
        if person.verified is None:
            return None
        return datetime.fromtimestamp(person.verified, self._clock().tzinfo) + self.verified_for

    def anybody(self) -> bool:
        """Whether anybody at all may ask, or could with an invitation that is open."""
        return any(person.revoked is None for person in self._people.everybody())

    def _hash(self, code: str) -> str:
        return self._senders.of("invitation", plain_code(code))

    def _now(self) -> float:
        return self._clock().timestamp()


def plain_code(text: str) -> str:
    """A code without what people add when they type it: blanks, dashes, small letters."""
    return "".join(sign for sign in text.upper() if sign.isalnum())


def looks_like_code(text: str) -> bool:
    """Whether a message is nothing but what could be a code."""
    groups = text.strip().upper().split("-")
    signs = "".join(groups)
    return [len(group) for group in groups] == [_OF] * _GROUPS and signs[-1].isdigit() and set(signs) <= set(_SIGNS)


def _new_code() -> str:
    signs = "".join(secrets.choice(_SIGNS) for _ in range(_GROUPS * _OF - 1)) + secrets.choice(_DIGITS)
    return "-".join(signs[start : start + _OF] for start in range(0, len(signs), _OF))
