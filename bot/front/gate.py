"""Stands before the counter's questions: lets people through, takes invitations, and turns the rest away with the numbers.

The danger card is not its affair: that goes to everybody, before anybody is asked who they are.
"""

from typing import Protocol

from bot import phrases
from bot.front.access import Access, Redeemed, Standing, looks_like_code
from bot.front.commands import Command, command_in
from bot.front.errands import own_data
from bot.journal.people import Person
from bot.replies import Outcome, Reply

_JOINING = frozenset(("join", "start"))  # a link of the form t.me/bot?start=CODE sends /start CODE
_REFUSED = {
    Standing.STRANGER: phrases.ACCESS_STRANGER,
    Standing.LAPSED: phrases.ACCESS_LAPSED,
    Standing.REVOKED: phrases.ACCESS_REVOKED,
}


class Gate(Protocol):
    """What the counter asks before it serves."""

    def opens(self, channel: str, sender: str, text: str) -> Person | Reply | None:
        """Who it is that asks, None for somebody whom nobody asks; or the Reply that they get instead."""
        ...

    def area(self, sender: str) -> str:
        """The area of their account, "" where there is none."""
        ...


class OpenGate:
    """Lets everybody through: for a terminal, where whoever sits at the machine may ask."""

    def opens(self, channel: str, sender: str, text: str) -> None:
        """Nobody is asked who they are."""

    def area(self, sender: str) -> str:
        """There are no accounts."""
        return ""


class MembersGate:
    """Lets those through who were invited and are verified; with `open_to_all` also strangers, for trying Signpost out."""

    def __init__(self, access: Access, *, open_to_all: bool = False) -> None:
        self._access, self._open_to_all = access, open_to_all

    def opens(self, channel: str, sender: str, text: str) -> Person | Reply | None:
        """The person; a Reply for those who join and those who may not ask."""
        code = _code_in(text)
        if code:
            return self._joined(channel, sender, code)
        person = self._access.person(sender)
        standing = self._access.standing_of(person)
        # Whoever it is about may ask what is kept of them, member or not.
        if standing is Standing.MEMBER or command_in(text, own_data.NAMES):
            return person
        if standing is Standing.STRANGER and self._open_to_all:
            return None
        return self._refused(standing)

    def area(self, sender: str) -> str:
        """The area of the person's account."""
        person = self._access.person(sender)
        return person.area if person else ""

    def _refused(self, standing: Standing) -> Reply:
        if standing is Standing.STRANGER and not self._access.anybody():
            return _turned_away(phrases.ACCESS_NOBODY)
        return _turned_away(_REFUSED[standing])

    def _joined(self, channel: str, sender: str, code: str) -> Reply:
        match self._access.redeem(sender, channel, code):
            case Redeemed.LINKED | Redeemed.ALREADY:
                return self._welcome(sender)
            case Redeemed.THROTTLED:
                return _turned_away(phrases.ACCESS_THROTTLED)
            case Redeemed.WRONG:
                return _turned_away(phrases.ACCESS_WRONG_CODE)

    def _welcome(self, sender: str) -> Reply:
        person = self._access.person(sender)
        standing = self._access.standing_of(person)
        if person is None or standing is not Standing.MEMBER:
            return self._refused(standing)
        area = phrases.ACCESS_AREA.format(area=person.area) if person.area else phrases.ACCESS_NO_AREA
        return Reply(Outcome.ANSWERED, f"{phrases.ACCESS_JOINED.format(role=person.role)} {area}", area=person.area)


def _turned_away(why: str) -> Reply:
    """Why, what to do, and the numbers that are everybody's."""
    # Not UNAVAILABLE, of which nothing is shown below a danger card: the person should learn why no answer follows.
    return Reply(Outcome.ASK_BACK, f"{why}\n{phrases.NATIONAL_NUMBERS}")


def _code_in(text: str) -> str:
    command: Command | None = command_in(text, _JOINING)
    if command and command.rest:
        return command.rest
    return text if looks_like_code(text) else ""
