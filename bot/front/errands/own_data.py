"""What a person may ask about themselves: /mydata tells what is kept, /forget deletes it."""

from collections.abc import Iterable
from datetime import datetime
from typing import ClassVar

from bot import phrases
from bot.front.access import Access
from bot.front.commands import Command
from bot.front.errands.errand import Errand
from bot.front.messages import Asked, Served
from bot.front.relaying import Relaying
from bot.journal import Journal, JournalFailure, Retention, Threads
from bot.journal.people import Person
from bot.replies import Choice, Outcome, Reply

NAMES = frozenset(("mydata", "forget"))
_YES = "yes"


class OwnData(Errand):
    """Asks every errand what it keeps. `access` is None where nobody is asked who they are."""

    names: ClassVar = NAMES

    def __init__(  # noqa: PLR0913  # everything that keeps something
        self,
        others: Iterable[Errand],
        *,
        journal: Journal,
        threads: Threads,
        relaying: Relaying,
        access: Access | None,
        retention: Retention,
    ) -> None:
        self._others, self._journal, self._threads = tuple(others), journal, threads
        self._relaying, self._access, self._retention = relaying, access, retention

    async def run(self, command: Command, asked: Asked) -> Served:
        """Tell, or ask once and then delete."""
        if command.name == "mydata":
            return Served(Reply(Outcome.ANSWERED, self._told(asked), area=asked.area))
        if command.rest.casefold().strip(" .!") != _YES:
            sure = (Choice(phrases.FORGET_CHOICE, f"/forget {_YES}"),)
            return Served(Reply(Outcome.ASK_BACK, phrases.FORGET_SURE, area=asked.area, choices=sure))
        try:
            self._delete(asked)
        except JournalFailure:
            again = (Choice(phrases.FORGET_CHOICE, f"/forget {_YES}"),)
            return Served(Reply(Outcome.UNAVAILABLE, phrases.FORGOTTEN_NOT, choices=again))
        return Served(Reply(Outcome.ANSWERED, phrases.FORGOTTEN.format(days=self._retention.things.days)))

    def _told(self, asked: Asked) -> str:
        person = self._access.person(asked.sender) if self._access else None
        kept = [self._account(person)] if person else []
        for errand in self._others:
            kept += errand.kept(asked)
        if self._threads.has(asked.sender):
            hours = round(self._retention.thread.total_seconds() / 3600)
            kept.append(phrases.KEPT_THREAD.format(hours=hours))
        lead = [phrases.KEPT_LEAD, *(f"- {one}" for one in kept)] if kept else [phrases.KEPT_NOTHING]
        return "\n".join((*lead, phrases.KEPT_HOW))

    def _account(self, person: Person) -> str:
        assert self._access is not None
        due = self._access.due(person)
        told = {
            "role": person.role.value,
            "area": phrases.KEPT_ACCOUNT_AREA.format(area=person.area) if person.area else "",
            "name": phrases.KEPT_ACCOUNT_NAME.format(name=person.name) if person.name else "",
        }
        if person.revoked is not None or due is None:
            return phrases.KEPT_ACCOUNT_ENDED.format(**told)
        verified = due - self._access.verified_for
        return phrases.KEPT_ACCOUNT.format(**told, verified=_day(verified), due=_day(due))

    def _delete(self, asked: Asked) -> None:
        sender = asked.sender
        self._threads.forget(sender)
        for errand in self._others:
            errand.forget(asked)
        self._relaying.forget(sender)
        self._journal.forget(sender)


def _day(moment: datetime) -> str:
    return f"{moment.day} {moment:%B %Y}"
