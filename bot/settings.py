"""Settings of the fronts, read from the environment or a `.env` file. A secret's value is never shown or logged."""

from pathlib import Path

from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from knowledge.errors import ProceduresError

TELEGRAM = "https://api.telegram.org"


class SettingWrong(ProceduresError):
    """A setting is missing or cannot be used: the message names it and never its value."""


class FrontSettings(BaseSettings):
    """Each is set as SIGNPOST_ and its name in capitals.

    `rasa_url`: a Rasa server that runs already; where it is not set, the command starts its own.
    `journal`: the journal's database address; a SQLite file in Signpost's folder where it is not set.
    `answer_within`: seconds after which the safe card is sent instead of an answer.
    `flood_per_minute`: messages a minute from one chat above which only danger is answered.
    """

    model_config = SettingsConfigDict(env_prefix="SIGNPOST_", env_file=".env", extra="ignore")

    rasa_url: str = ""
    journal: str = ""
    telegram_token: SecretStr = SecretStr("")
    telegram_api: str = TELEGRAM
    answer_within: float = Field(default=1.9, gt=0, le=10)
    flood_per_minute: int = Field(default=15, ge=1)


def front_settings() -> FrontSettings:
    """The settings. Raises SettingWrong, which names what cannot be used."""
    try:
        return FrontSettings()
    except ValidationError as error:
        wrong = "; ".join(f"SIGNPOST_{str(one['loc'][0]).upper()}: {one['msg'].lower()}" for one in error.errors())
        raise SettingWrong(f"A setting cannot be used. {wrong}.") from None


def journal_place(settings: FrontSettings, home: Path) -> str | Path:
    """Where the journal is."""
    return settings.journal or home / "journal.sqlite"
