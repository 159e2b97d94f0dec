"""Settings of the fronts, read from the environment or a `.env` file. A secret's value is never shown or logged."""

import difflib
import os
from collections.abc import Collection
from datetime import timedelta
from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, DotEnvSettingsSource, SettingsConfigDict

from bot.journal import Retention
from knowledge.errors import ProceduresError

TELEGRAM = "https://api.telegram.org"
_PREFIX, _FILE = "signpost_", ".env"


class SettingWrong(ProceduresError):
    """A setting is missing or cannot be used: the message names it and never its value."""


class FrontSettings(BaseSettings):
    """Each is set as SIGNPOST_ and its name in capitals.

    `rasa_url`: a Rasa server that runs already; where it is not set, the command starts its own.
    `journal`: the journal's database address; a SQLite file in Signpost's folder where it is not set.
    `answer_within`: seconds after which the safe card is sent instead of an answer.
    `flood_per_minute`: messages a minute from one conversation above which only danger is answered.
    `open_to_all`: whether people may ask who were not invited, for trying Signpost out.
    `verify_days`: days after which somebody has to confirm that a person still works here.
    `tracker`: Rasa's tracker, a file or a database's address; in Signpost's folder where it is not set.
    `keep_thread_hours`, `keep_days`, `keep_idle_days`: how long things are kept (bot/journal/retention.py).
    `web_host`, `web_port`: where the web pages listen.
    `web_address`: the address that people type, such as https://signpost.northshire.example, where a proxy stands in front.
    `web_open`: whether anybody may ask there without an invitation; "auto" is for the demonstration on this machine only.
    `web_idle_minutes`, `web_longest_hours`: when a visit that nobody goes on with, and any visit, ends and is erased.
    """

    model_config = SettingsConfigDict(env_prefix=_PREFIX, env_file=_FILE, extra="ignore")

    rasa_url: str = ""
    journal: str = ""
    telegram_token: SecretStr = SecretStr("")
    telegram_api: str = TELEGRAM
    answer_within: float = Field(default=1.9, gt=0, le=10)
    flood_per_minute: int = Field(default=15, ge=1)
    open_to_all: bool = False
    verify_days: int = Field(default=90, ge=1)
    tracker: str = ""
    keep_thread_hours: int = Field(default=24, ge=1)
    keep_days: int = Field(default=8, ge=8)  # Telegram may number anew after a week: repeats must be known until then
    keep_idle_days: int = Field(default=90, ge=1)
    web_host: str = "127.0.0.1"
    web_port: int = Field(default=8080, ge=0, le=65535)
    web_address: str = ""
    web_open: Literal["auto", "yes", "no"] = "auto"
    web_idle_minutes: int = Field(default=30, ge=1, le=480)
    web_longest_hours: int = Field(default=10, ge=1, le=24)

    @property
    def verified_for(self) -> timedelta:
        """How long a person counts as verified."""
        return timedelta(days=self.verify_days)

    @property
    def retention(self) -> Retention:
        """How long things are kept."""
        return Retention(
            thread=timedelta(hours=self.keep_thread_hours),
            things=timedelta(days=self.keep_days),
            idle=timedelta(days=self.keep_idle_days),
            verified=self.verified_for,
        )


# Read by the set-up, by Rasa's project and by servers that we start; names that begin with the last are the tests'.
_OTHERS = frozenset(("python", "rasa_python", "actions_url", "leash"))
_TESTS = "test_"


def front_settings(others: Collection[str] = ()) -> FrontSettings:
    """The settings. Raises SettingWrong, which names what is unknown or cannot be used.

    `others` are the names of settings that other programs of Signpost have, in small letters.
    """
    _refuse_unknown({*FrontSettings.model_fields, *others, *_OTHERS})
    try:
        return FrontSettings()
    except ValidationError as error:
        wrong = "; ".join(f"SIGNPOST_{str(one['loc'][0]).upper()}: {one['msg'].lower()}" for one in error.errors())
        raise SettingWrong(f"A setting cannot be used. {wrong}.") from None


def _refuse_unknown(known: Collection[str]) -> None:
    """A misspelt setting would silently not count, so it is refused; its value is never shown."""
    names = {name.casefold() for name in (*os.environ, *DotEnvSettingsSource(FrontSettings).env_vars)}
    given = {name.removeprefix(_PREFIX) for name in names if name.startswith(_PREFIX)}
    for name in sorted(given - set(known)):
        if not name.startswith(_TESTS):
            near = difflib.get_close_matches(name, known, 1)
            meant = f" Do you mean {_PREFIX.upper()}{near[0].upper()}?" if near else " See .env.example."
            raise SettingWrong(f"There is no setting {_PREFIX.upper()}{name.upper()}.{meant}")


def journal_place(settings: FrontSettings, home: Path) -> str | Path:
    """Where the journal is."""
    return settings.journal or home / "journal.sqlite"


def tracker_place(settings: FrontSettings, home: Path) -> str | Path:
    """Where Rasa's tracker is. `home` is where `bot.processes.Places` puts it."""
    if not settings.tracker:
        return home / "rasa" / "tracker.sqlite"
    return settings.tracker if "://" in settings.tracker else Path(settings.tracker)
