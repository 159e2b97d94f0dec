"""The web front as a process of its own: `python served.py JOURNAL [OPEN]` prints its port, and serves until it is ended.

Its answers are canned; a question that says "slow" takes a second, one that says "never" takes for ever.
"""

import asyncio
import sys
import time
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import click

from bot.front.access import Access
from bot.front.rasa import Silence
from bot.front.senders import Senders
from bot.front.web.app import application
from bot.front.web.rooms.house import House
from bot.front.web.serving import Patience, listen, serve
from bot.front.web.site import site
from bot.journal import Threads, open_journal
from bot.replies import Reply
from bot.settings import FrontSettings
from tests.bot.front.conftest import KNOWN, Remembers, counter_over
from tests.bot.front.web import canned

HURRIED = Patience(head=1.5, taken=2.0, look=0.2, connections=1_500)  # so that tests need not wait


class Canned(Remembers):
    """Answers by what the question says."""

    async def reply(self, conversation: str, text: str, metadata: Mapping[str, str | bool]) -> Reply | Silence:
        await asyncio.sleep(1 if "slow" in text else 3600 if "never" in text else 0)
        return await super().reply(conversation, text, metadata)


async def _serve(place: Path, open_to_all: str) -> None:
    journal = open_journal(place)
    settings = FrontSettings(_env_file=None, web_port=0, web_open=open_to_all, flood_per_minute=100_000)
    listening = listen("127.0.0.1", 0)
    where = site(settings, demonstration=True).at(listening.getsockname()[1])
    access = Access(journal.people, Senders(b"k" * 32), lambda: datetime.now(UTC))
    counter = counter_over(
        Canned(answers=canned.answer), journal, access=access, open_to_all=where.open_to_all, answer_within=7200
    )
    house = House(
        counter,
        journal,
        access=access,
        site=where,
        settings=settings,
        known=lambda: KNOWN,
        threads=Threads(place.with_name("tracker.sqlite")),
        now=time.time,
    )
    port = listening.getsockname()[1]
    await serve(application(house), listening, lambda: click.echo(port), HURRIED)
    house.writing.close()
    journal.close()


if __name__ == "__main__":
    asyncio.run(_serve(Path(sys.argv[1]), *(sys.argv[2:] or ("yes",))))
