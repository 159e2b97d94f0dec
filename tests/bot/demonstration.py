"""The demonstration, indexed and published once for all tests that need real manuals. Its vectors are kept between runs."""

from datetime import UTC, datetime
from pathlib import Path

from knowledge.encoder import Form
from knowledge.encoder.folder import whole
from knowledge.encoder.onnx_form import OnnxEncoder
from knowledge.encoder.weights import packaged, read_weights
from knowledge.library import Library
from scraper.reindex import publish, reindex
from signpost.demonstration import sources

_PROJECT = Path(__file__).parents[2]
HOME = _PROJECT / "var" / "test-demonstration"
ENCODER = _PROJECT / "var" / "encoder"


def published() -> Library:
    """The published demonstration, in HOME."""
    if not whole(ENCODER, read_weights(packaged()).digest):
        from knowledge.encoder.export import export

        export(ENCODER)
    manuals = _PROJECT / "training_data" / "manual"
    made = reindex(HOME, sources(manuals), OnnxEncoder(ENCODER, Form.FP32), lambda: datetime.now(UTC), lambda _: None)
    publish(HOME, made.generation, override="a test", second_person="a test")
    return Library(HOME, OnnxEncoder(ENCODER, Form.INT8))
