"""`signpost web` as people start it: a whole process, and none left behind."""

import re
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from bot import phrases
from tests.bot.front.web.conftest import hidden
from tests.signpost.test_talking import COMMAND, NOBODY, PROJECT, environment, holding, home, mark, set_up

__all__ = ["home", "mark", "set_up"]  # fixtures
DANGER = "the father is hitting the child right now"


@contextmanager
def served(settings: dict[str, str], within: float = 90.0) -> Iterator[tuple[subprocess.Popen[str], httpx.Client]]:
    """The pages on a free port, once they say where they are."""
    command = [*COMMAND, "web", "--port", "0"]
    with subprocess.Popen(command, cwd=PROJECT, env=settings, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        try:
            told = ""
            while not (found := re.search(r"Open (http://127\.0\.0\.1:\d+)", told)):
                line = process.stderr.readline()
                assert line, told
                told += line
            with httpx.Client(base_url=found[1], timeout=within) as client:
                yield process, client
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(20)


def ask(client: httpx.Client, text: str) -> str:
    """The page that answers a question."""
    page = client.get("/").text
    origin = str(client.base_url).rstrip("/")
    fields = {**hidden(page), "text": text}
    return client.post("/ask", data=fields, headers={"origin": origin}, follow_redirects=True).text


def test_without_rasa(home: Path, mark: str) -> None:
    """Every question gets the safe card, danger its own; asked to stop, it ends by itself and keeps nobody's words."""
    with served(environment(mark, home, SIGNPOST_RASA_URL=NOBODY)) as (process, client):
        assert client.get("/health").text == "ok"
        assert "I could not look this up." in ask(client, "canary-4711: who do I call?")
        assert 'role="alert"' in ask(client, DANGER)
        process.send_signal(signal.SIGTERM)
        assert process.wait(20) == 0
    assert holding(home, b"canary-4711") == []


@pytest.mark.parametrize(
    ("told", "named"),
    [
        ({"SIGNPOST_WEB_HOST": "0.0.0.0"}, "SIGNPOST_WEB_ADDRESS"),
        ({"SIGNPOST_WEB_OPEN": "yes", "SIGNPOST_WEB_ADDRESS": "https://x.example"}, "SIGNPOST_WEB_OPEN"),
        ({"SIGNPOST_WEB_OPEN": "maybe"}, "SIGNPOST_WEB_OPEN"),
        ({"SIGNPOST_WEB_PORT": "99999"}, "SIGNPOST_WEB_PORT"),
    ],
)
def test_what_is_unsafe_does_not_start(home: Path, mark: str, told: dict[str, str], named: str) -> None:
    """One sentence that names the setting, before anything else is started."""
    settings = environment(mark, home, SIGNPOST_RASA_URL=NOBODY, **told)
    done = subprocess.run(
        [*COMMAND, "web"], cwd=PROJECT, env=settings, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 1
    assert named in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.rasa
def test_the_whole_path(set_up: Path, mark: str) -> None:
    """The demonstration opens without an account; a follow-up goes up the ladder; a finished visit takes its thread along."""
    with served(environment(mark, set_up)) as (_, client):
        assert phrases.WEB_DEMONSTRATION in client.get("/").text
        assert "Your area is Ambleford" in ask(client, "Ambleford")
        assert "Stage One" in (page := ask(client, "MASH knocked back my referral, what do I do next?"))
        assert f'<strong class="tag must">{phrases.WEB_MUST}</strong>' in page
        assert "tel:+441632960210" in page
        assert "Next: Stage Two" in ask(client, "and if they still say no?")
        origin = str(client.base_url).rstrip("/")
        client.post("/finish", data=hidden(client.get("/").text), headers={"origin": origin})
        ask(client, "Ambleford")
        assert "Next: Stage Three" not in ask(client, "and if they still say no?")
