"""Compile the hashed locks again, from what pyproject.toml and the .in files ask for.

Versions that are locked stay, unless an upgrade is asked for. The lock of CPU builds of torch,
requirements/torch-cpu.txt, is kept by hand: no index that uv reads lists them all.
"""

import re
import tomllib
from pathlib import Path

from signpost.setup.environment import Environment
from signpost.setup.failures import SetupFailed
from signpost.setup.machine import Machine
from signpost.setup.pip_settings import for_uv

_CUDA = re.compile(r"torch|triton|nvidia-.+|cuda-.+")
_COMMON = ("--generate-hashes", "--universal", "--custom-compile-command", "make lock", "--quiet")
_MODERN = ("--python-version", "3.11")
_RASA = ("--python-version", "3.10")


def compile_all(machine: Machine, upgrade: bool) -> list[Path]:
    """Compile every lock; returns the files. Raises SetupFailed when one cannot be compiled."""
    machine.open_log("lock")
    environment = Environment(machine.root / ".venv")
    if not environment.program("uv").exists():
        raise SetupFailed("The locks are compiled with uv, which is not installed: run `make check` first.")
    compiler = _Compiler(environment, machine, upgrade)
    locks = machine.root / "requirements"
    modern = locks / "modern.txt"
    torch = locks / "torch-cuda.txt"
    rasa = machine.root / "bot" / "dialogue"
    left_out = ("--override", locks / "torch-left-out.in")
    compiler.compile(locks / "installer.txt", *_MODERN, "--group", "installer")
    compiler.compile(modern, *_MODERN, *left_out, "pyproject.toml", locks / "torch-plain.in")
    compiler.compile(locks / "dev.txt", *_MODERN, "--constraints", modern, "--group", "dev")
    compiler.compile(torch, *_MODERN, "--constraints", modern, locks / "torch.in")
    compiler.note_download(torch, *_MODERN, "--constraints", modern, locks / "torch.in")
    compiler.compile(rasa / "requirements.txt", *_RASA, rasa / "requirements.in")
    return [locks / "installer.txt", modern, locks / "dev.txt", torch, rasa / "requirements.txt"]


class _Compiler:
    def __init__(self, environment: Environment, machine: Machine, upgrade: bool) -> None:
        self._uv: list[str | Path] = [environment.program("uv"), "pip", "compile"]
        self._machine = machine
        self._upgrade = ["--upgrade"] if upgrade else []
        self._settings = for_uv(environment.python, machine)

    def compile(self, lock: Path, *words: str | Path) -> None:
        inputs = [self._inside(word) for word in words]
        command: list[str | Path] = [*self._uv, *_COMMON, *self._upgrade, *inputs, "-o", self._inside(lock)]
        self._machine.run(command, **self._settings)

    def note_download(self, lock: Path, *words: str | Path) -> None:
        """Write into `lock` how much its CUDA build is to download on a common machine."""
        described = self._machine.root / "var" / "setup" / "pylock.torch.toml"
        described.unlink(missing_ok=True)
        inputs = [self._inside(word) for word in words]
        command: list[str | Path] = [*self._uv, "--universal", "--quiet", "--format", "pylock.toml"]
        command += [*inputs, "-o", described]
        self._machine.run(command, **self._settings)
        size = cuda_download(tomllib.loads(described.read_text(encoding="utf-8")))
        described.unlink()
        text = lock.read_text(encoding="utf-8")
        lock.write_text(f"# download: about {size / 1e9:.1f} GB on Linux x86_64\n{text}", encoding="utf-8")

    def _inside(self, word: str | Path) -> str:
        # Relative, so that no lock's comments tell where it was compiled.
        return str(word.relative_to(self._machine.root)) if isinstance(word, Path) else word


def cuda_download(lock: dict[str, object]) -> int:
    """Bytes that torch with CUDA is to download on Linux x86_64 with Python 3.11.

    `lock` is the contents of a pylock file.
    """
    total = 0
    packages = lock["packages"]
    assert isinstance(packages, list)
    for package in packages:
        if not _CUDA.fullmatch(package["name"]):
            continue
        wheels = package.get("wheels", [])
        fitting = [wheel.get("size", 0) for wheel in wheels if _fits(wheel["url"].rsplit("/", 1)[-1])]
        total += fitting[0] if fitting else 0
    return total


def _fits(wheel: str) -> bool:
    python, _, platform = wheel.removesuffix(".whl").rsplit("-", 3)[1:]
    linux = platform == "any" or ("linux" in platform and platform.endswith("x86_64"))
    return linux and (python == "cp311" or "py3" in python.split("."))
