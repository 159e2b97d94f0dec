"""The verb that takes away what has been kept long enough."""

from contextlib import closing

import click

from signpost import serving


@click.command()
def purge() -> None:
    """Delete what is older than the settings allow, from the journal, Rasa's tracker and the logs.

    A running front does the same by itself. docs/running.md says what is kept how long.

    For example: signpost purge
    """
    from bot.journal import open_journal
    from bot.settings import journal_place, tracker_place

    settings, front = serving.settings()
    with closing(open_journal(journal_place(front, settings.home))) as journal:
        housekeeping = serving.housekeeping(settings, front, journal, tracker_place(front, settings.home))
        purged = housekeeping.purge(serving.now().timestamp())
        housekeeping.compact()
    click.echo(f"Deleted: {purged}.")
