"""Steps of Rasa's environment, .venv-rasa: Python 3.10 and nothing else of ours."""

from pathlib import Path

from signpost.setup import pythons
from signpost.setup.environment import Environment
from signpost.setup.failures import SetupFailed
from signpost.setup.installing import Installer
from signpost.setup.machine import Machine
from signpost.setup.modern import make_environment

_NEEDED = {"ssl", "sqlite3", "ctypes", "zlib", "venv"}  # not ensurepip: pip reaches in from .venv


class RasaEnvironment:
    """The work of the steps that make and fill .venv-rasa."""

    def __init__(self, environment: Environment, lock: Path, installer: Installer, machine: Machine) -> None:
        self.environment = environment
        self.lock = lock
        self._installer = installer
        self._machine = machine

    def make(self, cut_off: bool) -> None:
        """Make .venv-rasa of a Python 3.10 that really runs."""
        if not cut_off and self.environment.exists() and _usable(self.environment.python):
            return
        make_environment(self.environment, self.find_python(), self._machine, "--without-pip")

    def packages(self, cut_off: bool) -> None:
        """Install Rasa, and have pip check the whole."""
        self._installer.lock(self.lock, self.environment, cut_off)
        self._installer.check(self.environment)

    def find_python(self) -> Path:
        """A Python 3.10: on the PATH, in pyenv's folder, known to uv, or fetched by uv.

        Raises SetupFailed where there is none.
        """
        chosen = self._machine.environ.get("SIGNPOST_RASA_PYTHON")
        if chosen:
            if _usable(Path(chosen)):
                return Path(chosen)
            raise SetupFailed(f"SIGNPOST_RASA_PYTHON is set to {chosen}, which is no Python 3.10 that runs.")
        for path in pythons.candidates(pythons.RASA, self._machine.environ):
            if path.is_file() and _usable(path):
                return path
        for ask in (self._installer.uv_find, self._installer.uv_fetch):
            known = ask(pythons.RASA[0])
            if known is not None and _usable(known):
                return known
        raise SetupFailed(
            "Rasa needs Python 3.10, none was found that runs, and uv could not fetch one: install it (for "
            "instance with pyenv: pyenv install 3.10), or set SIGNPOST_RASA_PYTHON to one, then run the same "
            "command again."
        )


def _usable(python: Path) -> bool:
    running = pythons.probe(python)
    if running is None or running.version not in pythons.RASA:
        return False
    return not _NEEDED.intersection(running.missing)
