"""The plan for each goal, and the settings that change where things lie."""

import io
import os
from pathlib import Path

import pytest

from signpost.setup.__main__ import settings_in
from signpost.setup.machine import Machine, Screen
from signpost.setup.plan import GOALS, Plan
from signpost.setup.stamps import digest

ROOT = Path(__file__).resolve().parents[2]


def plan(root: Path, **environ: str) -> Plan:
    return Plan(Machine(root, {"PATH": os.defpath, **environ}, Screen(io.StringIO())))


def test_a_conversation_takes_nine_steps() -> None:
    """Both environments are made before the large downloads: a missing Python 3.10 is told at once."""
    names = [step.name for step in plan(ROOT).steps("chat")]
    assert names[:2] == ["environment", "rasa-environment"]
    assert names[-3:] == ["encoder-export", "demo", "dialogue-train"]
    assert len(names) == 9


def test_checks_do_not_wait_for_rasa() -> None:
    """`make check` needs no Python 3.10."""
    assert not [step.name for step in plan(ROOT).steps("check") if "rasa" in step.name]


@pytest.mark.parametrize("goal", GOALS)
def test_every_steps_inputs_can_be_read_here(goal: str) -> None:
    """Each step's digest can be taken in this checkout, and each has a name and a stamp of its own."""
    steps = plan(ROOT).steps(goal)
    for step in steps:
        assert len(digest(step.inputs())) == 64
    assert len({step.name for step in steps}) == len({step.stamp for step in steps}) == len(steps)


def test_the_demonstration_is_looked_for_where_the_settings_say(tmp_path: Path) -> None:
    """With SIGNPOST_HOME set, what lies in var/ does not count."""
    (tmp_path / "var").mkdir()
    (tmp_path / "var" / "published.json").write_text("{}")
    steps = {step.name: step for step in plan(tmp_path).steps("chat")}
    moved = {step.name: step for step in plan(tmp_path, SIGNPOST_HOME=str(tmp_path / "other")).steps("chat")}
    assert steps["demo"].still_there()
    assert not moved["demo"].still_there()
    assert digest(steps["demo"].inputs()) != digest(moved["demo"].inputs())


def test_settings_are_read_from_the_env_file(tmp_path: Path) -> None:
    """Signpost's own lines count, with and without quotes; comments, blanks and others' lines do not."""
    (tmp_path / ".env").write_text('# one\n\nSIGNPOST_HOME="/srv/x"\nSIGNPOST_ENCODER=\nOTHER=1\nSIGNPOST_A = b\n')
    assert settings_in(tmp_path / ".env") == {"SIGNPOST_HOME": "/srv/x", "SIGNPOST_A": "b"}
    assert settings_in(tmp_path / "missing") == {}


def test_the_example_settings_name_no_secret() -> None:
    """.env.example can be copied as it is: every line in it is a comment."""
    lines = (ROOT / ".env.example").read_text().splitlines()
    assert lines
    assert all(line == "" or line.startswith("#") for line in lines)
