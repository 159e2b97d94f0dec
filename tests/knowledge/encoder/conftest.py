"""The exported encoder, written once to the place where the set-up writes it, and kept between runs."""

from pathlib import Path

import pytest

from knowledge.encoder.folder import whole
from knowledge.encoder.weights import packaged, read_weights

FOLDER = Path(__file__).parents[3] / "var" / "encoder"


@pytest.fixture(scope="session")
def encoder_folder() -> Path:
    """An undamaged exported encoder."""
    if not whole(FOLDER, read_weights(packaged()).digest):
        from knowledge.encoder.export import export

        export(FOLDER)
    return FOLDER
