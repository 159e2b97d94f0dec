"""Verbs of the procedures team: sources, reindex, publish, rollback, status."""

from datetime import UTC, datetime
from pathlib import Path

import click

from knowledge.manual import Audience, Jurisdiction, Manual
from signpost.settings import Settings


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
def status() -> None:
    """Say what is published, from which sources, and how old it is."""
    from knowledge.index import publication
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
    click.echo(
        f"  {len(contents.chapters)} chapters, {len(contents.passages)} passages, {len(contents.ladders)} ladders, "
        f"{len(contents.schemes)} threshold documents, {len(contents.checklists)} checklists, {len(contents.contacts)} contact points"
    )
