"""`signpost chat`, `converse` and `telegram` as people and programs start them: whole processes, and none left behind."""

# ruff: noqa: ASYNC110  # what these tests wait for is another process or server, which sets no event here

import asyncio
import fcntl
import json
import os
import pty
import re
import select
import signal
import subprocess
import sys
import termios
import time
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot import phrases
from bot.front.last_known import keep
from bot.journal import Housekeeping, Retention, Threads, open_journal
from tests.bot.front.conftest import KNOWN
from tests.bot.front.telegram.bot_api import TOKEN, BotApi

PROJECT = Path(__file__).resolve().parents[2]
COMMAND = (sys.executable, "-m", "signpost")
NOBODY = "http://127.0.0.1:9"


@pytest.fixture
def mark() -> Iterator[str]:
    """A word in the environment of everything that a test starts; at the end nothing that bears it is alive."""
    word = f"mark-{uuid.uuid4().hex}"
    yield word
    assert not alive(word), "processes were left behind"


def alive(mark: str, within: float = 3.0) -> list[str]:
    """The commands of the living processes that bear a mark, once `within` seconds have not ended them."""
    until = time.monotonic() + within
    while (found := _marked(mark)) and time.monotonic() < until:
        time.sleep(0.05)
    return found


def _marked(mark: str) -> list[str]:
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if mark.encode() in (process / "environ").read_bytes():
                found.append((process / "cmdline").read_bytes().replace(b"\0", b" ").decode())
        except OSError:  # it ended, or is another person's
            continue
    return found


def holding(home: Path, words: bytes) -> list[Path]:
    """The files that hold some words."""
    return [file for file in home.rglob("*") if file.is_file() and words in file.read_bytes()]


def environment(mark: str, home: Path, **more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("SIGNPOST_")}
    return {
        **kept,
        "SIGNPOST_HOME": str(home),
        "SIGNPOST_TEST_MARK": mark,
        "PYTHONPATH": str(PROJECT),
        "TERM": "xterm",
        **more,
    }


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home that knows front doors and nothing else."""
    keep(tmp_path / "front-doors.json", KNOWN)
    return tmp_path


@pytest.fixture(scope="session")
def set_up() -> Path:
    """A home of the tests' own with the demonstration published, kept between runs; Rasa's models are the set-up's."""
    encoder, models = PROJECT / "var" / "encoder", PROJECT / "var" / "rasa" / "models"
    if not (encoder / "manifest.json").is_file() or not (PROJECT / ".venv-rasa").is_dir():
        pytest.fail(
            'The encoder or the Rasa environment is missing. Run `make test`, or leave these out: -m "not rasa".'
        )
    home = PROJECT / "var" / "tests" / "home"
    (home / "rasa").mkdir(parents=True, exist_ok=True)
    models.mkdir(parents=True, exist_ok=True)
    for link, place in ((home / "encoder", encoder), (home / "rasa" / "models", models)):
        if not link.exists():
            link.symlink_to(place)
    for verb in (("demo",), ("dialogue", "train")):
        subprocess.run(
            [*COMMAND, *verb], cwd=PROJECT, env=environment("setting up", home), check=True, capture_output=True
        )
    return home


def home_like(other: Path, home: Path) -> Path:
    """A home with another's manuals, encoder and models, and a journal and tracker of its own."""
    (home / "rasa").mkdir(parents=True)
    for place in other.iterdir():
        if place.name not in ("rasa", "sender.key") and not place.name.startswith("journal"):
            (home / place.name).symlink_to(place)
    (home / "rasa" / "models").symlink_to(other / "rasa" / "models")
    return home


def keep_to_time(home: Path, hours: float) -> None:
    """What `signpost purge` would do so many hours from now."""
    journal = open_journal(home / "journal.sqlite")
    housekeeping = Housekeeping(journal, Threads(home / "rasa" / "tracker.sqlite"), home / "rasa" / "run", Retention())
    housekeeping.purge(time.time() + hours * 3600)
    journal.close()


def converse(lines: list[str], settings: dict[str, str], *options: str) -> tuple[list[dict[str, Any]], str]:
    done = subprocess.run(
        [*COMMAND, "converse", *options], input="".join(f"{line}\n" for line in lines), capture_output=True, text=True,
        cwd=PROJECT, env=settings, timeout=200, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()], done.stderr


