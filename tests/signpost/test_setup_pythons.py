"""Only a Python that really runs is used, and a person is told what to install where there is none."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from signpost.setup import pythons
from signpost.setup.environment import Environment
from signpost.setup.failures import SetupFailed
from signpost.setup.installing import Installer
from signpost.setup.machine import Machine, Screen
from signpost.setup.modern import modern_pythons
from signpost.setup.rasa import RasaEnvironment
from tests.signpost.fake_pythons import put_python, put_shim

ROOT = Path(__file__).resolve().parents[2]


class UvOf(Installer):
    """An installer whose uv knows one Python, can fetch another, and remembers what it was asked."""

    def __init__(self, known: Path | None = None, fetched: Path | None = None) -> None:
        self.known, self.fetched = known, fetched
        self.asked: list[str] = []

    def uv_find(self, version: str) -> Path | None:
        self.asked.append(f"find {version}")
        return self.known

    def uv_fetch(self, version: str) -> Path | None:
        self.asked.append(f"fetch {version}")
        return self.fetched


def rasa_in(tmp_path: Path, uv: UvOf, **environ: str) -> RasaEnvironment:
    with (tmp_path / "screen").open("w") as out:
        machine = Machine(tmp_path, {"PATH": str(tmp_path / "bin"), "HOME": str(tmp_path), **environ}, Screen(out))
    return RasaEnvironment(Environment(tmp_path / ".venv-rasa"), tmp_path / "lock.txt", uv, machine)


def test_a_shim_that_fails_is_passed_over_for_pyenvs_own_folder(tmp_path: Path) -> None:
    """A `python3.10` on the PATH that stops with an error does not count; pyenv's folder does."""
    put_shim(tmp_path / "bin" / "python3.10")
    real = put_python(tmp_path / ".pyenv" / "versions" / "3.10.13" / "bin" / "python3.10", "3.10")
    assert rasa_in(tmp_path, UvOf()).find_python() == real


def test_pyenvs_newest_patch_is_taken_by_number(tmp_path: Path) -> None:
    """3.10.13 is newer than 3.10.9, and PYENV_ROOT says where pyenv is."""
    for patch in ("9", "13"):
        put_python(tmp_path / "py" / "versions" / f"3.10.{patch}" / "bin" / "python3.10", "3.10")
    found = rasa_in(tmp_path, UvOf(), PYENV_ROOT=str(tmp_path / "py")).find_python()
    assert found.parts[-3] == "3.10.13"


def test_a_python_under_anothers_name_is_found_out(tmp_path: Path) -> None:
    """A `python3.10` that is really 3.12 is not given to Rasa."""
    put_python(tmp_path / "bin" / "python3.10", "3.12")
    fetched = put_python(tmp_path / "uv" / "python", "3.10")
    uv = UvOf(fetched=fetched)
    assert rasa_in(tmp_path, uv).find_python() == fetched
    assert uv.asked == ["find 3.10", "fetch 3.10"]


def test_what_uv_already_has_is_not_fetched_again(tmp_path: Path) -> None:
    """uv's own Python is taken before uv is asked to download one."""
    uv = UvOf(known=put_python(tmp_path / "uv" / "python", "3.10"))
    assert rasa_in(tmp_path, uv).find_python() == uv.known
    assert uv.asked == ["find 3.10"]


def test_without_any_310_one_sentence_says_what_to_install(tmp_path: Path) -> None:
    """Where nothing is found and nothing can be fetched, the message names the version and two ways out."""
    with pytest.raises(SetupFailed) as failure:
        rasa_in(tmp_path, UvOf()).find_python()
    assert "Python 3.10" in str(failure.value)
    assert "pyenv install 3.10" in str(failure.value)
    assert "SIGNPOST_RASA_PYTHON" in str(failure.value)


