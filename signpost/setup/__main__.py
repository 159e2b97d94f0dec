"""`python -m signpost.setup GOAL`: what the Makefile runs."""

import fcntl
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from signpost.setup import locks
from signpost.setup.failures import SetupFailed
from signpost.setup.machine import Machine, Screen
from signpost.setup.modern import modern_pythons
from signpost.setup.plan import GOALS, Plan
from signpost.setup.steps import carry_out
from signpost.setup.test_tools import TestTools

_ROOT = Path(__file__).resolve().parents[2]
_USAGE = (
    f"Say what to set up for: {', '.join(GOALS)}; `probe` to list the Pythons that run; "
    "or `lock` (`lock upgrade`) to compile the locks again."
)


def main(words: list[str]) -> int:
    """Do what `words` ask for.

    Returns the exit status: 0 done, 1 failed, 2 not understood, 130 stopped by the person.
    """
    signal.signal(signal.SIGTERM, _stop)
    machine = Machine(_ROOT, {**settings_in(_ROOT / ".env"), **os.environ}, Screen())
    try:
        match words:
            case [goal] if goal in GOALS:
                return _set_up(goal, machine)
            case ["probe"]:
                for one in modern_pythons(machine.environ):
                    machine.screen.say(f"Python {one.version}: {one.path}")
                return 0
            case ["lock"] | ["lock", "upgrade"]:
                with _alone(machine):
                    for lock in locks.compile_all(machine, upgrade=len(words) > 1):
                        machine.screen.say(f"Compiled {lock.relative_to(machine.root)}")
                return 0
    except SetupFailed as failure:
        print(failure, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Stopped. The same command goes on from here.", file=sys.stderr)
        return 130
    print(_USAGE, file=sys.stderr)
    return 2


def settings_in(file: Path) -> dict[str, str]:
    """Signpost's settings in the .env file `file`; none where it is not there or cannot be read."""
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return {}
    pairs = (line.partition("=") for line in lines if line.startswith("SIGNPOST_"))
    return {key.strip(): value.strip().strip("'\"") for key, _, value in pairs if value.strip()}


def _set_up(goal: str, machine: Machine) -> int:
    with _alone(machine):
        try:
            worked = carry_out(Plan(machine).steps(goal), machine)
        except SetupFailed as failure:
            print(f"{failure}\n`make {goal}` goes on from this step when it is run again.", file=sys.stderr)
            return 1
        if worked:
            machine.screen.say("Set-up is complete.")
    if goal == "test":
        for notice in TestTools(machine).notices():
            machine.screen.say(notice)
    return 0


@contextmanager
def _alone(machine: Machine) -> Iterator[None]:
    """Keep a second set-up of the same checkout out. Raises SetupFailed where one is running."""
    place = machine.root / "var" / "setup"
    try:
        place.mkdir(parents=True, exist_ok=True)
        held = (place / "running").open("a+", encoding="utf-8")
    except OSError as error:
        message = f"{place} cannot be written ({error.strerror}): check who owns this folder."
        raise SetupFailed(message) from error
    with held:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            held.seek(0)
            other = held.read().strip() or "unknown"
            raise SetupFailed(
                f"Another set-up of this folder is running (process {other}). Wait for it to end, then run "
                "the same command again."
            ) from error
        held.truncate(0)
        held.write(f"{os.getpid()}\n")
        held.flush()
        machine.inherited = (held.fileno(),)
        yield


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