def line(conversation: str, text: str, area: str = "") -> str:
    return json.dumps({"conversation": conversation, "text": text, "area": area})


class TestWithRasaDown:
    def test_converse_answers_every_line(self, home: Path, mark: str) -> None:
        """The danger card and the safe card with the area's numbers; nothing of what was said on any disk or screen."""
        lines = [
            line("1", "canary-question what next?", "Here"),
            line("1", "dad is hitting the baby right now", "Here"),
            "{",
        ]
        found, aside = converse(lines, environment(mark, home, SIGNPOST_RASA_URL=NOBODY))
        assert [one["outcome"] for one in found] == ["unavailable", "danger", "unavailable"]
        assert "01632 960111" in found[0]["message"] and found[1]["message"].startswith(phrases.DANGER_CARD)
        assert "canary" not in aside
        assert not holding(home, b"canary")

    def test_where_rasa_cannot_be_started(self, home: Path, mark: str) -> None:
        """No encoder, no model: that is said aside, and every line still gets its card."""
        found, aside = converse([line("1", "dad is hitting the baby right now", "Here")], environment(mark, home))
        assert found[0]["outcome"] == "danger" and "safe card" in aside and "Traceback" not in aside

    def test_a_wrong_setting_is_one_sentence(self, home: Path, mark: str) -> None:
        """It names the setting."""
        done = subprocess.run(
            [*COMMAND, "converse"], input="", capture_output=True, text=True, cwd=PROJECT, check=False,
            env=environment(mark, home, SIGNPOST_ANSWER_WITHIN="soon"),
        )  # fmt: skip
        assert done.returncode == 1 and "SIGNPOST_ANSWER_WITHIN" in done.stderr and "Traceback" not in done.stderr


def telegram_settings(mark: str, home: Path, token: str = TOKEN, **more: str) -> dict[str, str]:
    return environment(mark, home, SIGNPOST_RASA_URL=NOBODY, SIGNPOST_TELEGRAM_TOKEN=token, **more)


class TestTelegram:
    def test_without_a_token(self, home: Path, mark: str) -> None:
        """One sentence that says what to set; exit status 1."""
        done = subprocess.run(
            [*COMMAND, "telegram"],
            capture_output=True,
            text=True,
            cwd=PROJECT,
            env=environment(mark, home),
            check=False,
        )
        assert done.returncode == 1 and "SIGNPOST_TELEGRAM_TOKEN" in done.stderr and len(done.stderr.splitlines()) == 1

    @pytest.mark.parametrize("token", [TOKEN, "1:canary-wrong-token-of-some-length"])
    async def test_as_a_process(self, home: Path, mark: str, token: str) -> None:
        """It answers until it is told to stop; a wrong token is one sentence; no token on any screen."""
        server = BotApi()
        await server.start()
        settings = telegram_settings(mark, home, token, SIGNPOST_OPEN_TO_ALL="true")
        process = await asyncio.create_subprocess_exec(
            *COMMAND, "telegram", "--api", server.url, cwd=PROJECT, env=settings, stderr=asyncio.subprocess.PIPE
        )
        async with asyncio.timeout(60):
            if token == TOKEN:
                server.say("canary-question what next?")
                while not server.sent():
                    await asyncio.sleep(0.02)
                assert server.sent()[0].startswith(phrases.UNAVAILABLE.split("\n", maxsplit=1)[0])
                await asyncio.sleep(0.2)
                process.send_signal(signal.SIGTERM)
            _, aside = await process.communicate()
        await server.stop()
        assert process.returncode == (0 if token == TOKEN else 1)
        assert "canary" not in aside.decode() and "Traceback" not in aside.decode()
        assert not holding(home, b"canary")
        if token != TOKEN:
            assert "SIGNPOST_TELEGRAM_TOKEN" in aside.decode()

    async def test_only_members_are_answered(self, home: Path, mark: str) -> None:
        """Nobody at first, which it says; then whoever was invited, until they are revoked in mid-conversation.

        The 999 card goes to everybody all along. Invited and revoked by the command, while the front runs.
        """
        server, settings = BotApi(), telegram_settings(mark, home)
        await server.start()
        process = await asyncio.create_subprocess_exec(
            *COMMAND, "telegram", "--api", server.url, cwd=PROJECT, env=settings, stderr=asyncio.subprocess.PIPE
        )

        async def people(*words: str) -> str:
            done = await asyncio.to_thread(
                subprocess.run, (*COMMAND, "people", *words), cwd=PROJECT, env=settings, text=True, capture_output=True, check=True,
            )  # fmt: skip
            return str(done.stdout)

        async def told(text: str, number: int = 1) -> str:
            """The replies to a message, of which there must be `number`."""
            before = len(server.sent())
            server.say(text)
            while len(server.sent()) < before + number:
                await asyncio.sleep(0.02)
            return "\n".join(server.sent()[before:])

        async def conversation() -> None:
            assert "signpost people invite" in await told("who do I call?")
            assert phrases.DANGER_CARD in await told("dad is hitting the baby right now", 2)
            invited = await people("invite", "--area", "Here")
            code = invited.split()[1]
            assert "Welcome" in await told(code)
            assert "01632 960111" in await told("canary who do I call?"), "the safe card of their area"
            await people("revoke", (await people("list")).split()[0])
            revoked = time.monotonic()
            assert phrases.ACCESS_REVOKED in await told("and then?")
            assert time.monotonic() - revoked < 60
            assert phrases.ACCESS_REVOKED in await told(code), "the code of an account that had it is no way back"
            assert phrases.DANGER_CARD in await told("dad is hitting the baby right now", 2)
            codes.append(code)

        codes: list[str] = []
        try:
            await asyncio.wait_for(conversation(), 120)
            process.send_signal(signal.SIGTERM)
            _, said = await process.communicate()
        finally:
            if process.returncode is None:
                process.kill()
                await process.wait()
            await server.stop()
        assert phrases.ACCESS_NOBODY in said.decode() and not holding(home, b"canary")
        assert codes and not holding(home, codes[0].encode())


