"""Verbs that get this machine ready: the encoder, the demonstration, Rasa's model."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from signpost.settings import PROJECT, Settings

if TYPE_CHECKING:
    from scraper.sources import Source

_MANUALS = PROJECT / "training_data" / "manual"


@click.group()
def encoder() -> None:
    """The sentence encoder that the search and Rasa share."""


@encoder.command("export")
def export_() -> None:
    """Export the encoder to ONNX, in full and in 8-bit form. Does nothing where it lies there whole."""
    from knowledge.encoder.export import export

    settings = Settings()
    made = export(settings.encoder_folder)
    click.echo(f"Encoder {made.digest[:12]} at {settings.encoder_folder}")


@click.command()
def demo() -> None:
    """Index and publish the built-in demonstration: the invented Exampleshire manual and the digest of a review."""
    from scraper.lock import only_one
    from scraper.sources import add, load
    from signpost.demonstration import is_only_source, needs_indexing, sources

    settings = Settings()
    with only_one(settings.home, datetime.now(UTC)):
        if not settings.sources_file.exists():
            for source in sources(_MANUALS):
                add(settings.sources_file, source)
        named = load(settings.sources_file)
        if not is_only_source(named, _MANUALS):
            click.echo(
                "This machine has sources of its own, which `signpost reindex` reads. The demonstration is left as it is."
            )
        elif needs_indexing(settings.home, _MANUALS):
            _index(settings, named)
        else:
            click.echo("The demonstration is indexed and published.")


def _index(settings: Settings, named: "tuple[Source, ...]") -> None:
    from knowledge.encoder import Form
    from scraper.reindex import publish, reindex
    from signpost.demonstration import note_indexed
    from signpost.opening import open_encoder

    encoder_ = open_encoder(settings.encoder_folder, Form.FP32)
    candidate = reindex(settings.home, named, encoder_, lambda: datetime.now(UTC), lambda _: None)
    publish(settings.home, candidate.generation, override="the demonstration is ours", second_person="built in")
    note_indexed(settings.home, _MANUALS)
    counts = candidate.review.counts
    click.echo(f"Published the demonstration: {counts.chapters} chapters, {counts.passages} passages.")


@click.group()
def dialogue() -> None:
    """The Rasa model."""


@dialogue.command("measure")
@click.argument("messages", type=click.Path(exists=True, dir_okay=False, path_type=Path), nargs=-1)
@click.option("--matrix", is_flag=True, help="Print the confusion matrix instead: a row for each intent meant.")
def measure(messages: tuple[Path, ...], *, matrix: bool) -> None:
    """Say how well messages are understood: macro F1 and what was taken for what, set by set.

    MESSAGES are files of JSON lines; left out, the test sets of the project.

    Example: signpost dialogue measure --matrix
    """
    from bot.processes import Measured, read_messages
    from bot.processes import measure as measure_messages
    from bot.processes import train as train_model
    from signpost.opening import places

    where = places(Settings())
    files = messages or tuple(sorted((PROJECT / "tests" / "bot" / "dialogue").glob("messages*.jsonl")))
    sets = {file.name: read_messages(file) for file in files}
    understood = measure_messages(where, train_model(where), [one for told in sets.values() for one in told]).understood
    for name, told in sets.items():
        measured, understood = Measured(understood[: len(told)]), understood[len(told) :]
        click.echo(f"{name}\n{measured.grid() if matrix else measured.report()}\n")


@dialogue.command("train")
def train() -> None:
    """Train Rasa. Does nothing where its inputs are unchanged."""
    from bot.processes import train as train_model
    from signpost.opening import places

    model = train_model(places(Settings()), lambda line: click.echo(f"  {line}", err=True))
    click.echo(f"Rasa model: {model.name}")
