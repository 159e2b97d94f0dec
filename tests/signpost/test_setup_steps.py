"""A second run does nothing, a failed run goes on where it stopped, and a failure says which step and why."""

import io
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from signpost.setup.failures import SetupFailed
from signpost.setup.machine import Machine, Screen
from signpost.setup.stamps import Stamp, digest
from signpost.setup.steps import Step, carry_out


@dataclass
class Bench:
    """A checkout in a temporary folder, a screen that is kept, and steps that remember being done."""

    root: Path
    screen: io.StringIO = field(default_factory=io.StringIO)
    done: list[str] = field(default_factory=list)
    inputs: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.machine = Machine(self.root, {"PATH": "/usr/bin:/bin"}, Screen(self.screen))

    def step(
        self,
        name: str,
        fails: Callable[[], bool] = lambda: False,
        there: Callable[[], bool] = lambda: True,
        megabytes: int = 0,
    ) -> Step:
        def work(cut_off: bool) -> None:
            self.done.append(f"{name} again" if cut_off else name)
            if fails():
                raise SetupFailed("The lamp is out: put in another.", self.machine.log)

        return Step(
            name=name,
            title=f"Doing {name}",
            stamp=self.root / "var" / "setup" / f"{name}.json",
            inputs=lambda: [self.inputs.get(name, "")],
            work=work,
            still_there=there,
            megabytes=megabytes,
        )


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path)


def test_a_second_run_does_nothing(bench: Bench) -> None:
    """Each step is done once; the second run says that there was nothing to do, and prints nothing."""
    plan = [bench.step("one"), bench.step("two")]
    assert carry_out(plan, bench.machine)
    printed = bench.screen.getvalue()
    assert not carry_out(plan, bench.machine)
    assert bench.done == ["one", "two"]
    assert bench.screen.getvalue() == printed
    assert "[1/2] Doing one ... done, 0.0 s\n[2/2] Doing two ... done" in printed


def test_a_failed_step_is_named_and_a_rerun_goes_on_from_it(bench: Bench) -> None:
    """The step before stays done; the failed one is told that it was cut off; the last one follows."""
    broken = [True]
    plan = [bench.step("one"), bench.step("two", fails=lambda: broken[0]), bench.step("three")]
    with pytest.raises(SetupFailed, match=r"stopped at \[2/3\] Doing two\. The lamp is out"):
        carry_out(plan, bench.machine)
    broken[0] = False
    assert carry_out(plan, bench.machine)
    assert bench.done == ["one", "two", "two again", "three"]


def test_changed_inputs_do_that_step_again_and_no_other(bench: Bench) -> None:
    """A new lock file makes its own step run, not the whole set-up."""
    plan = [bench.step("one"), bench.step("two")]
    carry_out(plan, bench.machine)
    bench.inputs["two"] = "a newer lock"
    carry_out(plan, bench.machine)
    assert bench.done == ["one", "two", "two"]


def test_what_was_made_and_is_gone_is_made_again(bench: Bench) -> None:
    """A stamp is not believed when what the step made is missing."""
    plan = [bench.step("one", there=lambda: len(bench.done) > 1)]
    carry_out(plan, bench.machine)
    carry_out(plan, bench.machine)
    assert bench.done == ["one", "one"]
    assert not carry_out(plan, bench.machine)


def test_a_stamp_that_is_damaged_counts_as_none(tmp_path: Path) -> None:
    """Half a stamp, or something else in its place, makes the step run again instead of stopping it."""
    for text in ("", "{", "[]", '"done"'):
        (tmp_path / "stamp.json").write_text(text)
        stamp = Stamp(tmp_path / "stamp.json")
        assert not stamp.is_done_with("")
        assert not stamp.was_cut_off()


def test_too_little_disk_is_said_before_the_work(bench: Bench) -> None:
    """Nobody waits ten minutes for a download that cannot fit."""
    plan = [bench.step("one", megabytes=10**9)]
    with pytest.raises(SetupFailed, match=r"needs about 1000000\.0 GB .* make room"):
        carry_out(plan, bench.machine)
    assert bench.done == []


