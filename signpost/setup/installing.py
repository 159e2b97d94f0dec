"""Install from a hashed lock: uv where speed counts, pip where its own configuration must."""

from pathlib import Path

from signpost.setup.environment import Environment
from signpost.setup.failures import SetupFailed
from signpost.setup.machine import Machine
from signpost.setup.pip_settings import for_uv


class Installer:
    """The pip and the uv that stand in the `modern` environment, for both environments."""

    def __init__(self, modern: Environment, machine: Machine) -> None:
        self._modern = modern
        self._machine = machine

    def install_self(self, lock: Path) -> None:
        """Bring pip and uv into the modern environment, by the pip that came with its Python."""
        self._machine.run([*self._pip(), "install", *_PLAINLY, "--require-hashes", "-r", lock])
        self._modern.note(lock)

    def lock(self, lock: Path, into: Environment, again: bool) -> None:
        """Install `lock` into `into` with uv; `again` replaces what a run that was cut off may have left."""
        command = [*self._uv(), "pip", "install", "--python", into.python, "--require-hashes"]
        # A lock is whole, but for torch on purpose; so nothing is resolved again.
        command += ["--no-deps"]
        # What has no wheel is built with the locked setuptools, not with whatever is newest today.
        command += ["--build-constraints", lock, *(["--reinstall"] if again else []), "-r", lock]
        self._machine.run(command, **self._uv_variables())
        into.note(lock)

    def torch_of_cpu(self, lock: Path, again: bool) -> None:
        """Install the CPU build with pip, whose configuration led to it."""
        command = [*self._pip(), "install", *_PLAINLY, "--no-deps", "--require-hashes"]
        self._machine.run([*command, *(["--force-reinstall"] if again else []), "-r", lock])
        self._modern.note(lock)

    def torch_report(self, version: str, python_version: str) -> str:
        """pip's report on the build of torch it would take for that Python; nothing is downloaded."""
        command = [*self._pip(), "install", *_PLAINLY, "--dry-run", "--quiet", "--report", "-", "--no-deps"]
        # Another Python's builds can only be asked for as wheels, and for a folder of their own.
        command += ["--only-binary", ":all:", "--python-version", python_version]
        command += ["--target", self._machine.root / "var" / "setup" / "nothing-is-put-here"]
        return self._machine.output([*command, f"torch=={version}"])

    def editable(self, root: Path) -> None:
        """Install the checkout itself, so that `signpost` is a program and the rooms can be imported."""
        command = [*self._uv(), "pip", "install", "--python", self._modern.python, "--no-deps"]
        self._machine.run([*command, "--no-build-isolation", "--editable", root], **self._uv_variables())

    def check(self, environment: Environment) -> None:
        """Ask pip whether the packages in `environment` agree with each other. Raises SetupFailed."""
        try:
            self._machine.run([*self._pip(), "--python", environment.python, "check"])
        except SetupFailed as failure:
            message = f"The packages in {environment.folder.name} do not agree with each other."
            raise SetupFailed(message, failure.log) from failure

    def uv_find(self, version: str) -> Path | None:
        """The Python `version` that uv knows of, None where it knows none."""
        return self._uv_python(["find", "--no-python-downloads", version])

    def uv_fetch(self, version: str) -> Path | None:
        """The Python `version` that uv fetches, None where it cannot."""
        if self._uv_python(["install", version], says_path=False) is None:
            return None
        return self._uv_python(["find", "--managed-python", "--no-python-downloads", version])

    def _uv_python(self, words: list[str], says_path: bool = True) -> Path | None:
        try:
            said = self._machine.output([*self._uv(), "python", *words]).strip()
        except SetupFailed:
            return None
        return Path(said) if says_path and said else (None if says_path else Path())

    def _pip(self) -> list[str | Path]:
        return [self._modern.python, "-m", "pip"]

    def _uv(self) -> list[str | Path]:
        return [self._modern.program("uv")]

    def _uv_variables(self) -> dict[str, str]:
        quiet = {"UV_NO_PROGRESS": "1", "UV_LINK_MODE": self._machine.environ.get("UV_LINK_MODE", "")}
        settings = for_uv(self._modern.python, self._machine)
        return {**{key: value for key, value in quiet.items() if value}, **settings}


# Two tries instead of pip's five: without a network, a person is told within seconds.
_PLAINLY = ("--disable-pip-version-check", "--no-input", "--retries", "1", "--progress-bar", "off")
