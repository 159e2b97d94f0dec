"""Opens the pages: settles where they are and who may ask before anything else starts, then wires and serves them."""

from collections.abc import Callable
from pathlib import Path

from bot import phrases
from bot.front.access import Access
from bot.front.counter import Counter
from bot.front.last_known import FILE, LastKnownFile
from bot.front.web.app import application
from bot.front.web.rooms.house import House
from bot.front.web.serving import listen, serve
from bot.front.web.site import site
from bot.journal import Journal, Threads
from bot.settings import FrontSettings


class WebPages:
    """The pages of one process. Raises SettingWrong where a setting cannot be used or the port is taken."""

    def __init__(self, settings: FrontSettings, home: Path, say: Callable[[str], None]) -> None:
        self._known = LastKnownFile(home / FILE)
        planned = site(settings, demonstration=self._known().demonstration)
        self._listening = listen(planned.host, planned.port)
        self._site = planned.at(self._listening.getsockname()[1])
        self._settings, self._say = settings, say

    @property
    def open_to_all(self) -> bool:
        """Whether anybody may ask who reaches them."""
        return self._site.open_to_all

    async def serve(self, counter: Counter, journal: Journal, access: Access, threads: Threads) -> None:
        """Serve until the process is asked to stop."""
        house = House(
            counter,
            journal,
            access=access,
            site=self._site,
            settings=self._settings,
            known=self._known,
            threads=threads,
        )
        await serve(application(house), self._listening, self._tell)
        house.writing.close()

    def _tell(self) -> None:
        who = phrases.WEB_OPEN_TO_ALL if self.open_to_all else phrases.WEB_INVITED_ONLY
        self._say(phrases.WEB_AT.format(address=self._site.address, who=who))
