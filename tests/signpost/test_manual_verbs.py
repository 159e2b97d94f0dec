"""The procedures team's verbs, as they are typed: each error is one sentence on standard error, with exit status 1."""

import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.scraper.manuals import write_manual

_PROJECT = Path(__file__).parents[2]
_ENCODER = _PROJECT / "var" / "encoder"


def signpost(home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run the command with a folder of its own."""
    env = {**os.environ, "SIGNPOST_HOME": str(home), "SIGNPOST_ENCODER": str(_ENCODER)}
    return subprocess.run(
        [sys.executable, "-m", "signpost", *words], capture_output=True, text=True, env=env, check=False
    )


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which a small manual is published."""
    home = tmp_path_factory.mktemp("home")
    manual = write_manual(home / "manual")
    for words in (
        ("encoder", "export"),
        ("sources", "add", "northshire", str(manual), "--area", "Northvale"),
        ("reindex", "--publish", "--quiet"),
    ):
        done = signpost(home, *words)
        assert done.returncode == 0, done.stderr
    return home


def _refused(done: subprocess.CompletedProcess[str]) -> str:
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    return done.stderr


def test_from_a_source_to_an_answer(published: Path) -> None:
    """What was added, reindexed and published answers a question."""
    assert "northshire" in signpost(published, "sources", "list").stdout
    assert "Published:" in signpost(published, "status").stdout
    asked = signpost(published, "ask", "I disagree with their decision, what next?", "--area", "Northvale")
    assert "The practitioner must speak to the other worker within 2 working days." in asked.stdout


def test_status_says_how_fresh_and_extend_is_shown(published: Path) -> None:
    """The last good check of each manual, and who let it go on until when."""
    soon = (datetime.now(UTC) + timedelta(days=20)).date()
    assert "northshire: last good check" in signpost(published, "status").stdout
    given = signpost(published, "extend", "northshire", "--until", soon.isoformat(), "--by", "A. Lead")
    assert given.returncode == 0, given.stderr
    assert "by A. Lead" in signpost(published, "status").stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("extend", "nowhere", "--until", datetime.now(UTC).date().isoformat(), "--by", "A"), "northshire"),
        (("extend", "northshire", "--until", "2020-01-01", "--by", "A"), "not within the next"),
        (("extend", "northshire", "--until", "soon", "--by", "A"), "not a day"),
        (("sources", "add", "other", "no/such/folder"), "no file or folder"),
        (("sources", "add", "northshire", "README.md"), "already a source"),
        (("ask", "who do I call", "--area", "Atlantis"), "Northvale"),
        (("publish", "20200101T000000Z-none"), "Run `signpost reindex`"),
        (("rollback",), "no earlier generation"),
        (("extract", "no-such-page.html"), "no file or folder"),
    ],
)
def test_what_is_wrong_is_said_in_one_sentence(published: Path, words: tuple[str, ...], said: str) -> None:
    """Each names what was wrong and what to do."""
    assert said in _refused(signpost(published, *words))


def test_what_is_published_already_is_said(published: Path) -> None:
    """Publishing without a new candidate says so, and never sounds as if something had gone live."""
    done = signpost(published, "publish")
    assert (done.returncode, done.stdout.startswith("Nothing new to publish: ")) == (0, True)
    assert "is already published" in done.stdout


def test_nothing_published_is_said(tmp_path: Path) -> None:
    """An empty folder answers with how to begin."""
    assert "Nothing is published yet" in _refused(signpost(tmp_path, "ask", "who do I call"))
    assert "signpost sources add" in _refused(signpost(tmp_path, "reindex"))


def test_an_unreadable_pdf_leaves_what_is_published(published: Path, tmp_path: Path) -> None:
    """A source that is only a damaged PDF stops the reindex, and the published manual still answers."""
    damaged = tmp_path / "policy.pdf"
    damaged.write_bytes(b"%PDF-1.4 nothing that follows is a PDF")
    before = signpost(published, "status").stdout
    assert signpost(published, "sources", "add", "policy", str(damaged)).returncode == 0
    try:
        assert "policy.pdf" in _refused(signpost(published, "reindex", "--quiet"))
    finally:
        kept = (published / "sources.toml").read_text(encoding="utf-8")
        (published / "sources.toml").write_text(kept[: kept.rindex("[[source]]")], encoding="utf-8")
    assert signpost(published, "status").stdout == before


def test_a_damaged_generation_is_said_where_there_is_no_other(published: Path, tmp_path: Path) -> None:
    """A flipped byte is found before a wrong answer is given."""
    home = tmp_path / "copy"
    subprocess.run(["cp", "-r", str(published), str(home)], check=True)
    (vectors,) = home.glob("generations/*/dense.faiss")
    content = bytearray(vectors.read_bytes())
    content[len(content) // 2] ^= 1
    vectors.write_bytes(bytes(content))
    assert "damaged" in _refused(signpost(home, "ask", "who do I call", "--area", "Northvale"))
