"""Rasa and the action server, started together and stopped together."""

import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.processes.places import Places
from bot.processes.servers import HOST, Server, StartFailed, free_port
from bot.processes.warming import warm

START_WITHIN = 120.0  # seconds; Rasa takes about 10 of CPU time, more on a busy machine
_ENDPOINTS = """\
action_endpoint:
  url: http://{host}:{port}/webhook
  enable_selective_domain: true
tracker_store:
  type: components.forgetful_tracker.ForgetfulTracker
  dialect: sqlite
  db: {tracker}
"""


@dataclass(frozen=True, slots=True)
class Health:
    """Whether each server lives and answers."""

    rasa: bool
    actions: bool

    @property
    def well(self) -> bool:
        """Whether both do."""
        return self.rasa and self.actions


@dataclass(frozen=True, slots=True)
class Running:
    """The two servers, Rasa's first. `rasa` is the base address for `bot.front.rasa.Understanding`."""

    rasa: str
    actions: str
    servers: tuple[Server, Server]
    tracker: Path

    def health(self, patience: float = 1.0) -> Health:
        """Ask both, each for at most `patience` seconds."""
        rasa, actions = (server.is_running() and server.answers(patience) for server in self.servers)
        return Health(rasa, actions)


@contextmanager
def start(  # noqa: PLR0913  # each is a choice of the caller's, and all but two have a default
    places: Places,
    model: Path,
    *,
    actions: Sequence[str] = (),
    tracker: Path | None = None,
    within: float = START_WITHIN,
    say: Callable[[str], None] = lambda line: None,
) -> Iterator[Running]:
    """Start both on free loopback ports, wait until both answer and are warm, and stop both at the end, whatever happens.

    `actions` is the command of the action server, to which `--host` and `--port` are added; `python -m bot.actions` in
    this environment by default. `tracker` overrides where Rasa keeps its threads. Raises StartFailed.
    """
    if not model.is_file():
        raise StartFailed(f"There is no trained model at {model}. Train first: `signpost dialogue train`.")
    if not places.rasa_python.is_file():
        raise StartFailed(f"There is no Rasa environment at {places.rasa_python.parent.parent}. Run the set-up first.")
    actions_port, rasa_port = free_port(), free_port()
    kept = tracker or places.tracker
    endpoints = _write_endpoints(places, kept, actions_port, rasa_port)
    acting = _action_server(places, actions, actions_port)
    understanding = _rasa_server(places, model, endpoints, rasa_port)
    try:
        say("Starting Rasa and the actions.")
        for server in (acting, understanding):
            server.launch()
        until = time.monotonic() + within
        for server in (acting, understanding):
            server.wait_until_up(until)
            say(f"{server.name} is up on port {server.port}.")
        warm(f"http://{HOST}:{rasa_port}", until)
        yield Running(f"http://{HOST}:{rasa_port}", f"http://{HOST}:{actions_port}", (understanding, acting), kept)
    finally:
        for server in (understanding, acting):
            server.stop()
        endpoints.unlink(missing_ok=True)


def _write_endpoints(places: Places, tracker: Path, actions_port: int, rasa_port: int) -> Path:
    places.run.mkdir(parents=True, exist_ok=True)
    tracker.parent.mkdir(parents=True, exist_ok=True)
    file = places.run / f"endpoints-{rasa_port}.yml"
    file.write_text(_ENDPOINTS.format(host=HOST, port=actions_port, tracker=tracker), encoding="utf-8")
    return file


def _action_server(places: Places, command: Sequence[str], port: int) -> Server:
    begin = command or (
        sys.executable,
        "-m",
        "bot.actions",
        "--home",
        str(places.home),
        "--encoder",
        str(places.encoder),
    )
    return Server(
        name="The action server",
        command=(*begin, "--host", HOST, "--port", str(port)),
        environment={**os.environ, "PYTHONUNBUFFERED": "1"},
        folder=places.project,
        port=port,
        health="/health",
        log=places.run / f"actions-{port}.log",
    )


def _rasa_server(places: Places, model: Path, endpoints: Path, port: int) -> Server:
    listens = ("--interface", HOST, "--port", str(port), "--credentials", "credentials.yml")
    given = (*listens, "--model", str(model), "--endpoints", str(endpoints))
    return Server(
        name="Rasa",
        command=(str(places.rasa_python), "-m", "rasa", "run", *given),
        environment=places.rasa_environment(),
        folder=places.dialogue,
        port=port,
        health="/webhooks/rest/",
        log=places.run / f"rasa-{port}.log",
    )
