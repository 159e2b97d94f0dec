"""Watches servers that were started, and starts again the one that ended or froze."""

import logging
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from bot.processes.servers import Server

EVERY = 1.0  # seconds between two looks
PATIENCE = 1.5  # seconds that a server has to answer a look
FROZEN_AFTER = 3  # looks in a row without an answer, so a busy moment is not taken for the end
STARTING = 120  # looks that a server started again has until its first answer
logger = logging.getLogger(__name__)


@contextmanager
def watched(servers: Sequence[Server], every: float = EVERY, patience: float = PATIENCE) -> Iterator[None]:
    """Keep servers alive meanwhile. A server that is started again keeps its port, so nobody needs to be told."""
    ended = threading.Event()
    watches = [threading.Thread(target=_Watch(one, ended, every, patience).run, daemon=True) for one in servers]
    for watch in watches:
        watch.start()
    try:
        yield
    finally:
        ended.set()
        for watch in watches:
            watch.join()


class _Watch:
    """One server's watch."""

    def __init__(self, server: Server, ended: threading.Event, every: float, patience: float) -> None:
        self._server, self._ended, self._every, self._patience = server, ended, every, patience
        self._unanswered, self._allowed = 0, FROZEN_AFTER

    def run(self) -> None:
        """Look until told that it is over."""
        while not self._ended.wait(self._every):
            if not self._server.is_running():
                self._start_again("ended")
            elif self._server.answers(self._patience):
                self._unanswered, self._allowed = 0, FROZEN_AFTER
            else:
                self._unanswered += 1
                if self._unanswered >= self._allowed:
                    self._start_again("froze")

    def _start_again(self, why: str) -> None:
        if self._ended.is_set():
            return
        logger.warning("%s %s and is started again", self._server.name, why)
        self._server.stop(patience=1.0)
        self._server.launch()
        self._unanswered, self._allowed = 0, STARTING
