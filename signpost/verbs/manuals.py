"""Verbs of the procedures team: sources, reindex, publish, rollback, extend, status."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from knowledge.errors import PublishRefused
from knowledge.manual import Audience, Jurisdiction, Manual
from signpost.settings import Settings

if TYPE_CHECKING:
    from knowledge.freshness import Freshness


def _now() -> datetime:
    return datetime.now(UTC)


@click.group()
def sources() -> None:
    """Name where manuals come from, and list them."""


@sources.command("add")
@click.argument("name")
@click.argument("address")
@click.option(
    "--title", default="", help="The manual's full name, as it should be cited. Taken from NAME where not given."
)
@click.option("--area", "areas", multiple=True, help="An area it serves. Give it once for each area.")
@click.option("--audience", type=click.Choice([one.value for one in Audience]), default=Audience.PRACTITIONERS.value)
@click.option(
    "--jurisdiction", type=click.Choice([one.value for one in Jurisdiction]), default=Jurisdiction.ENGLAND.value
)
@click.option("--learning", is_flag=True, help="It is a review's learning, which recommends and never requires.")
@click.option("--demonstration", is_flag=True, help="It is invented, and marked so wherever it is quoted.")
def add(  # noqa: PLR0913, PLR0917  # click hands each option over by name
    name: str,
    address: str,
    title: str,
    areas: tuple[str, ...],
    audience: str,
    jurisdiction: str,
    learning: bool,
    demonstration: bool,
) -> None:
    """Add the source NAME, read from ADDRESS: a folder, a web address, or an HTML, PDF, DOCX or text file.

    For example: signpost sources add northshire https://northshire.example/contents.html --area Northvale
    """
    from scraper.sources import Source, load
    from scraper.sources import add as keep

    settings = Settings()
    manual = Manual(
        name,
        title or name.replace("-", " ").capitalize(),
        areas,
        Audience(audience),
        Jurisdiction(jurisdiction),
        learning,
        demonstration,
    )
    keep(settings.sources_file, Source(manual, _place(address)))
    click.echo(f"Added. {len(load(settings.sources_file))} sources. Next: signpost reindex")


def _place(address: str) -> str:
    """The address as it is kept: a web address as it is, a path made absolute. Raises SourceError where nothing is there."""
    from knowledge.errors import SourceError

    if address.startswith(("http://", "https://")):
        return address
    path = Path(address).expanduser().resolve()
    if not path.exists():
        raise SourceError(f"There is no file or folder at {path}. Check the address.")
    return str(path)


@sources.command("list")
def list_() -> None:
    """List the sources with their areas and addresses."""
    from scraper.sources import load

    found = load(Settings().sources_file)
    if not found:
        click.echo("There are no sources yet. Add one: signpost sources add NAME ADDRESS")
    for source in found:
        kinds = [
            word
            for word, is_so in (("learning", source.manual.learning), ("demonstration", source.manual.demonstration))
            if is_so
        ]
        click.echo(
            f"{source.id}  {source.manual.name}  areas: {', '.join(source.manual.areas) or 'all'}  {' '.join(kinds)}\n    {source.address}"
        )


@click.command()
@click.option("--publish", "at_once", is_flag=True, help="Publish at once if the gate lets it through.")
@click.option("--quiet", is_flag=True, help="Show the report only.")
def reindex(at_once: bool, quiet: bool) -> None:
    """Read all sources and build a candidate; report what changed. What is published stays published."""
    from knowledge.contacts import load_register
    from knowledge.encoder import Form
    from scraper.lock import only_one
    from scraper.reindex import publish as go_live
    from scraper.reindex import reindex as build
    from scraper.sources import load
    from signpost.opening import open_encoder

    settings = Settings()
    with only_one(settings.home, _now()):
        encoder = open_encoder(settings.encoder_folder, Form.FP32)
        tell = (lambda _: None) if quiet else (lambda line: click.echo(f"  {line}", err=True))
        candidate = build(
            settings.home, load(settings.sources_file), encoder, _now, tell, load_register(settings.register_file)
        )
        click.echo(candidate.report)
        click.echo(f"The report is kept at {candidate.path}")
        if at_once:
            go_live(settings.home, candidate.generation)
            click.echo(f"Published: {candidate.generation}")


@click.command()
@click.argument("generation", required=False)
@click.option("--override", default="", help="Why a candidate that the gate refused should go live all the same.")
@click.option("--second-person", default="", help="Who else agreed to the override.")
def publish(generation: str | None, override: str, second_person: str) -> None:
    """Make a candidate live: the newest, or the one named."""
    from scraper.lock import only_one
    from scraper.reindex import is_published, latest_candidate
    from scraper.reindex import publish as go_live

    home = Settings().home
    with only_one(home, _now()):
        chosen = generation or latest_candidate(home)
        if is_published(home, chosen):
            click.echo(f"Nothing new to publish: {chosen} is already published.")
            return
        go_live(home, chosen, override=override, second_person=second_person)
    click.echo(f"Published: {chosen}")


@click.command()
def rollback() -> None:
    """Go back to what was published before."""
    from knowledge.index import publication
    from scraper.lock import only_one

    home = Settings().home
    with only_one(home, _now()):
        click.echo(f"Published again: {publication.rollback(home)}")


@click.command()
@click.argument("manual")
@click.option(
    "--until", required=True, help="The last day on which it may be used, as 2026-12-24. At most 31 days ahead."
)
@click.option("--by", required=True, help="Who answers for this.")
@click.option("--why", default="", help="Why it is safe to go on.")
def extend(manual: str, until: str, by: str, why: str) -> None:
    """Let MANUAL go on answering although its last good check is over 30 days old.

    For example: signpost extend northshire --until 2026-12-24 --by "A. Procedures, safeguarding lead"
    """
    from knowledge.freshness import Extension
    from knowledge.index.checks import note_extension
    from scraper.lock import only_one

    home, now = Settings().home, _now()
    with only_one(home, now):
        known = {one.manual for one in _freshness(home)}
        given = Extension(manual, _until(until, now), by.strip(), now, why.strip())
        if manual not in known:
            raise PublishRefused(f'No published manual is called "{manual}". They are: {", ".join(sorted(known))}.')
        if not given.by:
            raise PublishRefused("Say who answers for this: --by NAME.")
        note_extension(home, given)
    click.echo(f"{manual} goes on answering, under a banner, until {given.until:%-d %B %Y}. Given by {given.by}.")


def _until(written: str, now: datetime) -> date:
    """The day of an extension. Raises PublishRefused where it is none, is past, or is too far away."""
    from knowledge.freshness import LONGEST_EXTENSION

    try:
        day = date.fromisoformat(written)
    except ValueError as error:
        raise PublishRefused(f'"{written}" is not a day. Write it as 2026-12-24.') from error
    if not now.date() <= day <= now.date() + timedelta(days=LONGEST_EXTENSION):
        raise PublishRefused(f"{written} is not within the next {LONGEST_EXTENSION} days. Choose a day that is.")
    return day


def _freshness(home: Path) -> "tuple[Freshness, ...]":
    """How fresh each published manual is; none where nothing is published."""
    from knowledge.index import checks, publication
    from knowledge.index.files import open_generation

    published = publication.published(home)
    if published is None:
        return ()
    return checks.freshness(open_generation(home, published, None).contents, checks.read_checks(home))


def _told(fresh: "Freshness", now: datetime) -> str:
    """One line for people: when a manual was last checked, and what follows from that."""
    if fresh.exempt:
        return f"{fresh.manual}: the built-in demonstration; it has no source to be checked against"
    checked = (
        f"last good check {fresh.checked:%-d %B %Y}, {fresh.age(now)} days ago" if fresh.checked else "never checked"
    )
    meant = {
        "checked": "answers",
        "stale": "answers under a banner (over 7 days); run signpost reindex",
        "withdrawn": "answers nothing (over 30 days); run signpost reindex, or signpost extend",
    }[fresh.standing(now).value]
    given = fresh.extension
    extended = f"; extended until {given.until:%-d %B %Y} by {given.by}" if given and fresh.extended(now) else ""
    return f"{fresh.manual}: {checked}; {meant}{extended}"


@click.command()
def status() -> None:
    """Say what is published, from which sources, how old it is, and who has extended what."""
    from knowledge.index import checks, publication
    from knowledge.index.files import open_generation

    home = Settings().home
    published = publication.published(home)
    if published is None:
        click.echo("Nothing is published yet. Run: signpost reindex, then signpost publish")
        return
    contents = open_generation(home, published, None).contents
    click.echo(f"Published: {published}")
    for source in contents.sources:
        age = (_now() - source.taken).days if source.taken else None
        click.echo(f"  {source.source}: snapshot {source.snapshot}" + (f", {age} days old" if age is not None else ""))
    for fresh in checks.freshness(contents, checks.read_checks(home)):
        click.echo(f"  {_told(fresh, _now())}")
    click.echo(
        f"  {len(contents.chapters)} chapters, {len(contents.passages)} passages, {len(contents.ladders)} ladders, "
        f"{len(contents.schemes)} threshold documents, {len(contents.checklists)} checklists, {len(contents.contacts)} contact points"
    )
