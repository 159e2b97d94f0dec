"""Opens the library for the command's verbs."""

from pathlib import Path
from typing import TYPE_CHECKING

from knowledge.encoder import Encoder, Form
from knowledge.errors import IndexUnreadable
from knowledge.library import Library, verified_points
from signpost.settings import Settings

if TYPE_CHECKING:
    from bot.processes import Places


def open_encoder(folder: Path, form: Form) -> Encoder:
    """The exported encoder. Raises IndexUnreadable, which says how to make it, where it is not there."""
    from knowledge.encoder.onnx_form import OnnxEncoder

    if not (folder / "manifest.json").exists():
        raise IndexUnreadable(f"The encoder is not at {folder}. Run `make chat`, or `signpost encoder export`.")
    return OnnxEncoder(folder, form)


def open_library(settings: Settings) -> Library:
    """The library over the published generation and the contact register."""
    return Library(
        settings.home, open_encoder(settings.encoder_folder, Form.INT8), verified_points(settings.register_file)
    )


def places(settings: Settings) -> "Places":
    """Where Rasa's project, models and tracker lie."""
    from bot.processes import Places

    return Places(home=settings.home.resolve(), encoder=settings.encoder_folder.resolve())
