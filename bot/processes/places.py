"""Where the dialogue project, its environment and its things lie."""

import os
from dataclasses import dataclass, field
from pathlib import Path

_PROJECT = Path(__file__).resolve().parent.parent.parent


@dataclass(frozen=True, slots=True)
class Places:
    """Paths, all absolute. `home` is the folder for models, trackers and logs; `encoder` the exported encoder."""

    home: Path
    encoder: Path
    project: Path = _PROJECT
    rasa_python: Path = field(default=_PROJECT / ".venv-rasa" / "bin" / "python")

    @property
    def dialogue(self) -> Path:
        """The Rasa project."""
        return self.project / "bot" / "dialogue"

    @property
    def examples(self) -> tuple[Path, ...]:
        """The folders of training data that exist."""
        folders = (self.project / "training_data" / kind for kind in ("nlu", "rules", "stories"))
        return tuple(folder for folder in folders if folder.is_dir())

    @property
    def phrases(self) -> Path:
        """The phrases of danger, and of its mention, that the danger net learns from."""
        return self.project / "training_data" / "danger"

    @property
    def models(self) -> Path:
        """Trained models; Rasa loads none from anywhere else."""
        return self.home / "rasa" / "models"

    @property
    def tracker(self) -> Path:
        """Rasa's tracker, SQLite."""
        return self.home / "rasa" / "tracker.sqlite"

    @property
    def run(self) -> Path:
        """What belongs to servers that are running: endpoints and logs."""
        return self.home / "rasa" / "run"

    def rasa_environment(self) -> dict[str, str]:
        """The environment in which Rasa runs: nothing reported to anybody, nothing of ours but the project on its path."""
        kept = {name: value for name, value in os.environ.items() if name not in ("PYTHONHOME", "VIRTUAL_ENV")}
        return {
            **kept,
            "PYTHONPATH": str(self.dialogue),
            "PYTHONWARNINGS": "ignore",  # Rasa's own dependencies warn by the dozen
            "PYTHONUNBUFFERED": "1",
            "SIGNPOST_ENCODER": str(self.encoder),
            "RASA_TELEMETRY_ENABLED": "false",  # also keeps its error reporting off
            "TF_CPP_MIN_LOG_LEVEL": "3",
            "CUDA_VISIBLE_DEVICES": "",
            "LOG_LEVEL": "WARNING",
            "LOG_LEVEL_LIBRARIES": "ERROR",
            "LOG_LEVEL_MATPLOTLIB": "ERROR",
            "SANIC_WORKERS": "1",
        }
