"""The machine under the set-up: run a program, say how it goes, know how much disk is left."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TextIO

from signpost.setup.failures import SetupFailed, explain

_TICK = 1.0  # seconds between two looks at the clock while a program runs


class Screen:
    """One line a step: what it is, about how long it takes, how long it took."""

    def __init__(self, out: TextIO | None = None) -> None:
        self._out = out or sys.stdout
        self._live = self._out.isatty()
        self._line = ""
        self._began = 0.0
        self._broken = False

    def say(self, text: str) -> None:
        """Print a whole line, below the step's line where one is open."""
        if self._line and not self._broken:
            self._write("\n")
            self._broken = True
        self._write(f"{text}\n")

    def begin(self, line: str) -> None:
        """Open a step's line."""
        self._line, self._began, self._broken = line, time.monotonic(), False
        self._write(f"{line} ...")

    def tick(self) -> None:
        """Show, on a terminal only, how long the step has taken so far."""
        if self._live and self._line and not self._broken:
            self._write(f"\r{self._line} ... {self._elapsed()}")

    def end(self, outcome: str) -> None:
        """Close the step's line with its outcome and its seconds."""
        start = f"\r{self._line} ..." if self._live and not self._broken else ""
        indent = "      " if self._broken else " "
        self._write(f"{start}{indent}{outcome}, {self._elapsed()}\n")
        self._line = ""

    def _elapsed(self) -> str:
        seconds = time.monotonic() - self._began
        return f"{seconds:.1f} s" if seconds < 10 else f"{seconds:.0f} s"

    def _write(self, text: str) -> None:
        self._out.write(text)
        self._out.flush()


class Machine:
    """Runs programs in `root`, with `environ`; what they print goes to one log file a step."""

    def __init__(self, root: Path, environ: Mapping[str, str], screen: Screen) -> None:
        self.root = root
        self.environ = dict(environ)
        self.screen = screen
        self.log = root / "var" / "log" / "setup" / "set-up.log"
        # Open files that programs inherit: with the set-up's lock among them, a program that outlives a
        # set-up that was killed keeps the next one from working beside it.
        self.inherited: tuple[int, ...] = ()

    def open_log(self, name: str) -> None:
        """Begin a step's log afresh."""
        self.log = self.root / "var" / "log" / "setup" / f"{name}.log"
        self.log.parent.mkdir(parents=True, exist_ok=True)
        self.log.write_text("", encoding="utf-8")

    def run(self, command: Sequence[str | Path], **more: str) -> None:
        """Run `command` with the environment variables `more` added.

        Raises SetupFailed with the cause, when it cannot be started or ends with another status than 0.
        """
        words = [str(word) for word in command]
        began = self._written(words)
        with self.log.open("ab") as out:
            try:
                process = subprocess.Popen(
                    words,
                    cwd=self.root,
                    env={**self.environ, **more},
                    stdin=subprocess.DEVNULL,
                    pass_fds=self.inherited,
                    stdout=out,
                    stderr=subprocess.STDOUT,
                )
            except OSError as error:
                raise SetupFailed(f"{words[0]} could not be started: {error.strerror}.", self.log) from error
            status = self._wait(process)
        if status != 0:
            output = self.log.read_bytes()[began:].decode(errors="replace")
            raise SetupFailed(explain(_short(words), status, output), self.log)

    def output(self, command: Sequence[str | Path], **more: str) -> str:
        """Run `command` and return its standard output; its standard error goes to the log.

        Raises SetupFailed as `run` does.
        """
        words = [str(word) for word in command]
        began = self._written(words)
        with self.log.open("ab") as errors:
            try:
                ran = subprocess.run(
                    words,
                    cwd=self.root,
                    env={**self.environ, **more},
                    stdin=subprocess.DEVNULL,
                    pass_fds=self.inherited,
                    stdout=subprocess.PIPE,
                    stderr=errors,
                    check=False,
                )
            except OSError as error:
                raise SetupFailed(f"{words[0]} could not be started: {error.strerror}.", self.log) from error
        if ran.returncode != 0:
            written = self.log.read_bytes()[began:].decode(errors="replace")
            raise SetupFailed(explain(_short(words), ran.returncode, written), self.log)
        return ran.stdout.decode(errors="replace")

    def free_bytes(self) -> int:
        """Bytes free on the disk that holds `root`."""
        return shutil.disk_usage(self.root).free

    def which(self, name: str) -> Path | None:
        """The program `name` on the PATH."""
        found = shutil.which(name, path=self.environ.get("PATH", os.defpath))
        return Path(found) if found else None

    def _written(self, words: list[str]) -> int:
        self.log.parent.mkdir(parents=True, exist_ok=True)
        with self.log.open("ab") as out:
            out.write(f"$ {' '.join(words)}\n".encode())
            return out.tell()

    def _wait(self, process: "subprocess.Popen[bytes]") -> int:
        while True:
            try:
                return process.wait(_TICK)
            except subprocess.TimeoutExpired:
                self.screen.tick()
            except BaseException:
                # Whoever stops the set-up stops what it started, too.
                process.terminate()
                process.wait()
                raise


def _short(words: list[str]) -> str:
    """The command as a person would name it: the program and its first plain words."""
    name = Path(words[0]).name
    rest = words[1:]
    if name.startswith("python") and rest[:1] == ["-m"]:
        name, rest = rest[1], rest[2:]
    plain = [word for word in rest[:2] if not word.startswith("-") and "/" not in word]
    return " ".join([name, *plain])
