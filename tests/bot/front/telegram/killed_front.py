"""A Telegram front as a process of its own, to be killed: `python killed_front.py JOURNAL API-ADDRESS [MOMENT]`.

Its understanding answers after a moment, so that a kill finds messages in every state.
"""

import asyncio
import sys
import time
from datetime import datetime
from pathlib import Path

from bot.front.telegram.api import Api
from bot.front.telegram.front import TelegramFront
from bot.journal import open_journal
from bot.settings import FrontSettings
from tests.bot.front.conftest import KNOWN, Remembers, counter_over
from tests.bot.front.telegram.bot_api import TOKEN


async def _run(place: Path, address: str, moment: str = "") -> None:
    journal = open_journal(place)
    counter = counter_over(Remembers(wait=0.02), journal, answer_within=5)
    settings = FrontSettings(_env_file=None, flood_per_minute=1_000_000)
    async with Api(TOKEN, address) as api:
        now = (lambda: datetime.fromisoformat(moment).timestamp()) if moment else time.time
        await TelegramFront(api, counter, journal, lambda: KNOWN, settings, poll_wait=1, now=now).run()


if __name__ == "__main__":
    asyncio.run(_run(Path(sys.argv[1]), *sys.argv[2:]))
