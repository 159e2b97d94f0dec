"""`python -m components.classify MODEL`: what the trained classifier says of messages, without a Rasa server.

Reads one JSON text a line from standard input ("..."), writes one {"intent", "confidence", "entities"} a line. Runs the
same components that the server loads from the same model.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.shared.nlu.constants import ENTITIES, INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message

from components.danger_net import DangerNet
from components.doubt import Doubt
from components.named_things import NamedThings
from components.sentence_embedding import SentenceEmbedding

_PARTS = {"SentenceEmbedding": SentenceEmbedding, "DangerNet": DangerNet, "Doubt": Doubt, "NamedThings": NamedThings}


def main(model: str) -> None:
    """Classify standard input."""
    with tempfile.TemporaryDirectory() as folder:
        storage, metadata = LocalModelStorage.from_model_archive(Path(folder), Path(model))
        parts = [
            part.uses.load(
                {**part.uses.get_default_config(), **part.config}, storage, part.resource, None
            )  # as the server does
            for part in metadata.predict_schema.nodes.values()
            if part.uses.__name__ in _PARTS
        ]
        for line in sys.stdin:
            message = Message({TEXT: json.loads(line)})
            for part in parts:
                part.process([message])
            found = message.get(INTENT)
            said = {
                "intent": found["name"],
                "confidence": found["confidence"],
                "entities": [[one["entity"], one["value"]] for one in message.get(ENTITIES) or []],
            }
            sys.stdout.write(json.dumps(said) + "\n")


if __name__ == "__main__":
    main(sys.argv[1])
