"""Settings that cannot be used stop the start, by name and never by value."""

import re
from pathlib import Path

import pytest

from bot.settings import FrontSettings, SettingWrong, front_settings
from signpost.settings import Settings

EXAMPLE = Path(__file__).resolve().parents[2] / ".env.example"


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder without an .env of anybody's."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("name", "meant"),
    [("SIGNPOST_TELEGRAM_TOKN", "SIGNPOST_TELEGRAM_TOKEN"), ("SIGNPOST_WEATHER", ".env.example")],
)
def test_an_unknown_setting_is_refused(name: str, meant: str, monkeypatch: pytest.MonkeyPatch, elsewhere: Path) -> None:
    """In the environment and in .env: named with what was probably meant, and its value is not shown."""
    monkeypatch.setenv(name, "canary")
    with pytest.raises(SettingWrong, match=name) as refused:
        front_settings()
    assert meant in str(refused.value) and "canary" not in str(refused.value)
    monkeypatch.delenv(name)
    (elsewhere / ".env").write_text(f"{name}=canary\n", encoding="utf-8")
    with pytest.raises(SettingWrong, match=name):
        front_settings()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SIGNPOST_ANSWER_WITHIN", "canary"),
        ("SIGNPOST_FLOOD_PER_MINUTE", "0"),
        ("SIGNPOST_OPEN_TO_ALL", "canary"),
        ("SIGNPOST_VERIFY_DAYS", "-1"),
        ("SIGNPOST_KEEP_DAYS", "7"),
        ("SIGNPOST_KEEP_THREAD_HOURS", "0.5"),
    ],
)
def test_a_wrong_value_is_refused(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Named, and not shown."""
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingWrong, match=name) as refused:
        front_settings()
    assert "canary" not in str(refused.value)


def test_every_setting_of_the_example_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    """What .env.example names can be set, to the value that stands there; and what can be set stands in it."""
    lines = re.findall(r"^# (SIGNPOST_\w+)=(.*)$", EXAMPLE.read_text(encoding="utf-8"), re.MULTILINE)
    for name, value in lines:
        monkeypatch.setenv(name, value)
    front_settings(Settings.model_fields)
    fields = {f"SIGNPOST_{field.upper()}" for field in (*FrontSettings.model_fields, *Settings.model_fields)}
    assert fields <= {name for name, _ in lines}


def test_the_secret_is_not_shown() -> None:
    """Neither in a repr nor in an error."""
    assert "canary" not in repr(FrontSettings(_env_file=None, telegram_token="canary"))  # type: ignore[arg-type]
