"""A second net below the front's danger rules: a linear head over the sentence vector that knows danger from its mention.

The front's rules come first and need no model. This net sees what they did not: it learns from the phrases that the rules
are held to, those that tell of danger and those that only mention it, and from the examples of all other intents. How it
does on phrases it has not learnt is written in docs/decisions.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.exceptions import RasaException
from rasa.shared.nlu.constants import ENTITIES, INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from components.encoder import SentenceEncoder, encoder_folder
from components.head import LinearHead, train_head
from components.sentence_embedding import READINGS, plain

HEAD_FILE = "danger.npz"
DANGER, OTHER = "danger", "other"
_TELLING = ("must_catch*.txt", "wider*.txt")
_MENTIONS = ("procedural*.txt",)
# Intents that may tell of danger without being it: neither kind of example.
_BETWEEN = ("child_writing", "parent_writing", "distress")


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class DangerNet(IntentClassifier, GraphComponent):
    """Adds an entity "danger" where the net is sure of it, and doubts the classifier's danger where the net is sure it is not.

    Configuration: `phrases` (folder, relative to the dialogue), `floor` (from which it is danger), `window_floor` (the same
    for a part of a long message), `doubt` (below which a danger that the classifier understood gives way to the next
    intent), and the head's `letters` and `regularisation`.
    """

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Floors chosen on left-out hands of phrases: docs/decisions."""
        return {
            "phrases": "../../training_data/danger",
            "floor": 0.7,
            "window_floor": 0.9,
            "doubt": 0.4,
            "letters": 0.8,
            "regularisation": 10.0,
        }

    def __init__(
        self, config: dict[str, Any], storage: ModelStorage, resource: Resource, head: LinearHead | None = None
    ) -> None:
        """Holds the head once there is one."""
        self._config, self._storage, self._resource, self._head = config, storage, resource, head

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> DangerNet:
        """A component to be trained."""
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> DangerNet:
        """The trained component."""
        with model_storage.read_from(resource) as folder:
            return cls(config, model_storage, resource, LinearHead.load(Path(folder) / HEAD_FILE))

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str:
        """A digest of the phrases, which Rasa does not know of: without it a cached head would outlive a change of them."""
        folder = Path({**cls.get_default_config(), **config}["phrases"])
        return hashlib.sha256("\n".join(phrases_in(folder, (*_TELLING, *_MENTIONS))).encode()).hexdigest()

    def train(self, training_data: TrainingData) -> Resource:
        """Fit the head and keep it. Raises RasaException where the phrases are missing."""
        folder = Path(self._config["phrases"])
        telling, mentions = phrases_in(folder, _TELLING), phrases_in(folder, _MENTIONS)
        if not telling or not mentions:
            raise RasaException(f"There are no phrases of danger and of its mention at {folder.resolve()}.")
        examples = [(one.get(TEXT), one.get(INTENT)) for one in training_data.intent_examples if one.get(TEXT)]
        telling += [text for text, intent in examples if intent == DANGER]
        mentions += [text for text, intent in examples if intent not in (DANGER, *_BETWEEN)]
        texts = [plain(text) for text in (*telling, *mentions)]
        encoder = SentenceEncoder(encoder_folder(""))
        self._head = train_head(
            encoder.encode(texts),
            texts,
            [DANGER] * len(telling) + [OTHER] * len(mentions),
            letters=self._config["letters"],
            regularisation=self._config["regularisation"],
            encoder=encoder.digest,
        )
        with self._storage.write_to(self._resource) as kept:
            self._head.save(Path(kept) / HEAD_FILE)
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Judge each message that has readings; the front's own commands have none."""
        for message in messages:
            readings = message.get(READINGS)
            if readings and message.get(INTENT):
                self._judge(message, *readings)
        return messages

    def _judge(self, message: Message, texts: list[str], vectors: np.ndarray) -> None:
        """Name danger beside whatever was understood, so that the answer below the card is still to what was asked."""
        chance = self.chance(texts, vectors)
        if chance >= self._config["floor"]:
            named = {"entity": DANGER, "value": "told", "start": 0, "end": 0, "confidence_entity": chance}
            message.set(ENTITIES, [*(message.get(ENTITIES) or []), named], add_to_output=True)
        intent, ranking = message.get(INTENT), message.get("intent_ranking") or []
        if intent["name"] == DANGER and chance < self._config["doubt"] and len(ranking) > 1:
            message.set(INTENT, ranking[1], add_to_output=True)

    def chance(self, texts: list[str], vectors: np.ndarray) -> float:
        """How likely a message tells of danger, 0 to 1: of the whole, or of a part that is sure by itself."""
        assert self._head is not None, "trained or loaded before it is asked"
        chances = self._head.probabilities(vectors, texts)[:, self._head.intents.index(DANGER)]
        part = float(chances[1:].max()) if len(chances) > 1 else 0.0
        return part if part >= self._config["window_floor"] else float(chances[0])


def phrases_in(folder: Path, patterns: tuple[str, ...]) -> list[str]:
    r"""The phrases of the files that fit: one a line, `#` for comments, `\n` for a line break."""
    files = [file for pattern in patterns for file in sorted(folder.glob(pattern))]
    lines = [line for file in files for line in file.read_text(encoding="utf-8").split("\n")]
    return [line.replace("\\n", "\n") for line in lines if line.strip() and not line.startswith("#")]