def test_room_is_asked_only_for_what_is_left_to_do(bench: Bench) -> None:
    """A large step that is done does not stop a small one for want of disk."""
    large = bench.step("large", megabytes=10**9)
    Stamp(large.stamp).done(digest(large.inputs()))
    assert carry_out([large, bench.step("small")], bench.machine)
    assert bench.done == ["small"]


def test_a_failed_program_shows_its_last_lines_and_names_its_log(bench: Bench) -> None:
    """The message holds the cause, the last lines of the output, and where the rest is."""
    script = "print('fetching'); print('dns error: no such host'); raise SystemExit(2)"

    def work(_cut_off: bool) -> None:
        bench.machine.run([sys.executable, "-c", script])

    step = Step("net", "Fetching", bench.root / "stamp.json", lambda: [], work)
    with pytest.raises(SetupFailed) as failure:
        carry_out([step], bench.machine)
    told = str(failure.value)
    assert "[1/1] Fetching. The package index could not be reached. Check the network" in told
    assert "The last lines of var/log/setup/net.log:" in told
    assert "    dns error: no such host" in told


def test_a_program_that_is_missing_is_a_failure_with_its_name(bench: Bench) -> None:
    """A half-made environment has no such program: a sentence, not a traceback."""
    with pytest.raises(SetupFailed, match="missing-program could not be started: No such file"):
        bench.machine.run([bench.root / "missing-program"])


def test_digest_sees_content_names_and_missing_files(tmp_path: Path) -> None:
    """A change of a byte, of a name, or a file that comes changes the digest; caches do not."""
    folder = tmp_path / "inputs"
    folder.mkdir()
    (folder / "a.txt").write_text("one")
    seen = [digest([folder, tmp_path / "later.txt"])]
    (folder / "__pycache__").mkdir()
    (folder / "__pycache__" / "a.pyc").write_text("x")
    assert digest([folder, tmp_path / "later.txt"]) == seen[0]
    (folder / "a.txt").write_text("two")
    seen.append(digest([folder, tmp_path / "later.txt"]))
    (folder / "a.txt").rename(folder / "b.txt")
    seen.append(digest([folder, tmp_path / "later.txt"]))
    (tmp_path / "later.txt").write_text("")
    seen.append(digest([folder, tmp_path / "later.txt"]))
    assert len(set(seen)) == len(seen)


def test_stopping_the_set_up_stops_the_program_it_runs(tmp_path: Path) -> None:
    """SIGTERM to the set-up ends its program too, and the exit status says that a person stopped it."""
    root = Path(__file__).resolve().parents[2]
    script = f"""
import io, pathlib, sys
from signpost.setup import __main__ as setup
from signpost.setup.machine import Machine
class Slow:
    def __init__(self, machine): self.machine = machine
    def steps(self, goal):
        self.machine.run([sys.executable, "-c",
            "import os, pathlib, time; pathlib.Path('pid').write_text(str(os.getpid())); time.sleep(60)"])
setup._ROOT = pathlib.Path({str(tmp_path)!r})
setup.Plan = Slow
sys.exit(setup.main(["chat"]))
"""
    process = subprocess.Popen([sys.executable, "-c", script], cwd=root, stderr=subprocess.PIPE, text=True)
    until = time.monotonic() + 20
    while not (tmp_path / "pid").exists() and time.monotonic() < until:
        time.sleep(0.05)
    time.sleep(0.1)
    second = subprocess.run(
        [sys.executable, "-c", script], cwd=root, stderr=subprocess.PIPE, text=True, check=False, timeout=20
    )
    assert second.returncode == 1
    assert f"Another set-up of this folder is running (process {process.pid})" in second.stderr
    process.terminate()
    _, told = process.communicate(timeout=20)
    assert process.returncode == 130
    assert told == "Stopped. The same command goes on from here.\n"
    assert not Path("/proc", (tmp_path / "pid").read_text()).exists()
