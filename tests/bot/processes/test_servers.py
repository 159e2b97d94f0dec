"""Servers start on loopback, say why when they do not, and leave nothing behind however their parent ends."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bot.front.rasa import Silence, Understanding, Why
from bot.processes import Places, Running, StartFailed, start
from bot.processes.servers import Server, free_port

PROJECT = Path(__file__).resolve().parents[3]
STAND_IN = str(PROJECT / "tests" / "bot" / "processes" / "stand_in.py")


def server(tmp_path: Path, *command: str) -> Server:
    """A server with this command, not started."""
    port = free_port()
    told = (*command, "--host", "127.0.0.1", "--port", str(port))
    return Server(
        "The server", told, {**os.environ, "PYTHONPATH": str(PROJECT)}, tmp_path, port, "/health", tmp_path / "log.txt"
    )


def gone(pid: int, within: float = 15.0) -> bool:
    """Whether a process ends within so many seconds (a zombie has ended)."""
    until = time.monotonic() + within
    while time.monotonic() < until:
        try:
            state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
        except OSError:
            return True
        if state == "Z":
            return True
        time.sleep(0.05)
    return False


def parent_running(program: str) -> "subprocess.Popen[str]":
    """A Python process that runs `program` and can be read from."""
    command = [sys.executable, "-c", program]
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, cwd=PROJECT, env={**os.environ, "PYTHONPATH": str(PROJECT)}
    )


def test_a_server_that_ends_says_why(tmp_path: Path) -> None:
    """The message has its exit status, its port and what it printed last."""
    broken = server(tmp_path, sys.executable, "-c", "print('no such manual'); raise SystemExit(3)")
    broken.launch()
    with pytest.raises(StartFailed, match=rf"(?s)exit status 3, port {broken.port}.*no such manual"):
        broken.wait_until_up(time.monotonic() + 20)
    broken.stop()


def test_a_server_that_never_answers_is_given_up(tmp_path: Path) -> None:
    """Waiting ends; the server is ended too, with what it started."""
    program = "import subprocess, sys, time; print(subprocess.Popen(['sleep', '60']).pid, flush=True); time.sleep(60)"
    silent = server(tmp_path, sys.executable, "-c", program)
    silent.launch()
    with pytest.raises(StartFailed, match="did not answer in time"):
        silent.wait_until_up(time.monotonic() + 2)
    child = int(silent.log.read_text().split()[0])
    silent.stop(patience=1)
    assert not silent.is_running()
    assert gone(child)


def test_the_action_server_goes_with_its_parent(tmp_path: Path) -> None:
    """A parent that is killed outright takes its server along."""
    program = (
        "import os, sys, time; from pathlib import Path; from bot.processes.servers import Server, free_port\n"
        "port = free_port()\n"
        f"one = Server('one', (sys.executable, {STAND_IN!r}, '--host', '127.0.0.1', '--port', str(port)), dict(os.environ),"
        f" Path({str(tmp_path)!r}), port, '/health', Path({str(tmp_path)!r}) / 'log.txt')\n"
        "one.launch(); one.wait_until_up(time.monotonic() + 30); print(one.pid, flush=True); time.sleep(60)"
    )
    parent = parent_running(program)
    assert parent.stdout is not None
    with parent, parent.stdout:
        pid = int(parent.stdout.readline())
        parent.kill()
    assert gone(pid)


def test_without_a_model_nothing_is_started(tmp_path: Path) -> None:
    """The message says what to do."""
    with pytest.raises(StartFailed, match="Train first"), start(Places(tmp_path, tmp_path), tmp_path / "none.tar.gz"):
        pytest.fail("it started")


@pytest.mark.rasa
def test_both_listen_on_loopback_only(running: Running) -> None:
    """Neither server can be reached from another machine, and Rasa's own API is off."""
    import urllib.error
    import urllib.request

    assert running.health().well
    for one in running.servers:
        assert addresses_of(one.port) == {"0100007F"}  # 127.0.0.1 as the kernel writes it
    with pytest.raises(urllib.error.HTTPError, match="404"):
        urllib.request.urlopen(f"{running.rasa}/conversations/x/tracker", timeout=10)


def addresses_of(port: int) -> set[str]:
    """The addresses that something listens on at this port, in the kernel's hexadecimal form."""
    lines = [
        line.split() for table in ("tcp", "tcp6") for line in Path(f"/proc/net/{table}").read_text().splitlines()[1:]
    ]
    return {
        local.split(":")[0]
        for _, local, _, state, *_ in lines
        if state == "0A" and int(local.split(":")[1], 16) == port
    }


@pytest.mark.rasa
async def test_actions_that_die_are_silence_and_nothing_stays_behind(
    places: Places, model: Path, tmp_path: Path
) -> None:
    """Rasa answers 200 with an empty list then; the client tells it from a reply; a killed parent takes both along."""
    program = (
        "import json, sys, time; from pathlib import Path; from bot.processes import Places, start\n"
        f"places = Places(Path({str(places.home)!r}), Path({str(places.encoder)!r}))\n"
        f"with start(places, Path({str(model)!r}), actions=(sys.executable, {STAND_IN!r}), tracker=Path({str(tmp_path / 't.sqlite')!r})) as run:\n"
        "    print(json.dumps([run.rasa, *(one.pid for one in run.servers)]), flush=True)\n"
        "    time.sleep(600)\n"
    )
    parent = parent_running(program)
    assert parent.stdout is not None
    with parent, parent.stdout:
        rasa, rasa_pid, actions_pid = json.loads(parent.stdout.readline())
        async with Understanding(rasa, budget=20) as understanding:
            assert not isinstance(await understanding.reply("a", "who do i call", {}), Silence)
            async with Understanding(rasa, budget=0.5) as hurried:
                assert await hurried.reply("b", "please hang", {}) == Silence(Why.LATE)
            os.kill(actions_pid, signal.SIGKILL)
            assert await understanding.reply("a", "who do i call", {}) == Silence(Why.EMPTY)
        parent.kill()
    assert gone(rasa_pid)
    assert gone(actions_pid)


@pytest.mark.rasa
def test_the_faster_check_of_actions_answers_judges_alike(places: Places) -> None:
    """One validator for all answers accepts and rejects what Rasa's own check does."""
    program = """
import json
from jsonschema import ValidationError
from rasa.core.actions.action import RemoteAction
from components.action_schema import check_actions_with_one_validator
answers = [{}, {"events": [], "responses": []}, {"events": [{"event": "slot", "name": "a", "value": {"b": [1]}}]},
           {"events": [{"event": "slot"}]}, {"events": [{"event": "made up"}]}, {"events": [{}]}, {"events": {}},
           {"responses": [1]}, {"responses": {}}, [], None, "x", {"events": [{"event": "followup", "name": "action_listen"}]}]
def verdicts():
    action, found = RemoteAction("a", None), []
    for answer in answers:
        try:
            found.append(action._validate_action_result(answer))
        except ValidationError:
            found.append(False)
    return found
before = verdicts()
check_actions_with_one_validator()
print(json.dumps([before, verdicts()]))
"""
    ran = subprocess.run(
        [str(places.rasa_python), "-c", program],
        cwd=places.dialogue,
        env=places.rasa_environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    before, after = json.loads(ran.stdout.splitlines()[-1])
    assert before == after
    assert {True, False} == set(before)