def test_a_chosen_python_that_does_not_run_is_named(tmp_path: Path) -> None:
    """SIGNPOST_RASA_PYTHON is never passed over in silence."""
    shim = put_shim(tmp_path / "chosen")
    with pytest.raises(SetupFailed, match=r"SIGNPOST_RASA_PYTHON is set to .*chosen"):
        rasa_in(tmp_path, UvOf(), SIGNPOST_RASA_PYTHON=str(shim)).find_python()


def test_modern_pythons_come_in_the_order_of_preference(tmp_path: Path) -> None:
    """One Python a version, 3.11 first; others' versions are left out."""
    for version in ("3.9", "3.12", "3.11"):
        put_python(tmp_path / f"python{version}", version)
    found = modern_pythons({"PATH": str(tmp_path)})
    assert [one.version for one in found] == ["3.11", "3.12"]


def test_a_python_without_venv_is_named_with_the_package_to_install(tmp_path: Path) -> None:
    """Debian's Python without python3-venv gets the one command that puts it right."""
    put_python(tmp_path / "python3.11", "3.11", missing="ensurepip")
    with pytest.raises(SetupFailed, match=r"lacks ensurepip.*apt-get install python3\.11-venv"):
        modern_pythons({"PATH": str(tmp_path)})


def test_a_whole_python_is_preferred_to_one_that_lacks_a_module(tmp_path: Path) -> None:
    """A second 3.11 further down the PATH is used when the first cannot make environments."""
    put_python(tmp_path / "a" / "python3.11", "3.11", missing="venv")
    whole = put_python(tmp_path / "b" / "python3.11", "3.11")
    found = modern_pythons({"PATH": os.pathsep.join([str(tmp_path / "a"), str(tmp_path / "b")])})
    assert [one.path for one in found] == [whole]


def test_the_real_python_is_probed_whole() -> None:
    """The Python that runs these tests is found to be what it is."""
    found = pythons.probe(Path(sys.executable))
    assert found is not None
    assert found.version == "{}.{}".format(*sys.version_info)


def test_something_that_is_no_python_is_none(tmp_path: Path) -> None:
    """A file that cannot be run, and one that is missing, are None rather than an error."""
    (tmp_path / "text").write_text("hello")
    assert pythons.probe(tmp_path / "text") is None
    assert pythons.probe(tmp_path / "missing") is None


def run_sh(bin_folder: Path, **environ: str) -> "subprocess.CompletedProcess[str]":
    for tool in ("sh", "dirname"):
        found = shutil.which(tool)
        assert found is not None
        (bin_folder / tool).symlink_to(found)
    return subprocess.run(
        [str(bin_folder / "sh"), str(ROOT / "signpost/setup/run.sh"), "probe"],
        env={"PATH": str(bin_folder), **environ},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_the_first_step_passes_over_shims_to_pyenvs_folder(tmp_path: Path) -> None:
    """The shell script that starts everything finds a Python that runs behind shims that do not."""
    put_shim(tmp_path / "bin" / "python3.11")
    put_shim(tmp_path / "bin" / "python3")
    version = "{}.{}".format(*sys.version_info)
    home = tmp_path / "py" / "versions" / f"{version}.1" / "bin"
    home.mkdir(parents=True)
    for name in ("python", f"python{version}"):
        (home / name).write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
        (home / name).chmod(0o755)
    ran = run_sh(tmp_path / "bin", PYENV_ROOT=str(tmp_path / "py"))
    assert (ran.returncode, ran.stderr) == (0, "")
    assert f"Python {version}: {home}" in ran.stdout


def test_without_any_python_the_shell_script_says_so(tmp_path: Path) -> None:
    """No Python at all: one sentence on standard error, and an exit status that means failure."""
    (tmp_path / "bin").mkdir()
    ran = run_sh(tmp_path / "bin", HOME=str(tmp_path))
    assert ran.returncode == 1
    assert ran.stderr.startswith("Signpost needs Python 3.11, 3.12 or 3.13, and none was found that runs")
    assert len(ran.stderr.splitlines()) == 1
