"""What the tests need beyond Python is brought in where it can be had, and named where it cannot."""

import io
from pathlib import Path

from signpost.setup.machine import Machine, Screen
from signpost.setup.test_tools import TestTools
from tests.signpost.fake_pythons import put_shim


def tools(tmp_path: Path) -> TestTools:
    folder = tmp_path / "tests" / "bot" / "bot_api"
    (folder / "node_modules" / "one").mkdir(parents=True)
    (folder / "package-lock.json").write_text("{}")
    (folder / "node_modules" / "one" / "package-lock.json").write_text("{}")
    return TestTools(Machine(tmp_path, {"PATH": str(tmp_path / "bin")}, Screen(io.StringIO())))


def test_a_folder_with_a_lock_is_one_step(tmp_path: Path) -> None:
    """Each package-lock.json under tests/ is a step, those of installed packages are not."""
    assert [step.name for step in tools(tmp_path).steps()] == ["npm-bot_api"]


def test_without_npm_the_step_is_passed_and_named(tmp_path: Path) -> None:
    """No Node.js: the tests that need it skip, and a person reads what to install."""
    here = tools(tmp_path)
    here.steps()[0].work(False)
    assert any("npm is not installed" in notice and "apt-get install npm" in notice for notice in here.notices())


def test_a_tool_that_is_there_is_not_mentioned(tmp_path: Path) -> None:
    """Nothing is said about what is installed."""
    for name in ("npm", "chromium-browser"):
        put_shim(tmp_path / "bin" / name)
    assert tools(tmp_path).notices() == []
