"""Questions are asked before people's own, and a server that fails them keeps nobody waiting."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer

from bot.processes.servers import HOST, free_port
from bot.processes.warming import warm


@contextmanager
def rasa(status: int) -> Iterator[tuple[str, list[dict[str, str]]]]:
    """A server that remembers what it was asked and answers with a status."""
    heard: list[dict[str, str]] = []

    class Webhook(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            heard.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(status)
            self.end_headers()
            self.wfile.write(b"[]")

        def log_message(self, *_: object) -> None:
            """Nothing is printed."""

    server = HTTPServer((HOST, 0), Webhook)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://{HOST}:{server.server_port}", heard
    finally:
        server.shutdown()
        server.server_close()


def test_each_kind_is_asked_in_one_thread_of_nobody() -> None:
    """A disputed decision, whom to call, signs and levels: what each reads is ready then."""
    with rasa(200) as (address, heard):
        warm(address, time.monotonic() + 20)
    assert len(heard) == 4
    assert len({one["sender"] for one in heard}) == 1


def test_failures_are_let_go() -> None:
    """A server that answers with errors, or is not there, or has no time left, stops nothing."""
    with rasa(500) as (address, heard):
        warm(address, time.monotonic() + 20)
        assert len(heard) == 4
        warm(address, time.monotonic() - 1)
        assert len(heard) == 4
    warm(f"http://{HOST}:{free_port()}", time.monotonic() + 5)
