"""Rasa's intent classifier over sentence vectors: the encoder, then the linear head. Replaces TensorFlow's training."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.exceptions import RasaException
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from components.encoder import SentenceEncoder, encoder_folder
from components.head import LinearHead, train_head

HEAD_FILE = "head.npz"
READINGS = "sentence_readings"  # what was read of a message and its vectors, for components that come after this one
LONG_MESSAGE = 60  # words; all-MiniLM-L6-v2's vector of a longer message says little of any one sentence in it
WINDOW = 2  # sentences read together in a long message
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n+")


def plain(text: str) -> str:
    """Lower case, straight apostrophes, white space folded: what the encoder and the letters both read."""
    return " ".join(text.lower().replace("’", "'").split())


def readings(text: str) -> list[str]:
    """What is classified of a message: itself, or for a long one its windows of neighbouring sentences as well."""
    whole = plain(text)
    if len(whole.split()) <= LONG_MESSAGE:
        return [whole]
    sentences = [plain(part) for part in _SENTENCE_END.split(text) if part.strip()]
    windows = [" ".join(sentences[start : start + WINDOW]) for start in range(len(sentences))]
    return [whole, *windows]


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class SentenceEmbedding(IntentClassifier, GraphComponent):
    """Intents from sentence vectors.

    Configuration: `encoder` (folder; the variable SIGNPOST_ENCODER wins), `letters` (weight of the letter runs beside
    the vector), `regularisation` (scikit-learn's C), `urgent` (intents that count wherever they stand in a long
    message), `urgent_floor` (how sure a window must be of one).
    """

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """The settings chosen by four-fold cross-validation on the examples."""
        return {"encoder": "", "letters": 0.8, "regularisation": 10.0, "urgent": [], "urgent_floor": 0.5, "ranking": 5}

    @staticmethod
    def required_packages() -> list[str]:
        """Packages that must be installed beside Rasa."""
        return ["onnxruntime", "tokenizers"]

    def __init__(
        self, config: dict[str, Any], storage: ModelStorage, resource: Resource, head: LinearHead | None = None
    ) -> None:
        """Open the encoder; raises EncoderUnusable."""
        self._config = config
        self._storage = storage
        self._resource = resource
        self._head = head
        self._encoder = SentenceEncoder(encoder_folder(config["encoder"]))

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> SentenceEmbedding:
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
    ) -> SentenceEmbedding:
        """The trained component. Raises RasaException where the encoder is not the one it was trained with."""
        with model_storage.read_from(resource) as folder:
            head = LinearHead.load(Path(folder) / HEAD_FILE)
        component = cls(config, model_storage, resource, head)
        if component._encoder.digest != head.encoder:
            raise RasaException(
                "The sentence encoder has changed since Rasa was trained, so its answers would be noise. Train again."
            )
        component._encoder.encode(["warm up"])  # the first run allocates; nobody should wait for it
        return component

    def train(self, training_data: TrainingData) -> Resource:
        """Fit the head on the examples and keep it. Raises RasaException where there are fewer than two intents."""
        examples = [one for one in training_data.intent_examples if one.get(TEXT) and one.get(INTENT)]
        intents = [one.get(INTENT) for one in examples]
        if len(set(intents)) < 2:
            raise RasaException("There must be examples of at least two intents to learn from.")
        texts = [plain(one.get(TEXT)) for one in examples]
        self._head = train_head(
            self._encoder.encode(texts),
            texts,
            intents,
            letters=self._config["letters"],
            regularisation=self._config["regularisation"],
            encoder=self._encoder.digest,
        )
        with self._storage.write_to(self._resource) as folder:
            self._head.save(Path(folder) / HEAD_FILE)
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Set each message's intent and its ranking."""
        for message in messages:
            told = self._told_by_front(message)
            self._set_intent(message, self._read(message) if told is None else told)
        return messages

    def _told_by_front(self, message: Message) -> np.ndarray | None:
        """Certainty, where the front's own command names the intent in the metadata, which nobody can type."""
        assert self._head is not None, "trained or loaded before it is asked"
        named = (message.get("metadata") or {}).get("intent")
        if named not in self._head.intents:
            return None
        return np.array([float(intent == named) for intent in self._head.intents])

    def _read(self, message: Message) -> np.ndarray:
        """One probability for each of the head's intents; all zero for a message without words."""
        assert self._head is not None, "trained or loaded before it is asked"
        texts = readings(message.get(TEXT) or "")
        if not texts[0]:
            return np.zeros(len(self._head.intents))
        vectors = self._encoder.encode(texts)
        message.set(READINGS, (texts, vectors))
        chances = self._head.probabilities(vectors, texts)
        if len(texts) == 1:
            return chances[0]
        return self._of_long_message(chances[1:] if len(texts) > 2 else chances)

    def _of_long_message(self, windows: np.ndarray) -> np.ndarray:
        """An urgent intent that a window is sure of wins; else the last sure window, since people ask at the end."""
        assert self._head is not None
        urgent = [self._head.intents.index(name) for name in self._config["urgent"] if name in self._head.intents]
        if urgent:
            surest = int(windows[:, urgent].max(axis=1).argmax())
            if windows[surest, urgent].max() >= self._config["urgent_floor"]:
                return windows[surest]
        return windows[-1] if windows[-1].max() >= self._config["urgent_floor"] else windows.mean(axis=0)

    def _set_intent(self, message: Message, chances: np.ndarray) -> None:
        assert self._head is not None
        order = np.argsort(-chances)[: self._config["ranking"]]
        ranking = [{"name": self._head.intents[place], "confidence": float(chances[place])} for place in order]
        message.set("intent", ranking[0], add_to_output=True)
        message.set("intent_ranking", ranking, add_to_output=True)
