"""Sentence vectors from the exported encoder: a folder with an ONNX model and its tokeniser.

The folder is the one that the set-up exports: `model-int8.onnx`, which pools and normalises by itself, `tokenizer.json`,
and `manifest.json` with the sha256 of each. The same engine encodes the training examples and the messages, so that the
linear head never sees vectors of another kind.
"""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

FOLDER_VARIABLE = "SIGNPOST_ENCODER"
MODEL = "model-int8.onnx"
TOKENIZER = "tokenizer.json"
MANIFEST = "manifest.json"


class EncoderUnusable(Exception):
    """The encoder's folder is missing or damaged: the message says where it should be and what to do."""


def encoder_folder(configured: str) -> Path:
    """The folder named by the environment, else by the configuration. Raises EncoderUnusable."""
    named = os.environ.get(FOLDER_VARIABLE) or configured
    folder = Path(named) if named else Path()
    if not named or not all((folder / name).is_file() for name in (MODEL, TOKENIZER, MANIFEST)):
        raise EncoderUnusable(
            f"The sentence encoder is not at '{named or '(nothing named)'}': {MODEL}, {TOKENIZER} and {MANIFEST} should be "
            f"there. Run the set-up again, or set {FOLDER_VARIABLE} to its folder."
        )
    return folder


def _checked(folder: Path, name: str, manifest: dict) -> bytes:
    content = (folder / name).read_bytes()
    if hashlib.sha256(content).hexdigest() != manifest["files"][name]:
        raise EncoderUnusable(f"The file {name} of the sentence encoder has been altered. Run the set-up again.")
    return content


class SentenceEncoder:
    """Texts to unit vectors.

    `digest` is the sha256 of the model file: a head trained on one model's vectors must not be fed another's.
    """

    def __init__(self, folder: Path, threads: int = 1) -> None:
        """Open the model in `folder`; raises EncoderUnusable. One thread: messages are short, and the machine is shared."""
        manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        model = _checked(folder, MODEL, manifest)
        self.digest = manifest["files"][MODEL]
        self._inputs, self._output = manifest["inputs"], manifest["output"]
        self._session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
        self._tokenizer = Tokenizer.from_str(_checked(folder, TOKENIZER, manifest).decode("utf-8"))
        self._tokenizer.enable_truncation(manifest["max_length"])

    def encode(self, texts: list[str]) -> np.ndarray:
        """Float32 of shape (texts, dimensions), each row of length one."""
        return np.concatenate([self._one(text) for text in texts])

    def _one(self, text: str) -> np.ndarray:
        """One text at a time: the int8 model scales its activations over a batch, so neighbours would change it."""
        encoding = self._tokenizer.encode(text)
        feed = {
            "input_ids": np.array([encoding.ids], dtype=np.int64),
            "attention_mask": np.array([encoding.attention_mask], dtype=np.int64),
        }
        vectors = self._session.run([self._output], {name: feed[name] for name in self._inputs})[0]
        return (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)
