"""Sentences into vectors: one encoder in several forms, all from the same weights.

The forms of one encoder share a `digest`, because they place a sentence at (nearly) the same point:

- `SentenceTransformerEncoder` (`knowledge.encoder.sentence`), torch: where a model is handled;
- `OnnxEncoder` with `Form.FP32`: for passages, differs from torch by less than 1e-6;
- `OnnxEncoder` with `Form.INT8`: for queries, where people wait; cosine to fp32 about .993.

The last two are `knowledge.encoder.onnx_form`; they load the folder that `knowledge.encoder.export` writes
and `knowledge.encoder.folder` describes.

Importing this package imports neither torch nor onnxruntime.
"""

from knowledge.encoder.protocol import Encoder, Form, KnowsWords, Vectors, fits

__all__ = ["Encoder", "Form", "KnowsWords", "Vectors", "fits"]
