"""Find the Pythons on this machine that really run.

A name on the PATH proves little: pyenv puts a `python3.10` there that stops with an error unless that
version is activated, and Debian's Python comes without the modules that make an environment. So each
candidate is run.
"""

import os
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

MODERN = ("3.11", "3.12", "3.13")  # in the order of preference: 3.11 is what Debian 12 has
RASA = ("3.10",)  # the newest that Rasa 3.6 declares
_SECONDS = 20  # a Python that has not said its version by then does not count as running

_PROBE = """
import sys
missing = []
for module in ("ssl", "sqlite3", "ctypes", "zlib", "venv", "ensurepip"):
    try:
        __import__(module)
    except ImportError:
        missing.append(module)
print("signpost-probe", sys.implementation.name, "%d.%d" % sys.version_info[:2], ",".join(missing) or "-")
"""


@dataclass(frozen=True, slots=True)
class Interpreter:
    """A Python that ran: where it is, its version as "3.11", and which needed modules it lacks."""

    path: Path
    version: str
    missing: tuple[str, ...] = ()


def probe(path: Path) -> Interpreter | None:
    """Run the Python at `path`; None where it does not run, or is not CPython."""
    try:
        ran = subprocess.run(
            [str(path), "-I", "-c", _PROBE],
            capture_output=True,
            text=True,
            timeout=_SECONDS,
            check=False,
            stdin=subprocess.DEVNULL,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    for line in ran.stdout.splitlines():
        match line.split():
            case ["signpost-probe", "cpython", version, missing] if ran.returncode == 0:
                lacking = () if missing == "-" else tuple(missing.split(","))
                return Interpreter(path, version, lacking)
    return None


def candidates(versions: Sequence[str], environ: Mapping[str, str]) -> Iterator[Path]:
    """Where a Python of one of `versions` may be: the PATH, then pyenv's folder of versions."""
    folders = [Path(folder) for folder in environ.get("PATH", "").split(os.pathsep) if folder]
    for version in versions:
        for folder in folders:
            yield folder / f"python{version}"
        for home in pyenv_versions(version, environ):
            yield home / "bin" / f"python{version}"
    for folder in folders:
        yield folder / "python3"


def pyenv_versions(version: str, environ: Mapping[str, str]) -> list[Path]:
    """pyenv's installations of `version` ("3.10"), the newest first."""
    root = environ.get("PYENV_ROOT") or (environ.get("HOME", "") and f"{environ['HOME']}/.pyenv")
    if not root:
        return []
    found = Path(root, "versions").glob(f"{version}.*")
    return sorted(found, key=_patch_number, reverse=True)


def _patch_number(home: Path) -> int:
    last = home.name.rsplit(".", 1)[-1]
    return int(last) if last.isdigit() else -1


def working(paths: Iterable[Path], versions: Sequence[str]) -> list[Interpreter]:
    """The Pythons among `paths` that run and are of one of `versions`: one a version, in that order.

    One that lacks a module is passed over while another of its version lacks none.
    """
    found: dict[str, Interpreter] = {}
    for path in paths:
        if not path.is_file():
            continue
        if len(found) == len(versions) and not any(one.missing for one in found.values()):
            break
        ran = probe(path)
        if ran is None or ran.version not in versions:
            continue
        kept = found.get(ran.version)
        if kept is None or (kept.missing and not ran.missing):
            found[ran.version] = ran
    return [found[version] for version in versions if version in found]
