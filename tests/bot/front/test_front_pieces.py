"""Cleaning, commands, names of conversations, and what is known when all else is down."""

import json
import os
import stat
import threading
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.front.cleaning import cleaned, is_another_script, without_slash
from bot.front.commands import Command, command_in
from bot.front.last_known import LastKnown, LastKnownFile, keep
from bot.front.senders import Senders, kept_senders
from tests.bot.front.conftest import DOOR, KNOWN, THERE


@given(text=st.text(alphabet=st.characters(), max_size=300))
def test_cleaning_ends_in_clean_text(text: str) -> None:
    """Nothing hidden, nothing unsendable, and cleaning again changes nothing."""
    clean = cleaned(text)
    clean.encode("utf-8")
    assert cleaned(clean) == clean
    assert not any(sign in clean for sign in "\u200b\u200e\u202e\u2066\ufeff\x00\x07\x85\u2028")
    assert not without_slash(clean).startswith(("/", "\\"))


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("plain words", "plain words"),
        ("  two   spaces\tand\xa0a tab ", "two spaces and a tab"),
        ("first\r\n\r\n  second\rthird", "first\nsecond\nthird"),
        ("cafe\u0301", "café"),
        ("“quoted” – dash", "“quoted” – dash"),
        ("ne\u00adglect \U0001f534", "neglect 🔴"),
    ],
)
def test_cleaning_keeps_words(text: str, clean: str) -> None:
    """What people read stays as it was."""
    assert cleaned(text) == clean


@pytest.mark.parametrize(
    ("text", "foreign"),
    [
        ("Ребёнок", True),
        ("who do I call?", False),
        ("café à", False),
        ("12345", False),
        ("", False),
        ("我很担心 ok", True),
    ],
)
def test_another_script(text: str, foreign: bool) -> None:
    """Told by its letters; numbers and signs alone are nobody's script."""
    assert is_another_script(text) is foreign


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("/help", Command("help")),
        ("/AREA  North Vale ", Command("area", "North Vale")),
        ("/tick@SignpostBot 3 a note", Command("tick", "3 a note")),
        ("/tick 3 two\nlines", Command("tick", "3 two\nlines")),
        ("/intent{}", None),
        ("/help{}", None),
        ("/session_start", None),
        ("help", None),
        (" /help", None),
    ],
)
def test_commands(text: str, command: Command | None) -> None:
    """Only the front's own names, whole."""
    assert command_in(text, ("help", "area", "tick")) == command


class TestSenders:
    @given(one=st.tuples(st.text(), st.text()), other=st.tuples(st.text(), st.text()))
    def test_different_conversations_have_different_names(self, one: tuple[str, str], other: tuple[str, str]) -> None:
        """However channel and number are cut: "ab" + "c" is not "a" + "bc"."""
        senders = Senders(b"k" * 32)
        assert (senders.of(*one) == senders.of(*other)) is (one == other)

    def test_another_key_is_another_name(self) -> None:
        """A hash leads nowhere without the key."""
        assert Senders(b"k" * 32).of("telegram", "7") != Senders(b"l" * 32).of("telegram", "7")
        with pytest.raises(ValueError, match="32"):
            Senders(b"short")

    def test_the_key_is_made_once_and_is_its_owner_s_alone(self, tmp_path: Path) -> None:
        """0600 whatever the umask, the same at the next start, and the same for programs that start together."""
        file = tmp_path / "home" / "sender.key"
        before = os.umask(0)
        names: list[str] = []
        try:
            threads = [threading.Thread(target=lambda: names.append(kept_senders(file).of("t", "1"))) for _ in range(8)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
        finally:
            os.umask(before)
        assert stat.S_IMODE(file.stat().st_mode) == 0o600 and len(set(names)) == 1 and len(names) == 8
        assert [path.name for path in file.parent.iterdir()] == ["sender.key"]


class TestLastKnown:
    def test_it_comes_back_as_it_was_kept(self, tmp_path: Path) -> None:
        """Through JSON that a person can read."""
        keep(tmp_path / "f.json", KNOWN)
        assert LastKnownFile(tmp_path / "f.json")() == KNOWN
        assert json.loads((tmp_path / "f.json").read_text())["areas"] == ["Here", "There"]

    def test_a_damaged_file_costs_nothing_that_was_known(self, tmp_path: Path) -> None:
        """Missing, half-written or of another shape: the last good one holds; a new good one is read at once."""
        file = tmp_path / "f.json"
        known = LastKnownFile(file)
        assert known() == LastKnown()
        keep(file, KNOWN)
        assert known() == KNOWN
        for bad in ('{"areas": ', '{"areas": 5}', ""):
            file.write_text(bad)
            assert known() == KNOWN
        file.unlink()
        assert known() == KNOWN
        keep(file, LastKnown(generation="g2", read=date(2026, 11, 24)))
        assert known().generation == "g2"

    def test_calls_are_the_area_s(self) -> None:
        """Another area's number is never shown; without an area, all are."""
        assert KNOWN.calls("THERE") == (THERE,)
        assert KNOWN.calls("") == KNOWN.calls("Nowhere") == (DOOR, THERE)
        assert KNOWN.area(" here ") == "Here" and KNOWN.area("nowhere") == ""
