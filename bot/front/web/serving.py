"""Serves the application: one process, bounded connections, peers that are slow on purpose cut off, a graceful end."""

import asyncio
import resource
import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import ClassVar

import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.http.h11_impl import H11Protocol

from bot.settings import SettingWrong

_FILES = 8_192
_GRACE = 5  # seconds that answers under way get when the process is asked to stop


@dataclass(frozen=True, slots=True)
class Patience:
    """How long a peer may take, in seconds, and how many connections there may be.

    `head`: for a whole request head, and to stand idle. `taken`: for a response to be taken away; 100 kB need 15 on the
    slowest of mobile lines. Beyond `connections` the one that has been idle longest is closed.
    """

    head: float = 10.0
    taken: float = 30.0
    look: float = 2.0
    connections: int = 3_000


class PatientProtocol(H11Protocol):
    """A connection that nobody can hold for nothing: neither by sending slowly nor by reading slowly."""

    patience: ClassVar = Patience()

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as the base class has it
        """Begin to watch the connection."""
        super().connection_made(transport)
        self.idle_since = self.loop.time()
        self._full_since: float | None = None
        self._watch = self.loop.call_later(self.patience.look, self._look)
        if len(self.connections) > self.patience.connections:
            _close_one(self)

    def connection_lost(self, exc: Exception | None) -> None:
        """End the watch."""
        self._watch.cancel()
        super().connection_lost(exc)

    def on_response_complete(self) -> None:
        """From now on the connection is idle."""
        self.idle_since = self.loop.time()
        super().on_response_complete()

    @property
    def is_idle(self) -> bool:
        """Whether no whole request is being served."""
        return self.cycle is None or self.cycle.response_complete

    def _look(self) -> None:
        now = self.loop.time()
        if self.transport.get_write_buffer_size() == 0:
            self._full_since = None
        elif self._full_since is None:
            self._full_since = now
        held = self._full_since is not None and now - self._full_since > self.patience.taken
        if held or (self.is_idle and self._full_since is None and now - self.idle_since > self.patience.head):
            self.transport.abort()
            return
        self._watch = self.loop.call_later(self.patience.look, self._look)


def _close_one(new: PatientProtocol) -> None:
    """Close the connection that has been idle longest; the new one where none is idle."""
    others = [one for one in new.connections if isinstance(one, PatientProtocol) and one is not new and one.is_idle]
    oldest = min(others, key=lambda one: one.idle_since, default=new)
    oldest.transport.abort()


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens. Raises SettingWrong where the address is taken or is not this machine's."""
    try:
        found = socket.getaddrinfo(host.strip("[]"), port, type=socket.SOCK_STREAM)[0]
        listening = socket.create_server(found[4][:2], family=found[0], backlog=2048, reuse_port=False)
    except OSError as error:
        raise SettingWrong(
            f"The web pages cannot listen at {host}, port {port} ({error.strerror}). Another program may have the port: "
            "set SIGNPOST_WEB_PORT to another, or 0 for any."
        ) from None
    listening.setblocking(False)
    return listening


async def serve(
    app: ASGIApp,
    listening: socket.socket,
    ready: Callable[[], None],
    patience: Patience = Patience(),  # frozen
) -> None:
    """Serve until the process is asked to stop; then let what is under way end. `ready` is called once it serves."""
    _allow_many_files()
    config = uvicorn.Config(
        app,
        http=type("Patient", (PatientProtocol,), {"patience": patience}),
        ws="none",
        lifespan="on",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,  # nobody's network address is used or kept, so no proxy need tell it
        timeout_keep_alive=5,
        timeout_graceful_shutdown=_GRACE,
        h11_max_incomplete_event_size=32_768,
    )
    server = _Server(config, ready)
    for asked in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(asked, server.stop)
    await server.serve(sockets=[listening])


class _Server(uvicorn.Server):
    """Stops when it is told to; the signals are ours, since uvicorn would raise them again and cut off what we close."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to serve, and say so."""
        await super().startup(sockets)
        self._ready()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave them alone."""
        yield

    def stop(self) -> None:
        """Take nothing more, and end once what is under way is done; asked twice, end at once."""
        self.force_exit = self.should_exit
        self.should_exit = True


def _allow_many_files() -> None:
    """A thousand browsers are a thousand connections, and many systems begin with 1,024 for a process."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = _FILES if hard == resource.RLIM_INFINITY else min(_FILES, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
