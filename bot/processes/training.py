"""Training Rasa: only when something it learns from has changed."""

import hashlib
import re
import subprocess
import tempfile
from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path

from bot.processes.places import Places
from knowledge.errors import ProceduresError

Say = Callable[[str], None]
_LEARNING = re.compile(r"Starting to train component '([^']+)'")
_KEPT_MODELS = 2
_READ = (".yml", ".yaml", ".py", ".txt")


class TrainingFailed(ProceduresError):
    """Rasa could not be trained: the message says why, with the last lines that it printed."""


def model_of(places: Places) -> Path:
    """Where the model for the present inputs is, or will be: its name holds their digest."""
    digest = hashlib.sha256()
    for file in _inputs(places):
        digest.update(str(file.relative_to(places.project)).encode())
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    manifest = places.encoder / "manifest.json"
    digest.update(manifest.read_bytes() if manifest.is_file() else b"")
    return places.models / f"dialogue-{digest.hexdigest()[:16]}.tar.gz"


def train(places: Places, say: Say = lambda line: None) -> Path:
    """The model for the present inputs, trained if there is none yet (about 20 seconds).

    `say` gets a line for each part that is learnt. Raises TrainingFailed; a model that was there stays.
    """
    model = model_of(places)
    if model.is_file():
        say("Rasa has learnt all of this already.")
        return model
    _check(places)
    places.models.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=places.models, prefix=".training-") as folder:
        _run(places, Path(folder), say)
        trained = Path(folder) / "dialogue.tar.gz"
        if not trained.is_file():
            raise TrainingFailed(
                "Rasa ended without an error and left no model. Try again; if it stays, see its log level."
            )
        trained.replace(model)
    _drop_old(places.models, model)
    return model


def _inputs(places: Places) -> Iterator[Path]:
    """All files that training reads, in a fixed order."""
    for folder in (places.dialogue, *places.examples, places.phrases):
        for file in sorted(folder.rglob("*")):
            if file.suffix in _READ and file.is_file() and ".rasa" not in file.parts:
                yield file


def _check(places: Places) -> None:
    if not places.rasa_python.is_file():
        raise TrainingFailed(
            f"There is no Rasa environment at {places.rasa_python.parent.parent}. Run the set-up first."
        )
    if not (places.encoder / "manifest.json").is_file():
        raise TrainingFailed(f"The sentence encoder is not at {places.encoder}. Run the set-up again: it exports it.")


def _run(places: Places, out: Path, say: Say) -> None:
    command = [
        str(places.rasa_python), "-m", "rasa", "train",
        "--config", "config.yml", "--domain", "domain", "--data", *(str(folder) for folder in places.examples),
        "--out", str(out), "--fixed-model-name", "dialogue", "--skip-validation",
    ]  # fmt: skip
    last: deque[str] = deque(maxlen=8)
    with subprocess.Popen(
        command,
        cwd=places.dialogue,
        env={**places.rasa_environment(), "LOG_LEVEL": "INFO"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    ) as process:
        assert process.stdout is not None
        try:
            for line in process.stdout:
                last.append(line.rstrip())
                learning = _LEARNING.search(line)
                if learning:
                    say(f"Rasa learns: {learning.group(1)}")
        except BaseException:
            process.kill()
            raise
    if process.returncode:
        raise TrainingFailed("Rasa could not be trained. It said:\n" + "\n".join(line for line in last if line.strip()))


def _drop_old(models: Path, newest: Path) -> None:
    """Keep the newest models, so that going back a commit does not mean training again."""
    others = sorted(
        (one for one in models.glob("dialogue-*.tar.gz") if one != newest), key=lambda one: one.stat().st_mtime
    )
    for old in others[: max(0, len(others) - (_KEPT_MODELS - 1))]:
        old.unlink(missing_ok=True)
