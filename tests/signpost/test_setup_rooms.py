"""The linter that keeps the rooms apart does fail when an import goes the wrong way."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ROOMS = (
    "benchmarks",
    "bot/front/telegram",
    "bot/actions",
    "bot/conversations",
    "knowledge/index",
    "scraper/parse",
    "signpost/setup",
)


def lint(house: Path) -> "subprocess.CompletedProcess[str]":
    """Lint a small house by this repository's contracts."""
    for room in ROOMS:
        folder = house / room
        folder.mkdir(parents=True, exist_ok=True)
        for place in (folder, *folder.relative_to(house).parents):
            init = house / place / "__init__.py"
            if init.parent != house:
                init.touch()
    shutil.copy(ROOT / ".importlinter", house)
    return subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as go; go()", "--no-cache"],
        cwd=house,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_a_house_in_order_passes(tmp_path: Path) -> None:
    """Imports that go the one way are kept, also where some rooms are not built yet."""
    (tmp_path / "bot/actions").mkdir(parents=True)
    (tmp_path / "bot/actions/steps.py").write_text("import rasa_sdk\nimport bot.conversations\nimport knowledge\n")
    (tmp_path / "bot/front/telegram").mkdir(parents=True)
    (tmp_path / "bot/front/telegram/polling.py").write_text("import telegram\n")
    ran = lint(tmp_path)
    assert ran.returncode == 0, ran.stdout


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("knowledge/wrong.py", "import bot"),
        ("scraper/wrong.py", "import bot.conversations"),
        ("bot/wrong.py", "import scraper"),
        ("bot/conversations/wrong.py", "import bot.front.telegram"),
        ("bot/actions/wrong.py", "import bot.front.telegram"),
        ("bot/conversations/wrong.py", "import rasa_sdk"),
        ("bot/actions/wrong.py", "import telegram"),
        ("bot/conversations/wrong.py", "from telegram.ext import Application"),
        ("knowledge/wrong.py", "import faiss"),
        ("knowledge/wrong.py", "import onnxruntime"),
        ("scraper/wrong.py", "from bs4 import BeautifulSoup"),
        ("signpost/wrong.py", "import sentence_transformers"),
        ("signpost/setup/wrong.py", "import knowledge"),
        ("bot/wrong.py", "import docx"),
    ],
)
def test_an_import_the_wrong_way_is_caught(tmp_path: Path, module: str, line: str) -> None:
    """Each rule of the architecture, broken once, makes `make check` fail and name the import."""
    (tmp_path / module).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / module).write_text(f"{line}\n")
    ran = lint(tmp_path)
    assert ran.returncode == 1, ran.stdout
    assert module.removesuffix(".py").replace("/", ".") in ran.stdout
