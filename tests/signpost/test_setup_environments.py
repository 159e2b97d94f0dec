"""An environment that is half there is noticed, and made whole by the next run."""

import io
import json
from pathlib import Path

import pytest

from signpost.setup.environment import Environment
from signpost.setup.failures import SetupFailed
from signpost.setup.installing import Installer
from signpost.setup.machine import Machine, Screen
from signpost.setup.modern import ModernEnvironment
from signpost.setup.rasa import RasaEnvironment
from tests.signpost.fake_pythons import put_python, put_shim

LOCK = """\
six==1.17.0 \\
    --hash=sha256:0
Typing.Extensions==4.16.0 ; python_version < '4' \\
    --hash=sha256:0
"""


def put_package(environment: Environment, name: str, version: str) -> Path:
    folder = environment.folder / "lib" / "python3.11" / "site-packages" / f"{name}-{version}.dist-info"
    folder.mkdir(parents=True)
    (folder / "RECORD").write_text("")
    return folder


@pytest.fixture
def filled(tmp_path: Path) -> tuple[Environment, Path]:
    """An environment with all of a lock installed and noted, and one package more."""
    lock = tmp_path / "requirements" / "modern.txt"
    lock.parent.mkdir()
    lock.write_text(LOCK)
    environment = Environment(tmp_path / ".venv")
    for name, version in (("six", "1.17.0"), ("typing_extensions", "4.16.0"), ("mine", "1.0")):
        put_package(environment, name, version)
    environment.note(lock)
    return environment, lock


def test_a_whole_environment_holds_its_lock(filled: tuple[Environment, Path]) -> None:
    """What was installed from the lock is there; names are compared as pip compares them."""
    environment, lock = filled
    assert environment.holds(lock)
    assert environment.version_of("typing-extensions") == "4.16.0"


def test_a_package_whose_installation_was_cut_off_is_noticed(filled: tuple[Environment, Path]) -> None:
    """A package folder without its RECORD was never finished."""
    environment, lock = filled
    next(environment.folder.rglob("six-1.17.0.dist-info/RECORD")).unlink()
    assert not environment.holds(lock)
    assert environment.version_of("six") is None


def test_another_version_in_its_place_is_noticed(filled: tuple[Environment, Path]) -> None:
    """Somebody's own upgrade is put back to what is locked."""
    environment, lock = filled
    found = next(environment.folder.rglob("six-1.17.0.dist-info"))
    found.rename(found.with_name("six-2.0.dist-info"))
    assert not environment.holds(lock)


def test_a_persons_own_packages_are_left_alone(filled: tuple[Environment, Path]) -> None:
    """What the lock does not name may come and go."""
    environment, lock = filled
    next(environment.folder.rglob("mine-1.0.dist-info/RECORD")).unlink()
    assert environment.holds(lock)


def test_an_environment_never_filled_holds_nothing(tmp_path: Path) -> None:
    """No environment, no note: the step has to be done."""
    lock = tmp_path / "modern.txt"
    lock.write_text(LOCK)
    assert not Environment(tmp_path / ".venv").holds(lock)
    assert not Environment(tmp_path / ".venv").exists()


class Recorder(Installer):
    """An installer that installs nothing and remembers what it was asked, and how often."""

    def __init__(self, reports: dict[str, str] | None = None) -> None:
        self.asked: list[str] = []
        self.reports = reports or {}

    def install_self(self, lock: Path) -> None:
        self.asked.append(lock.name)

    def lock(self, lock: Path, into: Environment, again: bool) -> None:
        self.asked.append(f"{lock.name} into {into.folder.name}{' again' if again else ''}")

    def check(self, environment: Environment) -> None:
        self.asked.append(f"check {environment.folder.name}")

    def torch_of_cpu(self, lock: Path, again: bool) -> None:
        self.asked.append(f"{lock.name}{' again' if again else ''}")

    def torch_report(self, version: str, python_version: str) -> str:
        self.asked.append(f"torch {version} for {python_version}")
        if python_version not in self.reports:
            raise SetupFailed("none for this Python")
        return self.reports[python_version]


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path, {"PATH": f"{tmp_path / 'bin'}:/usr/bin:/bin"}, Screen(io.StringIO()))


def rasa_environment(machine: Machine, installer: Installer) -> RasaEnvironment:
    machine.environ["SIGNPOST_RASA_PYTHON"] = str(put_python(machine.root / "given" / "python", "3.10"))
    return RasaEnvironment(Environment(machine.root / ".venv-rasa"), machine.root / "lock.txt", installer, machine)


def test_rasas_environment_is_made_and_kept(machine: Machine) -> None:
    """Made once; a second run leaves what is in it."""
    rasa = rasa_environment(machine, Recorder())
    rasa.make(cut_off=False)
    (rasa.environment.folder / "mine").write_text("kept")
    rasa.make(cut_off=False)
    assert (rasa.environment.folder / "mine").exists()


