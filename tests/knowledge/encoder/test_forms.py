"""One encoder in three forms: what each promises, and how far they agree."""

from pathlib import Path

import numpy as np
import pytest

from knowledge.encoder import Encoder, Form, fits
from knowledge.encoder.onnx_form import OnnxEncoder
from knowledge.encoder.sentence import SentenceTransformerEncoder

TEXTS = [
    "mash nfa'd my referral, dont agree. what next",
    "The manager replies within two working days and records the reasons.",
    "",
    "Chronologies help everyone to see a pattern. " * 80,
    "Who may attend a team around the family meeting?",
    "Bruising in babies who are not yet mobile",
    "s47",
]

FORMS = [Form.TORCH, Form.FP32, Form.INT8]


@pytest.fixture(scope="module")
def forms(encoder_folder: Path) -> dict[Form, Encoder]:
    return {
        Form.TORCH: SentenceTransformerEncoder(),
        Form.FP32: OnnxEncoder(encoder_folder, Form.FP32),
        Form.INT8: OnnxEncoder(encoder_folder, Form.INT8),
    }


@pytest.mark.parametrize("form", FORMS)
def test_rows_are_unit_length_float32(forms: dict[Form, Encoder], form: Form) -> None:
    """Each text gives one float32 row of length 1, an empty text and an over-long one included."""
    vectors = forms[form].encode(TEXTS)
    assert vectors.shape == (len(TEXTS), 384)
    assert vectors.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)


@pytest.mark.parametrize("form", FORMS)
def test_no_texts_give_no_rows(forms: dict[Form, Encoder], form: Form) -> None:
    """An empty reindex is not an error."""
    assert forms[form].encode([]).shape == (0, 384)


@pytest.mark.parametrize("form", FORMS)
def test_rows_keep_the_order_of_texts(forms: dict[Form, Encoder], form: Form) -> None:
    """Batching by length never moves a vector to another text, nor lets neighbours change it by much."""
    together = forms[form].encode(TEXTS)
    alone = np.vstack([forms[form].encode([text]) for text in TEXTS])
    np.testing.assert_allclose(together, alone, atol=1e-5)


def test_int8_does_not_depend_on_neighbours(forms: dict[Form, Encoder]) -> None:
    """An int8 vector is the same to the last bit whatever is encoded with it."""
    together = forms[Form.INT8].encode(TEXTS)
    alone = forms[Form.INT8].encode([TEXTS[1]])[0]
    np.testing.assert_array_equal(together[1], alone)


def test_forms_share_a_digest_and_name_themselves(forms: dict[Form, Encoder]) -> None:
    """One set of weights, one digest; the form says how they are run."""
    assert len({encoder.digest for encoder in forms.values()}) == 1
    assert [forms[form].form for form in FORMS] == FORMS


def test_fp32_equals_torch(forms: dict[Form, Encoder]) -> None:
    """ONNX in full precision is torch's result within rounding, cut at the same length."""
    np.testing.assert_allclose(forms[Form.FP32].encode(TEXTS), forms[Form.TORCH].encode(TEXTS), atol=2e-6)


def test_int8_stays_close(forms: dict[Form, Encoder]) -> None:
    """int8 keeps a mean cosine of .985 to full precision; a naive quantisation (.91 to .96) would fail
    here.
    """
    cosines = (forms[Form.INT8].encode(TEXTS) * forms[Form.TORCH].encode(TEXTS)).sum(axis=1)
    assert cosines.mean() >= 0.985
    assert cosines.min() >= 0.96


def test_whole_words_are_known(encoder_folder: Path) -> None:
    """The tokeniser's whole words hold plain English and no word pieces."""
    words = OnnxEncoder(encoder_folder).words()
    assert {"worried", "knocked", "police"} <= words
    assert not any(word.startswith("##") for word in words)


def test_int8_passages_need_int8_queries() -> None:
    """Vectors are never mixed unknowingly: only full-precision passages take queries of any form."""
    assert fits(passages=Form.FP32, queries=Form.INT8)
    assert fits(passages=Form.INT8, queries=Form.INT8)
    assert not fits(passages=Form.INT8, queries=Form.FP32)
