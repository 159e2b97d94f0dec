"""The folder that an exported encoder lives in. Any program may load it by path; no other part of Signpost
is needed.

    manifest.json     what follows, written last
    model.onnx        fp32
    model-int8.onnx   the same, weights in int8 (per channel), activations quantised as they come
    tokenizer.json    for `tokenizers.Tokenizer.from_file`; truncation and padding are set inside it

`manifest.json` holds

    format       1
    digest       sha256 over the weights, tokeniser, pooling and maximum length: names the vector space
    dimensions   384
    max_length   256 (word pieces, with the two special ones); tokenizer.json cuts there
    inputs       ["input_ids", "attention_mask"], both int64 of shape (texts, word pieces)
    output       "sentence_embedding", float32 of shape (texts, dimensions);
                 mean pooling and normalisation are in the graph
    agreement    cosines between int8 and fp32 on the probe sentences: {"mean": ..., "least": ...}
    files        {file name: sha256 in hex} of the three other files
    made_with    names and versions of what exported it, for people

To use it: `ids = tokenizer.encode(text)`, then
`session.run(["sentence_embedding"], {"input_ids": [ids.ids], "attention_mask": [ids.attention_mask]})[0]`.
Encode one text at a time with the int8 model: its activations are scaled over a whole batch, so a text's
vector would depend on its neighbours. The models are ONNX opset 18, IR version 10 (onnxruntime 1.18 and
later; any CPU).
"""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from knowledge.encoder.protocol import Form
from knowledge.errors import IndexMismatch, IndexUnreadable

FORMAT = 1
MANIFEST = "manifest.json"
TOKENIZER = "tokenizer.json"
MODELS = {Form.FP32: "model.onnx", Form.INT8: "model-int8.onnx"}
INPUTS = ("input_ids", "attention_mask")
OUTPUT = "sentence_embedding"
REMEDY = "Delete that folder and run the set-up again; it exports the encoder anew."


@dataclass(frozen=True, slots=True)
class Agreement:
    """Cosines between the int8 and the fp32 vectors of the probe sentences."""

    mean: float
    least: float


@dataclass(frozen=True, slots=True)
class EncoderManifest:
    """manifest.json, field by field as the module describes it."""

    format: int
    digest: str
    dimensions: int
    max_length: int
    inputs: tuple[str, ...]
    output: str
    agreement: Agreement
    files: dict[str, str]
    made_with: dict[str, str]


_MANIFEST = TypeAdapter(EncoderManifest)


def write_manifest(directory: Path, manifest: EncoderManifest) -> None:
    """Write manifest.json, readable by people too."""
    (directory / MANIFEST).write_text(
        json.dumps(_MANIFEST.dump_python(manifest, mode="json"), indent=2) + "\n", encoding="utf-8"
    )


def read_manifest(directory: Path) -> EncoderManifest:
    """The manifest of an exported encoder.

    Raises IndexUnreadable where there is none, IndexMismatch where it cannot be understood.
    """
    path = directory / MANIFEST
    try:
        manifest = _MANIFEST.validate_json(path.read_bytes())
    except FileNotFoundError:
        raise IndexUnreadable(f"There is no encoder in {directory}. Run the set-up, which exports it.") from None
    except (OSError, ValidationError) as error:
        raise IndexMismatch(f"The encoder's manifest {path} cannot be read. {REMEDY}") from error
    if manifest.format != FORMAT or manifest.output != OUTPUT or tuple(manifest.inputs) != INPUTS:
        raise IndexMismatch(f"The encoder in {directory} was written by another version of Signpost. {REMEDY}")
    return manifest


def checked(directory: Path, manifest: EncoderManifest, name: str) -> bytes:
    """The bytes of one file, compared with its sha256 in the manifest.

    Raises IndexMismatch where the file is missing or differs. The caller loads these bytes, not the file
    again, so that what was checked is what is used.
    """
    try:
        content = (directory / name).read_bytes()
    except OSError as error:
        raise IndexMismatch(f"The encoder's file {name} in {directory} cannot be read. {REMEDY}") from error
    if hashlib.sha256(content).hexdigest() != manifest.files.get(name):
        raise IndexMismatch(f"The encoder's file {name} in {directory} is not the one its manifest names. {REMEDY}")
    return content


def whole(directory: Path, digest: str) -> bool:
    """Whether the folder holds an undamaged export of the weights that `digest` names."""
    try:
        manifest = read_manifest(directory)
        for name in (TOKENIZER, *MODELS.values()):
            checked(directory, manifest, name)
    except IndexUnreadable:
        return False
    return manifest.digest == digest
