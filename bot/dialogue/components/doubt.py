"""When an intent is not sure enough, the message goes to the manual as it stands and no flow is guessed.

Rasa's own fallback has one threshold. An intent that the manual answers is harmless when it is wrong; one that gets a
fixed answer, ends the form or lets go of the thread keeps a person from the manual, so it must be surer.
"""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import INTENT
from rasa.shared.nlu.training_data.message import Message

FALLBACK = "nlu_fallback"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class Doubt(IntentClassifier, GraphComponent):
    """Replaces an unsure intent by `nlu_fallback`, keeping its confidence.

    Configuration: `floor` (confidence that any intent needs) and `floors` (by intent, where it needs more).
    """

    @classmethod
    def required_components(cls) -> list[type]:
        """It judges a classifier, so one must come before it."""
        return [IntentClassifier]

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """One floor for all."""
        return {"floor": 0.25, "floors": {}}

    def __init__(self, floor: float, floors: dict[str, float]) -> None:
        """Floors between 0 and 1."""
        self._floor, self._floors = floor, floors

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> Doubt:
        """From the configuration alone."""
        return cls(config["floor"], config["floors"])

    def process(self, messages: list[Message]) -> list[Message]:
        """Judge each message's intent."""
        for message in messages:
            intent = message.get(INTENT)
            if intent["confidence"] < self._floors.get(intent["name"], self._floor):
                message.set(INTENT, {"name": FALLBACK, "confidence": intent["confidence"]}, add_to_output=True)
        return messages
