"""Who may ask: people, the accounts they ask from, and the invitations that bind an account to a person.

Nobody's account number is kept, only its keyed hash; of a code, too, only the hash. Everything is read from the database
each time, so that what another process changes holds from the next message on.
"""

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection, Engine, Row, Select, delete, func, insert, select, update

from bot.journal.tables import ACCOUNTS, INVITATIONS, MISSES, PEOPLE


class Role(StrEnum):
    """What a person is here."""

    PRACTITIONER = "practitioner"
    SUPERVISOR = "supervisor"
    PROCEDURES = "procedures"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who was invited. Times are seconds since 1970; None is for what has not happened.

    `name` is what whoever invited them wrote, "" where nothing; `accounts` are the channels they ask from.
    """

    id: str
    name: str
    role: Role
    area: str
    invited: float
    verified: float | None = None
    revoked: float | None = None
    accounts: tuple[str, ...] = ()


class People:
    """Everybody who was invited. Each method is one transaction."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def add(self, person: Person) -> None:
        """Keep a new person, who has no account yet."""
        row = {"id": person.id, "name": person.name, "role": person.role.value, "area": person.area}
        with self._engine.begin() as connection:
            connection.execute(insert(PEOPLE), {**row, "invited": person.invited})

    def invite(self, person: str, code: str, expires: float) -> None:
        """Keep the hash of a code that lets one account of a person's in until `expires`."""
        with self._engine.begin() as connection:
            connection.execute(insert(INVITATIONS), {"code": code, "person": person, "expires": expires})

    def redeem(self, account: str, channel: str, code: str, now: float) -> bool:
        """Bind an account to the person whose code this is the hash of; whether it could be.

        A code is good once, until it expires; whichever account comes first has it. A former binding of the account ends.
        """
        good = (INVITATIONS.c.code == code, INVITATIONS.c.redeemed.is_(None), INVITATIONS.c.expires > now)
        with self._engine.begin() as connection:
            if not connection.execute(update(INVITATIONS).where(*good).values(redeemed=now)).rowcount:
                return False
            person = connection.execute(select(INVITATIONS.c.person).where(INVITATIONS.c.code == code)).scalar_one()
            _unbind(connection, account)
            bound = {"account": account, "person": person, "channel": channel, "linked": now}
            connection.execute(insert(ACCOUNTS), bound)
            connection.execute(update(PEOPLE).where(PEOPLE.c.id == person).values(verified=now))
            connection.execute(delete(MISSES).where(MISSES.c.account == account))
        return True

    def redeemed_by(self, account: str, code: str) -> bool:
        """Whether this code was redeemed for the person whose account this is."""
        query = (
            select(INVITATIONS.c.code)
            .join(ACCOUNTS, ACCOUNTS.c.person == INVITATIONS.c.person)
            .where(INVITATIONS.c.code == code, INVITATIONS.c.redeemed.is_not(None), ACCOUNTS.c.account == account)
        )
        with self._engine.connect() as connection:
            return connection.execute(query).first() is not None

    def of(self, account: str) -> Person | None:
        """The person whose account this is, None where it is nobody's."""
        query = select(PEOPLE).join(ACCOUNTS, ACCOUNTS.c.person == PEOPLE.c.id).where(ACCOUNTS.c.account == account)
        found = self._people(query)
        return found[0] if found else None

    def named(self, person: str) -> Person | None:
        """The person with this id, None where there is none."""
        found = self._people(select(PEOPLE).where(PEOPLE.c.id == person))
        return found[0] if found else None

    def everybody(self) -> list[Person]:
        """All people, in the order in which they were invited."""
        return self._people(select(PEOPLE).order_by(PEOPLE.c.invited, PEOPLE.c.id))

    def verify(self, person: str, now: float) -> None:
        """Note that somebody has made sure that a person still works here."""
        self._set(person, {"verified": now})

    def revoke(self, person: str, now: float) -> None:
        """End a person's access, and what is left of their invitation."""
        with self._engine.begin() as connection:
            connection.execute(update(PEOPLE).where(PEOPLE.c.id == person).values(revoked=now))
            connection.execute(
                delete(INVITATIONS).where(INVITATIONS.c.person == person, INVITATIONS.c.redeemed.is_(None))
            )

    def miss(self, account: str, now: float) -> None:
        """Note that a code was tried and was not good."""
        with self._engine.begin() as connection:
            connection.execute(insert(MISSES), {"account": account, "moment": now})

    def misses(self, since: float, account: str = "") -> int:
        """How many codes were tried in vain since a moment, by one account or by all."""
        query = select(func.count()).select_from(MISSES).where(MISSES.c.moment > since)
        if account:
            query = query.where(MISSES.c.account == account)
        with self._engine.connect() as connection:
            return int(connection.execute(query).scalar_one())

    def leave(self, account: str) -> None:
        """Unbind an account, and forget its person where it was their last one. What it guessed still counts."""
        with self._engine.begin() as connection:
            _unbind(connection, account)

    def purge(self, before: float, verified_before: float) -> int:
        """Forget misses, invitations, and people who are no longer here. Returns how many people.

        Those are people who were revoked, or invited and never joined, before a moment, or last verified before another.
        """
        came_to_nothing = PEOPLE.c.verified.is_(None) & (PEOPLE.c.invited < before)
        gone = came_to_nothing | (PEOPLE.c.revoked < before) | (PEOPLE.c.verified < verified_before)
        with self._engine.begin() as connection:
            connection.execute(delete(MISSES).where(MISSES.c.moment < before))
            connection.execute(delete(INVITATIONS).where(INVITATIONS.c.expires < before))
            people = [row.id for row in connection.execute(select(PEOPLE.c.id).where(gone))]
            connection.execute(delete(ACCOUNTS).where(ACCOUNTS.c.person.in_(people)))
            connection.execute(delete(PEOPLE).where(PEOPLE.c.id.in_(people)))
        return len(people)

    def _set(self, person: str, values: dict[str, object]) -> None:
        with self._engine.begin() as connection:
            connection.execute(update(PEOPLE).where(PEOPLE.c.id == person).values(**values))

    def _people(self, query: Select[tuple[object, ...]]) -> list[Person]:
        with self._engine.connect() as connection:
            rows = connection.execute(query).all()
            ids = [row.id for row in rows]
            bound = connection.execute(
                select(ACCOUNTS.c.person, ACCOUNTS.c.channel)
                .where(ACCOUNTS.c.person.in_(ids))
                .order_by(ACCOUNTS.c.linked)
            ).all()
        return [_person(row, tuple(str(one.channel) for one in bound if one.person == row.id)) for row in rows]


def _unbind(connection: Connection, account: str) -> None:
    person = connection.execute(select(ACCOUNTS.c.person).where(ACCOUNTS.c.account == account)).scalar()
    connection.execute(delete(ACCOUNTS).where(ACCOUNTS.c.account == account))
    if person is None or connection.execute(select(ACCOUNTS).where(ACCOUNTS.c.person == person)).first():
        return
    connection.execute(delete(INVITATIONS).where(INVITATIONS.c.person == person))
    connection.execute(delete(PEOPLE).where(PEOPLE.c.id == person))


def _person(row: Row[tuple[object, ...]], accounts: tuple[str, ...]) -> Person:
    return Person(
        id=str(row.id),
        name=str(row.name),
        role=Role(row.role),
        area=str(row.area),
        invited=float(row.invited),
        verified=None if row.verified is None else float(row.verified),
        revoked=None if row.revoked is None else float(row.revoked),
        accounts=accounts,
    )
