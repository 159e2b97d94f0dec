"""What people copy from the documentation works as it stands."""

import re
from pathlib import Path

import pytest

from bot.settings import FrontSettings
from knowledge.contacts import read_register
from signpost.settings import Settings

_PROJECT = Path(__file__).parents[2]
_RUNNING = (_PROJECT / "docs" / "running.md").read_text(encoding="utf-8")
_ENV = (_PROJECT / ".env.example").read_text(encoding="utf-8")
_README = (_PROJECT / "README.md").read_text(encoding="utf-8")


def test_the_register_in_the_guide_is_accepted() -> None:
    """The example is loaded by the register's own reader, with a number that was checked."""
    examples = re.findall(r"^```(?:toml)?\n(\[\[contact\]\].*?)^```", _RUNNING, re.MULTILINE | re.DOTALL)
    assert examples
    for example in examples:
        (point,) = read_register(example).contacts
        assert point.telephones
        assert point.verified


@pytest.mark.parametrize("name", [*FrontSettings.model_fields, *Settings.model_fields])
def test_every_setting_is_in_the_example(name: str) -> None:
    """Whoever sets Signpost up finds each setting in .env.example."""
    assert f"# SIGNPOST_{name.upper()}=" in _ENV


def test_the_example_sets_nothing() -> None:
    """Copied as it is, .env.example changes nothing: each line is blank or a comment."""
    assert all(not line.strip() or line.startswith("#") for line in _ENV.splitlines())


@pytest.mark.parametrize("verb", ["status", "demo", "evaluate"])
def test_the_readme_names_the_verbs(verb: str) -> None:
    """People find the verbs that say what is live, bring the demonstration back, and measure."""
    assert f"signpost {verb}" in _README
