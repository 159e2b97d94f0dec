"""One Python environment: its folder, and the record of what was installed into it."""

import re
from collections.abc import Iterable
from pathlib import Path

_LOCKED = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)", re.MULTILINE)


class Environment:
    """One environment: its folder, its Python, the record of what was installed into it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @property
    def python(self) -> Path:
        return self.folder / "bin" / "python"

    def program(self, name: str) -> Path:
        """A program that the environment holds."""
        return self.folder / "bin" / name

    def stamp(self, name: str) -> Path:
        """Where a step keeps its stamp: in the environment, so that both go together."""
        return self.folder / "signpost-setup" / f"{name}.json"

    def exists(self) -> bool:
        """Is there a Python in it, whose own base is still on the machine?"""
        return self.python.exists()

    def holds(self, *locks: Path) -> bool:
        """Is everything in place that was installed from `locks`?"""
        return all(self._holds(lock) for lock in locks)

    def _holds(self, lock: Path) -> bool:
        try:
            noted = self._note(lock).read_text(encoding="utf-8").split()
        except OSError:
            return False
        packages = self._site_packages()
        # A package without its RECORD is one whose installation, or removal, was cut off.
        return packages is not None and all((packages / name / "RECORD").is_file() for name in noted)

    def note(self, lock: Path) -> None:
        """Remember which packages of `lock` are in place."""
        locked = _LOCKED.findall(lock.read_text(encoding="utf-8"))
        wanted = {(_plain(name), version) for name, version in locked}
        names = sorted(folder.name for folder in self._installed() if _named(folder) in wanted)
        self._note(lock).parent.mkdir(parents=True, exist_ok=True)
        self._note(lock).write_text("\n".join(names) + "\n", encoding="utf-8")

    def version_of(self, package: str) -> str | None:
        """The installed version of `package`, None where it is not installed whole."""
        for folder in self._installed():
            name, version = _named(folder)
            if name == _plain(package) and (folder / "RECORD").is_file():
                return version
        return None

    def _note(self, lock: Path) -> Path:
        return self.folder / "signpost-setup" / f"{lock.parent.name}-{lock.stem}.packages"

    def _site_packages(self) -> Path | None:
        return next(self.folder.glob("lib/python3.*/site-packages"), None)

    def _installed(self) -> Iterable[Path]:
        packages = self._site_packages()
        return () if packages is None else packages.glob("*.dist-info")


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _named(folder: Path) -> tuple[str, str]:
    name, _, version = folder.name.removesuffix(".dist-info").rpartition("-")
    return _plain(name), version
