"""Who may ask: invite, list, verify, revoke. What is changed here holds from a front's next message on."""

from contextlib import closing
from typing import TYPE_CHECKING

import click

from signpost import serving

if TYPE_CHECKING:
    from bot.front.access import Access
    from bot.journal import Journal
    from bot.journal.people import Person

_ROLES = ("practitioner", "supervisor", "procedures")


@click.group()
def people() -> None:
    """Who may ask on Telegram and in the web chat.

    For example: signpost people invite --role practitioner --area Ambleford --name "Hill School, safeguarding lead"
    """


@people.command()
@click.option("--role", type=click.Choice(_ROLES), default="practitioner", show_default=True, help="What they are.")
@click.option("--area", default="", help="The area they work in; they choose one themselves where it is not given.")
@click.option("--name", default="", help="How you will know them in the list; it is kept until they go.")
@click.option("--person", default="", metavar="ID", help="Another account for somebody who is in the list.")
def invite(role: str, area: str, name: str, person: str) -> None:
    """Make a code that lets one account in. It is shown once, and is good for ten minutes.

    For example: signpost people invite --role supervisor --area Ambleford
    """
    from bot.journal.people import Role

    with closing(_journal()) as journal:
        access = _access(journal)
        if person:
            made = access.invite_again(_not_revoked(_known(journal, person)))
        else:
            made = access.invite(Role(role), _area(area), " ".join(name.split())[:100])
    click.echo(f"Code: {made.code}")
    what = ", ".join(filter(None, (made.person.role.value, made.person.area)))
    click.echo(f"For {made.person.id} ({what}), good until {made.until:%H:%M}, once.")
    click.echo("Tell them to send it to the bot, or to type it into the web chat's sign-in page.")


@people.command("list")
def list_() -> None:
    """Everybody who was invited, with when they must be verified again."""
    with closing(_journal()) as journal:
        access = _access(journal)
        rows = [_row(access, person) for person in journal.people.everybody()]
    if not rows:
        click.echo("Nobody has been invited. For example: signpost people invite --role practitioner --area Ambleford")
    for row in rows:
        click.echo(row)


@people.command()
@click.argument("person", metavar="ID")
def verify(person: str) -> None:
    """Note that somebody still works here, for another 90 days (SIGNPOST_VERIFY_DAYS).

    For example: signpost people verify kwhtpd
    """
    from knowledge.errors import ProceduresError

    with closing(_journal()) as journal:
        access, known = _access(journal), _not_revoked(_known(journal, person))
        if not known.accounts:
            raise ProceduresError(
                f"{person} has not joined yet. Make a new code: signpost people invite --person {person}"
            )
        journal.people.verify(known.id, serving.now().timestamp())
        due = access.due(_known(journal, person))
    click.echo(f"Verified {person}, until {due:%-d %B %Y}.")


@people.command()
@click.argument("person", metavar="ID")
def revoke(person: str) -> None:
    """End somebody's access, from their next message on. The 999 card stays theirs, as it is everybody's.

    For example: signpost people revoke kwhtpd
    """
    with closing(_journal()) as journal:
        known = _known(journal, person)
        journal.people.revoke(known.id, serving.now().timestamp())
    click.echo(f"Revoked {person}. It holds from their next message on.")


def _journal() -> "Journal":
    from bot.journal import open_journal
    from bot.settings import journal_place

    settings, front = serving.settings()
    return open_journal(journal_place(front, settings.home))


def _access(journal: "Journal") -> "Access":
    return serving.access(*serving.settings(), journal)


def _known(journal: "Journal", person: str) -> "Person":
    from knowledge.errors import ProceduresError

    found = journal.people.named(person.strip().casefold())
    if found is None:
        raise ProceduresError(f"Nobody in the list is called {person}. See: signpost people list")
    return found


def _not_revoked(person: "Person") -> "Person":
    from knowledge.errors import ProceduresError

    if person.revoked is not None:
        raise ProceduresError(f"{person.id} was revoked. Invite them anew: signpost people invite")
    return person


def _area(name: str) -> str:
    """The area as the manuals print it. Raises ProceduresError where they serve others only."""
    from bot.front.last_known import FILE, LastKnownFile
    from bot.phrases import AREA_UNKNOWN
    from knowledge.errors import ProceduresError

    known = LastKnownFile(serving.settings()[0].home / FILE)()
    if name and known.areas and not known.area(name):
        raise ProceduresError(AREA_UNKNOWN.format(area=name, areas=", ".join(known.areas)))
    return known.area(name) or name


def _row(access: "Access", person: "Person") -> str:
    from bot.front.access import Standing

    due = access.due(person)
    told = {
        Standing.MEMBER: f"member, verify by {due:%-d %B %Y}" if due else "",
        Standing.LAPSED: f"to be verified since {due:%-d %B %Y}" if due else "invited, has not joined",
        Standing.REVOKED: "revoked",
    }[access.standing_of(person)]
    accounts = ", ".join(person.accounts) or "no account"
    return "  ".join(filter(None, (person.id, person.role.value, person.area, told, accounts, person.name)))
