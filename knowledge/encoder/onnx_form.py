"""The encoder where people wait: ONNX Runtime and the tokenisers' own library, without torch."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from knowledge.encoder.folder import INPUTS, MODELS, OUTPUT, TOKENIZER, checked, read_manifest
from knowledge.encoder.protocol import Form, Vectors

BATCH = 32  # texts of like length run together in fp32; larger batches gained nothing on two cores


class OnnxEncoder:
    """An exported encoder (see `knowledge.encoder.folder`), int8 by default.

    Opening it checks each file it uses against the manifest. Raises IndexUnreadable where the folder holds
    no encoder, IndexMismatch where a file is missing or altered. `threads` are those of one run; 1 leaves
    the other cores to other people's questions.
    """

    def __init__(self, directory: Path, form: Form = Form.INT8, threads: int = 1) -> None:
        if form not in MODELS:
            raise ValueError(f"{form} is not a form that ONNX Runtime runs")
        manifest = read_manifest(directory)
        self._form = form
        self.manifest = manifest
        self._tokenizer = Tokenizer.from_str(checked(directory, manifest, TOKENIZER).decode("utf-8"))
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(
            checked(directory, manifest, MODELS[form]), options, providers=["CPUExecutionProvider"]
        )

    @property
    def digest(self) -> str:
        """Names the weights; equal for every form exported from them."""
        return self.manifest.digest

    @property
    def form(self) -> Form:
        """`Form.FP32` or `Form.INT8`."""
        return self._form

    @property
    def dimensions(self) -> int:
        """Length of a vector."""
        return self.manifest.dimensions

    def words(self) -> frozenset[str]:
        """Whole words that the tokeniser knows, lower case: the commonest of English, useful for telling a
        typing slip.
        """
        return frozenset(word for word in self._tokenizer.get_vocab(with_added_tokens=False) if word.isalpha())

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One row per text, shape (len(texts), dimensions), each of length 1; cut after `max_length` word
        pieces.

        int8 runs one text at a time, so that a text's vector never depends on its neighbours.
        """
        vectors = np.empty((len(texts), self.dimensions), dtype=np.float32)
        for rows in self._batches(texts):
            encodings = self._tokenizer.encode_batch([texts[row] for row in rows])
            feed = {
                INPUTS[0]: np.array([encoding.ids for encoding in encodings], dtype=np.int64),
                INPUTS[1]: np.array([encoding.attention_mask for encoding in encodings], dtype=np.int64),
            }
            vectors[rows] = self._session.run([OUTPUT], feed)[0]
        return vectors

    def _batches(self, texts: Sequence[str]) -> Iterator[list[int]]:
        size = 1 if self._form is Form.INT8 else BATCH
        by_length = sorted(range(len(texts)), key=lambda row: len(texts[row]))
        for start in range(0, len(by_length), size):
            yield by_length[start : start + size]
