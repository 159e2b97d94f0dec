"""One server process: started on a leash, watched until it answers, stopped with all that it started."""

import os
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from knowledge.errors import ProceduresError

HOST = "127.0.0.1"
_POLL = 0.1  # seconds between two looks at a server that is starting
_LOG_LINES = 12
LEASH = "SIGNPOST_LEASH"  # tells a server to end when its standard input closes


class StartFailed(ProceduresError):
    """A server did not start: the message says which, on what port, and what it printed last."""


def free_port() -> int:
    """A port on loopback that nothing listens on now."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port


@dataclass(slots=True)
class Server:
    """A server to start: its name for people, how to start it, where it answers that it is up, where it logs."""

    name: str
    command: Sequence[str]
    environment: Mapping[str, str]
    folder: Path
    port: int
    health: str
    log: Path
    _process: subprocess.Popen[bytes] | None = field(default=None, init=False)

    @property
    def pid(self) -> int | None:
        """The process, None before it is started."""
        return self._process.pid if self._process else None

    def launch(self) -> None:
        """Start it in a process group of its own, so that Ctrl-C reaches it through us only, and in order."""
        self.log.parent.mkdir(parents=True, exist_ok=True)
        with self.log.open("wb") as log:
            self._process = subprocess.Popen(
                self.command,
                cwd=self.folder,
                env={**self.environment, LEASH: "1"},
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def wait_until_up(self, until: float) -> None:
        """Return once it answers. `until` is a time.monotonic() moment. Raises StartFailed."""
        while not self.answers(1.0):
            if self._process is None or self._process.poll() is not None:
                code = self._process.returncode if self._process else "unknown"
                raise StartFailed(
                    f"{self.name} ended while starting (exit status {code}, port {self.port}).{self._last_lines()}"
                )
            if time.monotonic() > until:
                raise StartFailed(f"{self.name} did not answer in time on port {self.port}.{self._last_lines()}")
            time.sleep(_POLL)

    def answers(self, patience: float) -> bool:
        """Whether its health address answers within `patience` seconds."""
        try:
            with urllib.request.urlopen(
                f"http://{HOST}:{self.port}{self.health}", timeout=patience
            ) as answer:  # loopback
                return bool(answer.status == 200)
        except (urllib.error.URLError, OSError):
            return False

    def is_running(self) -> bool:
        """Whether its process lives."""
        return self._process is not None and self._process.poll() is None

    def stop(self, patience: float = 5.0) -> None:
        """End its whole process group: asked first, after `patience` seconds made to."""
        if self._process is None:
            return
        self._signal(signal.SIGTERM)
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(patience)
        self._signal(signal.SIGKILL)  # what it left behind in its group, or itself
        self._process.wait()
        if self._process.stdin:
            self._process.stdin.close()

    def _signal(self, number: signal.Signals) -> None:
        assert self._process is not None
        with suppress(ProcessLookupError, PermissionError):  # it has ended already
            os.killpg(self._process.pid, number)

    def _last_lines(self) -> str:
        try:
            lines = self.log.read_text(errors="replace").splitlines()
        except OSError:
            return ""
        told = "\n".join(line for line in lines[-_LOG_LINES:] if line.strip())
        return f" It said:\n{told}" if told else f" It printed nothing; its log is {self.log}."