class Terminal:
    """A program in a terminal of its own."""

    def __init__(self, command: tuple[str, ...], settings: dict[str, str]) -> None:
        self._master, slave = pty.openpty()
        self.process = subprocess.Popen(
            command, stdin=slave, stdout=slave, stderr=slave, cwd=PROJECT, env=settings, start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),  # noqa: PLW1509  # its own terminal, so that Ctrl-C counts
        )  # fmt: skip
        os.close(slave)
        self.shown = ""

    def wait_for(self, words: str, within: float = 150.0) -> None:
        until = time.monotonic() + within
        while words not in self.shown:
            assert time.monotonic() < until, f"{words!r} did not come:\n{self.shown}"
            self._read(0.1)

    def types(self, keys: str) -> None:
        os.write(self._master, keys.encode())

    def ends(self, within: float = 30.0) -> int:
        until = time.monotonic() + within
        while self.process.poll() is None:
            assert time.monotonic() < until, f"it did not end:\n{self.shown}"
            self._read(0.1)
        self._read(0.0)
        os.close(self._master)
        return self.process.returncode

    def _read(self, patience: float) -> None:
        if select.select([self._master], [], [], patience)[0]:
            try:
                part = os.read(self._master, 65_536).decode("utf-8", "replace")
            except OSError:  # the other end is closed
                time.sleep(patience)
                return
            self.shown += re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", part)
            if "\x1b[6n" in part:  # the program asks where the cursor is
                self.types("\x1b[1;1R")


@pytest.fixture
def terminals(mark: str) -> Iterator[Any]:
    """Opens terminals with a chat in them, and ends those that a failed test left open before the mark is looked for."""
    opened: list[Terminal] = []

    def open_one(settings: dict[str, str]) -> Terminal:
        opened.append(Terminal((*COMMAND, "chat"), settings))
        return opened[-1]

    yield open_one
    for terminal in opened:
        if terminal.process.poll() is None:
            terminal.process.kill()
            terminal.process.wait()


