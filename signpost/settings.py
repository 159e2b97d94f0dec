"""Settings of the command: where Signpost keeps its things. Each can be set in the environment or in a `.env` file."""

from pathlib import Path

from pydantic_settings import BaseSettings, SettingsConfigDict

PROJECT = Path(__file__).resolve().parent.parent


class Settings(BaseSettings):
    """`SIGNPOST_HOME` is the folder for snapshots, generations, the encoder, models and the journal."""

    model_config = SettingsConfigDict(env_prefix="SIGNPOST_", env_file=".env", extra="ignore")

    home: Path = PROJECT / "var"
    encoder: Path | None = None

    @property
    def encoder_folder(self) -> Path:
        """Where the exported encoder lies."""
        return self.encoder or self.home / "encoder"

    @property
    def sources_file(self) -> Path:
        """The file that names the sources."""
        return self.home / "sources.toml"

    @property
    def register_file(self) -> Path:
        """The register of contact points that a person has verified."""
        return self.home / "contacts.toml"
