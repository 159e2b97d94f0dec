"""`signpost ask`: the library's own door, without Rasa, for people who test a manual."""

import json
from datetime import datetime

import click

from signpost.settings import Settings


@click.command()
@click.argument("question")
@click.option("--area", default="", help="The area that the child lives in.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON (documented in docs/json.md).")
@click.option("--explain", is_flag=True, help="Also list what was found and not used, and why.")
def ask(question: str, area: str, as_json: bool, explain: bool) -> None:
    """Ask the published manuals one question.

    For example: signpost ask "how long does the front door have to reply" --area Ambleford
    """
    from bot.conversations.asking import ask_once
    from bot.conversations.danger import danger_reply, tells_of_danger
    from bot.replies import to_wire
    from knowledge.calendar import LONDON
    from knowledge.errors import ProceduresError
    from signpost.opening import open_library

    try:
        shelf = open_library(Settings()).current()
        reply = ask_once(question, shelf, area=area, now=datetime.now(LONDON), explain=explain)
    except ProceduresError:
        if not tells_of_danger(question):
            raise
        reply = danger_reply()  # danger never waits for a manual, a register or an area that can be read
    if as_json:
        click.echo(json.dumps(to_wire(reply), ensure_ascii=False, indent=1))
        return
    click.echo(reply.message)
    for missed in reply.rejected:
        click.echo(f"not used: {missed.passage} ({missed.score}): {missed.why}")