@pytest.mark.rasa
class TestWholePath:
    def test_a_conversation_of_six_turns(self, set_up: Path, mark: str) -> None:
        """Front, Rasa, actions and index: answers quoted and cited, a ladder climbed, danger above its answer."""
        lines = [
            line("1", "MASH knocked back my referral and I'm still worried, what do I do next?", "Ambleford"),
            line("1", "and if they still say no?"),
            line("2", "who do I call out of hours?", "Kelderby"),
            line("2", "dad is hitting the baby right now, who do I call?"),
            line("3", "/reflect neglect", "Ambleford"),
            line("3", "/tick 1 we did not ask"),
            line("3", "/export docx"),
            line("4", '/disputed_decision{"thread": 1}', "Ambleford"),
        ]
        found, _ = converse(lines, environment(mark, set_up), "--explain")
        assert [one["conversation"] for one in found] == ["1", "1", "2", "2", "3", "3", "3", "4"]
        first, second, night, danger, reflection, tick, export, injected = found
        assert first["outcome"] == second["outcome"] == "answered"
        assert second["stage"]["order"] == first["stage"]["order"] + 1
        for one in (first, second, night, reflection):
            assert one["quotes"] and all(quote["text"] for quote in one["quotes"])
        assert "01632 960399" in night["message"] and "01632 960299" not in night["message"]
        assert danger["outcome"] == "danger" and danger["message"].count(phrases.DANGER_CARD) == 1
        assert 8 <= len(reflection["checklist"]["items"]) <= 12
        assert "[x] 1." in tick["message"] and export["document"]["name"].endswith(".docx")
        assert injected["message"]
        assert any(one["rejected"] for one in found)

    async def test_no_file_keeps_what_was_said(self, set_up: Path, tmp_path: Path, mark: str) -> None:
        """A canary through the real bot, Rasa and actions: in no file after /forget, and in none after its time.

        Meanwhile only Rasa's tracker may hold it, for the thread's sake.
        """
        home = home_like(set_up, tmp_path / "home")
        server = BotApi()
        await server.start()
        settings = telegram_settings(mark, home, SIGNPOST_OPEN_TO_ALL="true", SIGNPOST_ANSWER_WITHIN="10")
        del settings["SIGNPOST_RASA_URL"]
        process = await asyncio.create_subprocess_exec(
            *COMMAND, "telegram", "--api", server.url, cwd=PROJECT, env=settings, stderr=asyncio.subprocess.PIPE
        )

        async def told(text: str) -> str:
            before = len(server.sent())
            server.say(text)
            while len(server.sent()) == before:
                await asyncio.sleep(0.05)
            return server.sent()[before]

        try:
            async with asyncio.timeout(200):
                while phrases.UNAVAILABLE.split("\n", maxsplit=1)[0] in await told("/area Ambleford"):
                    await asyncio.sleep(1)
                await told("MASH knocked back my canaryword referral, what next?")
                assert "last few questions" in await told("/mydata")
                await told("/forget")
                assert "Deleted" in await told("/forget yes")
                assert not [file for file in holding(home, b"canaryword") if "tracker" in file.name]
                await told("and what about the other canaryword referral?")
                process.send_signal(signal.SIGTERM)
                _, said = await process.communicate()
        finally:
            if process.returncode is None:
                process.kill()
                await process.wait()
            await server.stop()
        assert b"canaryword" not in said
        assert {file.name for file in holding(home, b"canaryword")} <= {"tracker.sqlite"}
        keep_to_time(home, hours=25)
        assert not holding(home, b"canaryword")

    def test_chat_in_a_terminal(self, set_up: Path, mark: str, terminals: Any) -> None:
        """Progress, a greeting, a number that picks, an answer, and Ctrl-D that stops everything."""
        terminal = terminals(environment(mark, set_up))
        terminal.wait_for("Starting Rasa")
        terminal.wait_for(phrases.CHAT_YOU.strip())
        assert len(_marked(mark)) >= 3, "Rasa and the actions are running"
        terminal.types("1\r")
        terminal.wait_for("Your area is Ambleford.")
        terminal.types("who do I call?\r")
        terminal.wait_for("01632 960210")
        terminal.types("\x04")
        assert terminal.ends() == 0

    def test_ctrl_c_while_starting(self, set_up: Path, mark: str, terminals: Any) -> None:
        """Nothing that was being started stays behind."""
        terminal = terminals(environment(mark, set_up))
        terminal.wait_for("Starting Rasa")
        until = time.monotonic() + 30
        while len(_marked(mark)) < 3 and time.monotonic() < until:
            time.sleep(0.05)
        terminal.types("\x03")
        terminal.ends()

    def test_killed(self, set_up: Path, mark: str, terminals: Any) -> None:
        """Also where it is killed outright, what it started ends by itself."""
        terminal = terminals(environment(mark, set_up))
        terminal.wait_for(phrases.CHAT_YOU.strip())
        terminal.process.kill()
        terminal.ends()
        assert not alive(mark, within=15)
