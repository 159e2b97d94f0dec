"""A server that ends or freezes is started again on its port; when the watch is over, it is left alone."""

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.processes.servers import Server, free_port
from bot.processes.watching import watched


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    port = free_port()
    started = Server(
        name="A server",
        command=(sys.executable, "-m", "http.server", str(port), "--bind", "127.0.0.1"),
        environment=dict(os.environ),
        folder=tmp_path,
        port=port,
        health="/",
        log=tmp_path / "log",
    )
    started.launch()
    started.wait_until_up(time.monotonic() + 20)
    yield started
    started.stop(1.0)


def until(seen: Callable[[], bool], within: float = 20.0) -> None:
    end = time.monotonic() + within
    while not seen():
        assert time.monotonic() < end, "it did not come"
        time.sleep(0.02)


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGSTOP])
def test_it_is_started_again(server: Server, how: signal.Signals) -> None:
    """Killed or frozen: another process answers on the same port."""
    first = server.pid
    assert first is not None
    with watched([server], every=0.1, patience=0.2):
        os.kill(first, how)
        until(lambda: server.pid != first and server.answers(0.5))


def test_a_healthy_one_is_left_alone(server: Server) -> None:
    """And so is one that ends after the watch."""
    first = server.pid
    with watched([server], every=0.02):
        time.sleep(0.3)
    assert server.pid == first
    server.stop(1.0)
    time.sleep(0.1)
    assert not server.is_running()
