"""Training happens when something to learn from has changed, and not otherwise; a failure is one clear message."""

import shutil
from pathlib import Path

import pytest

from bot.processes import MeasureFailed, Places, TrainingFailed, model_of, read_messages, train

PROJECT = Path(__file__).resolve().parents[3]


@pytest.fixture
def copied(tmp_path: Path) -> Places:
    """The dialogue in a folder of its own, without an environment or an encoder."""
    for part in ("bot/dialogue", "training_data/nlu", "training_data/rules"):
        shutil.copytree(PROJECT / part, tmp_path / part, ignore=shutil.ignore_patterns("__pycache__", ".rasa"))
    return Places(tmp_path / "var", tmp_path / "encoder", project=tmp_path, rasa_python=tmp_path / "no" / "python")


def test_the_model_is_named_by_what_it_learns_from(copied: Places) -> None:
    """The same inputs name the same model; a changed example, rule, setting or encoder names another."""
    names = [model_of(copied)]
    for change in ("training_data/nlu/thanks.yml", "training_data/rules/answers.yml", "bot/dialogue/config.yml"):
        assert model_of(copied) == names[-1]
        with (copied.project / change).open("a") as file:
            file.write("\n# changed\n")
        names.append(model_of(copied))
    copied.encoder.mkdir()
    (copied.encoder / "manifest.json").write_text("{}")
    names.append(model_of(copied))
    assert len(set(names)) == len(names)


def test_what_is_learnt_is_not_learnt_again(copied: Places) -> None:
    """A model for the present inputs is taken as it is, without Rasa."""
    model = model_of(copied)
    model.parent.mkdir(parents=True)
    model.write_bytes(b"a model")
    said: list[str] = []
    assert train(copied, said.append) == model
    assert said == ["Rasa has learnt all of this already."]


def test_a_missing_environment_is_said(copied: Places) -> None:
    """The message names the folder and what to do."""
    with pytest.raises(TrainingFailed, match=r"no Rasa environment at .* Run the set-up first"):
        train(copied)


def test_a_missing_encoder_is_said(copied: Places) -> None:
    """So is the encoder's."""
    copied.rasa_python.parent.mkdir()
    copied.rasa_python.write_text("#!/bin/sh\n")
    with pytest.raises(TrainingFailed, match="sentence encoder is not at"):
        train(copied)


def test_a_failed_training_says_why_and_leaves_nothing(copied: Places) -> None:
    """The last lines are shown, an earlier model stays, and no half model is left."""
    copied.rasa_python.parent.mkdir()
    copied.rasa_python.write_text("#!/bin/sh\necho 'the rules contradict each other'\nexit 1\n")
    copied.rasa_python.chmod(0o755)
    copied.encoder.mkdir()
    (copied.encoder / "manifest.json").write_text("{}")
    copied.models.mkdir(parents=True)
    (copied.models / "dialogue-earlier.tar.gz").write_bytes(b"a model")
    with pytest.raises(TrainingFailed, match="the rules contradict each other"):
        train(copied)
    assert [file.name for file in copied.models.iterdir()] == ["dialogue-earlier.tar.gz"]


@pytest.mark.parametrize("content", ["", "{", '{"text": "a"}', "[]", "5"])
def test_messages_that_cannot_be_read_are_said(tmp_path: Path, content: str) -> None:
    """A broken line is named."""
    file = tmp_path / "messages.jsonl"
    file.write_text(content)
    with pytest.raises(MeasureFailed, match=r"messages\.jsonl"):
        read_messages(file)
