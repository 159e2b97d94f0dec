"""What the tests need beyond Python: packages from npm, programs from Debian.

The tests that need one skip, with the reason, where it cannot be had, so nothing here stops the set-up for
want of Node.js or of a program. A folder under tests/ with a package-lock.json is installed with npm, by the
hashes in that file, without running any package's scripts. PROGRAMS lists what Debian has.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from signpost.setup.machine import Machine
from signpost.setup.steps import Step


@dataclass(frozen=True, slots=True)
class Program:
    """A program that some tests run: its names, the Debian package that has it, which tests go without."""

    names: tuple[str, ...]
    package: str
    without: str


PROGRAMS = (Program(("chromium", "chromium-browser"), "chromium", "tests marked browser skip"),)


class TestTools:
    """The steps that bring in what the tests need beyond Python."""

    __test__ = False  # its name begins as pytest's classes do

    def __init__(self, machine: Machine) -> None:
        self._machine = machine

    def steps(self) -> Sequence[Step]:
        """One step a folder with npm packages; what Debian has is only named, or brought in by CI."""
        return [self._npm(lock.parent) for lock in self.npm_locks()]

    def npm_locks(self) -> list[Path]:
        """Each package-lock.json under tests/, its installed packages' own left out."""
        found = (self._machine.root / "tests").rglob("package-lock.json")
        return sorted(lock for lock in found if "node_modules" not in lock.parts)

    def notices(self) -> list[str]:
        """A sentence for each tool that is not here."""
        missing = [
            f"{program.names[0]} is not installed: {program.without} (Debian: apt-get install {program.package})."
            for program in PROGRAMS
            if not any(self._machine.which(name) for name in program.names)
        ]
        if self.npm_locks() and self._machine.which("npm") is None:
            missing.append("npm is not installed: tests that need it skip (Debian: apt-get install npm).")
        return missing

    def _npm(self, folder: Path) -> Step:
        place = folder.relative_to(self._machine.root)
        npm = self._machine.which("npm")

        def install(_cut_off: bool) -> None:
            if npm is None:
                self._machine.screen.say("      npm is not installed, so this is left out.")
                return
            self._machine.run([npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", folder])

        return Step(
            name=f"npm-{folder.name}",
            title=f"Installing the npm packages of {place}",
            takes="about 10 seconds",
            stamp=self._machine.root / "var" / "setup" / f"npm-{folder.name}.json",
            inputs=lambda: [str(npm), folder / "package-lock.json"],
            work=install,
            still_there=lambda: npm is None or (folder / "node_modules").is_dir(),
        )
