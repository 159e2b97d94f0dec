"""Entities from lists and patterns: agencies, roles, stages, outcomes, time waited, areas, concerns.

The lists stand in `entities/`, one file a kind: `words` as they are typed, `meaning` (words under the value that the
conversations read), `patterns` (regular expressions). Rasa's own extractor wants them inside the examples, warns that
no trained extractor reads them, and runs one search a word; this one runs one a kind.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from rasa.shared.utils.io import read_yaml_file

FOLDER = Path(__file__).resolve().parent.parent / "entities"
KEPT = "entities.json"


@dataclass(frozen=True)
class Kind:
    """One kind of entity: what finds it, and the value that a found text stands for (itself where none is given)."""

    name: str
    pattern: re.Pattern[str]
    values: dict[str, str]

    def find(self, text: str) -> list[dict[str, Any]]:
        """Each place where it is named, in Rasa's form, in order and not overlapping."""
        return [
            {
                "entity": self.name,
                "value": self.values.get(_key(match.group()), match.group()),
                "start": match.start(),
                "end": match.end(),
            }
            for match in self.pattern.finditer(text)
        ]


def kind_of(name: str, listed: dict[str, Any]) -> Kind:
    """A kind from its file's content. Raises re.error for a pattern that is none, naming no text of anybody's."""
    meaning = {_key(word): value for value, words in (listed.get("meaning") or {}).items() for word in words}
    words = [*(listed.get("words") or []), *meaning]
    longest_first = sorted((_loose(str(word)) for word in words), key=len, reverse=True)
    alternatives = [*(listed.get("patterns") or [])]
    if longest_first:
        alternatives.append(rf"(?<![\w'’])(?:{'|'.join(longest_first)})(?![\w])")
    return Kind(name, re.compile("|".join(f"(?:{one})" for one in alternatives), re.IGNORECASE), meaning)


def _loose(word: str) -> str:
    """A word as people type it: any white space, either apostrophe."""
    return r"\s+".join(re.escape(part).replace("'", "['’]") for part in word.split())


def _key(text: str) -> str:
    return " ".join(text.lower().replace("’", "'").split())


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=True)
class NamedThings(GraphComponent, EntityExtractorMixin):
    """The extractor. Training only copies the lists into the model, so that a served model is whole."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Nothing to set."""
        return {}

    def __init__(self, storage: ModelStorage, resource: Resource, kinds: list[Kind]) -> None:
        """`kinds` are what is looked for."""
        self._storage, self._resource, self._kinds = storage, resource, kinds

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> NamedThings:
        """An extractor to be trained."""
        return cls(model_storage, resource, [])

    def train(self, training_data: TrainingData) -> Resource:
        """Keep the lists in the model; a pattern that does not compile stops the training."""
        listed = {file.stem: read_yaml_file(file) for file in sorted(FOLDER.glob("*.yml"))}
        self._kinds = [kind_of(name, content) for name, content in listed.items()]
        with self._storage.write_to(self._resource) as folder:
            (Path(folder) / KEPT).write_text(json.dumps(listed), encoding="utf-8")
        return self._resource

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> NamedThings:
        """The extractor with the lists of its model."""
        with model_storage.read_from(resource) as folder:
            listed = json.loads((Path(folder) / KEPT).read_text(encoding="utf-8"))
        return cls(model_storage, resource, [kind_of(name, content) for name, content in listed.items()])

    def process(self, messages: list[Message]) -> list[Message]:
        """Add what each message names."""
        for message in messages:
            found = [entity for kind in self._kinds for entity in kind.find(message.get(TEXT) or "")]
            message.set(ENTITIES, message.get(ENTITIES, []) + self.add_extractor_name(found), add_to_output=True)
        return messages
