"""The terminal: lines that fit, numbers that pick, files that are written before anything is deleted."""

import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import phrases
from bot.front.counter import Counter
from bot.front.terminal.chat import Chat
from bot.front.terminal.page import page, picked
from bot.front.terminal.typing import piped_lines
from bot.replies import Choice, Outcome, Reply
from tests.bot.front.conftest import Remembers


async def typed(*lines: str) -> AsyncIterator[str]:
    for line in lines:
        yield line


async def hold(counter: Counter, folder: Path, *lines: str, area: str = "") -> str:
    said: list[str] = []
    await Chat(counter, "terminal", said.append, folder, bold=False).hold(typed(*lines), area)
    return "\n".join(said)


class TestPage:
    @given(message=st.text(alphabet=st.characters(), max_size=400), width=st.integers(1, 300))
    def test_lines_fit(self, message: str, width: int) -> None:
        """No line is wider than the terminal, but for a word that is; and no control character gets through."""
        shown = page(Reply(Outcome.ANSWERED, message), width)
        for line in shown.split("\n"):
            assert len(line) <= max(40, min(width, 100)) or " " not in line.strip()
            assert "\x1b" not in line and "\x07" not in line

    def test_quotations_hang(self) -> None:
        """The lines of a numbered quotation stand below its words, and addresses stay whole."""
        text = "1. “" + "word " * 30 + "end.” [1]\nSOURCES\n[1] Manual https://manual.example/" + "a" * 90
        shown = page(Reply(Outcome.ANSWERED, text), 80).split("\n")
        assert shown[1].startswith("   word") and max(len(line) for line in shown[:3]) <= 80
        assert "https://manual.example/" + "a" * 90 in shown[-1]

    def test_bold_only_where_asked_and_never_alone(self) -> None:
        """Headings are marked by their words; bold comes on top."""
        reply = Reply(Outcome.ANSWERED, f"{phrases.NEXT}\nring them")
        assert page(reply, 80) == f"{phrases.NEXT}\nring them"
        assert page(reply, 80, bold=True) == f"\x1b[1m{phrases.NEXT}\x1b[0m\nring them"

    def test_choices_are_numbered_and_can_be_typed(self) -> None:
        """A number picks; anything else is itself."""
        choices = (Choice("Still no", "and if they still say no?"), Choice("Levels", "which level?"))
        assert "  2. Levels" in page(Reply(Outcome.ANSWERED, "x", choices=choices), 80)
        assert [picked(text, choices) for text in ("1", " 2. ", "3", "0", "two", "²")] == [
            "and if they still say no?", "which level?", "3", "0", "two", "²",
        ]  # fmt: skip


class TestChat:
    async def test_it_greets_in_four_short_lines(self, counter: Counter, tmp_path: Path) -> None:
        """What it is, that it is a demonstration, what to leave out and how to stop, and which area."""
        greeting = (await hold(counter, tmp_path)).split("\n\n")[0].split("\n")
        assert len(greeting) == 4 and all(len(line) <= 80 for line in greeting)
        assert greeting[1] == phrases.WELCOME_DEMONSTRATION and "Ctrl-D" in greeting[2] and "Here, There" in greeting[3]

    async def test_a_number_picks_the_area(self, counter: Counter, understanding: Remembers, tmp_path: Path) -> None:
        """The first choice of the greeting is the first area; what follows is asked for it."""
        await hold(counter, tmp_path, "1", "", "who do I call?")
        assert [(text, told["area"]) for _, text, told in understanding.asked] == [
            ("Here", "Here"),
            ("who do I call?", "Here"),
        ]

    async def test_an_area_may_be_given_at_the_start(
        self, counter: Counter, understanding: Remembers, tmp_path: Path
    ) -> None:
        """Then it is not asked for."""
        shown = await hold(counter, tmp_path, "hello", area="there")
        assert phrases.CHAT_CHOICES not in shown and understanding.asked[-1][2]["area"] == "There"

    async def test_danger_comes_first(self, counter: Counter, tmp_path: Path) -> None:
        """The card, then the answer, each once."""
        shown = await hold(counter, tmp_path, "dad is hitting the baby right now")
        assert shown.count("Is a child in danger now?") == 1
        assert shown.index("Is a child in danger now?") < shown.index("answer to:")

    async def test_an_export_writes_a_file_and_says_where(self, counter: Counter, tmp_path: Path) -> None:
        """The file is there, and only then is the reflection deleted."""
        shown = await hold(counter, tmp_path, "/reflect neglect", "/tick 1", "/export md", "/tick 1")
        (file,) = list(tmp_path.glob("*"))  # noqa: ASYNC240  # nothing else runs in this test's loop
        assert f"Written to {file}" in shown.replace("\n", "") and file.read_text().startswith("# Reflection")
        assert phrases.REFLECT_NOT_OPEN[:30] in shown

    async def test_a_file_that_cannot_be_written_costs_nothing(self, counter: Counter, tmp_path: Path) -> None:
        """The reflection is kept, and the sentence says why; a file that is there is never overwritten."""
        (tmp_path / "reflection-2026-11-23-1000.md").write_text("mine")
        shown = await hold(counter, tmp_path, "/reflect neglect", "/tick 1", "/export md", "/tick 2")
        assert "could not write" in shown and "2 of 2 ticked" in shown
        assert (tmp_path / "reflection-2026-11-23-1000.md").read_text() == "mine"


@pytest.mark.parametrize(
    ("written", "lines"),
    [
        (b"a\nb\n", ["a", "b"]),
        (b"a\r\n\r\nb", ["a", "", "b"]),
        (b"", []),
        ("é\n".encode() * 2, ["é", "é"]),
        (b"\xff\n", ["\ufffd"]),
    ],
)
async def test_piped_lines(written: bytes, lines: list[str]) -> None:
    """Lines from a pipe, in UTF-8, also where it ends without a line's end."""
    reading, writing = os.pipe()
    os.write(writing, written)
    os.close(writing)
    assert [line async for line in piped_lines(reading)] == lines
    os.close(reading)
