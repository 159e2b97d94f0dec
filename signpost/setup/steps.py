"""Carry out a plan: skip what is done, do the rest in order, stop at the first failure."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from signpost.setup.failures import SetupFailed, last_lines
from signpost.setup.machine import Machine
from signpost.setup.stamps import Stamp, digest

_MEGABYTE = 1_000_000


def _yes() -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to be done.

    `inputs` are what the step depends on: strings, files, folders. `work` is told whether the last run of
    this step was cut off, and raises SetupFailed. `still_there` says whether what the step made is there.
    `megabytes` is the disk the step fills, at most; `takes` is a phrase such as "about 1 minute".
    """

    name: str
    title: str
    stamp: Path
    inputs: Callable[[], Iterable[Path | str]]
    work: Callable[[bool], None]
    still_there: Callable[[], bool] = _yes
    takes: str = ""
    megabytes: int = 0


def carry_out(plan: Sequence[Step], machine: Machine) -> bool:
    """Do what `plan` lists and is not done yet. Says whether there was anything to do.

    Raises SetupFailed, its message naming the step, when a step fails; the steps before it stay done.
    """
    if all(_is_done(step) for step in plan):
        return False
    for number, step in enumerate(plan, start=1):
        heading = f"[{number}/{len(plan)}] {step.title}"
        if _is_done(step):
            machine.screen.say(f"{heading}: done before")
            continue
        _leave_room(plan[number - 1 :], machine)
        _do(step, heading, machine)
    return True


def _is_done(step: Step) -> bool:
    return Stamp(step.stamp).is_done_with(digest(step.inputs())) and step.still_there()


def _do(step: Step, heading: str, machine: Machine) -> None:
    stamp = Stamp(step.stamp)
    inputs = digest(step.inputs())
    cut_off = stamp.was_cut_off()
    machine.screen.begin(f"{heading} ({step.takes})" if step.takes else heading)
    machine.open_log(step.name)
    try:
        stamp.under_way(inputs)
        step.work(cut_off)
        stamp.done(inputs)
    except SetupFailed as failure:
        machine.screen.end("failed")
        raise SetupFailed(_told(heading, failure, machine), failure.log) from failure
    except KeyboardInterrupt:
        machine.screen.end("stopped")
        raise
    machine.screen.end("done")


def _told(heading: str, failure: SetupFailed, machine: Machine) -> str:
    """The failure's message with its step, and the last lines of its log."""
    parts = [f"Set-up stopped at {heading}. {failure}"]
    if failure.log is not None:
        lines = last_lines(failure.log)
        if lines:
            parts.append(f"The last lines of {failure.log.relative_to(machine.root)}:")
            parts.extend(f"    {line}" for line in lines)
    return "\n".join(parts)


def _leave_room(rest: Sequence[Step], machine: Machine) -> None:
    needed = sum(step.megabytes for step in rest if not _is_done(step)) * _MEGABYTE
    free = machine.free_bytes()
    if free < needed:
        raise SetupFailed(
            f"Set-up needs about {needed / 1e9:.1f} GB of disk and {machine.root} has {free / 1e9:.1f} GB "
            "free: make room, then run the same command again."
        )
