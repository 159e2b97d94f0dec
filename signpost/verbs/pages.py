"""The verb that serves the conversation as web pages. It starts Rasa and the actions, and stops what it started."""

import asyncio

import click

from signpost import serving
from signpost.serving import Rasa, aside


@click.command()
@click.option("--host", default="", help="Where to listen; SIGNPOST_WEB_HOST, or this machine alone, by default.")
@click.option("--port", default=-1, help="On which port; SIGNPOST_WEB_PORT, or 8080, by default. 0 takes a free one.")
def web(host: str, port: int) -> None:
    """Serve the same conversation as web pages. Ctrl-C ends it; nothing is lost by that.

    The demonstration is open to anybody on this machine; else people are answered who were invited: signpost people invite.

    For example: signpost web --port 8080, then open http://127.0.0.1:8080
    """
    from bot.front.standing_by import refresh_quietly
    from bot.front.web.opening import WebPages
    from bot.journal import Threads, open_journal
    from bot.settings import journal_place
    from knowledge.library import verified_points

    settings, front = serving.settings()
    # What is published decides who may ask, and on a fresh machine nobody has looked at it yet.
    refresh_quietly(settings.home, verified_points(settings.register_file), serving.now)
    given = {**({"web_host": host} if host else {}), **({"web_port": port} if port >= 0 else {})}
    pages = WebPages(front.model_copy(update=given), settings.home, aside)
    front = front.model_copy(update={"open_to_all": pages.open_to_all})
    journal = open_journal(journal_place(front, settings.home))
    members = serving.access(settings, front, journal)

    async def answer(rasa: Rasa) -> None:
        async with serving.counter(settings, front, journal, rasa, members=members) as counter:
            await pages.serve(counter, journal, members, Threads(rasa.tracker))

    try:
        with serving.rasa_or_nobody(settings, front, aside, lasting=True) as rasa:
            asyncio.run(answer(rasa))
    except KeyboardInterrupt:
        aside("Ended. What was not answered yet is answered at the next start.")
    finally:
        journal.close()