@pytest.mark.parametrize("broken", ["shim", "empty", "gone", "cut off"])
def test_a_broken_environment_is_made_again(machine: Machine, broken: str) -> None:
    """A Python in it that fails, an empty folder, a link to nothing, a cut-off run: each is made afresh."""
    rasa = rasa_environment(machine, Recorder())
    rasa.make(cut_off=False)
    (rasa.environment.folder / "left over").write_text("")
    python = rasa.environment.python
    if broken == "shim":
        put_shim(python)
    elif broken == "empty":
        python.unlink()
    elif broken == "gone":
        python.unlink()
        python.symlink_to(machine.root / "uninstalled")
    rasa.make(cut_off=broken == "cut off")
    assert not (rasa.environment.folder / "left over").exists()
    assert rasa.environment.python.is_file()


def test_packages_cut_off_are_installed_again_over_what_is_there(machine: Machine) -> None:
    """What a cut-off run left half written is replaced, and pip checks the whole."""
    installer = Recorder()
    rasa_environment(machine, installer).packages(cut_off=True)
    assert installer.asked == ["lock.txt into .venv-rasa again", "check .venv-rasa"]


def modern_environment(machine: Machine, installer: Installer) -> ModernEnvironment:
    locks = machine.root / "requirements"
    locks.mkdir()
    (locks / "torch-cpu.txt").write_text(f"torch==2.13.0 \\\n    --hash=sha256:{'c' * 64}\n")
    (locks / "torch-cuda.txt").write_text("# download: about 2.7 GB on Linux\n")
    return ModernEnvironment(Environment(machine.root / ".venv"), locks, installer, machine)


def report(version: str, sha256: str) -> str:
    """A report such as pip writes, with one build of torch."""
    url = f"file:///wheels/torch-{version.replace('+', '%2B')}-cp311.whl"
    download = {"url": url, "archive_info": {"hashes": {"sha256": sha256}}}
    torch = {"metadata": {"name": "torch", "version": version}, "download_info": download}
    return json.dumps({"install": [torch]})


def test_the_python_with_a_cpu_build_of_torch_is_preferred(machine: Machine) -> None:
    """3.12 is used when a CPU build is at hand for it and only one with CUDA for 3.11."""
    for version in ("3.11", "3.12"):
        put_python(machine.root / "bin" / f"python{version}", version)
    installer = Recorder({"3.11": report("2.13.0", "e" * 64), "3.12": report("2.13.0+cpu", "c" * 64)})
    modern = modern_environment(machine, installer)
    machine.environ["PATH"] = f"{machine.root / 'bin'}:/usr/bin:/bin"
    modern.make(cut_off=False)
    assert "3.12" in modern.environment.python.read_text()


def test_torch_comes_as_its_cpu_build_where_pip_has_one(machine: Machine) -> None:
    """The lock of CPU builds is used, and the one with CUDA is not touched."""
    installer = Recorder({"3.11": report("2.13.0+cpu", "c" * 64)})
    modern = modern_environment(machine, installer)
    put_python(modern.environment.python, "3.11")
    modern.torch(cut_off=False)
    assert installer.asked == ["torch 2.13.0 for 3.11", "torch-cpu.txt"]


def test_torch_with_cuda_is_installed_only_after_saying_so(machine: Machine) -> None:
    """Where pip has no CPU build, the size of the download and the way out are printed first."""
    installer = Recorder({"3.11": report("2.13.0", "e" * 64)})
    modern = modern_environment(machine, installer)
    put_python(modern.environment.python, "3.11")
    screen = io.StringIO()
    machine.screen = Screen(screen)
    modern.torch(cut_off=False)
    assert installer.asked == ["torch 2.13.0 for 3.11", "torch-cuda.txt into .venv"]
    assert "about 2.7 GB" in screen.getvalue()
    assert "PIP_FIND_LINKS" in screen.getvalue()


def test_a_cpu_build_nobody_checked_is_refused(machine: Machine) -> None:
    """A CPU build of another hash is named, with its hash, and nothing is installed."""
    installer = Recorder({"3.11": report("2.13.0+cpu", "f" * 64)})
    modern = modern_environment(machine, installer)
    put_python(modern.environment.python, "3.11")
    with pytest.raises(SetupFailed, match=rf"torch-2\.13\.0\+cpu-cp311\.whl.*--hash=sha256:{'f' * 64}"):
        modern.torch(cut_off=False)
    assert installer.asked == ["torch 2.13.0 for 3.11"]


def test_torch_that_is_there_is_kept(machine: Machine) -> None:
    """The pinned version in whichever build a person has is not downloaded again."""
    installer = Recorder()
    modern = modern_environment(machine, installer)
    put_package(modern.environment, "torch", "2.13.0+cpu")
    modern.torch(cut_off=False)
    assert installer.asked == []
    assert modern.has_torch()
