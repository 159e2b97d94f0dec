"""The server itself: killed, stopped, starved of reading or writing, and looked at by a thousand browsers at once."""

# ruff: noqa: ASYNC110  # what these tests wait for is another process, which sets no event here

import asyncio
import contextlib
import os
import resource
import signal
import socket
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.front.web.serving import Patience, listen
from bot.settings import SettingWrong
from tests.bot.front.web.conftest import hidden

PROJECT = Path(__file__).resolve().parents[4]
PAGES = 1_000


@pytest.fixture(autouse=True)
def many_files() -> Iterator[None]:
    """This process holds the other end of a thousand connections."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, 4096) if hard > 0 else 4096, hard))
    yield
    resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


class Served:
    """A front in a process of its own."""

    def __init__(self, process: Any, port: int) -> None:
        self.process, self.port = process, port
        self.address = f"http://127.0.0.1:{port}"

    def client(self, cookies: httpx.Cookies | None = None) -> httpx.AsyncClient:
        return httpx.AsyncClient(base_url=self.address, cookies=cookies, timeout=20)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """One front for the tests that leave it as it was."""
    place = tmp_path_factory.mktemp("web") / "journal.sqlite"
    command = [sys.executable, "-m", "tests.bot.front.web.served", str(place)]
    with subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        yield Served(process, int(process.stdout.readline()))
        process.terminate()


@asynccontextmanager
async def served(place: Path) -> AsyncIterator[Served]:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.bot.front.web.served", str(place), cwd=PROJECT, stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    assert process.stdout is not None
    async with asyncio.timeout(60):
        port = int(await process.stdout.readline())
    try:
        yield Served(process, port)
    finally:
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        await process.wait()


def written(folder: Path) -> bytes:
    """All that the journal's files hold."""
    return b"".join(file.read_bytes() for file in folder.iterdir())


async def post(client: httpx.AsyncClient, text: str) -> httpx.Response:
    page = (await client.get("/")).text
    origin = str(client.base_url).rstrip("/")
    return await client.post("/ask", data={**hidden(page), "text": text}, headers={"origin": origin})


async def test_nothing_is_lost_by_a_kill(tmp_path: Path) -> None:
    """Killed between taking and answering: at the next start the same browser finds the answer, and asks nothing again."""
    place = tmp_path / "journal.sqlite"
    async with served(place) as first, first.client() as client:
        asking = asyncio.create_task(post(client, "slow steps"))
        async with asyncio.timeout(20):
            while b"slow steps" not in written(tmp_path):
                await asyncio.sleep(0.02)
        first.process.kill()
        with contextlib.suppress(httpx.HTTPError):
            await asking
        cookies = client.cookies
    async with served(place) as second, second.client(cookies) as client:
        async with asyncio.timeout(20):
            while "Stage One" not in (page := (await client.get("/")).text):
                await asyncio.sleep(0.1)
        assert page.count("<article") == 1
        assert (await client.get("/")).text.count("Stage One") == page.count("Stage One")
        second.process.terminate()
        await second.process.wait()
    assert b"slow steps" not in written(tmp_path)


async def test_a_graceful_stop(tmp_path: Path) -> None:
    """Asked to stop while a question is being answered: it is answered, and the process ends by itself."""
    async with served(tmp_path / "journal.sqlite") as server, server.client() as client:
        asking = asyncio.create_task(post(client, "slow steps"))
        await asyncio.sleep(0.6)
        server.process.send_signal(signal.SIGTERM)
        assert (await asking).status_code == 303
        async with asyncio.timeout(20):
            assert await server.process.wait() == 0


async def test_peers_that_dawdle(server: Served) -> None:
    """Who sends a head byte by byte, sends nothing, or reads nothing of what they asked for is cut off; others are served."""
    async with server.client() as client:
        dripping, silent, unread = [await _connected(server.port) for _ in range(3)]
        many = b"GET /static/signpost.css HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n\r\n" % server.port * 2000
        sending = asyncio.create_task(_send(unread, many))
        ended = asyncio.create_task(_drip(dripping, b"GET / HTTP/1.1\r\nX-Slow: " + b"x" * 400))
        began = time.monotonic()
        while time.monotonic() - began < 3:
            assert (await client.get("/health")).text == "ok"
            await asyncio.sleep(0.3)
        async with asyncio.timeout(10):
            assert await ended, "the slow sender was cut off"
            dripping.close()
            assert await _is_closed(silent)
            await sending
            assert await _is_closed(unread)


async def test_a_slow_body(server: Served) -> None:
    """A form that announces more than it sends waits for nobody else."""
    async with server.client() as client:
        slow = await _connected(server.port)
        head = f"POST /ask HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\ntext=x"
        await _send(slow, head.encode())
        assert (await post(client, "steps")).status_code == 303
        slow.close()


async def test_a_thousand_open_pages(server: Served) -> None:
    """A thousand browsers with a page open, and a thousand that began a request and stopped: one more is served soon."""
    async with server.client() as client:
        request = f"GET / HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n\r\n".encode()
        crowd = [await _connected(server.port) for _ in range(PAGES)]
        for one in crowd:
            await _send(one, request)
        half = [await _connected(server.port) for _ in range(PAGES)]
        for one in half:
            await _send(one, request[:20])
        began = time.monotonic()
        assert (await post(client, "steps")).status_code == 303
        assert "Stage One" in (await client.get("/")).text
        assert time.monotonic() - began < 15, "noisy machines are slow; starvation is for ever"
        assert len(os.listdir(f"/proc/{server.process.pid}/fd")) < Patience().connections  # noqa: PTH208
        async with asyncio.timeout(20):
            while len(os.listdir(f"/proc/{server.process.pid}/fd")) > 200:  # noqa: PTH208
                await asyncio.sleep(0.2)
        for one in (*crowd, *half):
            one.close()


def test_a_port_that_is_taken() -> None:
    """The error names the address and what to do."""
    with socket.create_server(("127.0.0.1", 0)) as other, pytest.raises(SettingWrong, match="SIGNPOST_WEB_PORT"):
        listen("127.0.0.1", other.getsockname()[1])


async def _connected(port: int) -> socket.socket:
    """A connection with small buffers, so that what is not read comes back to the sender soon."""
    one = socket.socket()
    one.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    one.setblocking(False)
    await asyncio.get_running_loop().sock_connect(one, ("127.0.0.1", port))
    return one


async def _send(one: socket.socket, words: bytes) -> None:
    with contextlib.suppress(OSError):
        async with asyncio.timeout(5):
            await asyncio.get_running_loop().sock_sendall(one, words)


async def _drip(one: socket.socket, words: bytes) -> bool:
    """Whether the other side closes while a byte is sent every 50 ms."""
    for place in range(len(words)):
        try:
            await asyncio.get_running_loop().sock_sendall(one, words[place : place + 1])
        except OSError:
            return True
        await asyncio.sleep(0.05)
    return False


async def _is_closed(one: socket.socket) -> bool:
    """Whether the other side closes, once all that it sent is read."""
    try:
        while await asyncio.get_running_loop().sock_recv(one, 65_536):
            pass
    except OSError:
        pass
    one.close()
    return True
