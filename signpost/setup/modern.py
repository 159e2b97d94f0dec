"""Steps of the modern environment, .venv: everything but the Rasa server."""

import shutil
from collections.abc import Mapping
from pathlib import Path

from signpost.setup import pythons, torch_build
from signpost.setup.environment import Environment
from signpost.setup.failures import SetupFailed
from signpost.setup.installing import Installer
from signpost.setup.machine import Machine
from signpost.setup.pythons import Interpreter
from signpost.setup.torch_build import Kind


class ModernEnvironment:
    """The work of the steps that make and fill .venv."""

    def __init__(self, environment: Environment, locks: Path, installer: Installer, machine: Machine) -> None:
        self.environment = environment
        self.locks = locks
        self._installer = installer
        self._machine = machine

    def make(self, cut_off: bool) -> None:
        """Make .venv with pip and uv in it, of a Python for which a CPU build of torch is at hand."""
        if cut_off or not _is_sound(self.environment, pythons.MODERN):
            found = modern_pythons(self._machine.environ)
            self._make_with(found[0])
            best = self._with_cpu_torch(found)
            if best.version != found[0].version:
                self._make_with(best)
        else:
            self._installer.install_self(self.locks / "installer.txt")

    def packages(self, cut_off: bool) -> None:
        """Install everything but torch."""
        self._installer.lock(self.locks / "modern.txt", self.environment, cut_off)

    def torch(self, cut_off: bool) -> None:
        """Install torch: its CPU build where pip can take one, else, having said so, the one with CUDA."""
        cpu, cuda = self.locks / "torch-cpu.txt", self.locks / "torch-cuda.txt"
        version = torch_build.pinned_version(cpu)
        if not cut_off and (self.environment.version_of("torch") or "").split("+")[0] == version:
            return
        running = pythons.probe(self.environment.python)
        if running is None:
            raise SetupFailed(".venv is damaged: delete that folder and run the same command again.")
        build = torch_build.read_report(self._installer.torch_report(version, running.version))
        match torch_build.kind_of(build, cpu):
            case Kind.PROCESSOR:
                self._installer.torch_of_cpu(cpu, cut_off)
            case Kind.UNKNOWN:
                raise torch_build.unknown_build(build)
            case Kind.CUDA:
                self._machine.screen.say(torch_build.cuda_notice(cuda))
                self._installer.lock(cuda, self.environment, cut_off)

    def signpost(self, _cut_off: bool) -> None:
        """Install the checkout itself, and have pip check the whole."""
        self._installer.editable(self._machine.root)
        self._installer.check(self.environment)

    def dev(self, cut_off: bool) -> None:
        """Install what checks and tests need."""
        self._installer.lock(self.locks / "dev.txt", self.environment, cut_off)
        self._installer.check(self.environment)

    def has_torch(self) -> bool:
        """Is the pinned version of torch installed, in whichever build?"""
        installed = self.environment.version_of("torch") or ""
        return installed.split("+")[0] == torch_build.pinned_version(self.locks / "torch-cpu.txt")

    def _make_with(self, interpreter: Interpreter) -> None:
        make_environment(self.environment, interpreter.path, self._machine)
        self._installer.install_self(self.locks / "installer.txt")

    def _with_cpu_torch(self, found: list[Interpreter]) -> Interpreter:
        """The first Python for which pip would take a CPU build of torch, else the first of all."""
        cpu = self.locks / "torch-cpu.txt"
        version = torch_build.pinned_version(cpu)
        for interpreter in found if len(found) > 1 else ():
            try:
                report = self._installer.torch_report(version, interpreter.version)
            except SetupFailed:
                continue  # no build for this Python; the torch step says so if there is none for any
            if torch_build.kind_of(torch_build.read_report(report), cpu) is not Kind.CUDA:
                return interpreter
        return found[0]


def modern_pythons(environ: Mapping[str, str]) -> list[Interpreter]:
    """The modern Pythons here that can make an environment. Raises SetupFailed where there is none."""
    chosen = environ.get("SIGNPOST_PYTHON")
    paths = [Path(chosen)] if chosen else pythons.candidates(pythons.MODERN, environ)
    found = pythons.working(paths, pythons.MODERN)
    whole = [one for one in found if not one.missing]
    if whole:
        return whole
    if found:
        one = found[0]
        raise SetupFailed(
            f"{one.path} (Python {one.version}) lacks {' and '.join(one.missing)}: install the missing part "
            f"(on Debian or Ubuntu: apt-get install python{one.version}-venv), or set SIGNPOST_PYTHON to "
            "another Python, then run the same command again."
        )
    raise SetupFailed(
        "Signpost needs Python 3.11, 3.12 or 3.13, and none was found that runs: install one, or set "
        "SIGNPOST_PYTHON to one, then run the same command again."
    )


def make_environment(environment: Environment, python: Path, machine: Machine, *more: str) -> None:
    """Make `environment` afresh with `python`'s venv module and the options `more`."""
    shutil.rmtree(environment.folder, ignore_errors=True)
    machine.run([python, "-m", "venv", *more, environment.folder])


def _is_sound(environment: Environment, versions: tuple[str, ...]) -> bool:
    """Does `environment` run, with a version among `versions`, and with pip in it?"""
    running = pythons.probe(environment.python) if environment.exists() else None
    return running is not None and running.version in versions and environment.version_of("pip") is not None
